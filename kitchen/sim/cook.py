"""What a recipe has in its hands: a `Cook`.

`Cook.hands` is a plain synchronous call: the chef works and can be nowhere else. Everything that
is awaited is what a chef may walk away from.
"""

from __future__ import annotations

from sys import _getframe
from types import FrameType
from typing import TYPE_CHECKING

import msgspec

from kitchen.sim import facts as f
from kitchen.sim.bounds import LATEST
from kitchen.sim.errors import RecipeError
from kitchen.sim.facts import Hands
from kitchen.sim.station import Place
from kitchen.sim.timer import Burnt, Timer

if TYPE_CHECKING:
    from kitchen.sim.dish import Dish

__all__ = ["Burnt", "Cook"]


class Cook(msgspec.Struct, eq=False):
    """One dish's access to the kitchen. Every dish gets its own."""

    _dish: Dish

    def __repr__(self) -> str:
        return f"Cook({self._dish.label})"

    @property
    def order(self) -> int:
        """The number of the order, from 1."""
        return self._dish.order

    @property
    def time(self) -> float:
        """Kitchen time in seconds, including the work done so far in this step."""
        return self._dish.loop.clock

    def hands(self, what: str, seconds: float) -> None:
        """Work on the dish for ``seconds`` of kitchen time (0 or more): the chef's hands are full.

        Raises `RecipeError` for a time that is negative or beyond 1e12 s of kitchen time, and
        outside a chef's step.
        """
        dish = self._dish
        if not 0.0 <= seconds <= LATEST:
            raise _refused(dish, f"hands({what!r})", "0 or more seconds", repr(seconds))
        part = dish.brigade.running or dish.running_part("hands")
        frame, recipe = _getframe(1), dish.recipe
        line = recipe.lines[frame.f_lasti] if frame.f_code is recipe.code else dish.line_of(frame)
        if type(seconds) is not float:
            seconds = float(seconds)
        loop, log = dish.loop, dish.log
        start = loop.clock
        end = start + seconds
        if end > LATEST:
            raise dish.too_late(f"hands({what!r}, {seconds:g})")
        log(Hands(start, part.chef, part.order, part.number, what, seconds, line))
        dish.worked += seconds
        loop.clock = end

    def timer(
        self, what: str, seconds: float, hold: float | None = None, burn: float | None = None
    ) -> Timer:
        """Let it cook for ``seconds`` of kitchen time: ``await`` it, nobody's hands are needed.

        After the ring the food stays perfect for ``hold`` seconds (None: for ever). Then its
        quality falls evenly, over ``burn`` seconds (default: as long as ``hold``), from 1 to 0,
        and it burns: the await raises `Burnt` once a chef comes. Raises `RecipeError` for a time
        that is negative or beyond 1e12 s of kitchen time, the latter when it is awaited.
        """
        dish = self._dish
        if hold is None:
            burn = None
            good = 0.0 <= seconds <= LATEST
        else:
            hold += 0.0
            burn = hold if burn is None else burn + 0.0
            good = min(seconds, hold, burn) >= 0.0 and seconds + hold + burn <= LATEST
        if not good:
            given = f"{seconds!r}, hold={hold!r}, burn={burn!r}"
            raise _refused(dish, f"timer({what!r})", "times of 0 or more seconds", given)
        frame, recipe = _getframe(1), dish.recipe
        line = recipe.lines[frame.f_lasti] if frame.f_code is recipe.code else dish.line_of(frame)
        if type(seconds) is not float:
            seconds = float(seconds)
        before = dish.claim
        dish.claim = timer = Timer(dish, what, seconds, hold, burn, line, before)
        if before is not None:
            before.after = timer
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
        line = recipe.lines[frame.f_lasti] if frame.f_code is recipe.code else dish.line_of(frame)
        before = dish.claim
        dish.claim = place = Place(dish, stations[kind], line, before)
        if before is not None:
            before.after = place
        return place

    def say(self, text: str) -> None:
        """Say something: it is written in the log, with its time."""
        dish = self._dish
        part = dish.running_part("say")
        dish.log(f.Said(dish.loop.clock, part.order, part.number, text))


def _refused(dish: Dish, call: str, wanted: str, given: str) -> RecipeError:
    return RecipeError(f"{dish.label}: {call} takes {wanted}, not {given}: {LATEST:g} at most")


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
