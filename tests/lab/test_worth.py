"""Which improvements would change anything in what comes."""

from __future__ import annotations

from kitchen import Order, Shift, recipe
from kitchen.cookbook.career import CAREER
from kitchen.cookbook.improvements import IMPROVEMENTS
from kitchen.cookbook.load import load_shift
from kitchen.lab.worth import worthwhile
from kitchen.sim.shift.recipe import Cook


def test_each_improvement_is_worth_something_in_the_career() -> None:
    assert worthwhile(map(load_shift, CAREER), []) == list(IMPROVEMENTS)


def test_an_oven_helps_nobody_where_there_is_none() -> None:
    useful = worthwhile([load_shift("early-birds")], [])
    assert "burner" in useful and not {"oven", "rail"} & set(useful)


def test_a_longer_rail_helps_where_the_rail_is_short() -> None:
    assert "rail" in worthwhile([load_shift("full-house")], [])
    assert "rail" not in worthwhile([load_shift("full-house")], ["rail"] * 3)


@recipe(patience=100)
async def toast(cook: Cook) -> None:
    async with cook.station("hob"):
        await cook.timer("toast", 60)


def test_where_nothing_is_scarce_nothing_is_offered() -> None:
    alone = Shift([Order(0, toast, None)], {"hob": 1})
    assert worthwhile([alone], []) == []
    assert worthwhile([Shift([Order(0, toast)], {"hob": 1})], []) == ["bench"]  # for the tip
    assert worthwhile([], []) == []
