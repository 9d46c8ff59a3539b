"""Pacing: how fast kitchen time goes by on the wall. It never changes what happens.

`Jump` is headless: kitchen time jumps from moment to moment. `Steps` is headless with frames, each
a fixed stretch of kitchen time. `Wall` is played: kitchen time follows the wall clock at a speed.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from kitchen.loop import KitchenLoop

CATCH_UP = 0.25
"""Seconds of wall time that one late frame may make up for; the rest is forgotten."""

SPIN = 0.0015
"""Seconds before a deadline at which sleeping ends, since a sleep may last that much too long."""


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
    """The frames of one loop: their deadlines on the wall, free of drift, and who waits for one."""

    def __init__(self, loop: KitchenLoop, rate: float, start: float) -> None:
        if not rate > 0:
            raise ValueError(f"a frame rate is above 0, not {rate!r}")
        self.period = 1.0 / rate
        self.deadline = start
        self._loop = loop
        self._start = start
        self._number = -1
        self._waiter: asyncio.Future[Frame] | None = None

    def next(self) -> asyncio.Future[Frame]:
        """A future for the next frame."""
        self._number += 1
        if self._number:
            self.deadline += self.period
        wall = self._loop.pace.wall()
        if wall > self.deadline + self.period:
            # Too late for this one: leave frames out, but stay on the grid of deadlines.
            self.deadline += (wall - self.deadline) // self.period * self.period
        self._waiter = self._loop.create_future()
        return self._waiter

    def show(self, now: float) -> None:
        """The next frame is due, at kitchen time ``now``."""
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(Frame(self._number, self.deadline - self._start, now))

    @property
    def wanted(self) -> bool:
        return self._waiter is not None


class Pace(Protocol):
    """How a loop that has nothing ready goes on."""

    def wall(self) -> float:
        """Seconds of wall time, from anywhere."""

    def advance(
        self, now: float, when: float, frames: Frames | None, nudge: threading.Event
    ) -> tuple[float, bool]:
        """Wait for the next entry, due at ``when`` (infinity: there is none), or the next frame.

        Return the kitchen time that it is then and whether a frame is due. May return early with
        neither, above all when ``nudge`` is set.
        """


class Jump:
    """Headless: to the next entry at once."""

    def wall(self) -> float:
        return 0.0

    def advance(
        self, now: float, when: float, frames: Frames | None, nudge: threading.Event
    ) -> tuple[float, bool]:
        if frames is not None and frames.wanted and when == float("inf"):
            return now, True
        return when, False


class Steps:
    """Headless with frames: the first is at ``start``, and each is ``seconds`` of kitchen time
    after the one before, or as far as `speed` makes of that. Nothing ever waits."""

    def __init__(self, seconds: float, start: float = 0.0) -> None:
        self.seconds = seconds
        self.speed = 1.0
        self._next = start
        self._wall = 0.0

    def wall(self) -> float:
        return self._wall

    def advance(
        self, now: float, when: float, frames: Frames | None, nudge: threading.Event
    ) -> tuple[float, bool]:
        if frames is None or not frames.wanted or when <= self._next:
            return when, False
        moment = max(now, self._next)
        self._wall = frames.deadline
        self._next = moment + self.seconds * self.speed
        return moment, True


class Wall:
    """Played: kitchen time is an affine map of wall time, rebased at every change of speed.

    ``tempo`` is kitchen seconds a wall second at speed 1; ``speed`` multiplies it, and 0 is a
    pause. ``clock`` and ``sleep`` can be replaced, so that a test of this needs no waiting.
    """

    def __init__(
        self,
        tempo: float = 1.0,
        speed: float = 1.0,
        clock: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.tempo = tempo
        self._speed = speed
        self._clock = clock
        self._sleep = sleep
        self._wall_base = clock()
        self._base = 0.0
        self._late = self._wall_base

    def wall(self) -> float:
        return self._clock()

    @property
    def speed(self) -> float:
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        if not 0.0 <= speed < float("inf"):
            raise ValueError(f"a speed is 0 or more, not {speed!r}")
        wall = self._clock()
        self._rebase(wall, self.kitchen(wall))
        self._speed = speed

    def _rebase(self, wall: float, kitchen: float) -> None:
        self._wall_base, self._base = wall, kitchen

    def kitchen(self, wall: float) -> float:
        """Kitchen time at that moment on the wall."""
        return self._base + (wall - self._wall_base) * self._speed * self.tempo

    def _due(self, kitchen: float) -> float:
        """The moment on the wall at which it is that kitchen time."""
        rate = self._speed * self.tempo
        if rate == 0.0 or kitchen == float("inf"):
            return float("inf")
        return self._wall_base + (kitchen - self._base) / rate

    def advance(
        self, now: float, when: float, frames: Frames | None, nudge: threading.Event
    ) -> tuple[float, bool]:
        wall = self._clock()
        if wall - self._late > CATCH_UP:
            # The machine, not the player, lost this time: kitchen time takes it up where it was.
            self._rebase(wall, max(now, self.kitchen(self._late + CATCH_UP)))
        self._late = wall
        entry = max(self._due(when), self._wall_base)
        frame = frames.deadline if frames is not None and frames.wanted else float("inf")
        if entry > frame:
            if not self._wait(frame, nudge):
                return now, False
            # Kitchen time as of the deadline, but never past an entry that has yet to fire.
            return min(when, max(now, self.kitchen(max(frame, self._wall_base)))), True
        if not self._wait(entry, nudge):
            return now, False
        return when, False

    def _wait(self, deadline: float, nudge: threading.Event) -> bool:
        """Wait until then; False if nudged, or there is more to wait for."""
        left = deadline - self._clock()
        if left <= 0.0:
            return True
        if left > 0.05:
            # Long: nothing is on the screen. Other threads may call, so wait where they can.
            nudge.wait(min(left - 0.02, 3600.0))
            return False
        if left > SPIN:
            self._sleep(left - SPIN)
        while self._clock() < deadline:
            pass
        self._late = max(self._late, deadline)
        return True
