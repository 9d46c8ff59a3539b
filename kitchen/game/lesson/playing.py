"""The playing of a run: its kitchen at the moment of a clock that goes on, stops, is dragged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kitchen.game.sandbox.clock import Clock
from kitchen.game.shell.options import Options
from kitchen.lessons.run import Run
from kitchen.loop.pacing import Pacing
from kitchen.runs.past import Stop
from kitchen.sim.facts import Fact, Resumed
from kitchen.sim.view.kitchenview import KitchenView

SECONDS, LEAST, MOST = 14.0, 0.5, 240.0
"""Of wall time that a whole run takes; kitchen seconds for each of them, at least and at most."""


class RunPlaying:
    """``run`` is what plays; None: nothing was run yet. ``now`` is seconds of kitchen time."""

    def __init__(self) -> None:
        self.run: Run | None = None
        self.clock = Clock(0.0, 1.0, 1.0)
        self.clock.end = 0.0
        self._view: KitchenView | None = None

    def pacing(self, options: Options) -> Pacing:
        return self.clock.pacing(options)

    def set(self, run: Run | None, plays: bool) -> None:
        """Show that run, from its start."""
        if run is not None and not run.facts:
            run = None  # it could not be begun
        self.run, self._view = run, None
        end = self.end
        self.clock.end = end
        self.clock.set_now(0.0)
        self.clock.set_speed(min(MOST, max(LEAST, end / SECONDS)))
        if not plays:
            self.clock.stop()

    @property
    def now(self) -> float:
        return self.clock.now

    @property
    def end(self) -> float:
        return self.run.makespan if self.run is not None else 0.0

    @property
    def paused(self) -> bool:
        return self.clock.still

    @property
    def playing(self) -> bool:
        return self.run is not None and not self.clock.still

    def tick(self, time: float) -> list[Fact]:
        """The loop's time is that now; the facts that are new since: none after a jump back."""
        self.clock.tick(time)
        if self.run is None:
            return []
        before, past = self._facts, self.run.past
        self._view = past.at(self._stop())
        return self.run.facts[before : self._view.facts] if before >= 0 else []

    @property
    def _facts(self) -> int:
        return self._view.facts if self._view is not None else -1

    def _stop(self) -> Stop:
        assert self.run is not None
        return self.run.past.stop_at(self.now)

    @property
    def view(self) -> KitchenView | None:
        """Its kitchen, as of `tick`."""
        return self._view

    # -- to other moments ----------------------------------------------------------------------

    def toggle(self) -> None:
        """Stop, or go on; from the start, if it is at its end."""
        if self.run is None:
            return
        if self.clock.closed:
            self.play_from(0.0)
        else:
            self.clock.pause()

    def play(self) -> None:
        if self.run is not None and self.clock.paused:
            self.clock.pause()

    def play_from(self, at: float) -> None:
        self.clock.set_now(at)
        self.clock.set_speed(self.clock.speed)

    def go_to(self, at: float) -> None:
        """Stand at that moment."""
        self.clock.set_now(min(max(0.0, at), self.end))
        self.clock.stop()

    def step(self, task: bool, way: int) -> None:
        """To the next instant at which anything happens (``task``: at which a task goes on), or to
        the one before."""
        if self.run is None:
            return
        facts = self.run.facts
        times = sorted({f.t for f in facts if not task or isinstance(f, Resumed)} | {self.end})
        index = bisect_right(times, self.now) if way > 0 else bisect_left(times, self.now) - 1
        if 0 <= index < len(times):
            self.go_to(times[index])
