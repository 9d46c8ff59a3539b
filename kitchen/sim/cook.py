"""What a recipe has in its hands: a `Cook`.

`Cook.hands` is a plain synchronous call: the chef works and can be nowhere else. Everything that
is awaited is what a chef may walk away from.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine, Generator
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any

from kitchen.sim import facts as f
from kitchen.sim.errors import RecipeError

if TYPE_CHECKING:
    from kitchen.sim.dish import Dish

INFINITY = float("inf")


class Burnt(Exception):
    """The food stood too long after its timer rang and has burnt.

    Raised where the timer is awaited. A recipe may catch it; else a chef scrapes the pan and the
    recipe starts again.
    """


class Kept(asyncio.Future[Any]):
    """A future that a chef stays for: like a blocking call, it cannot be cancelled.

    The task that awaits it gets its `asyncio.CancelledError` at the next step, when the call is
    over, as synchronous code would.
    """

    def cancel(self, msg: Any | None = None) -> bool:
        return False


class Cook:
    """One dish's access to the kitchen. Every dish gets its own."""

    __slots__ = ("_dish",)

    def __init__(self, dish: Dish) -> None:
        self._dish = dish

    @property
    def order(self) -> int:
        """The number of the order, from 1."""
        return self._dish.number

    @property
    def time(self) -> float:
        """Kitchen time in seconds, including the work done so far in this step."""
        return self._dish.loop.time()

    def hands(self, what: str, seconds: float) -> None:
        """Work on the dish for ``seconds`` of kitchen time (0 or more): the chef's hands are full.

        Raises `RecipeError` for a time that is negative or not finite, and outside a chef's step.
        """
        dish = self._dish
        if not 0.0 <= seconds < INFINITY:
            raise RecipeError(
                f"{dish.label}: hands({what!r}) takes 0 or more seconds, not {seconds!r}"
            )
        part = dish.running_part("hands")
        loop = dish.loop
        line = dish.line_of(sys._getframe(1))
        dish.log(
            f.Hands(loop.time(), part.chef, dish.number, part.number, what, seconds + 0.0, line)
        )
        dish.worked += seconds
        loop.work(seconds)

    def timer(
        self, what: str, seconds: float, hold: float | None = None, burn: float | None = None
    ) -> Timer:
        """Let it cook for ``seconds`` of kitchen time: ``await`` it, nobody's hands are needed.

        After the ring the food stays perfect for ``hold`` seconds (None: for ever). Then its
        quality falls evenly, over ``burn`` seconds (default: as long as ``hold``), from 1 to 0,
        and it burns: the await raises `Burnt` once a chef comes. Raises `RecipeError` for a time
        that is negative or not finite.
        """
        dish = self._dish
        if hold is None:
            burn = None
        elif burn is None:
            burn = hold
        for time in (seconds, hold or 0.0, burn or 0.0):
            if not 0.0 <= time < INFINITY:
                raise RecipeError(
                    f"{dish.label}: timer({what!r}) takes 0 or more seconds, not {time!r}"
                )
        timer = Timer(dish, what, seconds + 0.0, hold, burn, dish.line_of(sys._getframe(1)))
        dish.unawaited[timer] = None
        return timer

    def station(self, kind: str) -> Place:
        """A place of that kind of station for the length of an ``async with``.

        Raises `RecipeError` if the shift has no such station.
        """
        dish = self._dish
        if kind not in dish.stations:
            known = ", ".join(dish.stations) or "none"
            raise RecipeError(f"{dish.label} wants a {kind!r}, but this shift has: {known}")
        place = Place(dish, kind, dish.line_of(sys._getframe(1)))
        dish.unawaited[place] = None
        return place

    def say(self, text: str) -> None:
        """Say something: it is written in the log, with its time."""
        dish = self._dish
        part = dish.running_part("say")
        dish.log(f.Said(dish.loop.time(), dish.number, part.number, text))


