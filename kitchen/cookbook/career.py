"""The career: ten shifts, one after the other, and an improvement to choose after each; two bosses
between its halves.

All of it is pure: how far a player has come is kept elsewhere, as stars by shift and a list of
improvements.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kitchen.cookbook.improvements import kept

CAREER = (
    "soup-and-eggs",
    "early-birds",
    "pizza-corner",
    "fish-friday",
    "noodles-at-noon",
    "pasta-night",
    "sweet-tooth",
    "sunday-roasts",
    "full-house",
    "the-critics",
)
"""The shifts by name, in their order. Their files are in the folder ``career``."""


BOSSES = ("slow-roast", "noodle-bar")
"""Ten orders each and one chef: in one of them leaving the pot is worth nine chefs, in the other
nothing. Both are asked for before the second half of the career opens."""

HALF = 5
"""Shifts of the career before the bosses."""


def unlocked(
    stars: Mapping[str, int], watched: Collection[str] = (), opened: Collection[str] = ()
) -> tuple[str, ...]:
    """The shifts that a player with these stars may play: the first, and each one after a shift
    with a star, or one that was ``watched`` to its end; after the first half only with both bosses.

    ``opened`` are those that were open before the bosses were asked for.
    """
    count = 1
    while count < len(CAREER) and finished(CAREER[count - 1], stars, watched):
        if count == HALF and bosses_left(stars, watched, opened):
            break
        count += 1
    return CAREER[:count]


def bosses_left(
    stars: Mapping[str, int], watched: Collection[str] = (), opened: Collection[str] = ()
) -> tuple[str, ...]:
    """The bosses that still stand before the second half; none, once a shift of it was open."""
    second = CAREER[HALF:]
    if any(name in opened or finished(name, stars, watched) for name in second):
        return ()
    return tuple(boss for boss in BOSSES if not finished(boss, stars, watched))


def finished(shift: str, stars: Mapping[str, int], watched: Collection[str]) -> bool:
    """Whether a shift opens the one after it."""
    return stars.get(shift, 0) > 0 or shift in watched


def choices_due(stars: Mapping[str, int], improvements: Sequence[str]) -> int:
    """How many improvements are still to be chosen: one for each shift with a star, but for the
    last shift, after which there is nothing to improve for."""
    earned = sum(1 for name in CAREER[:-1] if stars.get(name, 0))
    return max(0, earned - len(kept(improvements)))


def coming(stars: Mapping[str, int]) -> tuple[str, ...]:
    """The shifts for which a kitchen can still be improved: from the first without a star on; all
    of them, once each has one."""
    ahead = next((i for i, name in enumerate(CAREER) if not stars.get(name, 0)), 0)
    return CAREER[ahead:]
