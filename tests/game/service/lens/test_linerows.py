"""What there is to be said of each line: where the dish is, where it has been, what that took."""

from __future__ import annotations

from tools.observing import observed_run

from kitchen import Cook, KitchenLoop, Order, Recipe, Shift
from kitchen.game.service.explain.explainline import cost_words
from kitchen.game.service.lens.linerows import dish_lines
from kitchen.lab.insight import DishInsight
from kitchen.runs.kitchens import one_kitchen
from kitchen.runs.linecosts import Cost
from kitchen.runs.linewatch import LineWatch
from kitchen.runs.listings import listings
from kitchen.runs.observed import observe


async def rest(cook: Cook) -> None:
    await cook.timer("rest", 20)


async def roast(cook: Cook) -> None:
    cook.hands("salt", 10)
    await rest(cook)
    cook.hands("carve", 5)


def insight() -> DishInsight:
    recipe = Recipe(roast)
    _, observed = observed_run(Shift([Order(0.0, recipe)]))
    spells = observed.by_order[1]
    calls = [call for spell in spells for call in spell.stack]
    return DishInsight(1, spells, listings(recipe, calls))


def states(now: float) -> list[str]:
    return [row.state for row in dish_lines(insight(), now).rows]


def test_the_line_at_work_and_those_before_and_after_it_are_told_apart() -> None:
    assert states(5.0) == ["run", "here", "ahead", "ahead", "ahead", "ahead"]
    assert states(12.0) == ["run", "run", "calls", "ahead", "run", "here"]
    assert states(32.0) == ["run", "run", "run", "here", "run", "run"]
    assert states(99.0) == ["run"] * 6


def test_the_stack_leads_from_the_recipe_to_what_is_at_work() -> None:
    stack = dish_lines(insight(), 12.0).stack
    assert [call.function for call in stack] == ["roast", "rest"]
    assert dish_lines(insight(), 99.0).stack == ()


def test_a_line_says_since_when_it_is_at_work_and_what_it_has_cost() -> None:
    lines = dish_lines(insight(), 12.0)
    assert [row.since for row in lines.rows if row.state == "here"] == [10.0]
    assert [row.cost.fire for row in lines.rows] == [0, 0, 2, 0, 0, 2]
    assert (lines.total.hands, lines.total.fire) == (10, 2)


def test_costs_in_words() -> None:
    assert cost_words(Cost()) == "It has taken no time so far."
    assert cost_words(Cost(hands=15, times=1)) == "Took 15 s of a chef's hands."
    told = "Was at work 2 times and took 52.35 s of waiting for the chef, 160 s of time alone."
    assert cost_words(Cost(chef=52.345678, fire=160, times=2)) == told


async def either(cook: Cook) -> None:
    if cook.order > 1:
        cook.hands(
            "never",
            1,
        )
    await cook.timer(
        "once",
        5,
    )


def test_with_every_line_watched_a_branch_not_taken_stays_ahead() -> None:
    shift = Shift([Order(0.0, either)])
    kitchen = one_kitchen(KitchenLoop(), shift, shift.mode(), 0, "fifo", dict)
    observed, watch = observe(kitchen), LineWatch(kitchen)
    kitchen.open()
    with watch.on():
        kitchen.loop.run_until_complete(kitchen.done)
    kitchen.loop.close()
    shown = listings(Recipe(either), ())
    dish = DishInsight(1, observed.by_order[1], shown, watch.run[1], watch.coded)
    states = [row.state for row in dish_lines(dish, 9.0).rows]
    assert states == ["run"] * 2 + ["ahead"] * 4 + ["run"] * 4
