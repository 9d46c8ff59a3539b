"""The playing of a run: its kitchen at the moment of a clock that goes on, stops, is dragged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kitchen.game.input.intents import Intent
from kitchen.game.lesson.parts.panel import Amid
from kitchen.game.sandbox.clock import Clock
from kitchen.game.shell.options import Options
from kitchen.lessons.running.run import Run
from kitchen.loop.pacing import Pacing
from kitchen.runs.past import Stop
from kitchen.sim.facts import Fact, Resumed
from kitchen.sim.view.kitchenview import KitchenView

SECONDS, LEAST, MOST = 14.0, 0.5, 240.0
"""Of wall time that a whole run takes; kitchen seconds for each of them, at least and at most."""


class PlayedRun:
    """One run; ``view`` is its kitchen at the moment of `look`."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.view: KitchenView | None = None

    def look(self, now: float, facts: int | None = None) -> list[Fact]:
        """Show that moment, or a place amid it, when there were so many ``facts``; those that are
        new since: none after a jump back."""
        before = self.view.facts if self.view is not None else 0
        past = self.run.past
        self.view = past.at(past.stop_at(now) if facts is None else Stop(facts, now))
        return self.run.facts[before : self.view.facts]


class RunPlaying:
    """``shown`` are the runs that play on one clock, that of the player last; there is none before
    anything was run. ``now`` is seconds of kitchen time."""

    def __init__(self) -> None:
        self.shown: list[PlayedRun] = []
        self.clock = Clock(0.0, 1.0, 1.0)
        self.clock.end = 0.0
        self._amid: Amid | None = None
        self.seen = 0.0
        """The last moment that was come to since that run was set."""

    def pacing(self, options: Options) -> Pacing:
        return self.clock.pacing(options)

    def set(self, run: Run | None, plays: bool, beside: Run | None = None) -> None:
        """Show that run from its start, and another one beside it."""
        runs = [one for one in (beside, run) if one is not None and one.facts]
        self.shown = [PlayedRun(one) for one in runs]
        end = self.clock.end = self.end
        self.seen = 0.0
        self.clock.set_now(0.0)
        self.clock.set_speed(min(MOST, max(LEAST, end / SECONDS)))
        if not plays:
            self.clock.stop()

    @property
    def run(self) -> Run | None:
        """The player's."""
        return self.shown[-1].run if self.shown else None

    @property
    def now(self) -> float:
        return self.clock.now

    @property
    def end(self) -> float:
        """When all of them are over."""
        return max((one.run.makespan for one in self.shown), default=0.0)

    @property
    def paused(self) -> bool:
        return self.clock.still

    @property
    def playing(self) -> bool:
        return bool(self.shown) and not self.clock.still

    def tick(self, time: float) -> list[list[Fact]]:
        """The loop's time is that now; of each run the facts that are new since."""
        self.clock.tick(time)
        self.seen = max(self.seen, self.now)
        facts = self.amid.facts if self.amid is not None else None
        return [one.look(self.now, facts) for one in self.shown]

    @property
    def amid(self) -> Amid | None:
        """The place amid the moment that is looked at; None: all of that moment is."""
        here = self._amid
        return here if here is not None and here.t == self.now and not self.playing else None

    # -- to other moments ----------------------------------------------------------------------

    def want(self, intent: Intent) -> bool:
        """A key of the handle of time; whether it is one."""
        if intent is Intent.PAUSE:
            self.toggle()
        elif intent in (Intent.TO_START, Intent.TO_PRESENT):
            self.go_to(0.0 if intent is Intent.TO_START else self.end)
        elif intent in (Intent.TURN_BACK, Intent.TURN_ON):
            self.step(False, 1 if intent is Intent.TURN_ON else -1)
        elif intent in (Intent.TASK_BACK, Intent.TASK_ON):
            self.step(True, 1 if intent is Intent.TASK_ON else -1)
        else:
            return False
        return True

    def toggle(self) -> None:
        """Stop, or go on; from the start, if it is at its end."""
        if not self.shown:
            return
        if self.clock.closed:
            self.play_from(0.0)
        else:
            self.clock.pause()

    def play(self) -> None:
        if self.shown and self.clock.paused:
            self.clock.pause()

    def play_from(self, at: float) -> None:
        self.clock.set_now(at)
        self.clock.set_speed(self.clock.speed)

    def stand(self, amid: Amid) -> None:
        """Stand at that place amid a moment."""
        self.go_to(amid.t)
        self._amid = amid

    def go_to(self, at: float) -> None:
        """Stand at that moment."""
        self._amid = None
        self.clock.set_now(min(max(0.0, at), self.end))
        self.seen = max(self.seen, self.now)
        self.clock.stop()

    def step(self, task: bool, way: int) -> None:
        """To the next instant at which anything happens (``task``: at which a task goes on), or to
        the one before."""
        if not self.shown:
            return
        facts = [fact for one in self.shown for fact in one.run.facts]
        wanted = {fact.t for fact in facts if not task or isinstance(fact, Resumed)}
        times = sorted(wanted | {0.0, self.end})
        index = bisect_right(times, self.now) if way > 0 else bisect_left(times, self.now) - 1
        if 0 <= index < len(times):
            self.go_to(times[index])
