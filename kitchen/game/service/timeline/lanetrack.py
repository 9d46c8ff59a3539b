"""The track of a lane: what it shows in its order, found anew only when its stretches change."""

from __future__ import annotations

from kitchen.game.service.timeline.lanes import Lane
from kitchen.game.service.timeline.timespan import TimeSpan
from kitchen.sim.view.segment import Segment
from kitchen.sim.view.uppermost import Bar, uppermost

Seen = tuple[int, Segment, object] | tuple[()]
"""How many stretches somebody has, and the last of them: one is only added, closed or taken back
when nothing of it has gone by."""


class LaneTrack:
    """Its bars, oldest first: those that are over, the one that goes on, those still to come."""

    def __init__(self, lane: Lane) -> None:
        self.lane = lane
        self._sources = [one.segments for one in lane.chefs or lane.orders]
        self._seen: list[Seen] = []
        self._open: list[Segment] = []
        self.bars: list[Bar] = []
        self.over = 0
        """How many of them, from the first, are over."""
        self.foreseen: list[Segment] = []
        """Stretches whose end is foreseen."""
        self.endings: list[tuple[float, bool]] = []
        """When orders ended in it, and whether they were served."""

    def follow(self, view: TimeSpan, now: float, room: float) -> None:
        """Up to ``now``. ``room``: see `Lane.endings`."""
        seen: list[Seen] = [
            (len(own), own[-1], self._state(own[-1])) if own else () for own in self._sources
        ]
        if seen != self._seen or any(segment.end is not None for segment in self._open):
            self._seen = seen
            self._find(view, now, room)
        bars = self.bars
        while self.over < len(bars) and bars[self.over].over(now):
            self.over += 1

    def going(self, now: float) -> Bar | None:
        """The bar that goes on, if there is one."""
        bar = self.bars[self.over] if self.over < len(self.bars) else None
        return bar if bar is not None and bar.start < now else None

    def _state(self, segment: Segment) -> object:
        """What counts of its order: with that it may end in the lane of its chef."""
        return self.lane.chefs and self.lane.view.orders[segment.order].state

    def _find(self, view: TimeSpan, now: float, room: float) -> None:
        # Of a dish all of them: a pattern stays as it is when what lay over it leaves the window.
        segments = self.lane.segments(view.start if self.lane.chefs else 0.0, view.end)
        self.bars, self.over = uppermost(segments), 0
        self._open = [segment for segment in segments if segment.end is None]
        self.foreseen = [
            segment
            for segment in segments
            if (segment.kind in ("cooking", "staring") and segment.end is None)
            or (segment.end is not None and segment.kind == "hands" and segment.end > now)
        ]  # fmt: skip
        if self.lane.chefs:
            self.endings = self.lane.endings(view.start, now, room)
