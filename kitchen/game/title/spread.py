"""Spreads: what is on two pages of the book, as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kitchen.game.signs.ribbon import Ribbon
from kitchen.game.signs.vessels import icon
from kitchen.runs.courses import course
from kitchen.sim.plan import PlanStep
from kitchen.sim.shift.shift import Shift

OfferState = Literal["open", "next", "locked"]

SHOWN = 3  # dishes on a card


@dataclass(frozen=True, slots=True)
class Offer:
    """A shift on a card. ``concept`` is written as code; ``opens`` tells what a locked one
    needs, first in full, then shorter."""

    shift: Shift
    number: int
    stars: int = 0
    state: OfferState = "open"
    concept: str = ""
    opens: tuple[str, ...] = ()
    dishes: tuple[str, ...] = ()
    """Drawings; the first is the large one."""
    ribbon: Ribbon | None = None
    """It came to its end, and never gave a star."""
    helped: bool = False
    """Its best stars came with an assist."""

    @property
    def name(self) -> str:
        return self.shift.name

    @property
    def title(self) -> str:
        return self.shift.title or self.shift.name

    @property
    def most(self) -> int:
        """Stars that it can give."""
        return len(self.shift.targets)

    def steps(self) -> tuple[PlanStep, ...]:
        """Of the large dish, as it goes when it has the kitchen to itself."""
        recipes = self.shift.recipes().values()
        large = next((r for r in recipes if icon(r.name) in self.dishes[:1]), None)
        return course(large, self.shift) if large is not None else ()


@dataclass(frozen=True, slots=True)
class Spread:
    """``subtitle`` stands under the title, ``second`` on the right page. Twelve cards at most."""

    title: str
    subtitle: str
    second: str
    offers: Sequence[Offer]
    bosses: bool = False
    """Its two cards are large, and told side by side."""

    @property
    def earned(self) -> int:
        return sum(offer.stars for offer in self.offers)

    @property
    def most(self) -> int:
        return sum(offer.most for offer in self.offers)

    def index(self, name: str) -> int | None:
        return next((i for i, offer in enumerate(self.offers) if offer.name == name), None)


def pictures(shifts: Iterable[Shift]) -> list[tuple[str, ...]]:
    """The dishes to show of each shift, led by one that leads no other as long as there is one.

    So that cards which only show a silhouette differ too.
    """
    led: set[str] = set()
    shown = []
    for shift in shifts:
        dishes = list(dict.fromkeys(icon(name) for name in shift.recipes()))
        first = next((dish for dish in dishes if dish not in led), dishes[0])
        led.add(first)
        shown.append((first, *[dish for dish in dishes if dish != first])[:SHOWN])
    return shown
