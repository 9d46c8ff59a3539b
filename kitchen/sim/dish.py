"""A dish that is being made: one asyncio task, and those it starts, from order to plate."""

from __future__ import annotations

import asyncio
import contextvars
from collections import deque
from collections.abc import Awaitable, Callable
from types import FrameType
from typing import TYPE_CHECKING, Any

from kitchen.loop import WORKER
from kitchen.sim import facts as f
from kitchen.sim.cook import Burnt, Cook, Kept, caller_line, settle
from kitchen.sim.errors import RecipeError
from kitchen.sim.recipe import Recipe

if TYPE_CHECKING:
    from kitchen.sim.brigade import Brigade
    from kitchen.sim.cook import Place, Timer
    from kitchen.sim.kitchen import Kitchen

SCRAPE = 20.0
"""Seconds of hands-on work to scrape off burnt food before the recipe starts again."""

CLEAR = 10.0
"""Seconds of hands-on work to clear away a dish that nobody waits for any more."""

Step = tuple[Callable[..., object], tuple[Any, ...], contextvars.Context]


class Part:
    """One task of a dish: 0 is the dish's own, others are tasks that the recipe started.

    ``chef`` is the number of the chef at work on it, 0 for none. ``held`` says that this chef stays
    until the task's next step. ``step`` is the step that is ready, if one is.
    """

    __slots__ = ("chef", "dead", "dish", "held", "number", "since", "staring", "step", "task",
                 "timer", "wants")  # fmt: skip

    def __init__(self, dish: Dish, number: int, task: asyncio.Task[Any]) -> None:
        self.dish = dish
        self.number = number
        self.task = task
        self.chef = 0
        self.held = False
        self.staring = False
        self.dead = False
        self.step: Step | None = None
        self.since = 0.0
        self.timer: Timer | None = None
        self.wants: str | None = None

    def blocking_future(self, what: str) -> asyncio.Future[Any]:
        """A future for the part to await: its chef leaves it, or stares at it in a kitchen where
        chefs stay."""
        dish = self.dish
        if not dish.brigade.stay:
            return dish.loop.create_future()
        self.held = self.staring = True
        dish.log(f.Stares(dish.loop.time(), self.chef, dish.number, self.number, what))
        return Kept(loop=dish.loop)

    def own_time(self) -> asyncio.Future[Any]:
        """A future that is done when the work of the step under way is; its chef stays for it."""
        self.held = True
        future = Kept(loop=self.dish.loop)
        self.dish.loop.push(self.dish.loop.time(), lambda: future.set_result(None))
        return future

    def run(self) -> None:
        self.dish.brigade.run(self)

    def finish(self) -> None:
        self.dish.brigade.finish(self)


