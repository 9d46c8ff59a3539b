"""Shifts as text: `Shift` to the TOML that `kitchen.cookbook.load` reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from kitchen.sim.errors import ShiftError
from kitchen.sim.recipe import as_recipe
from kitchen.sim.shift import CHEFS, TEMPO, WAGE, Arrivals, Order, Shift


def dump_shift(shift: Shift) -> str:
    """The shift as TOML, without what is as usual. `parse_shift` makes the same shift of it, given
    its name and the recipes that are not of the house.

    Raises `ShiftError` for arrivals with one dish twice, which no file can say.
    """
    return "\n".join(_lines(shift)) + "\n"


def _lines(shift: Shift) -> Iterator[str]:
    yield f"name = {_text(shift.title)}"
    if shift.about:
        yield f"about = {_text(shift.about)}"
    for key, value, usual in (
        ("chefs", shift.chefs, CHEFS),
        ("wage", shift.wage, WAGE),
        ("tempo", shift.tempo, TEMPO),
        ("closes", shift.closes, None),
    ):
        if value is not None and value != usual:
            yield f"{key} = {_number(value)}"
    yield from _table("stations", shift.stations)
    yield from _table("targets", shift.targets)
    if shift.arrivals:
        yield from _arrivals(shift.arrivals)
    for order in shift.orders:
        yield from _order(order)


def _table(name: str, numbers: Mapping[str, float]) -> Iterator[str]:
    if numbers:
        yield from ("", f"[{name}]")
        yield from (f"{_key(key)} = {_number(value)}" for key, value in numbers.items())


def _arrivals(arrivals: Arrivals) -> Iterator[str]:
    dishes = {as_recipe(dish).name: weight for dish, weight in arrivals.dishes}
    if len(dishes) < len(arrivals.dishes):
        raise ShiftError("arrivals: a dish stands there twice, which a file cannot say")
    yield from ("", "[arrivals]")
    if arrivals.start:
        yield f"start = {_number(arrivals.start)}"
    yield f"until = {_number(arrivals.until)}"
    yield f"every = {_number(arrivals.every)}"
    yield from _table("arrivals.dishes", dishes)


def _order(order: Order) -> Iterator[str]:
    yield from ("", "[[orders]]", f"at = {_number(order.at)}", f"dish = {_text(order.recipe.name)}")
    if order.patience is None:
        yield "waits = true"
    elif order.patience != "recipe":
        yield f"patience = {_number(float(order.patience))}"


def _number(value: float) -> str:
    """Every digit of it, and no ``.0``."""
    return repr(value).removesuffix(".0")


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _text(name)


def _text(words: str) -> str:
    """In quotes. TOML escapes as JSON does, and the delete character as well."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
