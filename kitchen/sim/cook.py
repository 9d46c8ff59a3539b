"""What a recipe has in its hands: a `Cook`.

`Cook.hands` is a plain synchronous call: the chef works and can be nowhere else. Everything that
is awaited is what a chef may walk away from.
"""

from __future__ import annotations

import types
from collections.abc import Coroutine, Generator, Iterator
from sys import _getframe
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from kitchen.sim import facts as f
from kitchen.sim.errors import RecipeError
from kitchen.sim.facts import Hands, TimerRang, TimerSet

if TYPE_CHECKING:
    from kitchen.sim.dish import Dish
    from kitchen.sim.part import Part
    from kitchen.sim.station import Station

INFINITY = float("inf")


class Burnt(Exception):
    """The food stood too long after its timer rang and has burnt.

    Raised where the timer is awaited. A recipe may catch it; else a chef scrapes the pan and the
    recipe starts again.
    """


class Cook(msgspec.Struct, eq=False):
    """One dish's access to the kitchen. Every dish gets its own."""

    _dish: Dish

    def __repr__(self) -> str:
        return f"Cook({self._dish.label})"

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
        frame, recipe = _getframe(1), dish.recipe
        own = frame.f_code is recipe.code
        line = recipe.lines[frame.f_lasti] if own else dish.line_of(frame)
        seconds += 0.0
        loop, log = dish.loop, dish.log
        start = loop.clock
        log(Hands(start, part.chef, dish.number, part.number, what, seconds, line))
        dish.worked += seconds
        loop.clock = start + seconds

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
        frame, recipe = _getframe(1), dish.recipe
        own = frame.f_code is recipe.code
        line = recipe.lines[frame.f_lasti] if own else dish.line_of(frame)
        dish.claim = timer = Timer(dish, what, seconds + 0.0, hold, burn, line, dish.claim)
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
        frame, recipe = _getframe(1), dish.recipe
        own = frame.f_code is recipe.code
        line = recipe.lines[frame.f_lasti] if own else dish.line_of(frame)
        dish.claim = place = Place(dish, stations[kind], line, dish.claim)
        return place

    def say(self, text: str) -> None:
        """Say something: it is written in the log, with its time."""
        dish = self._dish
        part = dish.running_part("say")
        dish.log(f.Said(dish.loop.clock, dish.number, part.number, text))


