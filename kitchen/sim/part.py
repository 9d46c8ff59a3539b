"""A part: one task of a dish, and the future that this task awaits when it awaits the kitchen.

A task waits for one thing at a time, so a part can stand for whatever its task waits for: a timer,
a station, the end of its own work. It is a future in asyncio's documented sense
(`asyncio.isfuture`), without callbacks: it knows its task and resumes it with the callback of the
task's first step, which is good for every step.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

import msgspec

from kitchen.sim.facts import Resumed, Stares, TimerCut

if TYPE_CHECKING:
    from kitchen.sim.cook import Timer
    from kitchen.sim.dish import Dish

STEPS_AT_ONCE = 100_000
"""Steps that a brigade takes at one instant before it calls a recipe endless."""

Step = Callable[[], object]


class _Unused(msgspec.Struct, gc=False):
    """What comes of a task's call of `Part.add_done_callback`: nothing. It has to be something that
    takes these arguments, and making one of these takes less time than any function of ours."""

    callback: object
    context: object


class Part:
    """One task of a dish: 0 is the dish's own, others are tasks that the recipe started.

    ``chef`` is the number of the chef at work on it, 0 for none. ``held`` says that this chef stays
    until the task's next step: like a blocking call, the wait then cannot be cancelled, and the
    task gets its `asyncio.CancelledError` when it is over. ``timer`` is the last that the task set,
    unless it was cut. ``step`` is the step that is ready, if one is. ``waits`` says that the task
    awaits the part, and nobody has woken it yet.
    """

    __slots__ = (
        "_asyncio_future_blocking", "brigade", "cancelled", "chef", "context", "depth", "dish",
        "get_loop", "held", "holders", "log", "loop", "next_step", "number", "order", "since",
        "staring", "step", "task", "timer", "waits", "wants",
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
        self.next_step = step
        self.get_loop = loop.itself
        self.chef = 0
        self.held = False
        self.staring = False
        self.cancelled = False
        self.since = 0.0
        self.timer: Timer | None = None
        self.waits = False
        self.wants: str | None = None
        self.holders: Callable[[], list[asyncio.Task[Any]]] | None = None

    # -- steps ---------------------------------------------------------------------------------

    def run(self) -> None:
        """Run the step that is ready with the chef that the part has."""
        loop, brigade, step = self.loop, self.brigade, self.step
        self.step = None
        if self.cancelled:
            self._cut_timer()
        brigade.running = self
        self.context.run(step)  # type: ignore[arg-type]
        brigade.running = None
        until = loop.clock
        if until == loop.now:
            if not self.held:
                if self.waits:
                    brigade.rest(self)
                else:
                    self.finish()
        elif self.held:
            loop.clock = loop.now
        elif loop.over_at_once():
            self.finish()
        else:
            loop.clock = loop.now
            push_with = loop.push_with
            push_with(until, _finish, self)

    def _cut_timer(self) -> None:
        """The task is about to hear that it is cancelled."""
        self.cancelled = False
        timer, self.timer = self.timer, None
        if timer is not None and timer.rang is None:
            self.log(TimerCut(self.loop.now, self.order, self.number, timer.number))

    def finish(self) -> None:
        """The step's work is done and the chef's hands are at rest."""
        if self.waits or not self.task.done() or not self.dish.part_done(self):
            self.brigade.rest(self)

    # -- waiting -------------------------------------------------------------------------------

    def __await__(self) -> Generator[Any, Any, None]:
        """Suspend the task until `wake`. Its chef leaves, unless the part is held."""
        self.waits = self._asyncio_future_blocking = True
        return iter((self,))  # type: ignore[return-value]  # as good as a generator, and quicker

    def own_time(self) -> Part:
        """What to await until the work of the step under way is done; the chef stays for it."""
        self.held = self.waits = self._asyncio_future_blocking = True
        loop = self.loop
        push_with = loop.push_with
        push_with(loop.clock, _go_on, self)
        return self

    def stare(self, what: str) -> None:
        """Where chefs stay, the wait that follows is a blocking call: the chef stares at it."""
        if self.brigade.stay:
            self.held = self.staring = True
            self.log(Stares(self.loop.clock, self.chef, self.order, self.number, what))

    def wake(self) -> None:
        """What the task awaits has come: its next step is ready."""
        if not self.waits:
            return
        self.waits = False
        self.step = self.next_step
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
        if self.waits:
            self.waits = self.held = False
            self.step = self.next_step
            loop = self.loop
            if loop.ready:
                loop.call_backstage(self._resume)
            elif self.staring:
                self._resume()
            else:
                self.run()

    def _resume(self) -> None:
        """The chef who stayed takes the next step."""
        if self.staring:
            self.staring = False
            log, brigade = self.log, self.brigade
            brigade.steps = steps = brigade.steps + 1
            if not steps % STEPS_AT_ONCE:
                brigade.check_time_passes(self.dish)
            log(Resumed(self.loop.now, self.chef, self.order, self.number))
        self.run()

    # -- what asyncio.Task asks of a future ----------------------------------------------------

    add_done_callback = _Unused

    def cancel(self, msg: object = None) -> bool:
        """Raise the hand of a task that is to be cancelled. False: the task is to see to it that it
        gets its `asyncio.CancelledError` with its next step."""
        loop = self.loop
        if self.held or not self.waits:
            return False
        if loop.working:  # cancelled by a step whose chef will only get to it after its work
            loop.push(loop.clock, self._cancel_now)
            return True
        self.cancelled = True
        self.wake()
        return False

    def _cancel_now(self) -> None:
        """The step that cancels the task has got to it: whatever it awaits by now is cancelled."""
        self.task.cancel()
        self.task.uncancel()  # it has been counted already

    # -- what a stall report asks --------------------------------------------------------------

    @property
    def waits_for(self) -> str:
        return f"a free {self.wants}" if self.wants else "the kitchen"


_finish, _go_on = Part.finish, Part.go_on
