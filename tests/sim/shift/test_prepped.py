"""Prepped dishes: their first work is done before anybody orders them."""

from __future__ import annotations

import pytest
from tools.scenario import EACH_MODE, pot

from kitchen import Cook, Order, Pace, Shift, ShiftError, recipe, run
from kitchen.cookbook.load import load_shift, parse_shift
from kitchen.menu import menu
from kitchen.runs.courses import rehearse
from kitchen.runs.result import Result
from kitchen.sim import facts as f


def works(result: Result) -> list[tuple[str, float]]:
    return [(fact.what, fact.seconds) for fact in result.facts if isinstance(fact, f.Hands)]


@EACH_MODE
def test_the_first_work_is_not_done_again(mode: str) -> None:
    noodles = Shift([Order(0, menu()["noodles"])], prepped=["noodles"])
    result = run(noodles, mode)
    assert works(result) == [("pull the noodles", 160.0), ("toss in chilli oil", 50.0)]
    assert result.makespan == 210.0


def test_others_are_as_ever() -> None:
    shift = Shift([Order(0, menu()["egg"])], {"hob": 1}, prepped=["noodles"])
    assert run(shift).lines == run(Shift([Order(0, menu()["egg"])], {"hob": 1})).lines


def test_the_other_work_goes_at_the_pace_of_the_kitchen() -> None:
    shift = Shift([Order(0, menu()["noodles"])], prepped=["noodles"], pace=Pace(hands=0.5))
    assert works(run(shift)) == [("pull the noodles", 80.0), ("toss in chilli oil", 25.0)]


def test_a_dish_that_begins_with_waiting_has_nothing_to_prepare() -> None:
    @recipe()
    async def baked(cook: Cook) -> None:
        async with cook.station("oven"):
            cook.hands("put it in", 3)
            await cook.timer("bake", 10)
        cook.hands("take it out", 4)

    shift = Shift([Order(0, baked)], {"oven": 1}, prepped=["baked"])
    assert works(run(shift)) == [("put it in", 3.0), ("take it out", 4.0)]


def test_what_burns_is_scraped_and_begun_from_another_board() -> None:
    late = pot(30, 100, 5, hold=10)
    slow = Order(90, menu()["noodles"])
    result = run(Shift([Order(0, late), slow], {"hob": 1}, prepped=[late.name]))
    assert [what for what, _ in works(result)].count("scrape the pan") == 1
    assert ("scrape the pan", 20.0) in works(result)
    assert 30.0 not in [seconds for _, seconds in works(result)]


def test_who_leaves_has_a_dish_that_is_cleared_away_all_the_same() -> None:
    shift = Shift([Order(0, pot(30, 100, 5), 50)], {"hob": 1}, prepped=["pot"])
    assert works(run(shift)) == [("clear away", 10.0)]


def test_a_rehearsal_knows_of_it() -> None:
    shift = Shift([Order(0, menu()["noodles"])], prepped=["noodles"])
    assert [step.seconds for step in rehearse(shift)["noodles"]] == [160.0, 50.0]


def test_a_file_names_dishes_that_there_are() -> None:
    text = 'name = "x"\nprepped = ["eg"]\norders = [{ at = 0, dish = "egg" }]'
    with pytest.raises(ShiftError, match=r"prepped\[0\]: unknown dish 'eg'"):
        parse_shift(text)
    assert parse_shift(text.replace('"eg"', '"egg"')).prepped == ("egg",)


@pytest.mark.parametrize("wrong", [3, [3], [None]])
def test_what_is_no_name_of_a_dish_is_refused(wrong: object) -> None:
    with pytest.raises(ShiftError, match="prepped"):
        Shift(prepped=wrong)  # type: ignore[arg-type]


def test_most_shifts_have_none() -> None:
    assert load_shift("lunch-rush").prepped == ()
