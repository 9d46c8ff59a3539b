"""Subjects: what on the service screen can be pointed at and explained, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from kitchen.game.draw.box import Box


@dataclass(frozen=True, slots=True)
class OrderedDish:
    """An order that is being cooked; with a part: that task of it alone."""

    order: int
    part: int | None = None


@dataclass(frozen=True, slots=True)
class FreePlace:
    """A free station of a kind, or a free place on the worktop."""

    place: int
    kind: str = ""
    """Of station; empty on the worktop."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A pick in the line of picks."""

    order: int


@dataclass(frozen=True, slots=True)
class KitchenOf:
    """One of the four kitchens."""

    mode: str


@dataclass(frozen=True, slots=True)
class Chef:
    """A chef, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A bar in the timeline: that stretch of the order's, or of the chef's, at ``start``."""

    order: int
    part: int
    kind: str
    start: float


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source that is looked at with what it cost: ``number`` counts from 1 in its
    listing, and ``listing`` from 0."""

    listing: int
    number: int


@dataclass(frozen=True, slots=True)
class GraphThing:
    """What dishes wait for, as the await graph that is shown has it: its number there, its kind and
    its name."""

    number: int
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Thing:
    """Anything of which there is one: the clock, the money, a section of the panel."""

    name: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A bookmark at that moment, in seconds of kitchen time."""

    at: float


Subject = (
    OrderedDish | FreePlace | Wish | KitchenOf | Chef | Stretch | SourceLine | GraphThing | Thing
    | Marked
)  # fmt: skip


S = TypeVar("S", bound=Subject, covariant=True)


@dataclass(frozen=True, slots=True)
class Spot(Generic[S]):
    """A subject and where it is to be seen."""

    box: Box
    subject: S

    @property
    def middle(self) -> tuple[float, float]:
        x, y, w, h = self.box
        return x + w / 2, y + h / 2

    def moved(self, dx: float) -> Spot[S]:
        """The same, so many px to the right."""
        x, y, w, h = self.box
        return Spot((x + dx, y, w, h), self.subject)

    def holds(self, pos: tuple[float, float]) -> bool:
        x, y, w, h = self.box
        return x <= pos[0] < x + w and y <= pos[1] < y + h
