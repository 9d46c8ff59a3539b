"""The `Cook` that a kitchen hands to a recipe: it writes what the recipe does into the log."""

from __future__ import annotations

from collections.abc import Callable, Collection
from sys import _getframe

import msgspec

from kitchen.errors import RecipeError
from kitchen.plain import NUMBERS, number, text, told
from kitchen.sim import facts as f
from kitchen.sim.bounds import LATEST
from kitchen.sim.facts import Hands
from kitchen.sim.plan import CLEARING, SCRAPING
from kitchen.sim.shift.pace import Pace, paced
from kitchen.sim.shift.recipe import Cook
from kitchen.sim.work.dish import Dish
from kitchen.sim.work.station import Place
from kitchen.sim.work.timer import Timer


class DishCook(msgspec.Struct, Cook, eq=False):
    """The cook of one dish."""

    _dish: Dish

    def __repr__(self) -> str:
        return f"Cook({self._dish.label})"

    @property
    def order(self) -> int:
        return self._dish.order

    @property
    def time(self) -> float:
        return self._dish.loop.clock

    def hands(self, what: str, seconds: float) -> None:
        dish = self._dish
        if type(seconds) not in NUMBERS or type(what) is not str:
            what = _text(dish, "hands", what)
            seconds = _seconds(dish, "hands", what, seconds)
        if not 0.0 <= seconds <= LATEST:
            raise _refused(dish, f"hands({what!r})", "0 or more seconds", told(seconds))
        part = dish.brigade.running or dish.running_part("hands")
        line = dish.line_of(_getframe(1))
        seconds = float(seconds)
        loop, log = dish.loop, dish.log
        end = loop.clock + seconds
        if end > LATEST:
            raise dish.too_late(f"hands({what!r}, {seconds:g})")
        log(Hands(loop.clock, part.chef, part.order, part.number, what, seconds, line))
        dish.worked += seconds
        loop.clock = end

    def timer(
        self, what: str, seconds: float, hold: float | None = None, burn: float | None = None
    ) -> Timer:
        dish = self._dish
        if type(seconds) not in NUMBERS or type(what) is not str:
            what = _text(dish, "timer", what)
            seconds = _seconds(dish, "timer", what, seconds)
        if hold is None:
            burn = None
            good = 0.0 <= seconds <= LATEST
        else:
            hold = float(_seconds(dish, "timer", what, hold))
            burn = hold if burn is None else float(_seconds(dish, "timer", what, burn))
            good = min(seconds, hold, burn) >= 0.0 and seconds + hold + burn <= LATEST
        if not good:
            given = f"{told(seconds)}, hold={told(hold)}, burn={told(burn)}"
            raise _refused(dish, f"timer({what!r})", "times of 0 or more seconds", given)
        timer = Timer(dish, dish.line_of(_getframe(1)), what, float(seconds), hold, burn)
        dish.asks_for(timer)
        return timer

    def station(self, kind: str) -> Place:
        dish = self._dish
        stations = dish.kitchen.stations
        if type(kind) is not str or kind not in stations:
            kind = _text(dish, "station", kind)
            if kind not in stations:
                known = ", ".join(stations) or "none"
                raise RecipeError(f"{dish.label} wants a {told(kind)}, but this shift has: {known}")
        place = Place(dish, dish.line_of(_getframe(1)), stations[kind])
        dish.asks_for(place)
        return place

    def say(self, text: str) -> None:
        dish = self._dish
        part = dish.running_part("say")
        words = _text(dish, "say", text)
        dish.log(f.Said(dish.loop.clock, part.order, part.number, words))


class _PacedCook(DishCook, eq=False):
    """A cook who is faster or slower than the recipes say, and who finds the first work of a dish
    done if it is ``_prepped``."""

    _pace: Pace
    _prepped: bool = False

    def hands(self, what: str, seconds: float) -> None:
        if self._prepped and what not in (SCRAPING, CLEARING):
            self._prepped = False
            self._dish.running_part("hands")
            return
        super().hands(what, paced(seconds, self._pace.hands))

    def timer(
        self, what: str, seconds: float, hold: float | None = None, burn: float | None = None
    ) -> Timer:
        self._prepped = False
        pace = self._pace
        hold, burn = paced(hold, pace.hold), paced(burn, pace.hold)
        return super().timer(what, paced(seconds, pace.timers), hold, burn)

    def station(self, kind: str) -> Place:
        self._prepped = False
        return super().station(kind)


def cook_at(pace: Pace, prepped: Collection[str] = ()) -> Callable[[Dish], Cook]:
    """What makes a dish's cook; ``prepped`` are the names of dishes that begin with work which is
    done already. At the recipes' own pace it is the plain one, which is free."""
    if prepped:
        return lambda dish: _PacedCook(dish, pace, dish.recipe.name in prepped)
    if (pace.hands, pace.timers, pace.hold) == (1.0, 1.0, 1.0):
        return DishCook
    return lambda dish: _PacedCook(dish, pace)


def _text(dish: Dish, call: str, given: object) -> str:
    plain = text(given)
    if plain is None:
        raise RecipeError(f"{dish.label}: {call}(...) takes a text, not {told(given)}")
    return plain


def _seconds(dish: Dish, call: str, what: str, given: object) -> float:
    plain = number(given)
    if plain is None:
        raise RecipeError(
            f"{dish.label}: {call}({what!r}) takes 0 or more seconds, not {told(given)}"
        )
    return plain


def _refused(dish: Dish, call: str, wanted: str, given: str) -> RecipeError:
    return RecipeError(f"{dish.label}: {call} takes {wanted}, not {given}: {LATEST:g} at most")