class Timer(Coroutine[Any, Any, None]):
    """A cooking timer. It is set when it is awaited, in the task that awaits it."""

    __slots__ = ("_dish", "_fact", "_future", "_part", "_steps", "burn", "hold", "line", "rang",
                 "seconds", "what")  # fmt: skip

    def __init__(
        self,
        dish: Dish,
        what: str,
        seconds: float,
        hold: float | None,
        burn: float | None,
        line: int,
    ) -> None:
        self._dish = dish
        self.what = what
        self.seconds = seconds
        self.hold = hold
        self.burn = burn
        self.line = line
        self.rang: float | None = None
        self._steps: Generator[Any, Any, None] | None = None

    def __repr__(self) -> str:
        return f"timer({self.what!r}, {self.seconds:g})"

    def __await__(self) -> Generator[Any, Any, None]:
        dish, loop = self._dish, self._dish.loop
        dish.unawaited.pop(self, None)
        self._part = part = dish.running_part("timer")
        start = loop.time()
        number = dish.kitchen.next_timer()
        self._fact = f.TimerSet(
            start, dish.number, part.number, number, self.what, self.seconds, self.hold, self.burn,
            self.line,
        )  # fmt: skip
        dish.log(self._fact)
        self._future: asyncio.Future[None] = part.blocking_future(self.what)
        loop.push(start + self.seconds, self._ring)
        part.timer = self
        try:
            yield from self._future
        except asyncio.CancelledError:
            if self.rang is None:
                dish.log(f.TimerCut(loop.time(), dish.number, part.number, number))
            raise
        finally:
            part.timer = None
        if self.hold is not None:
            self._judge(loop.time())

    def _ring(self) -> None:
        if self._future.done():
            return
        dish, fact = self._dish, self._fact
        self.rang = now = dish.loop.time()
        dish.log(f.TimerRang(now, fact.order, fact.part, fact.timer))
        if self.hold is not None and not isinstance(self._future, Kept):
            dish.loop.push(now + self.hold + (self.burn or 0.0), self._burn)
        self._future.set_result(None)

    def _burn(self) -> None:
        if self._part.timer is self:
            fact = self._fact
            self._dish.log(f.Burnt(self._dish.loop.time(), fact.order, fact.part, fact.timer))
            self.burn = -1.0

    def _judge(self, now: float) -> None:
        """Somebody came for the food: what has become of it since the ring?"""
        assert self.rang is not None and self.hold is not None and self.burn is not None
        if self.burn < 0.0:
            raise Burnt(f"{self.what}: burnt")
        late = now - self.rang - self.hold
        if late > 0.0:
            lost = late / self.burn
            self._dish.quality *= 1.0 - lost
            fact = self._fact
            self._dish.log(f.Overcooked(now, fact.order, fact.part, fact.timer, lost))

    @property
    def burns_at(self) -> float:
        """Kitchen time at which the food burns; infinity while it cooks or if it never does."""
        if self.rang is None or self.hold is None or self.burn is None:
            return INFINITY
        return self.rang + self.hold + max(0.0, self.burn)

    # A timer is a coroutine too, so that `create_task` and `gather` take it as it is.

    def _iterator(self) -> Generator[Any, Any, None]:
        if self._steps is None:
            self._steps = self.__await__()
        return self._steps

    def send(self, value: Any) -> Any:
        return self._iterator().send(value)

    def throw(self, typ: Any, val: Any = None, tb: TracebackType | None = None) -> Any:
        if val is None and tb is None:
            return self._iterator().throw(typ)
        return self._iterator().throw(val if isinstance(val, BaseException) else typ)

    def close(self) -> None:
        self._dish.unawaited.pop(self, None)
        if self._steps is not None:
            self._steps.close()


class Place:
    """A claim on one place of a kind of station: an asynchronous context manager."""

    __slots__ = ("_dish", "_part", "_place", "kind", "line")

    def __init__(self, dish: Dish, kind: str, line: int) -> None:
        self._dish = dish
        self.kind = kind
        self.line = line

    def __repr__(self) -> str:
        return f"station({self.kind!r})"

    async def __aenter__(self) -> int:
        """Wait for a free place; return its number, from 0."""
        dish = self._dish
        dish.unawaited.pop(self, None)
        await settle(dish)
        self._part = dish.running_part("station")
        self._place = await dish.stations[self.kind].take(self._part)
        return self._place

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        dish = self._dish
        try:
            await settle(dish)
        finally:
            dish.stations[self.kind].free(self._part, self._place)


async def settle(dish: Dish) -> None:
    """Let the work of the step under way be done, its chef staying with it.

    What dishes share is only touched after this, so that it is touched at the true time.
    """
    if dish.loop.working:
        await dish.running_part("settle").own_time()


def caller_line(frame: FrameType | None, file: str, first: int, last: int) -> int:
    """The line within the source from ``first`` to ``last`` of ``file`` that is being run, from 1;
    0 if none is. Helpers that a recipe calls count as the line that calls them."""
    while frame is not None:
        line = frame.f_lineno
        if first <= line <= last and frame.f_code.co_filename == file:
            return line - first + 1
        frame = frame.f_back
    return 0
