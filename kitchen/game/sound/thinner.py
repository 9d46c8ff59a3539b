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
EACH_SECOND = {"chop": 7.0, "burn": 0.8, "walk_out": 1.0, "fanfare": 0.5, "sizzle": 2.5}
OTHERS_EACH_SECOND = 3.5


@dataclass(slots=True)
class Bucket:
    """How many starts a kind has left, as of the last one."""

    left: float = HELD
    at: float = -1e9


class Thinner:
    """One for all kinds; times are seconds of wall time."""

    def __init__(self) -> None:
        self._buckets: dict[str, Bucket] = {}
        self._frame, self._started = -1e9, 0

    def gain(self, kind: str, wall: float) -> float:
        """1 down to `SOFTEST` for a sound that may start now; 0 for one too many."""
        if wall != self._frame:
            self._frame, self._started = wall, 0
        bucket = self._buckets.setdefault(kind, Bucket(at=wall - 1.0))
        rate = EACH_SECOND.get(kind, OTHERS_EACH_SECOND)
        left = min(HELD, bucket.left + rate * (wall - bucket.at))
        if self._started >= FRAME_MAX or wall - bucket.at < GAP or left < 1.0:
            return 0.0
        bucket.left, bucket.at = left - 1.0, wall
        self._started += 1
        return SOFTEST + (1.0 - SOFTEST) * left / HELD
