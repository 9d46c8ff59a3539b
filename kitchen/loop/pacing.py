"""Pacing: how fast kitchen time goes by on the wall. It never changes what happens.

`Jump` is headless: kitchen time jumps from moment to moment. `Steps` is headless with frames, each
a fixed stretch of kitchen time. `Wall` is played: kitchen time follows the wall clock at a speed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from types import FrameType
from typing import Protocol

import kitchen.loop.nudge
from kitchen.loop.frames import Frames
from kitchen.loop.nudge import Nudge
from kitchen.plain import INFINITY

CATCH_UP = 0.1
"""Seconds of wall time by which things may be late and be made up for; the rest is forgotten. So
this is also how long a frame can take when the machine is too slow for the speed."""

SPIN = 0.001
"""Seconds before a deadline at which sleeping ends at the earliest, since a sleep may last that
much too long. How much it does is learnt: on most machines a tenth of this."""

LONG = 0.05
"""Seconds from which on a wait is one in which other threads can call at once."""


class Pacing(Protocol):
    """How a loop that has nothing ready goes on."""

    def wall(self) -> float:
        """Seconds of wall time, from anywhere."""

    def advance(
        self, now: float, when: float, frames: Frames | None, nudge: Nudge
    ) -> tuple[float, bool]:
        """Wait for the next entry, due at ``when`` (infinity: there is none), or the next frame.

        Return the kitchen time that it is then and whether a frame is due. May return early with
        neither, above all when ``nudge`` is set.
        """

    def hold(self, now: float, frames: Frames | None, nudge: Nudge, seconds: float) -> bool:
        """Kitchen time stands still at ``now``, for threads are at work: wait for ``nudge``, but
        not longer than ``seconds`` of wall time.

        Return whether a frame is due meanwhile. May return early.
        """


class Jump:
    """Headless: to the next entry at once."""

    def wall(self) -> float:
        return 0.0

    def advance(
        self, now: float, when: float, frames: Frames | None, nudge: Nudge
    ) -> tuple[float, bool]:
        if when == INFINITY:
            return now, frames is not None and frames.wanted
        return when, False

    def hold(self, now: float, frames: Frames | None, nudge: Nudge, seconds: float) -> bool:
        nudge.wait(seconds)
        return False


Watch = Callable[[float], float]
"""Asked whenever nothing is left to do at a moment of kitchen time, which it is given: returns up
to which moment time may go on at most. May tell the pacing to stand still."""


class Steps:
    """Headless with frames: the first is at ``start``, and each is ``seconds`` of kitchen time
    after the one before, or as far as `speed` makes of that. Nothing ever waits."""

    def __init__(self, seconds: float, start: float = 0.0) -> None:
        self.seconds = seconds
        self._speed = 1.0
        self._base = start
        self._steps = 0  # from _base to the next frame
        self._wall = 0.0
        self.watch: Watch | None = None

    def wall(self) -> float:
        return self._wall

    @property
    def speed(self) -> float:
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        _check_speed(speed)
        if self._steps:  # the steps so far were at the old speed
            self._base, self._steps = self._moment(self._steps - 1), 1
        self._speed = speed

    def stand(self, now: float) -> None:
        """Kitchen time stands still at exactly that moment, until it gets a speed."""
        self._base, self._steps, self._speed = now, 0, 0.0

    def _moment(self, steps: int) -> float:
        return self._base + steps * (self.seconds * self._speed)

    def advance(
        self, now: float, when: float, frames: Frames | None, nudge: Nudge
    ) -> tuple[float, bool]:
        if self.watch is not None:
            when = min(when, self.watch(now))
        moment = self._moment(self._steps)
        if frames is None or not frames.wanted or when <= moment:
            return (now if when == INFINITY else when), False
        if moment < now:
            moment, self._base, self._steps = now, now, 0
        self._wall = frames.deadline
        self._steps += 1
        return moment, True

    def hold(self, now: float, frames: Frames | None, nudge: Nudge, seconds: float) -> bool:
        nudge.wait(seconds)
        return False


class Wall:
    """Played: kitchen time is an affine map of wall time, rebased at every change of speed.

    ``tempo`` is kitchen seconds a wall second at speed 1; ``speed`` multiplies it, and 0 is a
    pause. Time begins when the loop first has nothing ready. ``clock`` and ``sleep`` can be
    replaced, so that a test of this needs no waiting; the clock must go on by itself, however
    little.
    """

    def __init__(
        self,
        tempo: float = 1.0,
        speed: float = 1.0,
        clock: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        _check_speed(speed)
        self._tempo = tempo
        self._speed = speed
        self._clock = clock
        self._sleep = sleep
        self._begun = False
        self._wall_base = clock()
        self._base = 0.0
        self._last = self._wall_base  # until then all that was due has been done
        self._forgiven = -INFINITY  # what was due before this has been made up for, or forgotten
        self._margin = SPIN  # how much too long a sleep may last, as far as is known
        self.watch: Watch | None = None

    def wall(self) -> float:
        return self._clock()

    @property
    def tempo(self) -> float:
        return self._tempo

    @property
    def speed(self) -> float:
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        _check_speed(speed)
        wall = self._clock()
        self._forget(wall, self._last)
        self._rebase(wall, self.kitchen(wall))
        self._speed = speed

    def stand(self, now: float) -> None:
        """Kitchen time stands still at exactly that moment, until it gets a speed."""
        self._rebase(self._clock(), now)
        self._speed = 0.0

    def _rebase(self, wall: float, kitchen: float) -> None:
        self._wall_base, self._base = wall, kitchen

    def kitchen(self, wall: float) -> float:
        """Kitchen time at that moment on the wall."""
        if not self._begun:
            return self._base
        return self._base + (wall - self._wall_base) * self._speed * self._tempo

    def _due(self, kitchen: float) -> float:
        """The moment on the wall at which it is that kitchen time."""
        if kitchen <= self._base:
            return self._wall_base
        rate = self._speed * self._tempo
        return self._wall_base + (kitchen - self._base) / rate if rate else INFINITY

    def advance(
        self, now: float, when: float, frames: Frames | None, nudge: Nudge
    ) -> tuple[float, bool]:
        wall = self._clock()
        if not self._begun:
            self._begun = True
            self._last = wall
            self._rebase(wall, now)
        if self.watch is not None:
            when = min(when, self.watch(now))
        frame = frames.deadline if frames is not None and frames.wanted else INFINITY
        self._forget(wall, min(self._due(when), frame, self._last))
        entry = self._due(when)
        if entry <= frame:
            return (when, False) if self._wait(entry, nudge, self._margin) else (now, False)
        easy = frames is not None and frames.easy
        if not self._wait(frame, nudge, 0.0 if easy else self._margin):
            return now, False
        # Kitchen time as of the deadline, but never past an entry that has yet to fire.
        return min(when, max(now, self.kitchen(max(frame, self._wall_base)))), True

    def _forget(self, wall: float, due: float) -> None:
        """Kitchen time never leaps: what is later than `CATCH_UP` is the machine's loss, not the
        player's. From there the map goes on as if that time had not been."""
        lost = wall - CATCH_UP - max(due, self._forgiven)
        if lost > 0.0:
            self._forgiven = wall - CATCH_UP
            latest = max(self._wall_base, self._forgiven)
            self._wall_base = min(self._wall_base + lost, latest)

    def hold(self, now: float, frames: Frames | None, nudge: Nudge, seconds: float) -> bool:
        frame = frames.deadline if frames is not None and frames.wanted else INFINITY
        nudge.wait(min(frame - self._clock(), seconds))
        wall = self._clock()
        self._begun = True
        self._last = wall
        self._rebase(wall, now)
        return wall >= frame

    def _wait(self, deadline: float, nudge: Nudge, margin: float) -> bool:
        """Wait until then; False if there may be more to wait for. Sleep ends ``margin`` seconds
        before: for the rest, the clock is watched."""
        left = deadline - self._clock()
        if left > LONG:
            # No frame is near. Other threads may call, so wait where they can.
            nudge.wait(left - LONG / 2)
            self._last = self._clock()
            return False
        if left > margin:
            self._sleep(left - margin)
            self._learn(self._clock() - deadline + margin)
        while self._clock() < deadline:
            pass
        self._last = max(self._last, deadline)
        return True

    def _learn(self, late: float) -> None:
        """A sleep ended ``late`` seconds too late. Allow for a little more from now on, and take
        that back slowly."""
        self._margin = min(SPIN, max(late * 1.25, self._margin * 0.95, 0.00002))


def _check_speed(speed: float) -> None:
    if not 0.0 <= speed < INFINITY:
        raise ValueError(f"a speed is 0 or more, not {speed!r}")


def waits_here(frame: FrameType) -> bool:
    """Whether whoever has got to that frame waits for time to go by, or for a nudge."""
    return frame.f_code.co_filename in (__file__, kitchen.loop.nudge.__file__)
