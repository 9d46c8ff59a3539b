"""A dish that is being made: one asyncio task, and those it starts, from order to plate."""

from __future__ import annotations

import asyncio
import contextvars
import inspect
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from types import CoroutineType
from typing import Any, Protocol

from kitchen.errors import KitchenError, RecipeError
from kitchen.loop.await_chain import waiting_line
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.worker import WORKER
from kitchen.plain import INFINITY
from kitchen.sim import facts as f
from kitchen.sim.bounds import LATEST, MOST_TASKS
from kitchen.sim.plan import CLEAR, CLEARING, SCRAPE, SCRAPING
from kitchen.sim.shift.recipe import Burnt, Cook, Recipe
from kitchen.sim.slowtime import SlowTime
from kitchen.sim.work import mishaps
from kitchen.sim.work.claim import Claimant
from kitchen.sim.work.part import Crew, Part
from kitchen.sim.work.station import Station
from kitchen.sim.work.tally import Tally

TRIES = 1000
"""Times that a dish may burn and be started again before its shift is called endless."""

DEPTH: contextvars.ContextVar[int] = contextvars.ContextVar("DEPTH")
"""How many tasks stand between a part and the dish's own, itself counted; unset in the latter."""


class House(Protocol):
    """A kitchen, as a dish knows it."""

    loop: KitchenLoop
    tally: Tally
    cook: Callable[[Dish], Cook]
    """Makes what a recipe is handed."""
    guests: SlowTime
    """How fast their patience goes by."""

    @property
    def stations(self) -> Mapping[str, Station]:
        """By kind."""

    @property
    def dishes(self) -> Mapping[int, Dish]:
        """Those that are being made, by order."""

    @property
    def brigade(self) -> DishCrew:
        """Whose chefs cook."""

    def fail(self, error: KitchenError) -> None:
        """The shift cannot go on."""

    def dish_over(self, dish: Dish) -> None:
        """The dish has nothing left to do."""

    def guest_gone(self) -> None:
        """One guest less will pay."""

    def planned_hands(self, recipe: Recipe) -> float:
        """Hands-on seconds of a recipe, if all goes as planned; infinity: nobody knows."""


class DishCrew(Crew, Protocol):
    """A brigade, as a dish knows it."""

    def lower(self, part: DishPart) -> None:
        """The part, whose hand is up, wants no chef any more."""


