"""Cooking timers: what a recipe awaits while nobody's hands are needed."""

from __future__ import annotations

from collections.abc import Coroutine, Generator, Iterator
from heapq import heappush
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from kitchen.sim import facts as f
from kitchen.sim.bounds import LATEST
from kitchen.sim.facts import Stares, TimerRang, TimerSet

if TYPE_CHECKING:
    from kitchen.sim.work.dish import Dish
    from kitchen.sim.work.part import Part
    from kitchen.sim.work.station import Place


class Burnt(Exception):
    """The food stood too long after its timer rang and has burnt.

    Raised where the timer is awaited. A recipe may catch it; else a chef scrapes the pan and the
    recipe starts again.
    """

    def __init__(self, *told: object) -> None:
        super().__init__(*told)  # Python's own has no signature to look at


class Timer(msgspec.Struct, eq=False):
    """A cooking timer. It is set when it is awaited, in the task that awaits it."""

    _dish: Dish
    what: str
    seconds: float
    hold: float | None
    burn: float | None
    line: int
    before: Timer | Place | None
    """What the dish asked for before it and has not awaited yet."""
    after: Timer | Place | None = None
    _steps: Iterator[Any] | None = None

    verb: ClassVar[str] = "await"

    def __repr__(self) -> str:
        return f"timer({self.what!r}, {self.seconds:g})"

    def __await__(self) -> Generator[Any, Any, None]:
        dish = self._dish
        if dish.claim is self and self.before is None:
            dish.claim = None
        else:
            dish.awaited(self)
        brigade = dish.brigade
        part = brigade.running or dish.running_part("timer")
        kitchen, loop, log = dish.kitchen, dish.loop, dish.log
        order, number, what = part.order, part.number, self.what
        start, hold = loop.clock, self.hold
        rings_at = start + self.seconds
        if rings_at > LATEST:
            raise dish.too_late(repr(self), dish.recipe.at(self.line))
        kitchen.timers = serial = kitchen.timers + 1
        part.timer = timer = TimerSet(
            start, order, number, serial, what, self.seconds, hold, self.burn, self.line
        )
        part.rang = None
        log(timer)
        if brigade.stay:
            part.held = part.taken = True
            log(Stares(start, part.chef, order, number, what))
        heappush(loop.heap, (rings_at, loop.serial(), _ring, (part, timer)))
        if rings_at == start:
            brigade.no_time_passes(part)
        part.waits = part._asyncio_future_blocking = True
        if hold is not None:
            return _until_fetched(part, timer)
        return iter((part,))  # type: ignore[return-value]  # as good as a generator, and quicker

    # A timer is a coroutine too, so that `create_task` and `gather` take it as it is.

    def send(self, value: Any) -> Any:
        if self._steps is None:
            self._steps = self.__await__()
        return next(self._steps)

    def throw(self, typ: Any, val: Any = None, tb: TracebackType | None = None) -> Any:
        self.close()
        raise typ if val is None else val

    def close(self) -> None:
        self._dish.awaited(self)
        self._steps = iter(())


Coroutine.register(Timer)


def _ring(entry: tuple[Part, TimerSet]) -> None:
    """The time is up, unless the timer was cut."""
    part, timer = entry
    if part.timer is not timer or not part.waits:
        return
    loop, log = part.loop, part.log
    part.rang = now = loop.now
    log(TimerRang(now, part.order, part.number, timer.timer))
    part.waits = False
    part.step = part.next_step
    if part.held:
        part.held = False
        if loop.ready:
            loop.call_backstage(part.run)
        else:
            part.run()
        return
    if timer.hold is not None and timer.burn is not None:
        loop.push_with(now + timer.hold + timer.burn, _burn, entry)
    if not part.chef:  # else its chef is at work on the step before: see Brigade.rest
        part.brigade.ready(part)


def _burn(entry: tuple[Part, TimerSet]) -> None:
    """Nobody has come for the food, unless somebody has."""
    part, timer = entry
    if part.timer is timer:
        part.log(f.Burnt(part.loop.now, part.order, part.number, timer.timer))
        part.burnt = True
        part.dish.kitchen.count("burnt")


def _until_fetched(part: Part, timer: TimerSet) -> Generator[Any, Any, None]:
    """Suspend the task; when it goes on, somebody has come for the food: what has become of it
    since the ring?"""
    part.burnt = False
    try:
        yield part
    finally:
        part.timer = None
    assert part.rang is not None and timer.hold is not None and timer.burn is not None
    if part.burnt:
        raise Burnt(f"{timer.what}: burnt")
    now = part.loop.clock
    late = now - part.rang - timer.hold
    if late > 0.0 and now > part.rang + timer.hold:  # else it is the rest of a rounding
        lost = min(1.0, late / timer.burn) if timer.burn else 1.0
        part.dish.quality *= 1.0 - lost
        part.log(f.Overcooked(now, part.order, part.number, timer.timer, lost))
