"""Shift files, written: `Shift` to the TOML from which `kitchen.cookbook.load` makes it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import msgspec
import tomli_w

from kitchen.cookbook.shiftfile import (
    ALIKE,
    ArrivalsFields,
    BrigadeFields,
    OrderFields,
    PaceFields,
    ShiftFields,
)
from kitchen.errors import ShiftError
from kitchen.sim.shift.recipe import Recipe, as_recipe
from kitchen.sim.shift.shift import Arrivals, Cookable, Order, Shift


def dump_shift(shift: Shift, known: Mapping[str, Recipe] | None = None) -> str:
    """The shift as TOML, without what is as usual: ``parse_shift(dump_shift(shift))`` equals it.

    Whoever reads it needs the recipes: a file can only name them. With ``known``, usually
    `kitchen.menu.menu`'s, raises `ShiftError` for a dish that is not one of these. Raises it too
    for two dishes of one name, and for arrivals with one dish twice.
    """
    file = _fields_of(shift, shift.recipes() if known is None else known)
    return tomli_w.dumps(_unusual(file))


def _unusual(fields: msgspec.Struct) -> dict[str, Any]:
    """What has to be written down: all that is not as it would be if it were left out."""
    told: dict[str, Any] = {}
    for field in msgspec.structs.fields(fields):
        value = getattr(fields, field.name)
        usual = field.default
        if field.default_factory is not msgspec.NODEFAULT:
            usual = field.default_factory()
        if value != usual:
            told[field.name] = _plain(value)
    return told


def _plain(value: Any) -> Any:
    if isinstance(value, ArrivalsFields):  # a beginning at 0 is written as well
        return {"start": value.start} | _unusual(value)
    if isinstance(value, msgspec.Struct):
        return _unusual(value)
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _fields_of(shift: Shift, dishes: Mapping[str, Recipe]) -> ShiftFields:
    return ShiftFields(
        name=shift.title,
        id=shift.name,
        pace=PaceFields(**asdict(shift.pace)),
        brigade=BrigadeFields(
            chefs=shift.brigade.chefs,
            attention=shift.brigade.attention,
            policy=shift.brigade.policy,
        ),
        orders=[
            OrderFields(at=order.at, dish=_name(order.dish, dishes), **_patience(order))
            for order in shift.orders
        ],
        arrivals=_arrivals(shift.arrivals, dishes) if shift.arrivals else None,
        **{field: getattr(shift, field) for field in ALIKE if field != "prepped"},
        prepped=list(shift.prepped),
    )


def _arrivals(arrivals: Arrivals, dishes: Mapping[str, Recipe]) -> ArrivalsFields:
    return ArrivalsFields(
        start=arrivals.start,
        until=arrivals.until,
        every=arrivals.every,
        dishes=_weights(arrivals.dishes, dishes),
        **_patience(arrivals),
    )


def _patience(who: Order | Arrivals) -> dict[str, Any]:
    if who.patience is None:
        return {"waits": True}
    return {} if who.patience == "recipe" else {"patience": who.patience}


def _weights(
    weighted: Sequence[tuple[Cookable, float]], dishes: Mapping[str, Recipe]
) -> dict[str, float]:
    names = [_name(dish, dishes) for dish, _ in weighted]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise ShiftError(f"{twice} comes twice in the arrivals: a shift file can name it once")
    return dict(zip(names, (weight for _, weight in weighted), strict=True))


def _name(dish: Cookable, dishes: Mapping[str, Recipe]) -> str:
    name = as_recipe(dish).name
    if dishes.get(name) != dish:
        why = "another dish has its name" if name in dishes else "it is not on the menu"
        raise ShiftError(f"{name} cannot be written in a shift file: {why}")
    return name
