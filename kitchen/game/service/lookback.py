"""The look back: which moment of the past is looked at, and how one gets from there to another.

The present stands still meanwhile, and nothing of the past is ever changed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kitchen.game.service.marks import Marks
from kitchen.game.signs.bookmark import Bookmark
from kitchen.runs.hindsight import Hindsight
from kitchen.runs.past import Past, Stop
from kitchen.runs.service import Service
from kitchen.runs.stops import StepKind, next_stop, start, stop_before
from kitchen.sim.facts import Fact


class LookBack:
    """Of one service, at ``tempo`` kitchen seconds for each second on the wall."""

    def __init__(self, service: Service, tempo: float) -> None:
        self._service, self._tempo = service, tempo
        self.sight: Hindsight | None = None
        """The past that is looked at; None: the present is."""
        self.plays = False
        """It goes by as it did, up to the present."""
        self.jumps = 0
        """How often another moment was looked at than the one that follows."""
        self.chosen: int | None = None
        """The order that steps of a dish are about."""
        self._marks = Marks()
        self._wall = 0.0

    @property
    def now(self) -> float:
        """The kitchen time of the moment that is looked at."""
        return self._service.loop.now if self.sight is None else self.sight.stop.time

    @property
    def _past(self) -> Past:
        """That of the kitchen looked into."""
        return self._service.pasts[self._service.mode]

    @property
    def stop(self) -> Stop:
        """The place that is looked at."""
        if self.sight is None:
            return Stop(len(self._past.facts), self._service.loop.now)
        return self.sight.stop

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Those of the kitchen looked into."""
        return self._marks.of(self._service.view)

    # -- jumps ---------------------------------------------------------------------------------

    def look_at(self, stop: Stop | None) -> None:
        """Look at that place; None: at the present."""
        self.sight = None if stop is None else Hindsight(self._service, stop)
        self.plays = False
        self.jumps += 1

    def go_to(self, at: float) -> None:
        """Look at a moment of kitchen time; the present is the last there is."""
        present = at >= self._service.loop.now
        self.look_at(None if present else self._past.stop_at(max(0.0, at)))

    def to_start(self) -> None:
        self.look_at(start(self._past.facts))

    def to_end(self) -> None:
        """Look at the last that has happened."""
        facts = self._past.facts
        self.look_at(Stop(len(facts), facts[-1].t))

    def back(self, what: StepKind) -> None:
        """To the step before; to the start, where there is none."""
        found = stop_before(self._past.facts, self.stop, what, self.chosen)
        self.look_at(found or start(self._past.facts))

    def on(self, what: StepKind) -> None:
        """To the next step; to the present, where there is none."""
        self.look_at(next_stop(self._past.facts, self.stop, what, self.chosen))

    def look_into(self) -> None:
        """Another kitchen is looked into, at the same moment."""
        if self.sight is not None:
            plays = self.plays
            self.look_at(self._past.stop_at(self.sight.stop.time))
            self.plays = plays

    # -- bookmarks -----------------------------------------------------------------------------

    def mark(self) -> None:
        """Put one here, or take it away."""
        self._marks.toggle(self.now, self._past.facts, self.stop)

    def to_mark(self, by: int) -> str:
        """To the next one, or to the one before; why not, if there is none."""
        times = [mark.time for mark in self.bookmarks]
        index = bisect_right(times, self.now) if by > 0 else bisect_left(times, self.now) - 1
        if not 0 <= index < len(times):
            return f"There is no bookmark {'after' if by > 0 else 'before'} this."
        self.go_to(times[index])
        return ""

    # -- as it went ----------------------------------------------------------------------------

    def play(self, wall: float) -> None:
        """Let the past go by as it did, or stop it; ``wall`` is seconds on the wall."""
        self.plays = self.sight is not None and not self.plays
        self._wall = wall
        if self.sight is not None and self.plays:
            for view in self.sight.views.values():
                view.own_all()

    def go_on(self, wall: float, speed: float) -> list[Fact]:
        """It is that time on the wall, and the past goes by at that speed; what has happened since
        in the kitchen looked into. Where it has become the present, it ends."""
        if self.sight is None or not self.plays:
            return []
        since, before = self._wall, self.sight.stop
        self._wall = wall
        at = before.time + (wall - since) * speed * self._tempo
        if at >= self._service.loop.now:
            self.look_at(None)
            return []
        stop = self._past.stop_at(at)
        self.sight = Hindsight(self._service, stop)
        return self._past.facts[before.facts : stop.facts]
