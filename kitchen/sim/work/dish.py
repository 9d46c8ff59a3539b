"""A dish that is being made: one asyncio task, and those it starts, from order to plate."""

from __future__ import annotations

import asyncio
import contextvars
import inspect
from collections import deque
from collections.abc import Awaitable, Callable
from contextvars import Context
from functools import partial
from types import CoroutineType, FrameType
from typing import TYPE_CHECKING, Any

from kitchen.errors import RecipeError
from kitchen.loop.await_chain import waiting_line
from kitchen.loop.worker import WORKER
from kitchen.sim import facts as f
from kitchen.sim.bounds import LATEST, MOST_TASKS
from kitchen.sim.plan import CLEARING, SCRAPING
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.work.cook import caller_line, settle
from kitchen.sim.work.mishaps import given_to, in_words, line_in, named
from kitchen.sim.work.part import Part, Side, unheard
from kitchen.sim.work.timer import Burnt

if TYPE_CHECKING:
    from kitchen.sim.work.kitchen import Kitchen
    from kitchen.sim.work.station import Place
    from kitchen.sim.work.timer import Timer

SCRAPE = 20.0
"""Seconds of hands-on work to scrape off burnt food before the recipe starts again."""

CLEAR = 10.0
"""Seconds of hands-on work to clear away a dish that nobody waits for any more."""

TRIES = 1000
"""Times that a dish may burn and be started again before its shift is called endless."""


SET_WORKER = WORKER.set


