"""Shift files, written: `Shift` to the TOML from which `kitchen.cookbook.load` makes it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import tomli_w

from kitchen.errors import ShiftError
from kitchen.sim.shift.recipe import Recipe, as_recipe
from kitchen.sim.shift.shift import Arrivals, Dish, Order, Shift

PLAIN = Shift()
"""What it has in common with a shift is not written down."""


def dump_shift(shift: Shift, known: Mapping[str, Recipe] | None = None) -> str:
    """The shift as TOML, without what is as usual: ``parse_shift(dump_shift(shift))`` equals it.

    Whoever reads it needs the recipes: a file can only name them. With ``known``, usually
    `kitchen.menu.menu`'s, raises `ShiftError` for a dish that is not one of these. Raises it too
    for two dishes of one name, and for arrivals with one dish twice.
    """
    dishes = shift.recipes() if known is None else known
    file: dict[str, Any] = {"name": shift.title, "id": shift.name}
    for key in ("about", "tempo", "wage", "chefs", "extra_chefs", "closes", "seed"):
        if getattr(shift, key) != getattr(PLAIN, key):
            file[key] = getattr(shift, key)
    file |= _tables(shift)
    file["orders"] = [_order(order, dishes) for order in shift.orders]
    if shift.arrivals:
        file["arrivals"] = _arrivals(shift.arrivals, dishes)
    return tomli_w.dumps({key: value for key, value in file.items() if value not in ([], {})})


def _tables(shift: Shift) -> dict[str, Any]:
    brigade = {"chefs": shift.brigade.chefs, "attention": shift.brigade.attention}
    given: dict[str, Any] = {key: value for key, value in brigade.items() if value is not None}
    if shift.brigade.policy != PLAIN.brigade.policy:
        given["policy"] = shift.brigade.policy
    pace = {"hands": shift.pace.hands, "timers": shift.pace.timers}
    return {
        "stations": dict(shift.stations),
        "pace": {key: factor for key, factor in pace.items() if factor != 1.0},
        "brigade": given,
        "targets": dict(shift.targets),
    }


def _order(order: Order, dishes: Mapping[str, Recipe]) -> dict[str, Any]:
    return {"at": order.at, "dish": _name(order.dish, dishes)} | _patience(order)


def _patience(who: Order | Arrivals) -> dict[str, Any]:
    if who.patience is None:
        return {"waits": True}
    return {} if who.patience == "recipe" else {"patience": who.patience}


def _arrivals(arrivals: Arrivals, dishes: Mapping[str, Recipe]) -> dict[str, Any]:
    return {
        "start": arrivals.start,
        "until": arrivals.until,
        "every": arrivals.every,
        **_patience(arrivals),
        "dishes": _weights(arrivals.dishes, dishes),
    }


def _weights(
    weighted: Sequence[tuple[Dish, float]], dishes: Mapping[str, Recipe]
) -> dict[str, float]:
    names = [_name(dish, dishes) for dish, _ in weighted]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise ShiftError(f"{twice} comes twice in the arrivals: a shift file can name it once")
    return dict(zip(names, (weight for _, weight in weighted), strict=True))


def _name(dish: Dish, dishes: Mapping[str, Recipe]) -> str:
    name = as_recipe(dish).name
    if dishes.get(name) != dish:
        why = "another dish has its name" if name in dishes else "it is not on the menu"
        raise ShiftError(f"{name} cannot be written in a shift file: {why}")
    return name
