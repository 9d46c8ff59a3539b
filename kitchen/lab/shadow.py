"""A shadow: one kitchen of a service, cooked once more on a loop of its own, up to the present."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable

from kitchen.loop.loop import KitchenLoop
from kitchen.loop.nested import no_loop_running
from kitchen.runs.service import Service
from kitchen.sim.facts import Fact
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.work.kitchen import Kitchen

Clock = Callable[[], float]


class Shadow:
    """Follows the kitchen of that mode, and does what that did: whoever has asked it something that
    the other was not asked has to take another one.

    ``stride`` is how far it goes, in seconds of kitchen time, from one look at the clock to the
    next. ``clock`` tells wall time in seconds. ``watch`` is called before the kitchen opens;
    ``made`` makes it, if it is to be another one.
    """

    def __init__(
        self, service: Service, mode: str, stride: float, clock: Clock = time.perf_counter,
        watch: Callable[[Kitchen], object] = lambda kitchen: None,
        made: Callable[[KitchenLoop], Kitchen] | None = None,
    ) -> None:  # fmt: skip
        self.mode = mode
        self.loop = KitchenLoop()
        self.kitchen = made(self.loop) if made else service.double(self.loop, mode)
        seen = service.view
        self.view = KitchenView(seen.plans, seen.menu, seen.hands_pace)
        self._real = service.kitchens[mode]
        self._told = 0
        """Commands that it was given, of those that the other kitchen was."""
        self._stride, self._clock = stride, clock
        self._facts: list[Fact] = []
        """What has happened on a way that it has not gone to its end."""
        watch(self.kitchen)
        self.kitchen.open()

    def go(self, until: float, seconds: float = float("inf")) -> list[Fact] | None:
        """Go on to ``until``, and fold what happens; None if ``seconds`` of wall time are not
        enough: asked again, it goes on. Raises what ends the kitchen, if that is an error."""
        end = self._clock() + seconds
        self._hear()
        with no_loop_running():
            while True:
                self._facts += self._step(min(until, self.loop.now + self._stride))
                if self.loop.now >= until:
                    facts, self._facts = self._facts, []
                    return facts
                if self._clock() >= end:
                    return None

    def _hear(self) -> None:
        """Be told all that the other kitchen was told meanwhile."""
        commands = self._real.commands
        for at, command in commands[self._told :]:
            self.kitchen.command(command, at)
        self._told = len(commands)

    def _step(self, until: float) -> list[Fact]:
        # As a command, it comes when all else of that moment is done.
        self.loop.call_command(self.loop.stop, until)
        self.loop.run_forever()
        if self.kitchen.done.done():
            self.kitchen.done.result()
        return self.view.fold(self.kitchen.facts.take(until))

    def leave(self) -> None:
        """Leave nothing behind, and say nothing of what never began."""
        with no_loop_running(), warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            self.kitchen.sweep()
            self.loop.close()
