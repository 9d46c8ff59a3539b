"""Progress: how far a player has come."""

from __future__ import annotations

from typing import Any

import msgspec

from kitchen.keep.fileformat import Fields, Upgrade

VERSION = 2
"""Of the progress file."""

STARS = 3
"""The most that a shift can give."""


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """``stars`` are the best so far by shift, 0 to 3; ``watched`` are the shifts that were seen to
    their end without decisions of the player's own; ``improvements`` those chosen in the career, in
    their order; ``deck`` says in which order their cards come (None: none has come); ``seen`` are
    the hints that need not be given again.

    Raises `ValueError` for a number of stars that cannot be.
    """

    stars: dict[str, int] = msgspec.field(default_factory=dict)
    watched: list[str] = msgspec.field(default_factory=list)
    improvements: list[str] = msgspec.field(default_factory=list)
    deck: int | None = None
    tutorial_done: bool = False
    seen: list[str] = msgspec.field(default_factory=list)

    def __post_init__(self) -> None:
        for shift, stars in self.stars.items():
            if not 0 <= stars <= STARS:
                raise ValueError(f"stars.{shift}: 0 to {STARS}, not {stars!r}")

    def but(self, **changes: Any) -> Progress:
        """The same with some fields changed."""
        return Progress(**msgspec.structs.asdict(self) | changes)  # replace() does not always check

    def with_stars(self, shift: str, stars: int) -> Progress:
        """The same after a shift that earned so many: what was better stays."""
        best = max(stars, self.stars.get(shift, 0))
        return self.but(stars=self.stars | {shift: best})

    def with_improvement(self, name: str, instead_of: str = "") -> Progress:
        """The same with one more improvement, in the place of one of ``instead_of`` if there is
        one; one that is chosen again counts again."""
        others = list(self.improvements)
        if instead_of in others:
            others.remove(instead_of)
        return self.but(improvements=[*others, name])

    def with_deck(self, deck: int) -> Progress:
        """The same with this deck of cards, if it has none."""
        return self if self.deck is not None else self.but(deck=deck)

    def with_watched(self, shift: str) -> Progress:
        """The same after a shift that was only watched: its stars stay as they were."""
        return self.but(watched=_with(self.watched, shift))

    def with_seen(self, hint: str) -> Progress:
        """The same once a hint has been seen."""
        return self.but(seen=_with(self.seen, hint))


def from_1(fields: Fields) -> Fields:
    """0.2 and 0.3 gave stars for what the autopilot cooked as well: those stay."""
    return fields | {"watched": []}


UPGRADES: dict[int, Upgrade] = {1: from_1}


def _with(names: list[str], name: str) -> list[str]:
    return names if name in names else [*names, name]
