"""The career: ten shifts, one after the other, and an improvement to choose after each.

All of it is pure: how far a player has come is kept elsewhere, as stars by shift and a list of
improvements.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kitchen.errors import ShiftError, nearest
from kitchen.sim.shift.pace import Pace
from kitchen.sim.shift.shift import Shift

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

KNIVES = 0.85
"""What sharper knives make of all hands-on seconds, each time."""

HOB = "hob"


@dataclass(frozen=True, slots=True)
class Improvement:
    """Something better for the kitchen. ``does`` says it in the kitchen's words, ``concept`` in
    those of computing; a sentence each."""

    name: str
    title: str
    does: str
    concept: str


IMPROVEMENTS: Mapping[str, Improvement] = {
    improvement.name: improvement
    for improvement in (
        Improvement(
            "burner",
            "One more burner",
            "One place more at the station that every line forms for.",
            "A semaphore with one more permit: more dishes wait for their food at once, and none "
            "of them needs hands for that.",
        ),
        Improvement(
            "knives",
            "Sharper knives",
            "All work with the hands takes 15 per cent less time.",
            "A faster core: each step holds the event loop for less time, and what waits in the "
            "ready queue gets its turn sooner.",
        ),
        Improvement(
            "chef",
            "A second chef",
            "One pair of hands more, and one wage more.",
            "One more core on the same ready queue: two steps run at once, and you pay for both, "
            "at work or idle.",
        ),
    )
}
"""What a player can choose from after a shift, any of them as often as they like."""


def improved(shift: Shift, improvements: Sequence[str]) -> Shift:
    """The shift in a kitchen with these improvements, each counted as often as it stands there.

    A burner is a place more at the first station of the shift (a hob where it has none). Raises
    `ShiftError` for an improvement that there is not.
    """
    for name in improvements:
        if name not in IMPROVEMENTS:
            raise ShiftError(nearest("improvement", name, IMPROVEMENTS))
    stations = dict(shift.stations)
    burners = improvements.count("burner")
    if burners:
        scarce = next(iter(stations), HOB)
        stations[scarce] = stations.get(scarce, 0) + burners
    pace = shift.pace
    for _ in range(improvements.count("knives")):
        pace = Pace(pace.hands * KNIVES, pace.timers)
    chefs = shift.extra_chefs + improvements.count("chef")
    return replace(shift, stations=stations, pace=pace, extra_chefs=chefs)


def unlocked(stars: Mapping[str, int], watched: Collection[str] = ()) -> tuple[str, ...]:
    """The shifts that a player with these stars may play: the first, and each one after a shift
    with a star, or one that was ``watched`` to its end."""
    count = 1
    while count < len(CAREER) and finished(CAREER[count - 1], stars, watched):
        count += 1
    return CAREER[:count]


def finished(shift: str, stars: Mapping[str, int], watched: Collection[str]) -> bool:
    """Whether a shift opens the one after it."""
    return stars.get(shift, 0) > 0 or shift in watched


def choices_due(stars: Mapping[str, int], improvements: Sequence[str]) -> int:
    """How many improvements are still to be chosen: one for each shift with a star, but for the
    last shift, after which there is nothing to improve for."""
    earned = sum(1 for name in CAREER[:-1] if stars.get(name, 0))
    return max(0, earned - len(improvements))