class Dish(Claimant):
    """One order's dish: its own task, which is its part 0, and those that the recipe starts. It is
    the `kitchen.loop.worker.Worker` of all of them: it passes their steps on to the brigade."""

    __slots__ = (
        "_cancelled", "attempt", "cleared", "cooked", "failed", "idle", "keeper", "kitchen", "made",
        "outcome", "over", "patience", "placed", "sides", "todo",
    )  # fmt: skip

    depth = 0
    lazy = True
    """Its tasks begin when a chef takes them up, eager ones too."""

    brigade: DishCrew

    failed: list[asyncio.Task[Any]]
    """Those that the recipe started and that raised. There is a list once it has started one."""

    def __init__(
        self, kitchen: House, order: int, recipe: Recipe, patience: float | None, now: float
    ) -> None:
        Part.__init__(self, kitchen.brigade, order, 0)
        self.kitchen = kitchen
        self.tally = kitchen.tally
        self.recipe = recipe
        self.label = f"order {order} ({recipe.name})"
        self.claim = self.put_off = None
        self.quality = 1.0
        self.worked = 0.0
        self.patience = patience
        self.placed = now
        self.sides: dict[asyncio.Task[Any], Side] | None = None
        """The tasks that the recipe started, until they have ended."""
        self.made = 0
        """Parts made so far."""
        self.attempt = 1
        self.outcome: str | None = None
        self.cleared = self.over = False
        self.cooked = False
        """Its own task has ended."""
        self._cancelled: list[DishPart] | None = None
        if kitchen.brigade.stay:
            self.keeper = 0
            """The chef who stays with it."""
            self.idle = False
            """That chef has nothing to do."""
            self.todo: deque[DishPart] | None = None
            """Parts that wait for that chef, once there has been one."""

    @property
    def dish(self) -> Dish:
        return self

    @property
    def parts(self) -> list[DishPart]:
        """Those that have not ended, in order of their numbers."""
        own: list[DishPart] = [] if self.cooked else [self]
        return own + list((self.sides or {}).values())

    def start(self) -> None:
        """Begin the dish's own task, whose first step is ready at once."""
        self.context = context = contextvars.Context()
        context.run(WORKER.set, self)
        loop, life = self.loop, self._live()
        try:
            self.task = loop.numbers.task(life, loop, self.label, context=context)
        except BaseException:  # Ctrl-C: nobody will ever await it
            life.close()
            raise
        self.recall(self.next_step)

    # -- its life ------------------------------------------------------------------------------

    async def _live(self) -> None:
        """From the first step to the last: the recipe, again from its start as often as the food
        burns, and the clearing away if nobody waits for it any more."""
        try:
            while True:
                try:
                    done = self.recipe.function(self.kitchen.cook(self))
                    if type(done) is not CoroutineType and not isinstance(done, Awaitable):
                        raise mishaps.no_coroutine(self)
                    await done
                    break
                except Burnt:
                    pass
                except BaseExceptionGroup as group:
                    if group.split(Burnt)[1] is not None:
                        raise
                if self.outcome is not None:
                    break  # a task group that fails and is cancelled tells of the failure alone
                await self._start_again()
            if self.outcome is None and (self.claim or self.put_off or self.made > 1):
                await self._leave_nothing()
        except asyncio.CancelledError as error:
            if self.outcome is None:
                self.kitchen.fail(mishaps.cancelled_by_itself(self, error))
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException as error:
            self.fail(error)
        if self.outcome is not None:
            await self._cancel_parts()
            self._clear_away()

    def fail(self, error: BaseException) -> None:
        self.kitchen.fail(mishaps.explained(self, error))

    def ended(self, side: Side | None = None) -> bool:
        """Its own task has ended, or one that the recipe started. With the last of them the dish is
        done."""
        if side is None:
            self.cooked = True
        elif self.sides and self.sides.pop(side.task, None):
            self.tally.sides -= 1
        if self.sides or not self.cooked or self.over:
            return False  # other hands may still be at work on a part
        if self.outcome is not None and not self.cleared:
            self._clear_away_after(side or self)
            return True
        self.over = True
        self.kitchen.dish_over(self)
        # They know the dish, too: circles would keep them all in memory.
        self.drop_claims()
        self.task = self.context = self.next_step = None  # type: ignore[assignment]
        return False

    def _clear_away_after(self, last: Part) -> None:
        """The customer left during the last of the work: the chef who did it goes on."""
        self.brigade.running = last
        self._clear_away()
        self.brigade.running = None
        self.loop.push(self.loop.clock, last.finish)
        self.loop.clock = self.loop.now

    def _clear_away(self) -> None:
        self.cleared = True
        self._own_hands(CLEARING, CLEAR)

    async def _start_again(self) -> None:
        await self._cancel_parts()
        self._own_hands(SCRAPING, SCRAPE)
        part = self.running_part("hands")
        if part.unsettled():
            await part.own_time()
        self.attempt += 1
        if self.attempt > TRIES:
            raise RecipeError(
                f"{self.label} never ends: it has burnt {TRIES} times; nobody ever comes in time"
            )
        self.quality = 1.0
        self.drop_claims()
        self.log(f.StartedAgain(self.loop.clock, self.order, self.attempt))

    async def _leave_nothing(self) -> None:
        """See after what the recipe asked for and started, now that it has come to its end."""
        for side in (self.sides or {}).values():
            if error := mishaps.never_ended(self, side.task):
                raise error
        if error := self.forgotten():
            raise error
        await self._cancel_parts()
        if unheard := self.unheard_error():
            raise unheard

    def unheard_error(self) -> BaseException | None:
        """The error of a task that the recipe started and left alone."""
        failed = self.failed if self.made > 1 else ()
        return next((task.exception() for task in failed if _unheard(task)), None)

    async def _cancel_parts(self) -> None:
        """Cancel, in order of their numbers, what the recipe began and has not awaited."""
        own = asyncio.current_task()
        parts = [p for p in self.parts if p.task is not own and not p.task.done()]
        if parts:
            for part in parts:
                part.task.cancel()
            ends = await asyncio.gather(*(p.task for p in parts), return_exceptions=True)
            for error in ends:
                if isinstance(error, Exception) and not isinstance(error, Burnt):
                    self.fail(error)

    def _own_hands(self, what: str, seconds: float) -> None:
        """Hands-on work that the kitchen itself asks for."""
        self.kitchen.cook(self).hands(what, seconds)

    # -- being given up ------------------------------------------------------------------------

    def wait_no_longer(self) -> None:
        """The customer's patience has ended, unless it lasts longer by now."""
        if self.outcome is None and self.loop.now >= self.deadline:
            self.walk_out()

    def walk_out(self) -> None:
        """The customer gives up."""
        if self.outcome is None:
            self.log(f.WalkedOut(self.loop.clock, self.order))
            self._drop("walked_out")

    def turn_away(self) -> None:
        """The kitchen closes, and the dish is not done."""
        if self.outcome is None:
            self.log(f.TurnedAway(self.loop.clock, self.order))
            self._drop("turned_away")

    def _drop(self, outcome: str) -> None:
        """Nobody waits for it any more: cancel its task. A dish not begun is simply gone."""
        self.outcome = outcome
        self.tally.by_outcome[outcome] += 1
        part = self.parts[0]
        part.task.cancel()
        if part is self and inspect.getcoroutinestate(self._coroutine) == inspect.CORO_CREATED:
            self.brigade.lower(self)
            step = partial(self.context.run, self.give_up())
            self.loop.call_backstage(step)
            self.cleared = True  # there is nothing to clear away
            self.ended()
        self.kitchen.guest_gone()

    @property
    def _coroutine(self) -> CoroutineType[Any, Any, None]:
        coroutine = self.task.get_coro()
        assert isinstance(coroutine, CoroutineType)
        return coroutine

    # -- steps ---------------------------------------------------------------------------------

    def step_ready(
        self, callback: Callable[..., object], args: tuple[Any, ...], context: contextvars.Context
    ) -> None:
        """A task's first step, or one after it awaited something of asyncio's own."""
        if not self.made:
            self.made = 1
            self.next_step = callback
            return  # `start` goes on from here
        task: asyncio.Task[Any] = callback.__self__  # type: ignore[attr-defined]
        if self.loop.now > LATEST:
            self.kitchen.fail(self.too_late("what it awaits", waiting_line(task)))
        part = self if task is self.task else self._side(task, context, callback)
        self.brigade.no_time_passes(part)
        part.recall(partial(callback, *args), cancelled=bool(args) and args[0].cancelled())

    def _side(
        self, task: asyncio.Task[Any], context: contextvars.Context, step: Callable[..., object]
    ) -> Side:
        """The part of a task that the recipe started, maybe just now."""
        if self.sides is None:
            self.sides, self.failed = {}, []
        side = self.sides.get(task)
        if side is None:
            self.sides[task] = side = Side(self, self.made, task, context, step)
            self.made += 1
            self.tally.sides += 1
            if self.tally.sides > MOST_TASKS:
                self.kitchen.fail(mishaps.too_many_tasks(self, MOST_TASKS))
        return side

    def raise_cancelled(self, part: DishPart | None = None) -> None:
        """A task group cancels its tasks in the order of a set, which is that of their addresses;
        those cancelled at once raise their hands in order of their numbers, and, as in asyncio,
        before the task that began them."""
        if not self._cancelled:
            self._cancelled = []
            self.loop.call_backstage(self._raise_in_order)
        self._cancelled.append(part or self)

    def _raise_in_order(self) -> None:
        parts, self._cancelled = self._cancelled, None
        for part in sorted(parts or (), key=lambda part: (-part.depth, part.number)):
            self.brigade.ready(part)

    # -- what others ask -------------------------------------------------------------------------

    @property
    def deadline(self) -> float:
        """When its customer walks out; infinity: never."""
        if self.patience is None:
            return INFINITY
        return self.kitchen.guests.after(self.placed, self.patience)

    def patience_left(self, now: float) -> float:
        """The share of its customer's patience that is left, 1 to 0; 1 if it has no end."""
        if self.patience is None:
            return 1.0
        return max(0.0, 1.0 - self.kitchen.guests.passed(self.placed, now) / self.patience)

    @property
    def hands_left(self) -> float:
        """Hands-on seconds still to come, if all goes as planned; infinity: nobody knows."""
        return self.kitchen.planned_hands(self.recipe) - self.worked

    def with_the_chefs(self) -> list[asyncio.Task[Any]]:
        """For a report of who waits for what: the tasks that have the chefs for whom one of this
        dish waits. Where chefs stay, a dish that has one waits for that one alone."""
        if self._kept:
            return [part.task for part in self.parts if part.chef]
        dishes = self.kitchen.dishes.values()
        return [part.task for dish in dishes for part in dish.parts if part.chef or dish._kept]

    @property
    def chefs_leave(self) -> bool:
        """For such a report: whether a chef comes free whatever the dish waits for."""
        return not self.brigade.stay

    @property
    def _kept(self) -> bool:
        return self.brigade.stay and bool(self.keeper)


