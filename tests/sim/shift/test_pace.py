"""Pace: a kitchen with faster hands or slower fires, and one at the recipes' own pace."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.scenario import EACH_MODE, at, only, pot

from kitchen import Cook, Order, Pace, RecipeError, Shift, ShiftError, run
from kitchen.cookbook.load import load_shift
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


def test_how_long_food_keeps_stays_as_the_recipe_says() -> None:
    timer = only(run(paced(hands=0.5, timers=0.5)), f.TimerSet)
    assert (timer.hold, timer.burn) == (30.0, 30.0)


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
