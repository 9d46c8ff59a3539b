"""Limits: what holds a kitchen, by the bottleneck law, and that long runs come near it."""

from __future__ import annotations

import math

import pytest
from tools.scenario import busy, on_the_hob

from kitchen import Arrivals, Cook, Order, Pace, Recipe, Shift, run
from kitchen.lab.limits import Limits, limits
from kitchen.lab.measures import HOUR, at, measures
from kitchen.lab.sandbox import Sandbox
from kitchen.menu import menu
from kitchen.sim.shift.modes import Attention
from kitchen.sim.shift.recipe import recipe

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
    leaving = {bound.name: bound.hourly for bound in limits(shift, 1).each}
    staying = {bound.name: bound.hourly for bound in limits(shift, 1, "stay").each}
    assert leaving["hands"] == pytest.approx(HOUR / 35)
    assert staying["chefs"] == pytest.approx(HOUR / 110)
    assert leaving["hob"] == staying["hob"] == pytest.approx(96)
    assert leaving["orders"] == len(shift.orders_for(0))


def test_faster_hands_raise_the_limit_of_hands_alone() -> None:
    orders = [Order(600, on_the_hob(30, 300, 30))]
    plain = limits(Shift(orders, {"hob": 1}), 1).each
    quick = limits(Shift(orders, {"hob": 1}, pace=Pace(hands=0.5)), 1).each
    assert quick[0].hourly == 2 * plain[0].hourly
    assert quick[1].hourly == plain[1].hourly == 12.0


def test_parts_side_by_side_each_take_a_place() -> None:
    hob = limits(Shift([Order(1, menu()["curry"])], {"hob": 4}), 1).each[1]
    assert HOUR * 4 / hob.hourly > 540  # 300 s of curry and 240 s of rice


def test_what_needs_nothing_has_no_limit() -> None:
    hands, oven, _ = limits(Shift([Order(1, menu()["jelly"])], {"oven": 1}), 1).each
    assert hands.hourly == oven.hourly == math.inf


@recipe(price=5.00)
async def roast(cook: Cook) -> None:
    """Roast."""
    cook.hands("season", 20)
    async with cook.station("oven"):
        await cook.timer("roast", 100)
        cook.hands("take it out", 10)


@recipe(price=5.00)
async def salad(cook: Cook) -> None:
    """Salad."""
    cook.hands("toss", 60)


def shift(*dishes: object, ovens: int = 1, count: int = 60) -> Shift:
    """Orders of these dishes in turn for ten minutes."""
    orders = [Order(600.0 * i / (count - 1), dishes[i % len(dishes)], None)  # type: ignore[arg-type]
              for i in range(count)]  # fmt: skip
    return Shift(orders, {"oven": ovens})


def capacities(found: Limits) -> dict[str, float]:
    return {bound.name: bound.hourly for bound in found.each}


def test_each_resource_has_its_bound() -> None:
    found = limits(shift(roast), chefs=1)
    assert capacities(found) == {
        "hands": 3600 / 30, "oven": pytest.approx(3600 / 110), "orders": 360.0,
    }  # fmt: skip
    assert [bound.served for bound in found.each] == pytest.approx([120, 3600 / 110, 360])


def test_bounds_grow_with_chefs_and_places() -> None:
    found = capacities(limits(shift(roast, ovens=3), chefs=2))
    assert found["hands"] == 240.0
    assert found["oven"] == pytest.approx(3 * 3600 / 110)


def test_a_capacity_is_that_for_the_average_dish() -> None:
    found = capacities(limits(shift(roast, salad), chefs=1))
    assert found["hands"] == 3600 / 45
    assert found["oven"] == pytest.approx(2 * 3600 / 110)


def test_dishes_that_need_no_oven_pass_by_those_that_wait_for_one() -> None:
    oven = limits(shift(roast, salad), chefs=9).holds
    assert oven.name == "oven"
    assert oven.served == pytest.approx(180 + 3600 / 110)


def test_dishes_that_come_by_chance_count_by_their_weights() -> None:
    chance = Arrivals(0.0, 3600.0, 30.0, [(roast, 1.0), (salad, 3.0)])
    lunch = Shift(stations={"oven": 1}, arrivals=chance)
    for seed in (1, 2):
        found = limits(lunch, 1, seed=seed)
        assert capacities(found)["hands"] == pytest.approx(3600 / 52.5)
        assert found.each[-1].hourly == len(lunch.orders_for(seed))


