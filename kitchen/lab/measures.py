"""Measures: how a kitchen did over time, from its facts: throughput, utilisation and waiting.

All three count from the opening: they settle, where a window of some minutes would jump with every
plate.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kitchen.sim import facts as f

STEP = 10.0
"""Seconds of kitchen time between two values."""

HOUR = 3600.0

Change = tuple[float, float]
"""A moment, and by how much a rate changes then."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Values at 0, `STEP`, 2 x `STEP` ... seconds of kitchen time, up to the closing or beyond."""

    throughput: tuple[float, ...]
    """Dishes served for each hour since the opening."""
    utilisation: tuple[float, ...]
    """Hands-on seconds over chefs times time, 0 to 1."""
    waiting: tuple[float, ...]
    """Seconds for which an order has waited for a chef or a station, on average over all orders
    that have come in. A dish waits while any part of it does."""


def measures(facts: Sequence[f.Fact]) -> Measures:
    """The measures of one kitchen's facts, which are in order of time and begin with `Opened`."""
    opened = facts[0]
    assert isinstance(opened, f.Opened)
    times = [index * STEP for index in range(int(facts[-1].t / STEP) + 2)]
    hands, waits = _integral(_hands(facts), times), _integral(_waits(facts), times)
    served = _counts((fact.t for fact in facts if isinstance(fact, f.Served)), times)
    placed = _counts((fact.t for fact in facts if isinstance(fact, f.Ordered)), times)
    rows = list(zip(times, served, hands, waits, placed, strict=True))
    return Measures(
        throughput=tuple(s * HOUR / t if t else 0.0 for t, s, _, _, _ in rows),
        utilisation=tuple(h / (opened.chefs * t) if t else 0.0 for t, _, h, _, _ in rows),
        waiting=tuple(w / p if p else 0.0 for _, _, _, w, p in rows),
    )


def at(values: Sequence[float], now: float) -> float:
    """A measure at that time (seconds), straight between its values; held at both ends."""
    place = max(0.0, now / STEP)
    index = int(place)
    if index + 1 >= len(values):
        return values[-1]
    return values[index] + (values[index + 1] - values[index]) * (place - index)


def _hands(facts: Iterable[f.Fact]) -> list[Change]:
    """How many chefs have their hands on something."""
    changes: list[Change] = []
    for fact in facts:
        if isinstance(fact, f.Hands):
            changes += [(fact.t, 1.0), (fact.t + fact.seconds, -1.0)]
    return sorted(changes)


def _waits(facts: Iterable[f.Fact]) -> list[Change]:
    """How many dishes wait for a chef or for a station."""
    line = _Line()
    for fact in facts:
        if isinstance(fact, f.Ready | f.StationWanted):
            line.come(fact.t, fact.order, fact.part)
        elif isinstance(fact, f.Resumed | f.StationTaken | f.StationUnwanted):
            line.go(fact.t, fact.order, fact.part)
        elif isinstance(fact, f.Served | f.Cleared):
            line.leave(fact.t, fact.order)
    return line.changes


@dataclass(slots=True)
class _Line:
    """Who waits: the parts of each dish that do."""

    parts: dict[int, set[int]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    def come(self, t: float, order: int, part: int) -> None:
        waiting = self.parts.setdefault(order, set())
        if not waiting:
            self.changes.append((t, 1.0))
        waiting.add(part)

    def go(self, t: float, order: int, part: int) -> None:
        waiting = self.parts.get(order, set())
        if part in waiting:
            waiting.discard(part)
            if not waiting:
                self.changes.append((t, -1.0))

    def leave(self, t: float, order: int) -> None:
        if self.parts.pop(order, None):
            self.changes.append((t, -1.0))


def _integral(changes: Sequence[Change], times: Sequence[float]) -> list[float]:
    """The integral of a rate, which starts at 0 and changes so, from 0 to each of the times."""
    done, rate, last, index = 0.0, 0.0, 0.0, 0
    values = []
    for t in times:
        while index < len(changes) and changes[index][0] <= t:
            when, by = changes[index]
            done += rate * (when - last)
            rate, last, index = rate + by, when, index + 1
        done += rate * (t - last)
        last = t
        values.append(done)
    return values


def _counts(moments: Iterable[float], times: Sequence[float]) -> list[int]:
    """How many of the moments have come by each of the times."""
    left = list(moments)
    values, index = [], 0
    for t in times:
        while index < len(left) and left[index] <= t:
            index += 1
        values.append(index)
    return values
