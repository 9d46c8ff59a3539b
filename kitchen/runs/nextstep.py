"""The next step: up to which moment a service can run on until a kitchen takes one more.

It only reads, as `NextRing` does, and ends before the step where the player is needed first.
"""

from __future__ import annotations

from kitchen.plain import INFINITY
from kitchen.runs.nextring import NextRing, Reason, plays
from kitchen.runs.service import Service
from kitchen.runs.stops import StepKind, is_step


class NextStep:
    """Of the kitchen looked into, from ``now`` on, in kitchen seconds; ``order`` is the dish whose
    steps count, where it is those of one."""

    def __init__(self, service: Service, now: float, what: StepKind, order: int | None) -> None:
        self._service, self._since = service, now
        self._what: StepKind = what
        self._order = order
        self._ring = NextRing(service, now)
        self._facts = service.kitchen.facts.decided
        self._read, self._first = 0, INFINITY
        self.reason: Reason | None = None
        """Why it ends where it does, if that is before the step."""

    @property
    def over(self) -> bool:
        """Whether nothing more comes there."""
        return self._service.kitchen.done.done()

    def limit(self, now: float) -> float:
        """Up to when it can go on, of all that is known at ``now``; not later: it ends here."""
        ring = self._ring.limit(now) if plays(self._service) else INFINITY
        limit = min(self._look(), ring)
        if limit <= now:
            self.reason = self._ring.reason if self._first > now else None
        return limit

    def _look(self) -> float:
        """When the first step is taken that is known by now: what is decided may lie ahead."""
        for fact in self._facts[self._read :]:
            if self._since < fact.t < self._first and is_step(fact, self._what, self._order):
                self._first = fact.t
        self._read = len(self._facts)
        return self._first
