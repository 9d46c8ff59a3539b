"""What is to be seen of stretches that overlap: at each moment the one that says most."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kitchen.sim.view.segment import DEPTH, Segment

FOR_EVER = float("inf")


@dataclass(slots=True)
class Bar:
    """A piece of a segment that nothing hides, in seconds; ``end`` is None while it goes on."""

    segment: Segment
    start: float
    end: float | None

    def until(self, now: float) -> float:
        return now if self.end is None else min(self.end, now)

    def over(self, now: float) -> bool:
        return self.end is not None and self.end <= now


Layers = list[tuple[int, int, Segment]]
"""A heap of what goes on at a moment, uppermost first; of equals the one that began first."""


def uppermost(segments: Iterable[Segment]) -> list[Bar]:
    """The bars of segments that come in the order of their starts. No two bars overlap."""
    segments = list(segments)
    if all(one.end is not None and one.end <= two.start for one, two in pairwise(segments)):
        return [Bar(segment, segment.start, segment.end) for segment in segments]
    bars: list[Bar] = []
    stack: Layers = []
    t = 0.0
    for serial, segment in enumerate(segments):
        _go_on(stack, t, segment.start, bars)
        t = segment.start
        heapq.heappush(stack, (-DEPTH[segment.kind], serial, segment))
    _go_on(stack, t, FOR_EVER, bars)
    return bars


def _go_on(stack: Layers, t: float, until: float, bars: list[Bar]) -> None:
    """Add the bars from ``t`` to ``until``, while nothing new begins."""
    while stack and t < until:
        segment = stack[0][2]
        end = FOR_EVER if segment.end is None else segment.end
        if end <= t:
            heapq.heappop(stack)
            continue
        _add(bars, segment, t, min(end, until))
        t = min(end, until)


def _add(bars: list[Bar], segment: Segment, start: float, end: float) -> None:
    upto = None if end == FOR_EVER else end
    if bars and bars[-1].segment is segment and bars[-1].end == start:
        bars[-1].end = upto
    else:
        bars.append(Bar(segment, start, upto))