class Dish(Part):
    """One order's dish: its own task, which is its part 0, and those that the recipe starts. It is
    the `kitchen.loop.worker.Worker` of all of them: it passes their steps on to the brigade."""

    __slots__ = (
        "_cancelled", "attempt", "claim", "cleared", "cooked", "failed", "idle", "keeper",
        "kitchen", "made", "outcome", "over", "patience", "placed", "quality", "recipe", "sides",
        "todo", "worked",
    )  # fmt: skip

    depth = 0
    lazy = True
    """Its tasks begin when a chef takes them up, eager ones too."""

    failed: list[asyncio.Task[Any]]
    """Those that the recipe started and that raised. There is a list once it has started one."""

    def __init__(
        self,
        kitchen: Kitchen,
        order: int,
        recipe: Recipe,
        patience: float | None,
        now: float,
    ) -> None:
        # What `Part.__init__` does, without calling it: every order comes by here.
        self.brigade = brigade = kitchen.brigade
        self.loop = loop = kitchen.loop
        self.get_loop = loop.itself
        self.log = kitchen.log
        self.order = order
        self.number = 0
        self.chef = 0
        self.held = self.taken = self.waits = self.cancelled = False
        self.timer = None
        self.kitchen = kitchen
        self.recipe = recipe
        self.patience = patience
        self.placed = now
        self.sides: dict[asyncio.Task[Any], Side] | None = None
        """The tasks that the recipe started, until they have ended."""
        self.made = 0
        """Parts made so far."""
        self.claim: Timer | Place | None = None
        """What the recipe asked for last and has not awaited yet. Each knows its neighbours."""
        self.attempt = 1
        self.quality = 1.0
        self.worked = 0.0
        """Hands-on seconds."""
        self.outcome: str | None = None
        self.cleared = self.over = False
        self.cooked = False
        """Its own task has ended."""
        self._cancelled: list[Part] | None = None
        if brigade.stay:
            self.keeper = 0
            """The chef who stays with it."""
            self.idle = False
            """That chef has nothing to do."""
            self.todo: deque[Part] | None = None
            """Parts that wait for that chef, once there has been one."""

    @property
    def dish(self) -> Dish:
        return self

    @property
    def label(self) -> str:
        return f"order {self.order} ({self.recipe.name})"

    @property
    def parts(self) -> list[Part]:
        """Those that have not ended, in order of their numbers."""
        own: list[Part] = [] if self.cooked else [self]
        return own + list((self.sides or {}).values())

    def start(self) -> None:
        """Begin the dish's own task, whose first step is ready at once."""
        self.context = context = Context()
        context.run(SET_WORKER, self)
        name = f"order {self.order} ({self.recipe.name})"
        life = self._live()
        try:
            self.task = self.loop.numbers.task(life, self.loop, name, context=context)
        except BaseException:  # Ctrl-C: nobody will ever await it
            life.close()
            raise
        self.brigade.raise_hand(self)

    # -- its life ------------------------------------------------------------------------------

    async def _live(self) -> None:
        """From the first step to the last: the recipe, again from its start as often as the food
        burns, and the clearing away if nobody waits for it any more."""
        try:
            while True:
                try:
                    done = self.recipe.function(self.kitchen.cook(self))
                    if type(done) is not CoroutineType and not isinstance(done, Awaitable):
                        raise self._no_coroutine()
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
            if self.outcome is None and (self.claim is not None or self.made > 1):
                await self._leave_nothing()
        except asyncio.CancelledError as error:
            if self.outcome is None:
                self.kitchen.fail(self._cancelled_by_itself(error))
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException as error:
            self.kitchen.fail(self.explain(error))
        if self.outcome is not None:
            await self._cancel_parts()
            self._clear_away()

    def ended(self, side: Side | None = None) -> bool:
        """Its own task has ended, or one that the recipe started. With the last of them the dish is
        done."""
        if side is None:
            self.cooked = True
        elif self.sides and self.sides.pop(side.task, None):
            self.kitchen.sides -= 1
        if self.sides or not self.cooked or self.over:
            return False  # other hands may still be at work on a part
        if self.outcome is not None and not self.cleared:
            self._clear_away_after(side or self)
            return True
        self.over = True
        self.kitchen.dish_over(self)
        # They know the dish, too: circles would keep them all in memory.
        self.claim = self.task = self.context = self.next_step = None  # type: ignore[assignment]
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
        await settle(self)
        self.attempt += 1
        if self.attempt > TRIES:
            raise RecipeError(
                f"{self.label} never ends: it has burnt {TRIES} times; nobody ever comes in time"
            )
        self.quality = 1.0
        self.claim = None
        self.log(f.StartedAgain(self.loop.clock, self.order, self.attempt))

    def _forgotten(self, claim: Timer | Place) -> RecipeError:
        """The recipe asked for something and never awaited it: the first such thing in words."""
        while claim.before is not None:
            claim = claim.before
        where = self.recipe.at(claim.line)
        return RecipeError(
            f"{self.label} forgot to {claim.verb} {claim!r}: it never happened ({where})"
        )

    async def _leave_nothing(self) -> None:
        """See after what the recipe asked for and started, now that it has come to its end."""
        for side in (self.sides or {}).values():
            if given := given_to(side.task):
                raise RecipeError(
                    f"{self.label} forgot to await {given}({named(side.task)}, ...): it never "
                    f"ended ({self.recipe.where})"
                )
        if self.claim is not None:
            raise self._forgotten(self.claim)
        await self._cancel_parts()
        if error := self.unheard_error():
            raise error

    def unheard_error(self) -> BaseException | None:
        """The error of a task that the recipe started and left alone."""
        failed = self.failed if self.made > 1 else ()
        return next((task.exception() for task in failed if unheard(task)), None)

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
                    self.kitchen.fail(self.explain(error))

    def _own_hands(self, what: str, seconds: float) -> None:
        """Hands-on work that the kitchen itself asks for."""
        self.kitchen.cook(self).hands(what, seconds)

    def explain(self, error: BaseException) -> RecipeError:
        """What a recipe has raised, in one line."""
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
        file = self.recipe.place[0]
        where = line_in(file, error)
        if not isinstance(error, RecipeError):
            where = where or line_in(None, error) or self.recipe.where
            explained = RecipeError(f"{self.label} raised {in_words(error)} ({where})")
        elif where is not None and file not in str(error):
            explained = RecipeError(f"{error} ({where})")
        else:
            return error
        explained.__cause__ = error
        return explained

    def too_late(self, what: str, where: str = "") -> RecipeError:
        """Something would end when no kitchen is open any more; ``where`` is its ``file:line``,
        unless that is told by `explain`."""
        at = f" ({where})" if where else ""
        return RecipeError(f"{self.label}: {what} ends after {LATEST:g} s of kitchen time{at}")

    def _too_many_tasks(self) -> RecipeError:
        return RecipeError(
            f"{self.label} starts a task while {MOST_TASKS} that recipes have started go on "
            f"({self.recipe.where})"
        )

    def _no_coroutine(self) -> RecipeError:
        how = "a recipe is written with async def, and without yield"
        return RecipeError(f"{self.label}: {how} ({self.recipe.where})")

    def _cancelled_by_itself(self, error: asyncio.CancelledError) -> RecipeError:
        where = line_in(self.recipe.place[0], error) or self.recipe.where
        return RecipeError(
            f"{self.label} was cancelled and its customer still waits: it cancelled its own task, "
            f"or what it awaited was cancelled ({where})"
        )

    # -- being given up ------------------------------------------------------------------------

    def give_up(self) -> None:
        """The customer's patience has ended."""
        if self.outcome is None:
            self.log(f.WalkedOut(self.loop.clock, self.order))
            self.drop("walked_out")

    def turn_away(self) -> None:
        """The kitchen closes, and the dish is not done."""
        if self.outcome is None:
            self.log(f.TurnedAway(self.loop.clock, self.order))
            self.drop("turned_away")

    def drop(self, outcome: str) -> None:
        """Nobody waits for it any more: cancel its task. A dish not begun is simply gone."""
        self.outcome = outcome
        self.kitchen.count(outcome)
        part = self.parts[0]
        part.task.cancel()
        if part is self and inspect.getcoroutinestate(self._coroutine) == inspect.CORO_CREATED:
            self.brigade.lower(self)
            run, step = self.context.run, self.next_step
            self.loop.call_backstage(lambda: run(step))
            self.cleared = True  # there is nothing to clear away
            self.ended()

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
            self.step = self.next_step = callback
            return  # `start` goes on from here
        task: asyncio.Task[Any] = callback.__self__  # type: ignore[attr-defined]
        if self.loop.now > LATEST:
            self.kitchen.fail(self.too_late("what it awaits", waiting_line(task)))
        part = self if task is self.task else self._side(task, context, callback)
        self.brigade.no_time_passes(part)
        if part.step is None:
            part.step = partial(callback, *args)
        if part.chef:
            pass  # its chef is still at work on the step before: see `Brigade.rest`
        elif args and args[0].cancelled():
            self.raise_in_order(part)
        else:
            self.brigade.ready(part)

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
            self.kitchen.sides += 1
            if self.kitchen.sides > MOST_TASKS:
                self.kitchen.fail(self._too_many_tasks())
        return side

    def raise_in_order(self, part: Part) -> None:
        """A task group cancels its tasks in the order of a set, which is that of their addresses;
        those cancelled at once raise their hands in order of their numbers, and, as in asyncio,
        before the task that began them."""
        if not self._cancelled:
            self._cancelled = []
            self.loop.call_backstage(self._raise_cancelled)
        self._cancelled.append(part)

    def _raise_cancelled(self) -> None:
        parts, self._cancelled = self._cancelled, None
        for part in sorted(parts or (), key=lambda part: (-part.depth, part.number)):
            self.brigade.ready(part)

    def awaited(self, claim: Timer | Place) -> None:
        """The recipe awaits what it asked for, maybe not for the first time."""
        before, after = claim.before, claim.after
        if after is not None:
            after.before = before
        elif self.claim is claim:
            self.claim = before
        if before is not None:
            before.after = after
        claim.before = claim.after = None

    def running_part(self, what: str) -> Part:
        """The part whose step is under way. Raises `RecipeError` if none is."""
        part = self.brigade.running
        if part is None:
            raise RecipeError(f"{self.label}: {what}() was called where no chef is at work")
        return part

    def line_of(self, frame: FrameType) -> int:
        """The line of the recipe that is being run, counting from 1; 0 if it has no source. Raises
        `RecipeError` in another thread than the loop's: no chef is there."""
        if not self.loop.here:
            raise RecipeError(f"{self.label}: only a chef has hands, and none works in a thread")
        file, first, last = self.recipe.place
        return caller_line(frame, file, first, last) if last else 0

    def with_the_chefs(self) -> list[asyncio.Task[Any]]:
        """For a stall report: the tasks that have the chefs for whom one of this dish waits. Where
        chefs stay, a dish that has one waits for that one alone."""
        if self._kept:
            return [part.task for part in self.parts if part.chef]
        dishes = self.kitchen.dishes.values()
        return [part.task for dish in dishes for part in dish.parts if part.chef or dish._kept]

    @property
    def _kept(self) -> bool:
        return self.brigade.stay and bool(self.keeper)
