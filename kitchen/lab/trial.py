"""A trial: one kitchen of a service, cooked once more to its end with one pick more.

All commands that it was given come again, each at its time, and the pick before those of its own
moment. Commands that mean nothing any more do nothing, as ever. Where hands are up at the end, no
command is left and nobody can go on, the autopilot's policy does the rest.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from functools import partial

from kitchen.errors import KitchenError
from kitchen.lab.shadow import Clock, Shadow
from kitchen.lab.why.changes import Change
from kitchen.loop.loop import KitchenLoop
from kitchen.runs.result import Result, result_of
from kitchen.runs.service import Service
from kitchen.sim.commands import AnyCommand, PickAt, SetPolicy
from kitchen.sim.policy import PLAYER
from kitchen.sim.work.kitchen import Kitchen


class Trial(Shadow):
    """``pick`` and ``at``: which order is picked first of all, and when, in seconds of kitchen
    time; None: no pick more, and what comes of it is what came of the kitchen itself, but for the
    ``change``."""

    def __init__(
        self,
        service: Service,
        mode: str,
        pick: int | None = None,
        at: float = 0.0,
        stride: float = 60.0,
        clock: Clock = time.perf_counter,
        change: Change | None = None,
    ) -> None:
        made = None if change is None else partial(_changed, service, mode, change)
        super().__init__(service, mode, stride, clock, made=made)
        policy = service.autopilot_policy
        self._rest = SetPolicy("fifo" if policy == PLAYER else policy)
        given: list[tuple[float, AnyCommand]] = service.kitchens[mode].commands
        commands = list(given) if change is None else change.commands(given)
        if pick is not None:
            first = bisect_left(commands, at, key=lambda given: given[0])
            commands.insert(first, (at, PickAt(pick, 1)))
        for when, command in commands:
            self.kitchen.command(command, when)

    def _hear(self) -> None:
        """All has been told at the beginning."""

    @property
    def closed(self) -> bool:
        return self.kitchen.done.done()

    @property
    def result(self) -> Result:
        """Of the kitchen, which has closed. Raises what ended it, if that was an error."""
        return result_of(self.kitchen)

    def cook(self, seconds: float = float("inf")) -> bool:
        """Go on to the end, for so much wall time at most; whether it has come. Raises what ends
        the kitchen, if that is an error."""
        end = self._clock() + seconds
        while not self.closed:
            self.go(self.loop.now + self._stride)
            if self.loop.idle and not self.closed:
                self._help()
            if self._clock() >= end:
                break
        return self.closed

    def _help(self) -> None:
        """Nothing goes on by itself."""
        if self.kitchen.policy != PLAYER or not self.kitchen.brigade.could_begin:
            raise KitchenError("each of the dishes waits for another")
        self.kitchen.command(self._rest)


def _changed(service: Service, mode: str, change: Change, loop: KitchenLoop) -> Kitchen:
    """That kitchen with one thing otherwise, before it opens."""
    played = change.picks and service.began_played(mode)
    policy = change.what if change.kind == "policy" else None
    if not change.picks and service.autopilot_policy == PLAYER:
        policy = policy or "fifo"
    new = change.mode(service.kitchens[mode].mode, service.shift)
    return service.changed(loop, new, played, change.shift, policy)
