"""A part: one task of a dish, and the future that this task awaits when it awaits the kitchen.

A task waits for one thing at a time, so a part can stand for whatever its task waits for: a timer,
a station, the end of its own work. It is a future in asyncio's documented sense
(`asyncio.isfuture`), without a queue of callbacks: it has one, the task's own wake-up.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable, Generator
from functools import partial
from typing import TYPE_CHECKING, Any

from kitchen.sim.facts import Resumed, Stares, TimerCut

if TYPE_CHECKING:
    from kitchen.sim.cook import Timer
    from kitchen.sim.dish import Dish

Step = Callable[[], object]


class Part:
    """One task of a dish: 0 is the dish's own, others are tasks that the recipe started.

    ``chef`` is the number of the chef at work on it, 0 for none. ``held`` says that this chef stays
    until the task's next step: like a blocking call, the wait then cannot be cancelled, and the
    task gets its `asyncio.CancelledError` when it is over. ``step`` is the step that is ready, if
    one is. ``wake_up`` is asyncio's callback while the task awaits the part, and else None.
    """

    __slots__ = (
        "_asyncio_future_blocking", "_go_on", "brigade", "cancelled", "chef", "context", "depth",
        "dish", "get_loop", "held", "holders", "log", "loop", "number", "order", "since",
        "staring", "step", "task", "timer", "wake_up", "wants",
    )  # fmt: skip

    def __init__(
        self,
        dish: Dish,
        number: int,
        task: asyncio.Task[Any],
        context: contextvars.Context,
        step: Step,
    ) -> None:
        self.dish = dish
        # Everything goes through a part, so it has at hand what it needs all the time.
        self.brigade = dish.brigade
        self.loop = loop = dish.loop
        self.log = dish.log
        self.order = dish.number
        self.number = number
        self.depth = 0
        self.task = task
        self.context = context
        self.step: Step | None = step
        self._go_on = step
        self.get_loop = loop.itself
        self.chef = 0
        self.held = False
        self.staring = False
        self.cancelled = False
        self.since = 0.0
        self.timer: Timer | None = None
        self.wake_up: Callable[..., object] | None = None
        self.wants: str | None = None
        self.holders: Callable[[], list[asyncio.Task[Any]]] | None = None

    # -- steps ---------------------------------------------------------------------------------

    def run(self) -> None:
        """Run the step that is ready with the chef that the part has."""
        loop, brigade, step = self.loop, self.brigade, self.step
        self.step = None
        if self.timer is not None:
            timer, self.timer = self.timer, None
            if self.cancelled:
                self.log(TimerCut(loop.now, self.order, self.number, timer.number))
        brigade.running = self
        self.context.run(step)  # type: ignore[arg-type]
        brigade.running = None
        until, now = loop.clock, loop.now
        if until != now:
            loop.clock = now
            if not self.held:
                push = loop.push
                push(until, self.finish)
        elif not self.held:
            self.finish()

    def finish(self) -> None:
        """The step's work is done and the chef's hands are at rest."""
        if self.wake_up is not None or not self.task.done() or not self.dish.part_done(self):
            self.brigade.rest(self)

    # -- waiting -------------------------------------------------------------------------------

    def __await__(self) -> Generator[Any, Any, None]:
        """Suspend the task until `wake`. Its chef leaves, unless the part is held."""
        self._asyncio_future_blocking = True
        return iter((self,))  # type: ignore[return-value]  # as good as a generator, and quicker

    def own_time(self) -> Part:
        """What to await until the work of the step under way is done; the chef stays for it."""
        self.held = self._asyncio_future_blocking = True
        loop = self.loop
        push = loop.push
        push(loop.clock, self.go_on)
        return self

    def stare(self, what: str) -> None:
        """Where chefs stay, the wait that follows is a blocking call: the chef stares at it."""
        if self.brigade.stay:
            self.held = self.staring = True
            self.log(Stares(self.loop.clock, self.chef, self.order, self.number, what))

    def wake(self) -> None:
        """What the task awaits has come: its next step is ready."""
        callback = self.wake_up
        if callback is None:
            return
        self.wake_up = None
        self.step = partial(callback, self) if self.cancelled else self._go_on
        if self.held:
            self.held = False
            self.loop.call_backstage(self._resume)
        elif not self.chef:  # else its chef is at work on the step before: see Brigade.rest
            if self.cancelled:
                self.dish.raise_in_order(self)
            else:
                self.brigade.ready(self)

    def go_on(self) -> None:
        """What the chef stayed for has come. `wake`, for the last act of an entry of the loop."""
        if self.wake_up is not None:
            self.wake_up = None
            self.step = self._go_on
            self.held = False
            self.loop.call_next(self._resume if self.staring else self.run)

    def _resume(self) -> None:
        """The chef who stayed takes the next step."""
        if self.staring:
            self.staring = False
            self.brigade.count_step(self.dish)
            self.log(Resumed(self.loop.now, self.chef, self.order, self.number))
        self.run()

    # -- what asyncio.Task asks of a future ----------------------------------------------------

    def add_done_callback(
        self, callback: Callable[..., object], *, context: contextvars.Context
    ) -> None:
        self.wake_up = callback

    def cancel(self, msg: object = None) -> bool:
        if self.held or self.wake_up is None:
            return False
        loop = self.loop
        if loop.working:  # cancelled by a step whose chef will only get to it after its work
            loop.push(loop.clock, self._cancel_now)
        else:
            self.cancelled = True
            self.wake()
        return True

    def _cancel_now(self) -> None:
        """The step that cancels the task has got to it: whatever it awaits by now is cancelled."""
        if self.wake_up is None or self.held:
            self.task.cancel()
        else:
            self.cancelled = True
            self.wake()

    def result(self) -> None:
        """Called by the wake-up, which only a cancelled part's task gets: see `wake`."""
        if self.cancelled:
            self.cancelled = False
            raise asyncio.CancelledError

    # -- what a stall report asks --------------------------------------------------------------

    @property
    def waits_for(self) -> str:
        return f"a free {self.wants}" if self.wants else "the kitchen"
