"""Segments: the stretches of time that the lanes of a timeline show."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import Literal

SegmentKind = Literal["hands", "cooking", "ready", "burning", "staring", "blocked"]
"""What a stretch of a lane shows; ``blocked`` waits for a station or another task."""

DEPTH: dict[SegmentKind, int] = {
    "blocked": 0, "cooking": 1, "ready": 2, "staring": 3, "burning": 4, "hands": 5
}  # fmt: skip
"""Parts of one dish share a lane: what says more lies on top. A chef who is with the dish says more
than another part's raised hand, which waits for that same chef."""


@dataclass(slots=True)
class Segment:
    """A stretch of a lane in the timeline; ``end`` is None while it goes on."""

    kind: SegmentKind
    start: float
    end: float | None
    order: int
    part: int
    chef: int | None
    what: str

    def until(self, now: float) -> float:
        return now if self.end is None else min(self.end, now)


def segments_between(segments: list[Segment], start: float, end: float) -> list[Segment]:
    """Those that overlap ``start`` to ``end``; they must be in order of their start."""
    first = bisect.bisect_left(segments, start, key=lambda s: s.end if s.end is not None else end)
    return [s for s in segments[first:] if s.start <= end]


def remove_segment(segments: list[Segment], segment: Segment) -> None:
    """Take one out; they must be in order of their start."""
    index = bisect.bisect_left(segments, segment.start, key=lambda s: s.start)
    while segments[index] is not segment:
        index += 1
    del segments[index]
