"""The evening: how far a shift has got on its way to last orders, and whether the doors are closed.

It is told of shifts whose guests do not all come at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kitchen.english import counted
from kitchen.sim.facts import Fact, Ordered
from kitchen.sim.work.kitchen import Kitchen

HEARD = 1.0
"""Seconds of wall time at 1x after which nobody rings for an order any more that is news."""


@dataclass(frozen=True, slots=True)
class Evening:
    """``last`` is when the last guest comes in, in kitchen seconds after the opening."""

    last: float
    closed: bool = False
    """All guests have come: the doors are closed."""
    rings: bool = False
    """The last one came in just now."""

    def share(self, now: float) -> float:
        """How much of the way to last orders is behind us, 0 to 1."""
        return 1.0 if self.closed else min(1.0, max(0.0, now / self.last))


def evening_of(kitchen: Kitchen, facts: Sequence[Fact], now: float, tempo: float) -> Evening | None:
    """That of a kitchen whose ``facts`` are news, at any moment up to the present; None: all its
    guests come at once."""
    if kitchen.last_order <= kitchen.first_order:
        return None
    closed = now >= kitchen.last_order
    came = any(isinstance(fact, Ordered) and now - fact.t <= HEARD * tempo for fact in facts)
    return Evening(kitchen.last_order, closed, closed and came)


def doors_closed(waiting: int) -> tuple[str, ...]:
    """Ways to say it of so many guests who still wait, from the fullest to the shortest."""
    full = f"Doors closed, {counted(waiting, 'guest')} to serve"
    return full, f"Doors closed, {waiting} left", f"{waiting} to serve", f"{waiting} left"
