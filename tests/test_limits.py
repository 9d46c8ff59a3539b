"""Limits: what holds a kitchen, by the bottleneck law, and that long runs come near it."""

from __future__ import annotations

import math

import pytest
from scenario import busy, on_the_hob

from kitchen import Arrivals, Order, Pace, Recipe, Shift, run
from kitchen.limits import HOUR, limits
from kitchen.menu import menu
from kitchen.sim.modes import Attention

MANY = 120


def baked(hands: float, name: str) -> Recipe:
    """Over the hob and through the oven; nothing ever spoils."""

    async def dish(cook):  # type: ignore[no-untyped-def]
        cook.hands("chop", hands / 2)
        async with cook.station("hob"):
            await cook.timer("stew", 150)
        cook.hands("fill", hands / 4)
        async with cook.station("oven"):
            await cook.timer("bake", 180)
        cook.hands("plate", hands / 4)

    dish.__name__ = name
    return Recipe(dish)


@pytest.mark.parametrize(
    ("chefs", "attention", "hobs", "ovens", "hands", "holds"),
    [
        (1, "leave", 10, 10, 80, "hands"),
        (3, "leave", 10, 10, 200, "hands"),
        (1, "leave", 4, 4, 600, "hands"),
        (1, "stay", 4, 2, 80, "chefs"),
        (4, "stay", 10, 10, 80, "chefs"),
        (4, "leave", 1, 10, 80, "hob"),
        (6, "leave", 3, 10, 40, "hob"),
        (4, "leave", 10, 1, 80, "oven"),
        (10, "leave", 10, 2, 80, "oven"),
        (10, "stay", 10, 1, 80, "oven"),
    ],
)
def test_a_long_run_comes_near_the_limit_that_holds_and_not_above(
    chefs: int, attention: Attention, hobs: int, ovens: int, hands: float, holds: str
) -> None:
    dishes = [baked(hands, "pie"), baked(hands * 1.2, "moussaka")]
    orders = [Order(1.0, dishes[number % 2], None) for number in range(MANY)]
    shift = Shift(orders, {"hob": hobs, "oven": ovens})
    bound = limits(shift, chefs, attention).holds
    result = run(shift, chefs=chefs, attention=attention)
    assert bound.name == holds
    assert result.served == MANY
    assert 0.92 * bound.hourly < HOUR * MANY / (result.makespan - 1) <= 1.000001 * bound.hourly


def test_the_demands_are_those_of_the_average_dish() -> None:
    mix = [(on_the_hob(10, 100, 20, name="long"), 3.0), (busy(50), 1.0)]
    shift = Shift(stations={"hob": 2}, arrivals=Arrivals(0, 3600, 60, mix))
    leaving = {bound.name: bound.hourly for bound in limits(shift, 1).bounds}
    staying = {bound.name: bound.hourly for bound in limits(shift, 1, "stay").bounds}
    assert leaving["hands"] == pytest.approx(HOUR / 35)
    assert staying["chefs"] == pytest.approx(HOUR / 110)
    assert leaving["hob"] == staying["hob"] == pytest.approx(96)
    assert leaving["orders"] == len(shift.orders_for(0))


def test_faster_hands_raise_the_limit_of_hands_alone() -> None:
    orders = [Order(600, on_the_hob(30, 300, 30))]
    plain = limits(Shift(orders, {"hob": 1}), 1).bounds
    quick = limits(Shift(orders, {"hob": 1}, pace=Pace(hands=0.5)), 1).bounds
    assert quick[0].hourly == 2 * plain[0].hourly
    assert quick[1] == plain[1] and quick[1].hourly == 12.0


def test_parts_side_by_side_each_take_a_place() -> None:
    hob = limits(Shift([Order(1, menu()["curry"])], {"hob": 4}), 1).bounds[1]
    assert HOUR * 4 / hob.hourly > 540  # 300 s of curry and 240 s of rice


def test_what_needs_nothing_has_no_limit() -> None:
    hands, oven, _ = limits(Shift([Order(1, menu()["jelly"])], {"oven": 1}), 1).bounds
    assert hands.hourly == oven.hourly == math.inf
