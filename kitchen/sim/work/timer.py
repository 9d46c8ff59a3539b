"""Cooking timers: what a recipe awaits while nobody's hands are needed."""

from __future__ import annotations

from collections.abc import Coroutine, Generator, Iterator
from heapq import heappush
from types import TracebackType
from typing import Any, ClassVar

from kitchen.loop.schedule import IN_WORDS
from kitchen.sim import facts as f
from kitchen.sim.bounds import LATEST
from kitchen.sim.facts import TimerRang, TimerSet
from kitchen.sim.shift.recipe import Burnt
from kitchen.sim.spoiling import lost_by
from kitchen.sim.work.claim import Claim, Claimant
from kitchen.sim.work.part import WAITS, Part

Running = tuple[Claimant, Part, TimerSet]
"""A timer that is set: whose it is, and the fact that tells of it."""


class Timer(Claim, eq=False):
    """A cooking timer. It is set when it is awaited, in the task that awaits it."""

    what: str
    seconds: float
    hold: float | None
    burn: float | None
    _steps: Iterator[Any] | None = None

    verb: ClassVar[str] = "await"

    def __repr__(self) -> str:
        return f"timer({self.what!r}, {self.seconds:g})"

    def __await__(self) -> Generator[Any, Any, None]:
        """Start it, in the part whose step is under way."""
        self.awaited()
        dish = self._dish
        part = dish.brigade.running or dish.running_part("timer")
        loop, log, tally = dish.loop, dish.log, dish.tally
        start, serial = loop.clock, loop.serial
        rings_at = start + self.seconds
        if rings_at > LATEST:
            raise dish.too_late(repr(self), dish.recipe.at(self.line))
        tally.timers += 1
        part.timer = timer = TimerSet(
            start, part.order, part.number, tally.timers, self.what, self.seconds, self.hold,
            self.burn, self.line,
        )  # fmt: skip
        part.rang = None
        log(timer)
        running = dish, part, timer
        heappush(loop.heap, (rings_at, serial(), _ring, running))
        if rings_at == start:
            dish.brigade.no_time_passes(part)
        part.wait(self.what)
        if timer.hold is not None:
            return _until_fetched(running)
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
        self.awaited()
        self._steps = iter(())


Coroutine.register(Timer)


def _ring(running: Running) -> None:
    """The time is up, unless the timer was cut."""
    _, part, timer = running
    if part.timer is not timer or part.state not in WAITS:
        return
    log = part.log
    part.rang = now = part.loop.now
    log(TimerRang(now, part.order, part.number, timer.timer))
    if timer.hold is not None and part.state != "staring":
        part.loop.push_with(part.burns_at, _burn, running)
    part.wake()


def keep_anew(dish: Claimant, part: Part) -> None:
    """What is done of a part goes off faster or slower from now on: it burns at another time."""
    timer = part.timer
    if timer is not None and timer.hold is not None and part.rang is not None and not part.burnt:
        part.loop.push_with(max(part.loop.now, part.burns_at), _burn, (dish, part, timer))


def _burn(running: Running) -> None:
    """Nobody has come for the food, unless somebody has; nor if it keeps longer by now."""
    dish, part, timer = running
    if part.timer is timer and not part.burnt and part.loop.now >= part.burns_at:
        part.log(f.FoodBurnt(part.loop.now, part.order, part.number, timer.timer))
        part.burnt = True
        dish.tally.by_outcome["burnt"] += 1


def _ring_in_words(running: Running) -> str:
    dish, part, timer = running
    return f"'{timer.what}' of {dish.label}" if part.timer is timer and part.rang is None else ""


def _burn_in_words(running: Running) -> str:
    dish, part, timer = running
    burns = part.timer is timer and part.rang is not None and not part.burnt
    return f"{dish.label} burns" if burns else ""


IN_WORDS[_ring] = _ring_in_words
IN_WORDS[_burn] = _burn_in_words


def _until_fetched(running: Running) -> Generator[Any, Any, None]:
    """Suspend the task; when it goes on, somebody has come for the food: what has become of it
    since the ring?"""
    dish, part, timer = running
    part.burnt = False
    try:
        yield part
    finally:
        part.timer = None
    if part.burnt:
        raise Burnt(f"{timer.what}: burnt")
    now = part.loop.clock
    lost = lost_by(now, part.brigade.food, part.rang, timer.hold, timer.burn)
    if lost:
        dish.quality *= 1.0 - lost
        part.log(f.Overcooked(now, part.order, part.number, timer.timer, lost))
