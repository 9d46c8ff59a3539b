"""Drafts of a day's kitchen: menu, stations, orders, patience and wages, drawn from streams of the
date's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import ceil
from random import Random

from kitchen.english import plural, spelled
from kitchen.lab.limits import limits
from kitchen.lab.measures import HOUR
from kitchen.menu import menu
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
BUSY = (0.9, 1.1)
"""Hands-on seconds that are ordered in a second, for the one chef."""

FULL = (0.55, 0.8)
"""How full the stations are, on average."""

MOST = 10
"""Places of a kind. There is always a hob: garlic bread toasts there when no oven comes free."""

PATIENCE = (0.85, 1.15)
"""What the day makes of every customer's patience."""


def draft_of(day: str, seed: int, attempt: int) -> Shift:
    chance = stream(seed, f"daily/{attempt}")
    dishes = _menu(chance)
    weights = {dish.name: 0.5 + chance.random() for dish in dishes}
    ordered = [menu()[choose(chance, weights)] for _ in range(_whole(chance, ORDERS))]
    demand = _demand(ordered)
    gap = demand.pop("hands") / _between(chance, BUSY)
    full = _between(chance, FULL)
    used = {kind: ceil(seconds / gap / full) for kind, seconds in demand.items() if seconds}
    places = {"hob": 1} | {kind: min(number, MOST) for kind, number in used.items()}
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


def title_of(day: date) -> str:
    """``Sunday 22 November``, in English wherever the game is played."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def _whole(chance: Random, ends: tuple[int, int]) -> int:
    """A whole number, each of them as likely."""
    return ends[0] + int(chance.random() * (ends[1] - ends[0] + 1))


def _between(chance: Random, ends: tuple[float, float]) -> float:
    return ends[0] + chance.random() * (ends[1] - ends[0])
