"""The daily kitchen: a shift for each date, the same for everybody.

Menu, stations, orders, patience and wages are drawn from streams of the date's own. A draft is
played by the policies, and drawn again if it turns out too easy or too hard; what they reach sets
the targets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from math import ceil, floor
from random import Random

from kitchen.english import plural, spelled
from kitchen.errors import ShiftError
from kitchen.lab.limits import limits
from kitchen.lab.measures import HOUR
from kitchen.menu import menu
from kitchen.runs.headless import run_shift
from kitchen.runs.result import Result
from kitchen.sim.shift.chance import choose, exponential, stream
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Order, Shift

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip

POOL = (
    "pizza", "garlic_bread", "pancakes", "soft_eggs", "full_breakfast", "lava_cake",
    "creme_brulee", "curry", "steak", "burger", "fish_and_chips", "ramen", "spaghetti", "risotto",
    "green_salad", "warm_salad", "tomato_soup", "onion_soup", "lasagne",
)  # fmt: skip
"""Dishes that are done in a quarter of an hour."""

DISHES = (4, 7)
"""The fewest and the most dishes on a day's menu."""

ORDERS = (12, 18)
BUSY = (0.8, 1.0)
"""Hands-on seconds that are ordered in a second, for the one chef."""

FULL = (0.55, 0.8)
"""How full the stations are, on average."""

PATIENCE = (0.85, 1.15)
"""What the day makes of every customer's patience."""

LENGTH = (80.0, 210.0)
"""Seconds of play at speed 1."""

GOOD = ("deadline", "shortest", "burning-first")
DRAFTS = 40


def daily(day: date) -> tuple[Shift, int]:
    """The shift of that date, and its seed."""
    return _daily(day.isoformat())


@lru_cache(maxsize=64)
def _daily(day: str) -> tuple[Shift, int]:
    seed = int(day.replace("-", ""))
    for attempt in range(DRAFTS):
        play = _play(_draft(day, seed, attempt))
        if play.fair:
            break
    return replace(play.shift, targets=play.targets(stream(seed, "daily/targets"))), seed


def daily_named(name: str) -> Shift:
    """The shift of ``daily``, which is today's, or of ``daily:2026-11-22``. The name that the log
    has for such a shift, ``daily-2026-11-22``, will do as well. Raises `ShiftError`."""
    return daily(_day(name))[0]


def _day(name: str) -> date:
    text = name.removeprefix("daily")
    if not text:
        return date.today()
    try:
        if not re.fullmatch(r"[:-]\d{4}-\d\d-\d\d", text, re.ASCII):
            raise ValueError("it is written as in daily:2026-11-22")
        return date.fromisoformat(text[1:])
    except ValueError as error:
        raise ShiftError(f"{name!r}: no such date: {error}") from error


def title_of(day: date) -> str:
    """``Sunday 22 November``, in English wherever the game is played."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


# -- drafts ------------------------------------------------------------------------------------


def _draft(day: str, seed: int, attempt: int) -> Shift:
    chance = stream(seed, f"daily/{attempt}")
    dishes = _menu(chance)
    weights = {dish.name: 0.5 + chance.random() for dish in dishes}
    ordered = [menu()[choose(chance, weights)] for _ in range(_whole(chance, ORDERS))]
    demand = _demand(ordered)
    gap = demand.pop("hands") / _between(chance, BUSY)
    full = _between(chance, FULL)
    places = {kind: ceil(seconds / gap / full) for kind, seconds in demand.items() if seconds}
    shift = Shift(
        _orders(ordered, gap, _between(chance, PATIENCE), chance),
        places,
        name=f"daily-{day}",
        title=title_of(date.fromisoformat(day)),
        tempo=10.0,
        wage=round(_between(chance, (0.006, 0.02)), 3),
        seed=seed,
        kitchen="concurrent",
    )
    return replace(shift, about=_about(shift))


def _demand(dishes: Sequence[Recipe]) -> dict[str, float]:
    """Seconds of hands, and of a place at each kind of station, that a dish takes on average."""
    alone = Shift([Order(1.0, dish) for dish in dishes], {"hob": 1, "oven": 1})
    found = [limit for limit in limits(alone, 1).each if limit.name != "orders"]
    return {limit.name: HOUR / limit.hourly for limit in found}


def _menu(chance: Random) -> list[Recipe]:
    left = dict.fromkeys(POOL, 1.0)
    chosen = []
    for _ in range(_whole(chance, DISHES)):
        name = choose(chance, left)
        del left[name]
        chosen.append(menu()[name])
    return chosen


def _orders(dishes: Sequence[Recipe], gap: float, patience: float, chance: Random) -> list[Order]:
    """One after the other, ``gap`` seconds apart on average, never long after the one before."""
    orders, at = [], 0.0
    for dish in dishes:
        waits = None if dish.patience is None else round(dish.patience * patience, -1)
        orders.append(Order(round(at, -1), dish, waits))
        at += min(0.4 * gap + exponential(chance, 0.6 * gap), 2.5 * gap)
    return orders


def _about(shift: Shift) -> str:
    places = [f"{spelled(min(n, 10))} {plural(n, kind)}" for kind, n in shift.stations.items()]
    kitchen = " and ".join(places) or "bare hands"
    dishes = spelled(len(shift.recipes()))
    return f"{len(shift.orders)} orders of {dishes} dishes, {kitchen}: only today."


# -- how it plays ------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Play:
    """A draft as it goes: first come first served, chosen well, and blocking."""

    shift: Shift
    plain: Result
    best: Result
    blocking: Result

    @property
    def fair(self) -> bool:
        """Who chooses well serves most; first come, first served falls behind; blocking fails."""
        orders = len(self.shift.orders)
        return (
            self.best.served >= 0.8 * orders
            and self.plain.served >= 0.4 * orders
            and self.plain.profit <= 0.9 * self.best.profit
            and self.blocking.served <= 0.5 * self.best.served
            and LENGTH[0] <= self.best.makespan / self.shift.tempo <= LENGTH[1]
        )

    def targets(self, chance: Random) -> dict[str, float]:
        """Served: most of what comes by itself. Profit and a third: nearly what choosing well
        reaches."""
        best = self.best
        served = max(min(self.plain.served, best.served - 1), ceil(0.5 * best.served))
        profit = 5.0 * floor(0.92 * best.profit / 5)
        third = choose(chance, {"clean": 1.0, "walked_out": 1.0, "tips": 1.0})
        bounds = {
            "clean": max(2, floor(0.8 * best.clean)),
            "walked_out": best.walked_out + 1,
            "tips": 0.5 * floor(0.92 * best.tips / 0.5),
        }
        return {"served": served, "profit": profit, third: bounds[third]}


def _play(shift: Shift) -> _Play:
    plain = run_shift(shift)
    results = [plain, *(run_shift(shift, policy=policy) for policy in GOOD)]
    best = max(results, key=lambda result: (result.served, result.profit))
    return _Play(shift, plain, best, run_shift(shift, "blocking"))


def _whole(chance: Random, ends: tuple[int, int]) -> int:
    """A whole number, each of them as likely."""
    return ends[0] + int(chance.random() * (ends[1] - ends[0] + 1))


def _between(chance: Random, ends: tuple[float, float]) -> float:
    return ends[0] + chance.random() * (ends[1] - ends[0])
