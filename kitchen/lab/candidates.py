"""Candidates: picks that might have saved an order, those that are likeliest first.

They are picks of that order itself, when its hand went up, or was up and a chef became free; of
orders that held the station that it waited for; and of whatever else could have been taken up
instead, when the hands went away to what held them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kitchen.lab.setbacks import Delay, Setback, delays
from kitchen.sim import facts as f

OWN, HOLDERS, OTHERS = 6, 3, 3
"""So many of each at most."""

JUST_BEFORE = 1e-3
"""Seconds by which a pick comes before the moment of decision, at which somebody is taken."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Order ``order`` picked, first of all, for the decision at ``at`` seconds of kitchen time."""

    order: int
    at: float
    given: float
    """When the pick is given: just before, but not before the order came in."""


class Candidates:
    """Finds them in the facts of one kitchen."""

    def __init__(self, facts: Sequence[f.Fact]) -> None:
        self._placed = {fact.order: fact.t for fact in facts if isinstance(fact, f.Ordered)}
        self._own: dict[int, list[f.Fact]] = {order: [] for order in self._placed}
        self._freed: list[float] = []
        """When a chef became free."""
        self._taken = [fact for fact in facts if isinstance(fact, f.Resumed)]
        self._holds: list[tuple[str, int, float, float]] = []
        """Kind of station, the order that held one, from when until when."""
        self._read(facts)

    def _read(self, facts: Sequence[f.Fact]) -> None:
        held: dict[tuple[str, int], tuple[int, float]] = {}
        for fact in facts:
            if (order := getattr(fact, "order", None)) is not None:
                self._own[order].append(fact)
            if isinstance(fact, f.Left):
                self._freed.append(fact.t)
            elif isinstance(fact, f.StationTaken):
                held[fact.station, fact.place] = fact.order, fact.t
            elif isinstance(fact, f.StationFreed):
                order, since = held.pop((fact.station, fact.place))
                self._holds.append((fact.station, order, since, fact.t))

    def of(self, setback: Setback) -> list[Candidate]:
        """Those of one setback, each once."""
        found = [
            *islice(self._holders(setback), HOLDERS),
            *islice(self._others(setback), OTHERS),
        ]
        return list(dict.fromkeys([*self._picks(setback.order, setback.lost.t, OWN), *found]))

    def _picks(self, order: int, until: float, most: int) -> list[Candidate]:
        """That order at the moments before ``until`` at which it could have been taken."""
        moments = self._moments(order, until)
        return [self._candidate(order, at) for at in spread(moments, most)]

    def _moments(self, order: int, until: float) -> list[float]:
        """Latest first."""
        own = [fact for fact in self._own[order] if fact.t <= until]
        hands = [
            delay for delay in delays(own, until) if delay.station is None and delay.seconds > 0.0
        ]
        ends = {at for delay in hands for at in self._freed if delay.since <= at < delay.until}
        return sorted(ends.union(delay.since for delay in hands), reverse=True)

    def _candidate(self, order: int, at: float) -> Candidate:
        return Candidate(order, at, max(self._placed[order], at - JUST_BEFORE))

    def _holders(self, setback: Setback) -> Iterator[Candidate]:
        """Orders that held such a station as it waited for, the one that held it longest first."""
        delay = setback.delay
        if delay.station is None:
            return
        met = [
            (min(until, delay.until) - max(since, delay.since), order)
            for kind, order, since, until in self._holds
            if kind == delay.station and order != setback.order
        ]
        for _, order in sorted(((s, o) for s, o in met if s > 0.0), key=lambda m: (-m[0], m[1])):
            yield from self._picks(order, delay.until, 1)

    def _others(self, setback: Setback) -> Iterator[Candidate]:
        """What else had its hand up when hands were last taken before it needed them."""
        last = [fact for fact in self._taken if fact.t <= setback.delay.since]
        if not last:
            return
        at, taken = last[-1].t, last[-1].order
        for order in self._own:
            if order in (taken, setback.order) or self._placed[order] >= at:
                continue
            up: list[Delay] = [w for w in delays(self._own[order], at) if w.station is None]
            if any(delay.since < at <= delay.until for delay in up):
                yield self._candidate(order, at)


def spread(moments: Sequence[float], most: int) -> list[float]:
    """So many of them at most, evenly, with the first and the last."""
    if len(moments) <= most:
        return list(moments)
    if most == 1:
        return list(moments[:1])
    last = len(moments) - 1
    return [moments[round(index * last / (most - 1))] for index in range(most)]