class Dish:
    """One order's dish. It is the `kitchen.loop.Worker` of all its tasks: it passes their steps on
    to the brigade."""

    __slots__ = ("attempt", "begun", "brigade", "cancelled", "chef", "claimed", "file", "first",
                 "idle", "kitchen", "last", "log", "loop", "made", "number", "outcome", "over",
                 "parts", "patience", "placed", "price", "quality", "recipe", "stations", "todo",
                 "unawaited", "worked")  # fmt: skip

    def __init__(
        self, kitchen: Kitchen, number: int, recipe: Recipe, patience: float | None
    ) -> None:
        self.kitchen = kitchen
        self.loop = kitchen.loop
        self.log = kitchen.log
        self.brigade: Brigade = kitchen.brigade
        self.stations = kitchen.stations
        self.number = number
        self.recipe = recipe
        self.file, self.first, self.last = recipe.place
        self.price = round(recipe.price * 100)
        self.patience = patience
        self.placed = kitchen.loop.time()
        self.quality = 1.0
        self.attempt = 1
        self.worked = 0.0
        self.outcome: str | None = None
        self.begun = False
        self.over = False
        self.made = 0
        self.parts: dict[asyncio.Task[Any], Part] = {}
        self.cancelled: list[Part] = []
        self.unawaited: dict[Timer | Place, None] = {}
        # Where chefs stay with a dish:
        self.chef = 0
        self.claimed = False
        self.idle = False
        self.todo: deque[Part] = deque()

    @property
    def label(self) -> str:
        return f"order {self.number} ({self.recipe.name})"

    def start(self) -> asyncio.Task[None]:
        """Begin the dish's task. Its first step is ready at once."""
        context = contextvars.Context()
        context.run(WORKER.set, self)
        return asyncio.Task(self._live(), loop=self.loop, name=self.label, context=context)

    # -- its life ------------------------------------------------------------------------------

    async def _live(self) -> None:
        """From the first step to the plate, or to the clearing away."""
        try:
            await self._make()
            if self.outcome is None:
                self.kitchen.serve(self)
        except asyncio.CancelledError:
            if self.outcome is None:
                self.kitchen.fail(RecipeError(f"{self.label} cancelled its own task"))
        except Exception as error:
            self.kitchen.fail(self._explain(error))
        if self.outcome != "served":
            await self._cancel_parts()
            self._own_hands("clear away", CLEAR)
            await settle(self)
        self.over = True
        self.kitchen.dish_over(self)

    async def _make(self) -> None:
        """Follow the recipe, again from its start as often as the food burns."""
        while True:
            try:
                done = self.recipe(Cook(self))
                if not isinstance(done, Awaitable):
                    raise RecipeError(f"{self.label}: a recipe is written with async def")
                await done
                await self._no_loose_ends()
                await settle(self)
                return
            except Burnt:
                pass
            except BaseExceptionGroup as group:
                if group.split(Burnt)[1] is not None:
                    raise
            await self._start_again()

    async def _start_again(self) -> None:
        await self._cancel_parts()
        self._own_hands("scrape the pan", SCRAPE)
        await settle(self)
        self.attempt += 1
        self.quality = 1.0
        self.unawaited.clear()
        self.log(f.StartedAgain(self.loop.time(), self.number, self.attempt))

    async def _no_loose_ends(self) -> None:
        """Nothing that the recipe began may outlive the dish, or have been forgotten."""
        for loose in self.unawaited:
            verb = "async with" if repr(loose).startswith("station") else "await"
            raise RecipeError(
                f"{self.label} forgot to {verb} {loose!r} (line {loose.line} of the recipe): "
                f"it never happened"
            )
        await self._cancel_parts()

    async def _cancel_parts(self) -> None:
        """Cancel, in order of their numbers, what the recipe began and has not awaited."""
        if len(self.parts) == 1:
            return
        own = asyncio.current_task()
        parts = [p for p in self.parts.values() if p.task is not own and not p.task.done()]
        if parts:
            for part in parts:
                part.task.cancel()
            await asyncio.gather(*(p.task for p in parts), return_exceptions=True)

    def _own_hands(self, what: str, seconds: float) -> None:
        """Hands-on work that the kitchen itself asks for."""
        Cook(self).hands(what, seconds)

    def _explain(self, error: Exception) -> RecipeError:
        if isinstance(error, RecipeError):
            return error
        while isinstance(error, ExceptionGroup):
            error = error.exceptions[0]
            if isinstance(error, RecipeError):
                return error
        where, trace = self.recipe.where, error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == self.file:
                where = f"{self.file}:{trace.tb_lineno}"
            trace = trace.tb_next
        said = str(error)
        why = type(error).__name__ + (f": {said}" if said else "")
        explained = RecipeError(f"{self.label} raised {why} ({where})")
        explained.__cause__ = error
        return explained

    # -- being given up ------------------------------------------------------------------------

    def give_up(self) -> None:
        """The customer's patience has ended."""
        if self.outcome is None:
            self.log(f.WalkedOut(self.loop.time(), self.number))
            self.drop("walked_out")

    def turn_away(self) -> None:
        """The kitchen closes, and the dish is not done."""
        if self.outcome is None:
            self.log(f.TurnedAway(self.loop.time(), self.number))
            self.drop("turned_away")

    def drop(self, outcome: str) -> None:
        """Nobody waits for it any more: cancel its task. A dish not begun is simply gone."""
        self.outcome = outcome
        self.kitchen.count(outcome)
        task, part = next(iter(self.parts.items()))
        task.cancel()
        if not self.begun:
            part.dead = True
            assert part.step is not None
            callback, args, context = part.step
            self.loop.call_backstage(lambda: context.run(callback, *args))
            self.over = True
            self.kitchen.dish_over(self)

    # -- steps ---------------------------------------------------------------------------------

    def step_ready(
        self, callback: Callable[..., object], args: tuple[Any, ...], context: contextvars.Context
    ) -> None:
        task: asyncio.Task[Any] = callback.__self__  # type: ignore[attr-defined]
        part = self.parts.get(task)
        if part is None:
            part = self.parts[task] = Part(self, self.made, task)
            self.made += 1
        part.step = (callback, args, context)
        if part.held:
            part.held = False
            self.loop.call_backstage(part.run)
        elif part.chef:
            pass  # its chef is still at work on the step before: see Brigade.finish
        elif args and args[0].cancelled():
            self._cancelled(part)
        else:
            self.brigade.ready(part)

    def _cancelled(self, part: Part) -> None:
        """A task group cancels its tasks in the order of a set, which is that of their addresses;
        they raise their hands in order of their numbers."""
        if not self.cancelled:
            self.loop.call_backstage(self._raise_cancelled)
        self.cancelled.append(part)

    def _raise_cancelled(self) -> None:
        parts, self.cancelled = self.cancelled, []
        for part in sorted(parts, key=lambda part: part.number):
            self.brigade.ready(part)

    def running_part(self, what: str) -> Part:
        """The part whose step is under way. Raises `RecipeError` if none is."""
        part = self.kitchen.running
        if part is None:
            raise RecipeError(f"{self.label}: {what}() was called where no chef is at work")
        return part

    def line_of(self, frame: FrameType) -> int:
        """The line of the recipe that is being run, counting from 1; 0 if it has no source."""
        line = frame.f_lineno
        if self.first <= line <= self.last and frame.f_code.co_filename == self.file:
            return line - self.first + 1
        return caller_line(frame.f_back, self.file, self.first, self.last) if self.last else 0
