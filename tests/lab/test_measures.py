"""Measures over time: throughput, utilisation and waiting, since the opening."""

from __future__ import annotations

import pytest
from tools.scenario import at, busy, cook, pot

from kitchen import Cook, run
from kitchen.lab.measures import HOUR, STEP, measures
from kitchen.lab.measures import at as value_at
from kitchen.lab.sandbox import Sandbox
from kitchen.sim.shift.recipe import recipe
from kitchen.sim.shift.shift import Order, Shift
from kitchen.sim.view.kitchenview import KitchenView

STORY = cook(busy(60), at(20, busy(60)), at(210, pot(10, 60, 10)))


def test_a_story_is_measured_from_the_opening_on() -> None:
    told = measures(STORY.facts)
    assert value_at(told.throughput, 60) == 60.0
    assert value_at(told.throughput, 120) == 60.0
    assert value_at(told.throughput, 240) == 30.0
    assert value_at(told.utilisation, 120) == 1.0
    assert value_at(told.utilisation, 200) == pytest.approx(0.6)
    assert value_at(told.waiting, 60) == 20.0  # 40 s of the second dish, over two dishes
    assert value_at(told.waiting, 200) == 20.0


@pytest.mark.parametrize("chefs", [1, 3])
def test_at_the_end_the_figures_are_the_results(chefs: int) -> None:
    result = run(Sandbox(every=90, chefs=chefs).shift())
    told = measures(result.facts)
    end = result.makespan // STEP * STEP
    served = HOUR * result.served / result.makespan
    assert value_at(told.throughput, end) == pytest.approx(served, abs=2 * HOUR / end)
    assert value_at(told.utilisation, end) == pytest.approx(result.utilisation, rel=0.01)


@recipe(price=5.00)
async def egg(cook: Cook) -> None:
    """Egg."""
    cook.hands("fill", 20)
    async with cook.station("hob"):
        await cook.timer("boil", 100)
    cook.hands("peel", 40)


def two_eggs(hobs: int = 2) -> Shift:
    return Shift([Order(0.0, egg, None), Order(0.0, egg, None)], {"hob": hobs})


def test_throughput_counts_plates_since_the_opening() -> None:
    found = measures(run(two_eggs()).facts)  # plates at 160 and 200
    assert value_at(found.throughput, 150.0) == 0.0
    assert value_at(found.throughput, 160.0) == 3600 / 160
    assert value_at(found.throughput, 200.0) == 2 * 3600 / 200


def test_utilisation_is_hands_on_time_over_all_time() -> None:
    found = measures(run(two_eggs()).facts)  # hands on from 0 to 40 and from 120 to 200
    assert value_at(found.utilisation, 40.0) == 1.0
    assert value_at(found.utilisation, 80.0) == 0.5
    assert value_at(found.utilisation, 200.0) == pytest.approx(120 / 200)


def test_many_chefs_share_the_time() -> None:
    found = measures(run(two_eggs(), "hybrid", chefs=4).facts)
    assert value_at(found.utilisation, 20.0) == 0.5


def test_waiting_counts_dishes_that_want_a_chef() -> None:
    found = measures(run(two_eggs()).facts)  # the second waits from 0 to 20 and from 140 to 160
    assert value_at(found.waiting, 10.0) == 5.0
    assert value_at(found.waiting, 20.0) == value_at(found.waiting, 100.0) == 10.0
    assert value_at(found.waiting, 200.0) == 20.0


def test_waiting_counts_dishes_that_want_a_station() -> None:
    found = measures(run(two_eggs(hobs=1)).facts)  # and from 40 to 120 for the hob
    assert value_at(found.waiting, 120.0) == 10.0 + 40.0


def test_a_measure_goes_straight_between_its_values_and_is_held_at_its_ends() -> None:
    values = (0.0, 10.0, 30.0)
    assert value_at(values, STEP / 2) == 5.0
    assert value_at(values, STEP * 1.5) == 20.0
    assert value_at(values, -1.0) == 0.0 and value_at(values, 1e9) == 30.0


def test_they_are_what_a_view_of_the_same_facts_says() -> None:
    facts = run(Sandbox(chefs=2, every=40.0).shift()).facts
    found = measures(facts)
    for now in (600.0, 1800.0, 3000.0):
        view = KitchenView()
        view.fold(fact for fact in facts if fact.t <= now)
        assert value_at(found.utilisation, now) == pytest.approx(view.utilisation(now))
        assert value_at(found.throughput, now) == pytest.approx(view.served * 3600 / now)
