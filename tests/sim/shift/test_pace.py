"""Pace: a kitchen with faster hands or slower fires, and one at the recipes' own pace."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.scenario import EACH_MODE, at, only, pot

from kitchen import Arrivals, Cook, Order, Pace, RecipeError, Shift, ShiftError, run
from kitchen.cookbook.load import load_shift
from kitchen.menu import menu
from kitchen.runs.courses import rehearse
from kitchen.sim import facts as f

SOUP = pot(60, 300, 20, hold=30)


def paced(**factors: float) -> Shift:
    return Shift([Order(0, SOUP)], {"hob": 1}, pace=Pace(**factors))


def test_hands_and_timers_take_their_share() -> None:
    result = run(paced(hands=0.85, timers=2))
    assert [fact.seconds for fact in result.facts if isinstance(fact, f.Hands)] == [51.0, 17.0]
    assert only(result, f.TimerSet).seconds == 600.0
    assert result.makespan == 51 + 600 + 17


def test_how_long_food_keeps_hangs_on_neither() -> None:
    timer = only(run(paced(hands=0.5, timers=0.5)), f.TimerSet)
    assert (timer.hold, timer.burn) == (30.0, 30.0)


def test_heavy_pots_keep_food_longer_and_burn_it_later() -> None:
    timer = only(run(paced(hold=1.5)), f.TimerSet)
    assert (timer.seconds, timer.hold, timer.burn) == (300.0, 45.0, 45.0)
    dish = pot(1, 10, 1, hold=20, burn=10)
    timer = only(run(Shift([Order(0, dish)], {"hob": 1}, pace=Pace(hold=2))), f.TimerSet)
    assert (timer.hold, timer.burn) == (40.0, 20.0)


def test_what_keeps_for_ever_goes_on_to_do_so() -> None:
    shift = Shift([Order(0, pot(1, 10, 1))], {"hob": 1}, pace=Pace(hold=2))
    assert only(run(shift), f.TimerSet).hold is None


def test_guests_on_a_bench_wait_longer_whatever_their_patience_comes_from() -> None:
    orders = [Order(0, SOUP, 100), Order(1, SOUP, None), Order(2, menu()["steak"])]
    shift = Shift(orders, {"hob": 3}, pace=Pace(patience=1.25))
    told = [fact.patience for fact in run(shift).facts if isinstance(fact, f.Ordered)]
    assert told == [125.0, None, 660 * 1.25]
    come = Arrivals(0, 500, 50, [(menu()["steak"], 1.0)])
    chance = Shift(arrivals=come, stations={"hob": 9}, pace=Pace(patience=1.25))
    assert {order.waits for order in chance.orders_for(3)} == {825.0}


@given(st.floats(0.01, 10))
def test_patience_is_above_nothing_and_at_most_for_ever(factor: float) -> None:
    for waits in (1e-7, 600.0, 1e12):
        order = Order(0, SOUP, waits).with_patience(factor)
        assert order.waits is not None and 0 < order.waits <= 1e12


def test_the_lines_that_are_shown_stay_the_same() -> None:
    def lines(pace: Pace) -> list[int]:
        shift = Shift([Order(0, load_shift("first-shift").recipes()["pizza"])], {"oven": 1})
        shift = Shift(shift.orders, shift.stations, pace=pace)
        return [x.line for x in run(shift).facts if isinstance(x, f.Hands | f.TimerSet)]

    assert lines(Pace(0.5, 0.5)) == lines(Pace()) == [4, 5, 7, 8, 9]


def test_faster_hands_scrape_and_clear_away_faster_too() -> None:
    shift = Shift([Order(0, SOUP, 30)], {"hob": 1}, pace=Pace(hands=0.5))
    last = [fact for fact in run(shift).facts if isinstance(fact, f.Hands)][-1]
    assert (last.what, last.seconds) == ("clear away", 5.0)


def test_a_rehearsal_goes_at_the_pace_of_its_shift() -> None:
    steps = rehearse(paced(hands=0.85, timers=2))[SOUP.name]
    assert [step.seconds for step in steps] == [51.0, 600.0, 17.0]


@EACH_MODE
def test_at_the_recipes_own_pace_nothing_changes(mode: str) -> None:
    rush = load_shift("lunch-rush")
    assert rush.pace == Pace() == Pace(1, 1)
    same = Shift(**{**vars(rush), "pace": Pace(1, 1)})
    assert run(same, mode, 3, "shortest").digest == run(rush, mode, 3, "shortest").digest


@given(st.floats(0.05, 20), st.floats(0, 1e6))
def test_a_factor_of_one_leaves_the_other_alone(factor: float, seconds: float) -> None:
    def dish(timers: float, hands: float) -> float:
        shift = Shift([Order(0, pot(seconds, 7, 0))], {"hob": 1}, pace=Pace(hands, timers))
        return next(x.seconds for x in run(shift).facts if isinstance(x, f.Hands))

    assert dish(factor, 1.0) == seconds
    assert dish(1.0, factor) == pytest.approx(seconds * factor, abs=1e-6)


@pytest.mark.parametrize("factor", [0, -1, math.nan, math.inf, "2", None, True])
@pytest.mark.parametrize("what", ["hands", "timers"])
def test_a_factor_is_above_nothing(what: str, factor: Any) -> None:
    with pytest.raises(ShiftError) as raised:
        Pace(**{what: factor})
    assert str(raised.value) == f"pace.{what}: a factor above 0, not {factor!r}"


def test_a_recipe_that_asks_for_a_time_there_is_not_is_told_its_own_number() -> None:
    async def wrong(cook: Cook) -> None:
        cook.hands("unchop", -3)

    with pytest.raises(RecipeError, match="not -3"):
        run(Shift([at(0, wrong)], pace=Pace(hands=0.5)))
