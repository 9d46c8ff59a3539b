"""The stretch of kitchen time that the timeline shows."""

from __future__ import annotations

from dataclasses import dataclass

FIRST_SPAN, LAST_SPAN = 45.0, 90.0  # wall seconds at 1x in the window: it widens, then scrolls
BRIEF_SPAN = 8.0  # the first of a shift of which tenths of a second are told: it is soon over
NOW_AT = 0.62  # the marker's place in the window, once it has got there


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """The stretch of kitchen time in view, in device px."""

    start: float
    """Seconds at the left edge; a whole number of device px from the kitchen's opening."""
    scale: float
    """Device px for each second."""
    left: int
    right: int

    def x(self, t: float) -> int:
        return self.left + round((t - self.start) * self.scale)

    def time(self, x: float) -> float:
        return self.start + (x - self.left) / self.scale

    @property
    def end(self) -> float:
        return self.time(self.right)


def time_span(now: float, tempo: float, left: int, right: int) -> TimeSpan:
    """At first 45 wall seconds' worth, from the opening; wider up to 90; then it scrolls.

    It moves by whole px: what is past keeps its shape while it scrolls.
    """
    first = FIRST_SPAN if tempo >= 1.0 else BRIEF_SPAN
    span = min(max(now / NOW_AT, tempo * first), tempo * LAST_SPAN)
    scale = (right - left) / span
    start = max(0.0, now - span * NOW_AT)
    return TimeSpan(round(start * scale) / scale, scale, left, right)
