"""The log of one kitchen: its facts in order of time."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from kitchen.sim.facts import Fact

_time = attrgetter("t")


class Log:
    """Facts, in the order in which they were decided, which is nearly the order of time.

    A step decides at one instant what happens until its hands are at rest, so its later facts
    carry later times. Sorting by time (stably) puts them where they belong.
    """

    def __init__(self) -> None:
        self.decided: list[Fact] = []
        self.add = self.decided.append
        self._taken = 0
        self._end: int | None = None
        self._ahead: list[Fact] = []

    def __reduce__(self) -> tuple[Callable[[list[Fact]], Log], tuple[list[Fact]]]:
        """Pickled and copied with its facts so far, none of them taken."""
        return _closed, (self.in_order(),)

    def take(self, now: float) -> list[Fact]:
        """The facts up to ``now``, inclusive, that were not taken yet, in order of time."""
        fresh = self._ahead + self.decided[self._taken : self._end]
        self._taken = len(self.decided)
        fresh.sort(key=_time)
        split = next((i for i, fact in enumerate(fresh) if fact.t > now), len(fresh))
        self._ahead = fresh[split:]
        return fresh[:split]

    def close(self) -> None:
        """Keep what is in it; what anybody adds from now on is lost."""
        if self._end is None:
            self._end = len(self.decided)

    def in_order(self) -> list[Fact]:
        """All facts so far, in order of time."""
        return sorted(self.decided[: self._end], key=_time)


def _closed(facts: list[Fact]) -> Log:
    log = Log()
    log.decided += facts
    log.close()
    return log
