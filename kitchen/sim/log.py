"""The log of one kitchen: its facts in order of time."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from kitchen.errors import KitchenError
from kitchen.sim.facts import Fact

_time = attrgetter("t")


class Log:
    """Facts, in the order in which they were decided, which is nearly the order of time.

    A step decides at one instant what happens until its hands are at rest, so its later facts
    carry later times. Sorting by time (stably) puts them where they belong. No step decides what
    was before it began: once it is ``now``, nothing will be added before that.
    """

    def __init__(self) -> None:
        self.decided: list[Fact] = []
        """Those that are kept: all of them, unless they are let go."""
        self.gone = 0
        """How many are not in `decided` any more: they have been let go, or soon will be."""
        self.add = self.decided.append
        self._taken = 0
        self._end: int | None = None
        self._ahead: list[Fact] = []

    def __reduce__(self) -> tuple[Callable[[list[Fact], int], Log], tuple[list[Fact], int]]:
        """Pickled and copied with its facts so far, none of them taken."""
        return _closed, (self._kept(), self.gone)

    @property
    def count(self) -> int:
        """How many facts there have been so far."""
        return self.gone + (len(self.decided) if self._end is None else self._end)

    def take(self, now: float) -> list[Fact]:
        """The facts up to ``now``, inclusive, that were not taken yet, in order of time."""
        fresh = self._ahead + self.decided[self._taken : self._end]
        self._taken = len(self.decided)
        fresh.sort(key=_time)
        split = next((i for i, fact in enumerate(fresh) if fact.t > now), len(fresh))
        self._ahead = fresh[split:]
        return fresh[:split]

    def let_go(self, now: float) -> list[Fact]:
        """`take` them, and keep none: only what is later than ``now`` waits for the next time."""
        going = self.take(now)
        self.gone = self.count
        self.decided.clear()
        self._taken, self._end = 0, None if self._end is None else 0
        return going

    def close(self) -> None:
        """Keep what is in it; what anybody adds from now on is lost."""
        if self._end is None:
            self._end = len(self.decided)

    def in_order(self) -> list[Fact]:
        """All facts so far, in order of time. Raises `KitchenError` if they were not kept."""
        if self.gone:
            raise KitchenError(
                f"the {self.count} facts of this run were not kept: they went as they came about"
            )
        return self._kept()

    def _kept(self) -> list[Fact]:
        return sorted(self.decided[: self._end], key=_time)


def _closed(facts: list[Fact], gone: int) -> Log:
    log = Log()
    log.decided += facts
    log.gone = gone
    log.close()
    return log