class Timer(Coroutine[Any, Any, None]):
    """A cooking timer. It is set when it is awaited, in the task that awaits it."""

    __slots__ = ("_dish", "_part", "_steps", "before", "burn", "burnt", "hold", "line", "number",
                 "rang", "seconds", "what")  # fmt: skip

    _steps: Iterator[Any]

    verb = "await"

    def __init__(
        self,
        dish: Dish,
        what: str,
        seconds: float,
        hold: float | None,
        burn: float | None,
        line: int,
        before: Timer | Place | None,
    ) -> None:
        self._dish = dish
        self.before = before
        """What the dish asked for before it and has not awaited yet."""
        self.what = what
        self.seconds = seconds
        self.hold = hold
        self.burn = burn
        self.line = line

    def __repr__(self) -> str:
        return f"timer({self.what!r}, {self.seconds:g})"

    def __await__(self) -> Generator[Any, Any, None]:
        dish = self._dish
        if dish.claim is self:
            dish.claim = self.before
        else:
            dish.awaited(self)
        part = dish.brigade.running or dish.running_part("timer")
        kitchen, loop = dish.kitchen, dish.loop
        start = loop.clock
        kitchen.timers = self.number = number = kitchen.timers + 1
        log, push_with = dish.log, loop.push_with
        log(
            TimerSet(
                start, dish.number, part.number, number, self.what, self.seconds, self.hold,
                self.burn, self.line,
            )
        )  # fmt: skip
        self.rang: float | None = None
        self._part = part
        part.timer = self
        if dish.brigade.stay:
            part.stare(self.what)
        push_with(start + self.seconds, _ring, self)
        part.waits = part._asyncio_future_blocking = True
        if self.hold is not None:
            return self._until_fetched(part)
        return iter((part,))  # type: ignore[return-value]  # as good as a generator, and quicker

    def _until_fetched(self, part: Part) -> Generator[Any, Any, None]:
        """Suspend the task; when it goes on, somebody has come for the food."""
        self.burnt = False
        try:
            yield part
        finally:
            part.timer = None
        self._judge(part.loop.clock)

    def _ring(self) -> None:
        part = self._part
        if part.timer is not self or not part.waits:
            return
        loop, log = part.loop, part.log
        self.rang = now = loop.now
        log(TimerRang(now, part.order, part.number, self.number))
        if part.held:
            part.go_on()
            return
        if self.hold is not None:
            assert self.burn is not None
            loop.push_with(now + self.hold + self.burn, _burn, self)
        part.waits = False
        part.step = part.next_step
        if not part.chef:  # else its chef is at work on the step before: see Brigade.rest
            part.brigade.ready(part)

    def _burn(self) -> None:
        part = self._part
        if part.timer is self:
            part.log(f.Burnt(part.loop.now, part.order, part.number, self.number))
            self.burnt = True
            part.dish.kitchen.count("burnt")

    def _judge(self, now: float) -> None:
        """Somebody came for the food: what has become of it since the ring?"""
        assert self.rang is not None and self.hold is not None and self.burn is not None
        if self.burnt:
            raise Burnt(f"{self.what}: burnt")
        late = now - self.rang - self.hold
        if late > 0.0:
            lost = late / self.burn
            part = self._part
            part.dish.quality *= 1.0 - lost
            part.log(f.Overcooked(now, part.order, part.number, self.number, lost))

    @property
    def burns_at(self) -> float:
        """Kitchen time at which the food burns; infinity while it cooks or if it never does."""
        if self.rang is None or self.hold is None or self.burn is None:
            return INFINITY
        return self.rang + self.hold + self.burn

    # A timer is a coroutine too, so that `create_task` and `gather` take it as it is.

    def _iterator(self) -> Iterator[Any]:
        if not hasattr(self, "_steps"):
            self._steps = self.__await__()
        return self._steps

    def send(self, value: Any) -> Any:
        return next(self._iterator())

    def throw(self, typ: Any, val: Any = None, tb: TracebackType | None = None) -> Any:
        self.close()
        raise typ if val is None else val

    def close(self) -> None:
        self._dish.awaited(self)
        self._steps = iter(())


_ring, _burn = Timer._ring, Timer._burn


class Place(msgspec.Struct, eq=False):
    """A claim on one place of a kind of station: an asynchronous context manager."""

    _dish: Dish
    _station: Station
    line: int
    before: Timer | Place | None
    _part: Part | None = None
    _place: int = -1

    verb: ClassVar[str] = "async with"

    def __repr__(self) -> str:
        return f"station({self._station.kind!r})"

    @types.coroutine
    def __aenter__(self) -> Generator[Any, Any, int]:
        """Wait for a free place; return its number, from 0."""
        dish, station = self._dish, self._station
        if dish.claim is self:
            dish.claim = self.before
        else:
            dish.awaited(self)
        self._part = part = dish.brigade.running or dish.running_part("station")
        loop = part.loop
        if loop.clock != loop.now and (part.task.cancelling() or not loop.over_at_once()):
            yield part.own_time()
        place = station.claim(part)
        if place < 0:
            place = yield from station.wait(part)
        self._place = place
        return place

    @types.coroutine
    def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> Generator[Any, Any, None]:
        part = self._part
        assert part is not None
        loop = part.loop
        try:
            if loop.clock != loop.now and (part.task.cancelling() or not loop.over_at_once()):
                yield part.own_time()
        finally:
            self._station.free(part, self._place)


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
