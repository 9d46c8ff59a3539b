"""Random orders as plain numbers, and what makes of them an order of the kitchen and of the models.

Each order gets a recipe of its own, as somebody writes it who reads the README and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from kitchen import Cook, Order, Recipe, Shift
from tools.simpy_kitchen import PlainOrder, PlainShift, Plan, hands, station, timer

LOAD = 0.85
"""How busy the orders keep one chef who leaves the pots."""
HANDS_S = 60.0
"""Mean hands-on seconds of a dish."""
STATIONS = {"hob": 12, "oven": 8}


class Drawn(NamedTuple):
    """An order at ``at``: hands, the hob, maybe a second wait, hands. All are seconds."""

    at: float
    prepare: float
    simmer: float
    rest: float
    """On the worktop, or 0."""
    bake: float
    """In the oven, or 0."""
    serve: float


def draw(orders: int) -> list[Drawn]:
    """Half of the dishes have a second wait, on the worktop or in the oven."""
    rng, at, drawn = Random(orders), 0.0, []
    for _ in range(orders):
        kind = rng.random()
        rest = rng.uniform(100.0, 300.0) if kind < 0.25 else 0.0
        bake = rng.uniform(100.0, 300.0) if 0.25 <= kind < 0.5 else 0.0
        prepare, serve = rng.uniform(20.0, 40.0), rng.uniform(20.0, 40.0)
        drawn.append(Drawn(at, prepare, rng.uniform(200.0, 600.0), rest, bake, serve))
        at += rng.expovariate(LOAD / HANDS_S)
    return drawn


def recipe_for(drawn: Drawn) -> Recipe:
    _, prepare, simmer, rest, bake, serve = drawn

    async def dish(cook: Cook) -> None:
        cook.hands("prepare", prepare)
        async with cook.station("hob"):
            await cook.timer("simmer", simmer)
        if rest:
            await cook.timer("rest", rest)
        if bake:
            async with cook.station("oven"):
                await cook.timer("bake", bake)
        cook.hands("serve", serve)

    return Recipe(dish)


def shift_of(drawn: Sequence[Drawn]) -> Shift:
    return Shift(orders=[Order(one.at, recipe_for(one)) for one in drawn], stations=STATIONS)


def plain_shift_of(drawn: Sequence[Drawn]) -> PlainShift:
    """The same for the models that follow a plan."""
    return PlainShift([PlainOrder(one.at, _plan(one)) for one in drawn], STATIONS)


def _plan(drawn: Drawn) -> Plan:
    _, prepare, simmer, rest, bake, serve = drawn
    plan = [hands(prepare), station("hob", timer(simmer))]
    if rest:
        plan.append(timer(rest))
    if bake:
        plan.append(station("oven", timer(bake)))
    plan.append(hands(serve))
    return plan
