"""The rush: how fast kitchen time goes by on its way to the next ring."""

from __future__ import annotations

import math

TOP = 16.0
"""Times as fast as at 1x."""

AHEAD = 600.0
"""The same on the way ahead in a replay, where nobody needs to see what goes by."""

EASE = 0.25
"""Seconds of wall time in which it gets there, and comes down from there."""


class Rush:
    """Begins at ``base`` (times 1x) and ends at it. ``wall`` is when, in seconds; if it is ``calm``
    there is no easing. ``top`` is the most."""

    def __init__(self, base: float, wall: float, calm: bool, top: float = TOP) -> None:
        self._base, self._wall, self._calm = base, wall, calm
        self._top = max(top, base)
        self._speed = base

    def speed(self, wall: float, left: float) -> float:
        """The speed now, with so many seconds of wall time at 1x ``left`` to where it will probably
        end."""
        if self._calm:
            return self._top
        gain = (self._top - self._base) / EASE
        room = math.sqrt(self._base**2 + 2.0 * gain * max(0.0, left))
        risen = self._speed + gain * (wall - self._wall)
        self._wall = wall
        self._speed = min(self._top, room, risen)
        return self._speed
