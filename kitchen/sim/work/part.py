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
from heapq import heappush
from typing import TYPE_CHECKING, Any

import msgspec

from kitchen.plain import INFINITY
from kitchen.sim.facts import PartEnded, Resumed, Stares, TimerCut, TimerSet

if TYPE_CHECKING:
    from kitchen.sim.work.brigade import Brigade
    from kitchen.sim.work.dish import Dish
    from kitchen.sim.work.station import Station

Step = Callable[[], object]

DEPTH: contextvars.ContextVar[int] = contextvars.ContextVar("DEPTH")
"""How many tasks stand between a part and the dish's own, itself counted; unset in the latter."""


class _Unused(msgspec.Struct, gc=False):
    """What comes of a task's call of `Part.add_done_callback`: nothing. It has to be something that
    takes these arguments, and making one of these takes less time than any function of ours."""

    callback: object
    context: object


class Part:
    """One task of a dish: number 0 is the `Dish` itself, others are `Side` tasks of its recipe.

    ``chef`` is the number of the chef at work on it, 0 for none. ``held`` says that this chef stays
    until the task's next step: like a blocking call, the wait then cannot be cancelled, and the
    task gets its `asyncio.CancelledError` when it is over. ``timer`` is the fact that tells of the
    last timer that the task set, unless it was cut or fetched; ``rang`` is when that one rang.
    ``step`` is the step that is ready, if one is; ``taken`` says that its chef, who came for it or
    stared at it, takes it now. ``waits`` says that the task awaits the part, and nobody has woken
    it yet.
    """

    __slots__ = (
        "_asyncio_future_blocking", "brigade", "burnt", "cancelled", "chef", "context", "get_loop",
        "held", "log", "loop", "next_step", "number", "order", "rang", "since", "step", "taken",
        "task", "timer", "waits",
    )  # fmt: skip

    burnt: bool
    """Whether the food of ``timer`` has burnt, if that has a hold."""
    context: contextvars.Context
    next_step: Step
    rang: float | None
    since: float
    """When the hand went up last."""
    task: asyncio.Task[Any]

    def __init__(self, brigade: Brigade, order: int, number: int) -> None:
        # Everything goes through a part, so it has at hand what it needs all the time.
        self.brigade = brigade
        self.loop = loop = brigade.loop
        self.get_loop = loop.itself
        self.log = brigade.log
        self.order = order
        self.number = number
        self.chef = 0
        self.held = False
        self.cancelled = False
        self.step: Step | None = None
        self.taken = False
        self.timer: TimerSet | None = None
        self.waits = False

    @property
    def dish(self) -> Dish:
        raise NotImplementedError

    def ended(self) -> bool:
        """The task has ended, and so has the work of its last step. True if its chef's hands go on
        a little."""
        raise NotImplementedError

    @property
    def burns_at(self) -> float:
        """Kitchen time at which its food burns; infinity while it cooks or if it never does."""
        timer = self.timer
        if timer is None or self.rang is None or timer.hold is None or timer.burn is None:
            return INFINITY
        return self.rang + timer.hold + timer.burn

    @property
    def hand_is_up(self) -> bool:
        """Whether its step waits for a chef, once this moment has settled."""
        return self.step is not None and not self.chef

    # -- steps ---------------------------------------------------------------------------------

    def run(self) -> None:
        """Run the step that is ready with the chef that the part has."""
        loop, brigade, step = self.loop, self.brigade, self.step
        if self.taken:
            self.taken = False
            log = self.log
            log(Resumed(loop.now, self.chef, self.order, self.number))
            if self.cancelled:
                self._cut_timer()
        self.step = None
        brigade.running = self
        try:
            self.context.run(step)  # type: ignore[arg-type]
        except SystemExit as error:  # asyncio lets it through
            self.dish.kitchen.fail(self.dish.explain(error))
        brigade.running = None
        until = loop.clock
        if until == loop.now:
            if not self.held:
                self.finish()
        elif self.held:
            loop.clock = loop.now
        elif loop.over_at_once():
            if self.waits:
                brigade.rest(self)
            else:
                self.finish()
        else:
            loop.clock = loop.now
            heappush(loop.heap, (until, loop.serial(), _finish, self))

    def _cut_timer(self) -> None:
        """The task is about to hear that it is cancelled."""
        self.cancelled = False
        timer, self.timer = self.timer, None
        if timer is not None and self.rang is None:
            self.log(TimerCut(self.loop.now, self.order, self.number, timer.timer))

    def finish(self) -> None:
        """The step's work is done and the chef's hands are at rest."""
        if self.waits or not self.task.done() or not self.ended():
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
        heappush(loop.heap, (loop.clock, loop.serial(), _go_on, self))
        return self

    def stare(self, what: str) -> None:
        """Where chefs stay, the wait that follows is a blocking call: the chef stares at it."""
        if self.brigade.stay:
            self.held = self.taken = True
            self.log(Stares(self.loop.clock, self.chef, self.order, self.number, what))

    def wake(self) -> None:
        """What the task awaits has come: its next step is ready."""
        if not self.waits:
            return
        self.waits = False
        self.step = self.next_step
        if self.held:
            self.held = False
            self.loop.call_backstage(self.run)
        elif not self.chef:  # else its chef is at work on the step before: see Brigade.rest
            if self.cancelled:
                self.dish.raise_in_order(self)
            else:
                self.brigade.ready(self)

    def _go_on(self) -> None:
        """The work is done for which the chef stayed: the next step follows."""
        self.waits = self.held = False
        self.step = self.next_step
        if self.loop.ready:
            self.loop.call_backstage(self.run)
        else:
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
        station = self._wanted
        return f"a free {station.kind}" if station is not None else "the kitchen"

    def holders(self) -> list[asyncio.Task[Any]]:
        """The tasks that have what it waits for."""
        station = self._wanted
        return [] if station is None else [holder.task for holder in station.holders.values()]

    @property
    def _wanted(self) -> Station | None:
        """The kind of station that it stands in line for."""
        stations = self.dish.kitchen.stations.values()
        return next((station for station in stations if self in station.line), None)


class Side(Part):
    """A task that the recipe started. ``depth`` is how many tasks stand between it and the dish's
    own, itself counted."""

    __slots__ = ("depth", "dish")

    dish: Dish

    def __init__(
        self,
        dish: Dish,
        number: int,
        task: asyncio.Task[Any],
        context: contextvars.Context,
        step: Step,
    ) -> None:
        super().__init__(dish.brigade, dish.order, number)
        self.dish = dish
        self.task = task
        self.context = context
        self.step = self.next_step = step
        self.depth = context.get(DEPTH, 0) + 1
        context.run(DEPTH.set, self.depth)

    def ended(self) -> bool:
        self.log(PartEnded(self.loop.now, self.order, self.number))
        if unheard(self.task):
            self.dish.failed.append(self.task)
        return self.dish.ended(self)


def unheard(task: asyncio.Task[Any]) -> bool:
    """Whether the task has failed and nobody has asked for its error."""
    return bool(getattr(task, "_log_traceback", False))


_finish, _go_on = Part.finish, Part._go_on
