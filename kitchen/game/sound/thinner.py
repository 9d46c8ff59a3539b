"""Thinning out: of many sounds of a kind at once, few start, and those get softer."""

from __future__ import annotations

from dataclasses import dataclass

GAP = 0.06
"""Wall seconds between two starts of one kind, at least."""
FRAME_MAX = 4
"""Starts in one frame."""
HELD = 3.0
"""Starts of one kind that may follow each other at once."""
SOFTEST = 0.55
"""Gain of a sound that comes as often as it may."""
EACH_SECOND = {
    "ding": 2.5, "burn": 0.8, "spoilt": 0.8, "walk_out": 1.0, "serve": 2.5, "coin": 2.5,
    "fanfare": 0.5, "work": 6.0,
}  # fmt: skip
"""Starts of a kind in a second, in the long run; all other kinds together are ``work``."""


@dataclass(slots=True)
class Bucket:
    """How many starts a kind has left, as of the last one."""

    left: float = HELD
    at: float = -1e9


class Thinner:
    """One for all kinds; times are seconds of wall time."""

    def __init__(self) -> None:
        self._buckets: dict[str, Bucket] = {}
        self._last: dict[str, float] = {}
        self._frame, self._started = -1e9, 0

    def gain(self, kind: str, wall: float) -> float:
        """1 down to `SOFTEST` for a sound that may start now; 0 for one too many."""
        if wall != self._frame:
            self._frame, self._started = wall, 0
        if self._started >= FRAME_MAX or wall - self._last.get(kind, -1e9) < GAP:
            return 0.0
        shared = kind if kind in EACH_SECOND else "work"
        bucket = self._buckets.setdefault(shared, Bucket())
        left = min(HELD, bucket.left + EACH_SECOND[shared] * (wall - bucket.at))
        if left < 1.0:
            return 0.0
        bucket.left, bucket.at, self._last[kind] = left - 1.0, wall, wall
        self._started += 1
        return SOFTEST + (1.0 - SOFTEST) * left / HELD
