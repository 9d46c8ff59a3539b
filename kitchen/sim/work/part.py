"""A part: one task of a dish, and the future that this task awaits when it awaits the kitchen.

A task waits for one thing at a time, so a part can stand for whatever its task waits for: a timer,
a station, the end of its own work. It is a future in asyncio's documented sense
(`asyncio.isfuture`), without callbacks: it knows its task and resumes it with the callback of the
task's first step, which is good for every step.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable, Generator, Mapping
from heapq import heappush
from typing import Any, Literal, Protocol

import msgspec

from kitchen.loop.loop import KitchenLoop
from kitchen.loop.schedule import IN_WORDS
from kitchen.plain import INFINITY
from kitchen.sim.facts import Fact, Resumed, Stares, TimerCut, TimerSet
from kitchen.sim.slowtime import SlowTime
from kitchen.sim.spoiling import burns_at, falls_at

State = Literal[
    "away", "waiting", "raised", "running", "parked", "recalled", "settling", "staring", "ended"
]
"""Where a part is: see `Part`."""

Step = Callable[[], object]


class Crew(Protocol):
    """A brigade, as a part knows it."""

    loop: KitchenLoop
    log: Callable[[Fact], None]
    stay: bool
    """Whether its chefs stay with the pot."""
    food: SlowTime
    """How fast what is done goes off."""

    # It knows more of its parts than that they are parts: each is one of a dish.

    running: Any
    """The part whose step is under way; None: no step is."""

    def ready(self, part: Any) -> None:
        """The part's next step is ready, and wants a chef."""

    def rest(self, part: Any, chef: int) -> None:
        """The part's step is done, and so is the work that it made: that chef has left it."""

    def no_time_passes(self, part: Any) -> None:
        """A step may follow without kitchen time going by."""


class WaitedFor(Protocol):
    """What a part stands in line at: a kind of station."""

    @property
    def kind(self) -> str: ...

    @property
    def holders(self) -> Mapping[int, Part]: ...

    @property
    def taken(self) -> int: ...

    @property
    def places(self) -> int: ...

    def waiting(self) -> list[asyncio.Task[Any]]: ...


class _Unused(msgspec.Struct, gc=False):
    """What comes of a task's call of `Part.add_done_callback`: nothing. It has to be something that
    takes these arguments, and making one of these takes less time than any function of ours."""

    callback: object
    context: object


