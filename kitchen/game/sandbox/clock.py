"""The sandbox's clock: kitchen time in both kitchens, which can begin anywhere and stop."""

from __future__ import annotations

import math

from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import FILM_FPS, WARM_UP
from kitchen.loop.pacing import Pacing, Steps, Wall
from kitchen.sim.shift.shift import TEMPO


class Clock:
    """Follows a loop's time, from ``start`` on and never past ``end`` (seconds). ``tempo``: kitchen
    seconds for each wall second at 1x."""

    def __init__(self, start: float, speed: float, tempo: float = TEMPO) -> None:
        self.now = start
        self.end = math.inf
        self.speed = speed
        self.paused = False
        self._tempo = tempo
        self._held = False
        self._zero = start
        self._time = 0.0
        self._pace: Steps | Wall | None = None

    def pacing(self, options: Options) -> Pacing:
        """A new loop's pacing: it goes on where the clock is. For a screenshot, frame by frame."""
        self._zero, self._time = self.now, 0.0
        if not options.photographs:
            self._pace = Wall(self._tempo, self.speed)
        else:
            step = self._tempo / FILM_FPS
            self._pace = Steps(step)
            self._zero = self.now = max(0.0, options.at - WARM_UP * step * self.speed)
        self._set()
        return self._pace

    def tick(self, time: float) -> None:
        """The loop's time is that now."""
        self._time = time
        self.now = min(self._zero + time, max(self.end, 0.0))
        if self.closed:
            self._zero = self.now - time
        self._set()

    @property
    def closed(self) -> bool:
        return self.now >= self.end

    @property
    def still(self) -> bool:
        return self.paused or self.closed

    def pause(self) -> None:
        self.paused = not self.paused
        self._set()

    def stop(self) -> None:
        self.paused = True
        self._set()

    def set_speed(self, speed: float) -> None:
        self.speed, self.paused = speed, False
        self._set()

    def set_now(self, now: float) -> None:
        """Go on from that kitchen time."""
        self.now, self._zero = now, now - self._time
        self._set()

    def hold(self, held: bool) -> None:
        """Stand still while something lies over the screen."""
        self._held = held
        self._set()

    def _set(self) -> None:
        if self._pace is not None:
            self._pace.speed = 0.0 if self._held or self.still else self.speed
