"""Fair: what may be compared between two kitchens that had the same orders.

How fast they were, only if both served the same dishes: who serves one dish and closes is not fast.
Else what each had served in the same time, and what a dollar of wages bought.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

INSTANT = 1e-9
"""Seconds of kitchen time that count as none where something is divided by them."""


class Serving(Protocol):
    """What a kitchen served by when, and at what price."""

    @property
    def makespan(self) -> float: ...
    @property
    def wages(self) -> float: ...
    @property
    def served_at(self) -> Mapping[int, float]:
        """When each order that was served was, by its number."""


@dataclass(frozen=True, slots=True)
class SameTime:
    """Until the first of two kitchens closed, ``seconds`` after the doors opened, one had served
    ``one`` dishes and the other ``other``."""

    seconds: float
    one: int
    other: int


def same_dishes(one: Serving, other: Serving) -> bool:
    """Whether both served the same orders, and any at all: their times may be compared."""
    return bool(one.served_at) and one.served_at.keys() == other.served_at.keys()


def speedup(one: Serving, other: Serving) -> float | None:
    """How many times sooner than the other the one was done; None: they served other dishes."""
    if not same_dishes(one, other):
        return None
    return other.makespan / one.makespan if one.makespan > INSTANT else 1.0


def in_same_time(one: Serving, other: Serving) -> SameTime:
    """What each of two had served when the first of them closed."""
    end = min(one.makespan, other.makespan)
    return SameTime(end, _served_by(one, end), _served_by(other, end))


def dishes_per_dollar(kitchen: Serving) -> float | None:
    """Dishes served for each dollar of wages; None: it paid none."""
    return len(kitchen.served_at) / kitchen.wages if kitchen.wages > 0 else None


def _served_by(kitchen: Serving, t: float) -> int:
    return sum(1 for at in kitchen.served_at.values() if at <= t + INSTANT)