class Part:
    """One task of a dish: number 0 is the dish's own, others are those that its recipe started.

    It is a state machine. Nothing but its own methods changes its ``state``:

    ========  =====  ===============================================================
    state     chef   task
    ========  =====  ===============================================================
    away      none   awaits something of asyncio's own, or has not begun
    waiting   none   awaits the kitchen: a timer, or a place at a station
    raised    none   its next step is ready: its hand is up
    running   works  its step is under way, or the work that the step made
    parked    works  awaits the kitchen, as soon as that work is done
    recalled  works  its next step is ready, before that work is done
    settling  stays  awaits the end of that work
    staring   stays  awaits the kitchen, as a blocking call: it cannot be cancelled
    ended     any    has ended; its last chef may be at work on it still
    ========  =====  ===============================================================

    ==========  ========================================================
    method      changes
    ==========  ========================================================
    `recall`    away, waiting -> raised; running, parked -> recalled
    `take`      raised -> running
    `wait`      running -> parked; running -> staring where chefs stay
    `own_time`  running -> settling
    `resume`    settling, staring -> running
    `finish`    running -> away, ended; parked -> waiting; recalled -> raised
    `give_up`   raised -> ended: it never began
    ==========  ========================================================

    ``timer`` is the fact that tells of the last timer that the task set, unless it was cut or
    fetched; ``rang`` is when that one rang.
    """

    __slots__ = (
        "_asyncio_future_blocking",
        "brigade",
        "burnt",
        "chef",
        "context",
        "get_loop",
        "in_line_at",
        "log",
        "loop",
        "next_step",
        "number",
        "order",
        "rang",
        "since",
        "state",
        "step",
        "task",
        "timer",
    )  # fmt: skip

    burnt: bool
    """Whether the food of ``timer`` has burnt, if that has a hold."""
    context: contextvars.Context
    next_step: Step
    """What resumes the task, whatever it awaits of the kitchen."""
    rang: float | None
    since: float
    """When the hand went up last."""
    task: asyncio.Task[Any]

    def __init__(self, brigade: Crew, order: int, number: int) -> None:
        # Everything goes through a part, so it has at hand what it needs all the time.
        self.brigade = brigade
        self.loop = loop = brigade.loop
        self.get_loop = loop.itself
        self.log = brigade.log
        self.order = order
        self.number = number
        self.state: State = "away"
        self.chef = 0
        """The number of the chef at work on it, 0 for none."""
        self.step: Step | None = None
        """The one that is ready, if one is."""
        self.timer: TimerSet | None = None
        self.in_line_at: WaitedFor | None = None
        """Where it stands in line."""

    # -- what a dish does for its parts ----------------------------------------------------------

    def ended(self) -> bool:
        """The task has ended, and so has the work of its last step. True if its chef's hands go on
        a little."""
        raise NotImplementedError

    def fail(self, error: BaseException) -> None:
        """Its recipe has raised what no task keeps: the shift cannot go on."""
        raise NotImplementedError

    def raise_cancelled(self) -> None:
        """It has been cancelled: raise its hand, in order with all that are cancelled now."""
        raise NotImplementedError

    # -- steps ---------------------------------------------------------------------------------

    def recall(self, step: Step, cancelled: bool = False) -> None:
        """Its next step is ready: up goes the hand, unless a chef is at work on the last one."""
        if self.step is None:
            self.step = step
        if self.state in AT_WORK:
            self.state = "recalled"
            return
        self.state = "raised"
        if cancelled:
            self.raise_cancelled()
        else:
            self.brigade.ready(self)

    def take(self, chef: int) -> None:
        """A chef has come for it, and takes its step."""
        self.chef = chef
        log = self.log
        log(Resumed(self.loop.now, chef, self.order, self.number))
        if self.timer is not None and self.rang is None:
            self._cut_timer(self.timer)
        step, self.step = self.step, None
        assert step is not None
        self._run(step)

    def _cut_timer(self, timer: TimerSet) -> None:
        """It goes on before the ring, so the task is about to hear that it is cancelled."""
        self.timer = None
        self.log(TimerCut(self.loop.now, self.order, self.number, timer.timer))

    def _run(self, step: Step) -> None:
        """Run a step with the chef that the part has."""
        loop, brigade = self.loop, self.brigade
        self.state = "running"
        brigade.running = self
        try:
            self.context.run(step)
        except SystemExit as error:  # asyncio lets it through
            self.fail(error)
        brigade.running = None
        until = loop.clock
        if self.state in STAYS:
            loop.clock = loop.now
        elif until == loop.now or loop.over_at_once():
            self.finish()
        else:
            loop.clock, serial = loop.now, loop.serial
            heappush(loop.heap, (until, serial(), _finish, self))

    def finish(self) -> None:
        """The step's work is done and the chef's hands are at rest: they turn to something else."""
        state = self.state
        if state == "running" and self.task.done():
            self.state = state = "ended"
        if state != "ended":
            self.state = AT_WORK[state]
        elif self.ended():
            return
        chef, self.chef = self.chef, 0
        self.brigade.rest(self, chef)

    def give_up(self) -> Step:
        """Nobody wants it any more, and it never began. Return what it would begin with."""
        self.state = "ended"
        step, self.step = self.step, None
        assert step is not None
        return step

    # -- waiting -------------------------------------------------------------------------------

    def __await__(self) -> Generator[Any, Any, None]:
        return iter((self,))  # type: ignore[return-value]  # as good as a generator, and quicker

    def wait(self, what: str) -> Part:
        """What the task awaits until `wake`. Its chef leaves as soon as the step's work is done or,
        where chefs stay, stares at ``what``: the wait is a blocking call."""
        if self.brigade.stay:
            self.state = "staring"
            self.log(Stares(self.loop.clock, self.chef, self.order, self.number, what))
        else:
            self.state = "parked"
        self._asyncio_future_blocking = True
        return self

    def own_time(self) -> Part:
        """What to await until the work of the step under way is done; the chef stays for it."""
        self.state = "settling"
        self._asyncio_future_blocking = True
        loop, serial = self.loop, self.loop.serial
        heappush(loop.heap, (loop.clock, serial(), _wake, self))
        return self

    def unsettled(self) -> bool:
        """Whether the work of the step under way goes on: then `own_time` has to be awaited.

        What dishes share is only touched after that, so that it is touched at the true time.
        """
        loop = self.loop
        return loop.clock != loop.now and (self.task.cancelling() > 0 or not loop.over_at_once())

    @property
    def waits(self) -> bool:
        """Whether the task awaits the kitchen, and nobody has woken it yet."""
        return self.state in WAITS

    def wake(self) -> None:
        """What the task awaits has come."""
        if self.state in STAYS:
            # A step that wakes it goes first, and so does what is ready.
            if self.loop.ready or self.brigade.running is not None:
                self.loop.call_backstage(self.resume)
            else:
                self.resume()
        elif self.state in WAITS:
            self.recall(self.next_step)

    def resume(self) -> None:
        """The chef who stayed takes the next step."""
        if self.state == "staring":
            self.log(Resumed(self.loop.now, self.chef, self.order, self.number))
        self._run(self.next_step)

    # -- what asyncio.Task asks of a future ----------------------------------------------------

    add_done_callback = _Unused

    def cancel(self, msg: object = None) -> bool:
        """Raise the hand of a task that is to be cancelled. False: the task is to see to it that it
        gets its `asyncio.CancelledError` with its next step, as it does after a blocking call."""
        loop = self.loop
        if self.state not in WAITS or self.state in STAYS:
            return False
        if loop.working:  # cancelled by a step whose chef will only get to it after its work
            loop.push(loop.clock, self._cancel_now)
            return True
        self.recall(self.next_step, cancelled=True)
        return False

    def _cancel_now(self) -> None:
        """The step that cancels the task has got to it: whatever it awaits by now is cancelled."""
        self.task.cancel()
        self.task.uncancel()  # it has been counted already

    # -- what others ask -------------------------------------------------------------------------

    @property
    def falls_at(self) -> float:
        """When the quality of what is done begins to fall; infinity: not, or nothing is done."""
        timer = self.timer
        if timer is None:
            return INFINITY
        return falls_at(self.brigade.food, self.rang, timer.hold)

    @property
    def burns_at(self) -> float:
        """Kitchen time at which its food burns; infinity while it cooks or if it never does."""
        timer = self.timer
        if timer is None:
            return INFINITY
        return burns_at(self.brigade.food, self.rang, timer.hold, timer.burn)

    @property
    def waits_for(self) -> str:
        """For a report of who waits for what."""
        if self.in_line_at is not None:
            return f"a free {self.in_line_at.kind}"
        timer = self._running_timer
        return "the kitchen" if timer is None else f"the timer '{timer.what}'"

    @property
    def rings_at(self) -> float | None:
        """When the timer that runs is up; None: none does."""
        timer = self._running_timer
        return None if timer is None else timer.t + timer.seconds

    @property
    def _running_timer(self) -> TimerSet | None:
        return None if self.timer is None or self.rang is not None else self.timer

    def holders(self) -> list[asyncio.Task[Any]]:
        """For such a report: the tasks that have what it waits for."""
        held = {} if self.in_line_at is None else self.in_line_at.holders
        return [holder.task for holder in held.values()]


STAYS = frozenset[State](("settling", "staring"))
WAITS = frozenset[State](("waiting", "parked", "settling", "staring"))
AT_WORK: Mapping[State, State] = {"running": "away", "parked": "waiting", "recalled": "raised"}
"""With what comes of them when the chef leaves."""

_finish, _wake = Part.finish, Part.wake

IN_WORDS[_finish] = lambda part: f"{part.task.get_name()}: the hands are done"
IN_WORDS[_wake] = IN_WORDS[_finish]
