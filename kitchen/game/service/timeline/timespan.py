"""The stretch of kitchen time that the timeline shows."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

SPAN = 48.0  # wall seconds at 1x in the window: a short step of a chef is wide enough to be read
BRIEF_SPAN = 8.0  # of a shift of which tenths of a second are told: it is soon over
EDGE = 0.04  # how near the past may come to the left edge of the window, as a share of it
NOW_AT = 0.57  # the marker's place in the window, once it has got there: from then on it scrolls


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The stretch of kitchen time in view, in device px."""

    origin: int
    """The left edge, in device px from the kitchen's opening."""
    scale: float
    """Device px for each second."""
    left: int
    right: int

    def x(self, t: float) -> int:
        """Counted from the opening: what falls between two px goes to the same, always."""
        return self.left + px(t, self.scale) - self.origin

    def time(self, x: float) -> float:
        return self.start + (x - self.left) / self.scale

    @property
    def start(self) -> float:
        """Seconds at the left edge."""
        return self.origin / self.scale

    @property
    def end(self) -> float:
        return self.time(self.right)


def time_span(now: float, tempo: float, left: int, right: int) -> TimeSpan:
    """At first from the opening on; then it scrolls.

    It moves by whole px: what is past keeps its shape while it scrolls.
    """
    span = tempo * (SPAN if tempo >= 1.0 else BRIEF_SPAN)
    scale = (right - left) / span
    start = max(0.0, now - span * NOW_AT)
    return TimeSpan(px(start, scale), scale, left, right)


def past_span(now: float, present: float, tempo: float, left: int, right: int) -> TimeSpan:
    """While the past is looked at: as at the ``present``, for as long as ``now`` is in that; else
    so many half windows before. It hangs on nothing else, and stays where it is meanwhile."""
    last, half = time_span(present, tempo, left, right), (right - left) // 2
    missing = last.origin + round((right - left) * EDGE) - px(now, last.scale)
    back = max(0, math.ceil(missing / half))
    return replace(last, origin=max(0, last.origin - back * half))


def px(t: float, scale: float) -> int:
    """The device px from the kitchen's opening to ``t``."""
    return math.floor(t * scale + 0.5)
