"""Views: what there is to see of a kitchen, folded from its facts and from nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from tools.random_orders import kitchen_shift, shifts
from tools.scenario import EACH_MODE, FOUR, at, busy, cook, named, on_the_hob, pot, together
from tools.simpy_kitchen import PlainShift

from kitchen import Cook, Order, Recipe, Result, Shift, run
from kitchen.cookbook.load import load_shift
from kitchen.runs.courses import rehearse
from kitchen.sim import facts as f
from kitchen.sim.commands import Pick, SetPolicy
from kitchen.sim.plan import PlanStep
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.segment import Segment, segments_between


def seen(result: Result, until: float = float("inf")) -> KitchenView:
    """What there is to see at ``until``, that moment included."""
    view = KitchenView()
    view.fold(fact for fact in result.facts if fact.t <= until)
    return view


def bars(segments: Iterable[Segment], part: int = 0) -> list[tuple[str, float, float | None]]:
    return [(s.kind, s.start, s.end) for s in segments if s.part == part]


# -- at one moment -----------------------------------------------------------------------------


def test_nothing_is_to_be_seen_before_the_opening() -> None:
    view = KitchenView()
    assert (view.time, view.facts, view.wages(0), view.utilisation(0)) == (0, 0, 0, 0)


def test_a_kitchen_in_the_middle_of_things() -> None:
    """#1 boils, the chef works on #2, #3 has its hand up, #4 waits for the hob."""
    result = cook(on_the_hob(5, 100, 5), at(6, on_the_hob(1, 100, 5)), at(20, busy(30)),
                  at(21, busy(30)), hob=1)  # fmt: skip
    view = seen(result, 25)
    assert view.time == 21
    assert [(chef.state, chef.order, chef.what, chef.until) for chef in view.chefs] == [
        ("hands", 3, "work", 50)
    ]
    assert view.ready == [(4, 0)]
    assert (view.place_in_line(4), view.place_in_line(1)) == (1, None)
    assert view.stations == {"hob": [1]}
    assert view.wanting == {"hob": [(2, 0)]}
    first, second, third, fourth = view.orders.values()
    assert [order.state for order in view.orders.values()] == ["open"] * 4
    assert [timer.left(25) for timer in first.timers] == [80]
    assert [timer.fraction_left(25) for timer in first.timers] == [0.8]
    assert first.stations == [("hob", 0)]
    assert second.parts[0].wants == "hob"
    assert (third.parts[0].state, third.parts[0].chef, third.parts[0].hands_until) == (
        "hands",
        1,
        50,
    )
    assert fourth.leading is fourth.parts[0] and fourth.parts[0].state == "ready"
    assert view.tables[:5] == [1, 2, 3, 4, None]
    assert view.worked(25) == 11
    assert view.utilisation(25) == pytest.approx(11 / 25)
    assert view.wages(25) == pytest.approx(0.125)


def test_a_chef_who_stares() -> None:
    view = seen(cook(pot(5, 100, 5), mode="blocking"), 50)
    (chef,) = view.chefs
    assert (chef.state, chef.since, chef.order, chef.what) == ("staring", 5, 1, "boil")
    assert view.orders[1].parts[0].state == "staring"
    assert [timer.left(50) for timer in view.orders[1].timers] == [55]


def test_food_that_spoils_and_burns() -> None:
    result = cook(pot(0, 10, 5, hold=20, burn=40), at(5, busy(100)))
    assert [seen(result, t).orders[1].timers[0].spoilt(t) for t in (5, 30, 50, 69)] == [
        0, 0, 0.5, 0.975,
    ]  # fmt: skip
    assert seen(result, 69).orders[1].burning is None
    burning = seen(result, 80)
    timer = burning.orders[1].burning
    assert timer is not None and (timer.rang, timer.burnt, timer.spoilt(80)) == (10, 70, 1)
    assert burning.burnt == 1 and not burning.orders[1].clean
    again = seen(result, 126).orders[1]
    assert (again.attempt, again.quality, again.burning) == (2, 1.0, None)