def test_a_chef_who_stays_is_taken_for_the_whole_dish() -> None:
    found = limits(shift(roast), chefs=2, attention="stay")
    assert capacities(found)["chefs"] == pytest.approx(2 * 3600 / 130)
    assert found.holds.name == "oven" and found.holds.shown == "ovens"


def test_the_hands_that_a_limit_leaves_busy_are_known() -> None:
    assert limits(shift(roast, ovens=6), chefs=1).holds.utilisation == pytest.approx(1.0)
    assert limits(shift(roast), chefs=1).holds.utilisation == pytest.approx(30 / 110)
    assert limits(shift(roast), 1, "stay").holds.utilisation == pytest.approx(30 / 130)
    few = limits(shift(roast, ovens=6, count=10), chefs=1)
    assert few.holds.utilisation == pytest.approx(0.5)


def test_a_kitchen_without_orders_has_no_bound_but_them() -> None:
    empty = Shift(stations={"oven": 1}, arrivals=Arrivals(0.0, 1.0, 1e6, [(roast, 1.0)]))
    found = limits(empty, 1)
    assert found.holds.name == "orders" and found.holds.served == 0.0


@pytest.mark.parametrize(
    "sandbox",
    [
        Sandbox(every=20.0, policy="burning-first"), Sandbox(2, every=20.0, ovens=1),
        Sandbox(10, "stay", every=20.0, hobs=10, ovens=6), Sandbox(10, every=20.0, hobs=1),
    ],
)  # fmt: skip
def test_no_kitchen_with_more_orders_than_it_can_cook_is_above_its_limit(sandbox: Sandbox) -> None:
    result = run(sandbox.shift())
    found = limits(sandbox.shift(), sandbox.chefs, sandbox.attention)
    hourly = result.served * 3600 / result.makespan
    assert found.holds.name != "orders"
    # The dishes that were ordered are not quite those to be expected.
    assert hourly <= found.holds.served * 1.08


def test_a_crowded_kitchen_gets_near_its_limit() -> None:
    sandbox = Sandbox(10, every=40.0, ovens=1, hobs=10)
    served = measures(run(sandbox.shift()).facts).throughput
    found = limits(sandbox.shift(), 10)
    assert found.holds.name == "oven"
    late = (at(served, 3600.0) - at(served, 1200.0) / 3) * 3 / 2  # once it is full
    assert late == pytest.approx(found.holds.served, rel=0.15)


# -- in words --------------------------------------------------------------------------------------


def test_hands_are_named_and_what_would_change_nothing() -> None:
    said = limits(shift(roast, ovens=6), chefs=1).sentence
    assert said == (
        "One chef’s hands are the limit: 120 dishes an hour. Another chef would make it 196; "
        "another oven would change nothing."
    )


def test_stations_are_named() -> None:
    assert limits(shift(roast), chefs=1).sentence == (
        "One oven is the limit: 33 dishes an hour. Another oven would make it 65; "
        "another chef would change nothing."
    )
    assert limits(shift(roast, ovens=2), chefs=3).sentence.startswith("Two ovens are the limit")


def test_orders_are_named() -> None:
    assert limits(shift(roast, ovens=6, count=10), chefs=1).sentence == (
        "Orders are the limit: 60 dishes an hour come in, and this kitchen could cook 120."
    )


def test_chefs_who_stay_are_named() -> None:
    said = limits(shift(roast, ovens=6), chefs=2, attention="stay").sentence
    assert said.startswith("Two chefs watching pots are the limit: 55 dishes an hour.")
    said = limits(shift(roast, ovens=6), chefs=1, attention="stay").sentence
    assert said.startswith("One chef watching pots is the limit")


def test_one_more_helps_only_up_to_the_next_limit() -> None:
    found = limits(shift(roast, roast, salad), chefs=1)
    assert found.holds.name == "hands"
    assert "Another chef would make it 153" in found.sentence
    enough = limits(shift(roast, ovens=1, count=9), chefs=1)
    assert "Another oven would do for all that come in" in enough.sentence
