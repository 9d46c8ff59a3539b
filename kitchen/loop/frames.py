"""Frames: the moments, at a fixed rate of wall time, at which a loop lets a program draw."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from dataclasses import dataclass

from kitchen.plain import INFINITY


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame of the screen."""

    number: int
    """Counts from 0."""
    wall: float
    """Seconds of wall time since the first frame was asked for."""
    time: float
    """Kitchen time."""


class Frames:
    """The frames of one loop: their deadlines on the wall, free of drift, and who waits for one.

    ``wall`` tells seconds of wall time, ``rate`` how many frames there are in one of them.
    """

    def __init__(
        self,
        rate: float,
        wall: Callable[[], float],
        new_future: Callable[[], asyncio.Future[Frame]],
    ) -> None:
        if not 0.0 < rate < INFINITY:
            raise ValueError(f"a frame rate is above 0, not {rate!r}")
        self.rate = rate
        self._wall = wall
        self._start = wall()
        self._new_future = new_future
        self._number = -1
        self._tick = -1  # on the grid of deadlines, counting those left out
        self._left_out = 0
        self.easy = False
        """The frame that is wanted may be a little late: its like were left out before it."""
        self._waiter: asyncio.Future[Frame] | None = None

    @property
    def deadline(self) -> float:
        """The wall time at which the frame that is wanted is due."""
        return self._start + self._tick / self.rate

    def leave_out(self, count: int) -> None:
        """So many frames before the next one do not come."""
        self._left_out = count

    def next(self) -> asyncio.Future[Frame]:
        """A future for the next frame."""
        self._number += 1
        self._tick += 1 + self._left_out
        self.easy, self._left_out = self._left_out > 0, 0
        now = math.floor((self._wall() - self._start) * self.rate)
        # Too late for some: leave them out, but stay on the grid.
        self._tick = max(self._tick, now)
        self._waiter = self._new_future()
        return self._waiter

    def show(self, now: float) -> None:
        """The next frame is due, at kitchen time ``now``."""
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(Frame(self._number, self._tick / self.rate, now))

    @property
    def wanted(self) -> bool:
        return self._waiter is not None
