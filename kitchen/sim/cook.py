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
    from kitchen.sim.station import Station

INFINITY = float("inf")


class Burnt(Exception):
    """The food stood too long after its timer rang and has burnt.

    Raised where the timer is awaited. A recipe may catch it; else a chef scrapes the pan and the
    recipe starts again.
    """


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
        return self._dish.loop.clock

    def hands(self, what: str, seconds: float) -> None:
        """Work on the dish for ``seconds`` of kitchen time (0 or more): the chef's hands are full.

        Raises `RecipeError` for a time that is negative or not finite, and outside a chef's step.
        """
        dish = self._dish
        if not 0.0 <= seconds < INFINITY:
            raise RecipeError(
                f"{dish.label}: hands({what!r}) takes 0 or more seconds, not {seconds!r}"
            )
        part = dish.brigade.running or dish.running_part("hands")
        loop = dish.loop
        frame = sys._getframe(1)
        recipe = dish.recipe
        own = frame.f_code is recipe.code
        line = recipe.lines[frame.f_lasti] if own else dish.line_of(frame)
        seconds += 0.0
        log = dish.log
        log(f.Hands(loop.clock, part.chef, dish.number, part.number, what, seconds, line))
        dish.worked += seconds
        loop.clock += seconds

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
            good = 0.0 <= seconds < INFINITY
        else:
            hold += 0.0
            burn = hold if burn is None else burn + 0.0
            good = min(seconds, hold, burn) >= 0.0 and seconds + hold + burn < INFINITY
        if not good:
            raise RecipeError(
                f"{dish.label}: timer({what!r}) takes times of 0 or more seconds, not "
                f"{seconds!r}, hold={hold!r}, burn={burn!r}"
            )
        frame = sys._getframe(1)
        recipe = dish.recipe
        own = frame.f_code is recipe.code
        line = recipe.lines[frame.f_lasti] if own else dish.line_of(frame)
        timer = Timer(dish, what, seconds + 0.0, hold, burn, line)
        dish.claims.append(timer)
        return timer

    def station(self, kind: str) -> Place:
        """A place of that kind of station for the length of an ``async with``.

        Raises `RecipeError` if the shift has no such station.
        """
        dish = self._dish
        stations = dish.kitchen.stations
        if kind not in stations:
            known = ", ".join(stations) or "none"
            raise RecipeError(f"{dish.label} wants a {kind!r}, but this shift has: {known}")
        frame = sys._getframe(1)
        recipe = dish.recipe
        own = frame.f_code is recipe.code
        line = recipe.lines[frame.f_lasti] if own else dish.line_of(frame)
        place = Place(dish, stations[kind], line)
        dish.claims.append(place)
        return place

    def say(self, text: str) -> None:
        """Say something: it is written in the log, with its time."""
        dish = self._dish
        part = dish.running_part("say")
        dish.log(f.Said(dish.loop.clock, dish.number, part.number, text))


class Timer(Coroutine[Any, Any, None]):
    """A cooking timer. It is set when it is awaited, in the task that awaits it."""

    __slots__ = ("_dish", "_fact", "_part", "_steps", "burn", "burnt", "hold", "line", "rang",
                 "seconds", "what")  # fmt: skip

    verb = "await"

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

    def __repr__(self) -> str:
        return f"timer({self.what!r}, {self.seconds:g})"

    def __await__(self) -> Generator[Any, Any, None]:
        dish = self._dish
        claims = dish.claims
        if claims and claims[-1] is self:
            claims.pop()
        else:
            dish.awaited(self)
        kitchen, loop = dish.kitchen, dish.loop
        part = dish.brigade.running or dish.running_part("timer")
        start = loop.clock
        kitchen.timers = number = kitchen.timers + 1
        fact = f.TimerSet(
            start, dish.number, part.number, number, self.what, self.seconds, self.hold, self.burn,
            self.line,
        )  # fmt: skip
        log, push = dish.log, loop.push
        log(fact)
        self.burnt = False
        self.rang: float | None = None
        self._part, self._fact = part, fact
        part.timer = self
        if dish.brigade.stay:
            part.stare(self.what)
        push(start + self.seconds, self._ring)
        part._asyncio_future_blocking = True
        try:
            yield part
        except asyncio.CancelledError:
            if self.rang is None:
                dish.log(f.TimerCut(loop.clock, dish.number, part.number, number))
            raise
        finally:
            part.timer = None
        if self.hold is not None:
            self._judge(loop.clock)

    def _ring(self) -> None:
        part = self._part
        if part.timer is not self or part.wake_up is None:
            return
        dish, fact = self._dish, self._fact
        self.rang = now = dish.loop.clock
        log = dish.log
        log(f.TimerRang(now, fact.order, fact.part, fact.timer))
        if part.held:
            part.go_on()
            return
        if self.hold is not None:
            assert self.burn is not None
            dish.loop.push(now + self.hold + self.burn, self._burn)
        part.wake()

    def _burn(self) -> None:
        if self._part.timer is self:
            fact = self._fact
            self._dish.log(f.Burnt(self._dish.loop.clock, fact.order, fact.part, fact.timer))
            self.burnt = True
            self._dish.kitchen.count("burnt")

    def _judge(self, now: float) -> None:
        """Somebody came for the food: what has become of it since the ring?"""
        assert self.rang is not None and self.hold is not None and self.burn is not None
        if self.burnt:
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
        return self.rang + self.hold + self.burn

    # A timer is a coroutine too, so that `create_task` and `gather` take it as it is.

    def _iterator(self) -> Generator[Any, Any, None]:
        if not hasattr(self, "_steps"):
            self._steps = self.__await__()
        return self._steps

    def send(self, value: Any) -> Any:
        return self._iterator().send(value)

    def throw(self, typ: Any, val: Any = None, tb: TracebackType | None = None) -> Any:
        if val is None and tb is None:
            return self._iterator().throw(typ)
        return self._iterator().throw(val if isinstance(val, BaseException) else typ)

    def close(self) -> None:
        self._dish.awaited(self)
        if hasattr(self, "_steps"):
            self._steps.close()


class Place:
    """A claim on one place of a kind of station: an asynchronous context manager."""

    __slots__ = ("_dish", "_part", "_place", "_station", "line")

    verb = "async with"

    def __init__(self, dish: Dish, station: Station, line: int) -> None:
        self._dish = dish
        self._station = station
        self.line = line

    def __repr__(self) -> str:
        return f"station({self._station.kind!r})"

    async def __aenter__(self) -> int:
        """Wait for a free place; return its number, from 0."""
        dish = self._dish
        claims = dish.claims
        if claims and claims[-1] is self:
            claims.pop()
        else:
            dish.awaited(self)
        self._part = part = dish.brigade.running or dish.running_part("station")
        loop = dish.loop
        if loop.clock != loop.now:
            await part.own_time()
        self._place = place = self._station.claim(part)
        if place < 0:
            self._place = place = await self._station.wait(part)
        return place

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            loop = self._dish.loop
            if loop.clock != loop.now:
                await self._part.own_time()
        finally:
            self._station.free(self._part, self._place)


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
