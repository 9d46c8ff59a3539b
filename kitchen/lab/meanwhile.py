"""Meanwhile: what the hands did while an order waited."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum
from typing import Literal

from kitchen.sim.view.chefview import ChefView
from kitchen.sim.view.kitchenview import KitchenView

MOST = 0.5
"""The share of the time from which on one thing says it all."""


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """From ``since`` to ``until``; all of these are seconds of kitchen time."""

    since: float
    until: float
    idle: float
    """For how long a chef was free."""
    order: int | None
    """The order that held a chef for longest; None: no other did."""
    held: float
    """For how long it did."""
    others: int
    """Orders that held a chef, without the one that waited."""

    @property
    def mostly(self) -> Literal["idle", "one", "several"]:
        """What there is to be said of it."""
        seconds = self.until - self.since
        if self.order is None or self.idle >= MOST * seconds:
            return "idle"
        return "one" if self.others == 1 or self.held >= MOST * seconds else "several"


def meanwhile(view: KitchenView, order: int, since: float, until: float) -> Meanwhile:
    """What the chefs did from ``since`` to ``until``, while that order waited."""
    held: dict[int, float] = {}
    for chef in view.chefs:
        for other, start, end in turns(chef, since, until):
            held[other] = held.get(other, 0.0) + end - start
    held.pop(order, None)
    longest = max(held, key=lambda other: (held[other], -other), default=None)
    return Meanwhile(
        since, until, _idle(view, since, until), longest, held.get(longest or 0, 0.0), len(held)
    )


def turns(chef: ChefView, since: float, until: float) -> list[tuple[int, float, float]]:
    """What held one chef in that time: order, start and end, as far as it lies in it."""
    found = [
        (segment.order, max(since, segment.start), segment.until(until))
        for segment in chef.segments
    ]
    return [(order, start, end) for order, start, end in found if end > start]


def _idle(view: KitchenView, since: float, until: float) -> float:
    """For how long at least one chef was free."""
    work = [turn for chef in view.chefs for turn in turns(chef, since, until)]
    changes = sorted([(start, 1) for _, start, _ in work] + [(end, -1) for _, _, end in work])
    idle, busy, before = [], 0, since
    for t, change in [*changes, (until, 0)]:
        if busy < len(view.chefs):
            idle.append(t - before)
        busy, before = busy + change, t
    return fsum(idle)
