"""A part: one task of a dish, and the future that this task awaits when it awaits the kitchen.

A task waits for one thing at a time, so a part can stand for whatever its task waits for: a timer,
a station, the end of its own work. It is a future in asyncio's documented sense
(`asyncio.isfuture`), without a queue of callbacks: it has one, the task's own wake-up.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

from kitchen.sim import facts as f

if TYPE_CHECKING:
    from kitchen.sim.cook import Timer
    from kitchen.sim.dish import Dish


class Part:
    """One task of a dish: 0 is the dish's own, others are tasks that the recipe started.

    ``chef`` is the number of the chef at work on it, 0 for none. ``held`` says that this chef stays
    until the task's next step: like a blocking call, the wait then cannot be cancelled, and the
    task gets its `asyncio.CancelledError` when it is over. ``step`` is asyncio's callback for the
    step that is ready, if one is, and ``args`` its arguments; None: the part itself.
    """

    __slots__ = (
        "_asyncio_future_blocking", "_wake_up", "args", "cancelled", "chef", "context", "dead",
        "dish",
        "held", "holders", "number", "since", "staring", "step", "task", "timer", "wants",
    )  # fmt: skip

    def __init__(
        self, dish: Dish, number: int, task: asyncio.Task[Any], context: contextvars.Context
    ) -> None:
        self.dish = dish
        self.number = number
        self.task = task
        self.context = context
        self.chef = 0
        self.held = False
        self.staring = False
        self.dead = False
        self.cancelled = False
        self.step: Callable[..., object] | None = None
        self.args: tuple[Any, ...] | None = None
        self.holders: Callable[[], list[asyncio.Task[Any]]] | None = None
        self.since = 0.0
        self.timer: Timer | None = None
        self.wants: str | None = None
        self._wake_up: Callable[..., object] | None = None

    # -- waiting -------------------------------------------------------------------------------

    def __await__(self) -> Generator[Any, None, None]:
        """Suspend the task until `wake`. Its chef leaves, unless the part is held."""
        self._asyncio_future_blocking = True
        yield self

    def own_time(self) -> Part:
        """To be awaited: the end of the work of the step under way; the chef stays for it."""
        self.held = True
        loop = self.dish.loop
        loop.push(loop.clock, self.wake)
        return self

    def stare(self, what: str) -> None:
        """Where chefs stay, the wait that follows is a blocking call: the chef stares at it."""
        dish = self.dish
        if dish.brigade.stay:
            self.held = self.staring = True
            dish.log(f.Stares(dish.loop.clock, self.chef, dish.number, self.number, what))

    @property
    def waiting(self) -> bool:
        """Whether the task awaits the kitchen, and has not been woken."""
        return self._wake_up is not None

    def wake(self) -> None:
        """What the task awaits has come: its next step is ready."""
        callback = self._wake_up
        if callback is None:
            return
        self._wake_up = None
        self.step = callback
        if self.held:
            self.held = False
            self.dish.loop.call_backstage(self.run)
        elif not self.chef:  # else its chef is at work on the step before: see Brigade.finish
            if self.cancelled:
                self.dish.raise_in_order(self)
            else:
                self.dish.brigade.ready(self)

    def run(self) -> None:
        self.dish.brigade.run(self)

    def finish(self) -> None:
        self.dish.brigade.finish(self)

    # -- what asyncio.Task asks of a future ----------------------------------------------------

    def get_loop(self) -> asyncio.AbstractEventLoop:
        return self.dish.loop

    def add_done_callback(
        self, callback: Callable[..., object], *, context: contextvars.Context
    ) -> None:
        self._wake_up = callback

    def cancel(self, msg: object = None) -> bool:
        if self.held or self._wake_up is None:
            return False
        self.cancelled = True
        loop = self.dish.loop
        if loop.working:  # cancelled by a step whose chef will only get to it after its work
            loop.push(loop.clock, self.wake)
        else:
            self.wake()
        return True

    def result(self) -> None:
        if self.cancelled:
            self.cancelled = False
            raise asyncio.CancelledError

    # -- what a stall report asks --------------------------------------------------------------

    @property
    def waits_for(self) -> str:
        return f"a free {self.wants}" if self.wants else "the kitchen"