class Side(Part):
    """A task that the recipe started. ``depth`` is how many tasks stand between it and the dish's
    own, itself counted."""

    __slots__ = ("depth", "dish")

    def __init__(
        self,
        dish: Dish,
        number: int,
        task: asyncio.Task[Any],
        context: contextvars.Context,
        step: Callable[..., object],
    ) -> None:
        super().__init__(dish.brigade, dish.order, number)
        self.dish = dish
        self.task = task
        self.context = context
        self.next_step = step
        self.depth = context.get(DEPTH, 0) + 1
        context.run(DEPTH.set, self.depth)

    def ended(self) -> bool:
        self.log(f.PartEnded(self.loop.now, self.order, self.number))
        if _unheard(self.task):
            self.dish.failed.append(self.task)
        return self.dish.ended(self)

    def fail(self, error: BaseException) -> None:
        self.dish.fail(error)

    def raise_cancelled(self) -> None:
        self.dish.raise_cancelled(self)

    @property
    def deadline(self) -> float:
        return self.dish.deadline

    @property
    def hands_left(self) -> float:
        return self.dish.hands_left


DishPart = Dish | Side
"""Any part that there is."""


def _unheard(task: asyncio.Task[Any]) -> bool:
    """Whether the task has failed and nobody has asked for its error."""
    return bool(getattr(task, "_log_traceback", False))
