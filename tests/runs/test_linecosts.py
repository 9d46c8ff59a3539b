"""Line costs: every second is somebody's, and stands at the line that awaits."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.observing import observed_run
from tools.random_orders import kitchen_shift, shifts
from tools.scenario import FOUR
from tools.simpy_kitchen import PlainShift

from kitchen import Cook, Order, Recipe, Shift
from kitchen.cookbook.load import load_shift
from kitchen.runs.hearsay import def_line
from kitchen.runs.linecosts import Cost, LineCosts, at_moment, line_costs
from kitchen.runs.listings import listings
from kitchen.runs.spells import Spell
from kitchen.sim.facts import Cleared, Ordered, Served

HERE = __file__


async def sear(cook: Cook) -> None:
    await cook.timer("sear", 30, hold=5, burn=20)


async def steak(cook: Cook) -> None:
    cook.hands("salt", 10)
    for _ in range(2):
        await sear(cook)
    async with cook.station("board"):
        cook.hands("plate", 5)


def costs(*dishes: object, now: float = float("inf"), mode: str = "concurrent") -> list[LineCosts]:
    """Of each order, in a kitchen with one board."""
    orders = [Order(0.0, dish) for dish in dishes]  # type: ignore[arg-type]
    _, observed = observed_run(Shift(orders, {"board": 1}), mode)
    return [line_costs(spells, now) for spells in observed.by_order.values()]


def of(found: LineCosts, function: object) -> dict[int, Cost]:
    """By line, counted from the ``def``."""
    code = function.__code__  # type: ignore[attr-defined]
    first = def_line(code)
    return {line - first: found.at(HERE, line) for _, line in found.lines if line >= first}


def test_work_and_waits_stand_at_their_lines_and_helpers_count_for_who_awaits_them() -> None:
    (found,) = costs(steak)
    lines = of(found, steak)
    assert lines[1] == Cost(hands=10, times=1)
    assert lines[3] == Cost(fire=60, times=2)
    assert lines[5] == Cost(hands=5, times=1)
    assert of(found, sear)[1] == Cost(fire=60, times=2)
    assert found.total == Cost(hands=15, fire=60, times=5)


def test_the_wait_for_the_first_step_is_that_of_the_def() -> None:
    first, second = costs(steak, steak)
    assert of(first, steak)[0] == Cost(times=1)
    assert of(second, steak)[0] == Cost(chef=10, times=1)


def test_up_to_a_moment_only_what_was_counts() -> None:
    (found,) = costs(steak, now=25.0)
    assert found.total == Cost(hands=10, fire=15, times=3)


async def chop(cook: Cook) -> None:
    cook.hands("chop", 100)


def test_who_waits_while_the_food_burns_pays_for_it_twice_told_apart() -> None:
    found, _ = costs(steak, chop)  # 30 s of fire until 40, then 5 it keeps and 20 to the end
    line = of(found, sear)[1]
    assert line.chef == pytest.approx(25)
    assert line.burning == pytest.approx(45)
    assert of(found, steak)[0].hands == 20  # to scrape the pan, before it begins again


async def paired(cook: Cook) -> None:
    await asyncio.gather(sear(cook), sear(cook))


def test_tasks_that_it_began_are_added_up_apart() -> None:
    (found,) = costs(paired)
    assert of(found, paired)[1] == Cost(others=30, times=1)
    assert of(found, sear)[1] == Cost(fire=60, times=2)


def deeper(depth: int) -> Recipe:
    async def down(cook: Cook, left: int) -> None:
        if left:
            await down(cook, left - 1)
        else:
            await cook.timer("deep", 9)

    async def deep(cook: Cook) -> None:
        await down(cook, depth)

    return Recipe(deep)


def test_a_function_that_calls_itself_pays_once_and_deep_stacks_are_cut() -> None:
    (found,) = costs(deeper(300))
    assert found.total.fire == 9
    assert max(cost.fire for cost in found.lines.values()) == 9


def test_code_without_source_has_its_costs_all_the_same() -> None:
    scope: dict[str, object] = {}
    exec("async def made(cook):\n    await cook.timer('x', 7)\n", scope)
    (found,) = costs(scope["made"])
    assert found.total == Cost(fire=7, times=2)
    recipe = Recipe(scope["made"])  # type: ignore[arg-type]
    assert all(not listing.lines for listing in listings(recipe, found.functions.values()))


def test_listings_show_the_recipe_and_then_its_helpers() -> None:
    (found,) = costs(steak)
    shown = listings(Recipe(steak), found.functions.values())
    assert [listing.function for listing in shown] == ["steak", "sear"]
    assert shown[1].lines[0].startswith("async def sear")
    assert len(shown[1].lines) == 2


def check(shift: Shift, mode: str) -> list[tuple[list[Spell], float, float]]:
    """The spells of the dishes' own tasks, and from when to when there is something to add up."""
    result, observed = observed_run(shift, mode)
    begins = {f.order: f.t for f in result.facts if isinstance(f, Ordered)}
    ends = {f.order: f.t for f in result.facts if isinstance(f, Served | Cleared)}
    found = []
    for order, spells in observed.by_order.items():
        assert_one_thing_at_a_time(spells)
        own = [spell for spell in spells if spell.part == 0]
        for now in (ends[order], (begins[order] + ends[order]) / 2):
            total = line_costs(own, now).total
            assert total.seconds == pytest.approx(now - begins[order], abs=1e-6)
            found.append((own, begins[order], now))
    return found


def assert_one_thing_at_a_time(spells: list[Spell]) -> None:
    middle = [(s.since + s.until) / 2 for s in spells if s.until is not None and s.until > s.since]
    for now in middle[:5]:
        for part, spell in at_moment(spells, now).items():
            assert spell.part == part
            assert spell.since <= now < (spell.until or now + 1)


@settings(max_examples=15, deadline=None)
@given(
    plain=shifts(together=True, holds=True, patience=True),
    mode=st.sampled_from(FOUR),
)
def test_what_a_dish_cost_adds_up_to_the_time_from_order_to_end(
    plain: PlainShift, mode: str
) -> None:
    check(kitchen_shift(plain), mode)


@pytest.mark.parametrize("mode", FOUR)
def test_so_do_the_lines_of_each_recipe_of_the_house(mode: str) -> None:
    for own, begins, now in check(load_shift("lunch-rush"), mode):
        costs = line_costs(own, now)
        outermost = {(s.stack[0].file, s.stack[0].line) for s in own if s.since <= now}
        lines = sum(costs.lines[line].seconds for line in outermost)
        assert lines == pytest.approx(now - begins, abs=1e-6)