def test_patience_runs_out() -> None:
    result = cook(at(10, busy(40), 50), busy(20))
    order = seen(result, 10).orders[2]
    assert (order.deadline, order.patience_left(10), order.patience_left(35)) == (60, 1, 0.5)
    assert order.patience_left(100) == 0
    waits = seen(result, 10).orders[1]
    assert (waits.deadline, waits.patience_left(1e6)) == (None, 1)


def test_picks_and_policies() -> None:
    result = cook(busy(10), busy(10), busy(10), commands=[
        (1, Pick(3)), (2, Pick(2)), (3, SetPolicy("deadline"))])  # fmt: skip
    assert seen(result, 5).picks == [3, 2]
    assert (seen(result, 2).policy, seen(result, 5).policy) == ("fifo", "deadline")
    assert seen(result, 12).picks == [2]
    assert seen(result).picks == []


def test_orders_sit_at_the_lowest_free_table() -> None:
    orders = [at(n, pot(0, 100 if n else 50, 0)) for n in range(12)]
    result = cook(*orders, mode="hybrid")
    assert seen(result, 20).tables == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert [seen(result, 20).orders[n].table for n in (10, 11, 12)] == [10, None, None]
    assert seen(result, 60).tables == [11, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert seen(result).tables == [None] * 10


def test_clean_plates_in_a_row() -> None:
    good, late = busy(1), pot(0, 10, 0, hold=5, burn=500)
    result = cook(good, good, late, at(5, busy(50)), at(60, good), at(100, busy(50)),
                  at(101, good, 10))  # fmt: skip
    streaks = [seen(result, t).clean_run.length for t in (1, 2, 55, 61, 112, 150)]
    assert streaks == [1, 2, 0, 1, 0, 1]


# -- the end -----------------------------------------------------------------------------------


@EACH_MODE
@pytest.mark.parametrize("shift", ["lunch-rush", "dinner-rush", "egg-and-chicken"])
def test_at_the_end_a_view_says_what_the_result_says(shift: str, mode: str) -> None:
    result = run(shift, mode, seed=4)
    view = seen(result)
    agrees(view, result)
    assert list(view.orders) == list(range(1, result.orders + 1))
    assert view.facts == len(result.facts)


def agrees(view: KitchenView, result: Result) -> None:
    assert view.makespan == result.makespan
    assert (view.served, view.burnt, view.walked_out, view.turned_away) == (
        result.served, result.burnt, result.walked_out, result.open,
    )  # fmt: skip
    assert (view.revenue, view.tips) == (round(result.revenue * 100), round(result.tips * 100))
    assert view.utilisation(1e9) == pytest.approx(result.utilisation)
    assert round(view.wages(1e9), 2) == result.wages
    assert len(view.orders) == result.orders


def test_a_view_folded_bit_by_bit_is_the_same() -> None:
    result = run("lunch-rush", "hybrid", seed=1)
    whole, parts = seen(result), KitchenView()
    for fact in result.facts:
        assert parts.fold([fact]) == [fact]
    assert parts.orders == whole.orders
    assert parts.chefs == whole.chefs
    assert parts.time == whole.time


# -- the lanes of the timeline -----------------------------------------------------------------


def test_the_lane_of_a_dish() -> None:
    result = cook(pot(10, 50, 5, hold=10, burn=10), at(40, busy(45)), at(85, busy(1)))
    assert bars(seen(result).orders[1].segments) == [
        ("hands", 0, 10),
        ("cooking", 10, 60),
        ("ready", 60, 80),
        ("burning", 80, 85),
        ("hands", 85, 105),
        ("hands", 105, 115),
        ("cooking", 115, 165),
        ("hands", 165, 170),
    ]


def test_the_lane_of_a_dish_that_waits_for_a_station() -> None:
    result = cook(on_the_hob(5, 50, 5), at(10, on_the_hob(5, 50, 5)), hob=1)
    assert bars(seen(result).orders[2].segments) == [
        ("hands", 10, 15),
        ("blocked", 15, 55),
        ("ready", 55, 60),
        ("cooking", 60, 110),
        ("hands", 110, 115),
    ]


def test_the_lanes_of_parts() -> None:
    async def dish(cook: Cook) -> None:
        cook.hands("lay", 5)
        await together(cook.timer("a", 20), cook.timer("b", 30))
        cook.hands("plate", 5)

    order = seen(cook(dish)).orders[1]
    assert bars(order.segments, 0) == [("hands", 0, 5), ("blocked", 5, 35), ("hands", 35, 40)]
    assert bars(order.segments, 1)[0] == ("cooking", 5, 25)
    assert bars(order.segments, 2)[0] == ("cooking", 5, 35)


def test_a_part_that_has_ended_is_gone() -> None:
    async def dish(cook: Cook) -> None:
        await together(cook.timer("a", 20), cook.timer("b", 30))

    order = seen(cook(dish), 25).orders[1]
    assert [part.number for part in order.live_parts] == [0, 2]
    assert bars(order.segments, 1) == [("cooking", 0, 20)]


def test_the_lane_of_a_chef_who_stays() -> None:
    view = seen(cook(pot(5, 50, 5), pot(3, 10, 2), mode="blocking"))
    assert [(s.kind, s.order, s.start, s.end) for s in view.chefs[0].segments] == [
        ("hands", 1, 0, 5),
        ("staring", 1, 5, 55),
        ("hands", 1, 55, 60),
        ("hands", 2, 60, 63),
        ("staring", 2, 63, 73),
        ("hands", 2, 73, 75),
    ]


def gaps(segments: list[Segment]) -> list[tuple[Segment, Segment]]:
    """Neighbours that leave something out, or overlap."""
    return [(a, b) for a, b in pairwise(segments) if a.end != b.start]


def overlaps(segments: list[Segment]) -> list[tuple[Segment, Segment]]:
    return [(a, b) for a, b in pairwise(segments) if a.end is None or a.end > b.start]


def assert_lanes_are_tiled(result: Result) -> None:
    view = seen(result)
    for order in view.orders.values():
        assert all(s.end is not None and s.start <= s.end for s in order.segments)
        for number in order.parts:
            lane = [s for s in order.segments if s.part == number]
            assert not overlaps(lane), overlaps(lane)
        own = [s for s in order.segments if s.part == 0]
        assert not gaps(own), gaps(own)
        if own:
            assert own[0].start == order.placed
            assert own[-1].end == max(x.t for x in result.facts if _ends(x, order.number))
    for chef in view.chefs:
        assert not overlaps(chef.segments), overlaps(chef.segments)


def _ends(fact: f.Fact, order: int) -> bool:
    return isinstance(fact, f.Served | f.Cleared) and fact.order == order


@EACH_MODE
@pytest.mark.parametrize("shift", ["lunch-rush", "dinner-rush", "one-oven", "ten-orders"])
def test_segments_tile_every_lane(shift: str, mode: str) -> None:
    assert_lanes_are_tiled(run(shift, mode, seed=5))


@settings(max_examples=25, deadline=None, derandomize=True)
@given(shift=shifts(together=True, holds=True, patience=True))
def test_random_shifts_have_tiled_lanes_and_views_that_agree(shift: PlainShift) -> None:
    for mode in FOUR:
        result = run(kitchen_shift(shift), mode)
        assert_lanes_are_tiled(result)
        agrees(seen(result), result)


def test_segments_between_two_moments() -> None:
    segments = seen(cook(pot(5, 50, 5), pot(3, 10, 2), mode="blocking")).chefs[0].segments
    assert segments_between(segments, 20, 58) == segments[1:3]
    assert segments_between(segments, 61, 61) == segments[3:4]
    assert segments_between(segments, 200, 300) == []
    assert segments_between([], 0, 10) == []


# -- plans -------------------------------------------------------------------------------------


def plan(dish: Recipe) -> list[tuple[str, str, float, int, str | None]]:
    """How it goes when it has the kitchen to itself."""
    steps: tuple[PlanStep, ...] = rehearse(Shift([Order(0, dish)], {"hob": 1}))[dish.name]
    return [(s.kind, s.what, s.seconds, s.part, s.station) for s in steps]


def test_a_plan_is_how_a_dish_goes_alone() -> None:
    assert plan(on_the_hob(5, 50, 7)) == [
        ("hands", "fill", 5, 0, None),
        ("timer", "boil", 50, 0, "hob"),
        ("hands", "plate", 7, 0, None),
    ]


def test_a_plan_is_of_all_parts() -> None:
    async def dish(cook: Cook) -> None:
        await together(cook.timer("a", 20), cook.timer("b", 30))

    assert plan(named("dish", dish)) == [("timer", "a", 20, 1, None), ("timer", "b", 30, 2, None)]


def test_a_dish_that_needs_another_one_has_no_plan() -> None:
    async def dish(cook: Cook) -> None:
        await asyncio.Event().wait()

    assert plan(named("dish", dish)) == []


def test_a_view_knows_the_plans_it_was_given() -> None:
    steps = (PlanStep("hands", "work", 5, 0, None, 1),)
    view = KitchenView({"busy": steps})
    view.fold(cook(busy(5), pot(1, 1, 1)).facts)
    assert view.plan(view.orders[1]) == steps
    assert view.plan(view.orders[2]) == ()
    assert view.orders[1].steps_done == 1


def hand_up(number: int, part: int = 0) -> list[f.Fact]:
    return [f.Ordered(0.0, number, "soup", "Soup", 900, None), f.Ready(0.0, number, part)]


def opened(attention: str = "leave") -> f.Opened:
    return f.Opened(0.0, "test", 0, "concurrent", 1, attention, "fifo", {"hob": 1}, 0.01)


def test_the_line_is_of_dishes_and_begins_with_the_picks() -> None:
    view = KitchenView()
    view.fold([opened(), *hand_up(1), *hand_up(2), *hand_up(3), f.Ready(0.0, 1, 1)])
    assert view.line == [1, 2, 3]
    view.fold([f.Picked(1.0, 9), f.Picked(1.0, 3)])
    assert view.line == [3, 1, 2]
    assert [view.place_in_line(number) for number in (3, 1, 2, 9)] == [1, 2, 3, None]


def test_where_chefs_stay_a_dish_that_has_one_is_not_in_line() -> None:
    for attention, line in (("stay", [2]), ("leave", [2, 1])):
        view = KitchenView()
        view.fold([opened(attention), *hand_up(1), *hand_up(2), f.Resumed(0.0, 1, 1, 0)])
        view.fold([f.Hands(0.0, 1, 1, 0, "chop", 30.0, 4), f.Ready(5.0, 1, 1)])
        assert view.line == line


@pytest.mark.parametrize("policy", ["fifo", "deadline", "burning-first", "shortest"])
@pytest.mark.parametrize("attention", ["stay", "leave"])
@pytest.mark.parametrize("chefs", [1, 2])
def test_the_line_is_in_the_order_in_which_chefs_come(
    policy: str, attention: str, chefs: int
) -> None:
    """Whoever gets a chef was first in the line just before; where chefs stay, only once."""
    longest = 0
    for shift in ("lunch-rush", "dinner-rush"):
        view = KitchenView(rehearse(load_shift(shift)))
        kept: set[int] = set()
        for fact in run(shift, None, 3, policy, chefs, attention).facts:
            if isinstance(fact, f.Resumed) and fact.order not in kept:
                longest = max(longest, len(view.line))
                assert view.line[0] == fact.order
                if attention == "stay":
                    kept.add(fact.order)
            view.fold([fact])
    assert longest > 3


def test_the_line_of_a_policy_of_the_users_own_is_as_the_hands_went_up() -> None:
    view = KitchenView()
    view.fold([opened(), *hand_up(2), *hand_up(1), f.PolicyChanged(0.0, "mine")])
    assert view.line == [2, 1]


def test_a_wait_for_a_station_that_was_cut_short_holds_no_place_in_its_line() -> None:
    view = KitchenView()
    view.fold([opened(), *hand_up(1), *hand_up(2)])
    view.fold([f.StationWanted(1.0, 1, 0, "hob"), f.StationWanted(2.0, 2, 0, "hob")])
    view.fold([f.WalkedOut(5.0, 1), f.Ready(5.0, 1, 0)])
    assert view.wanting == {"hob": [(2, 0)]}
    view.fold([f.StationUnwanted(9.0, 1, 0, "hob")])
    assert view.wanting == {"hob": [(2, 0)]}
    assert view.orders[1].parts[0].wants is None
