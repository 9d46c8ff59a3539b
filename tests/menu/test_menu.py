"""The menu: every dish can be cooked in every kitchen, and reads well in the source panel."""

from __future__ import annotations

from functools import cache

import pytest

from kitchen import Order, Result, Shift, run
from kitchen.menu import menu
from kitchen.sim import facts as f
from kitchen.sim.plan import PlanStep, plan_of
from kitchen.sim.shift.modes import MODES

STATIONS = {"hob": 4, "oven": 2}

EACH_DISH = pytest.mark.parametrize("name", menu())


def cook(
    *orders: tuple[float, str], mode: str = "concurrent", waits: float | None = None
) -> Result:
    """Cook dishes of the house in a well-fitted kitchen; ``waits`` is everybody's patience."""
    shift = Shift([Order(at, menu()[name], waits) for at, name in orders], STATIONS)
    return run(shift, mode)


def kinds_of(result: Result, *kinds: type[f.Fact]) -> list[tuple[float, str]]:
    """Time and kind of those facts, in order."""
    return [(fact.t, type(fact).__name__) for fact in result.facts if isinstance(fact, kinds)]


@cache
def plan(name: str) -> tuple[PlanStep, ...]:
    return plan_of(cook((0, name)).facts)


def seconds(name: str, kind: str) -> float:
    return sum(step.seconds for step in plan(name) if step.kind == kind)


def stations(name: str) -> set[str]:
    return {step.station for step in plan(name) if step.station is not None}


def source(name: str) -> str:
    return "\n".join(menu()[name].source)


# -- every dish ------------------------------------------------------------------------------------


@EACH_DISH
@pytest.mark.parametrize("mode", MODES)
def test_alone_in_an_empty_kitchen_it_is_served_perfect(name: str, mode: str) -> None:
    result = cook((0, name), mode=mode)
    (served,) = [fact for fact in result.facts if isinstance(fact, f.Served)]
    assert (result.served, result.burnt, result.walked_out) == (1, 0, 0)
    assert served.quality == 1.0


@EACH_DISH
def test_alone_it_leaves_stations_free_in_good_time_and_sooner_if_the_chef_leaves(
    name: str,
) -> None:
    result, patience = cook((0, name)), menu()[name].patience
    taken = kinds_of(result, f.StationTaken)
    assert len(taken) == len(kinds_of(result, f.StationFreed))
    assert patience is None or result.makespan <= patience * 0.72
    assert result.makespan <= cook((0, name), mode="blocking").makespan


def test_every_source_fits_the_panel() -> None:
    sources = {name: dish.source for name, dish in menu().items()}
    assert [name for name, lines in sources.items() if not lines[0].startswith("@recipe(")] == []
    assert [name for name, lines in sources.items() if max(map(len, lines)) > 60] == []
    assert [name for name, lines in sources.items() if len(lines) > 22] == []


def test_every_title_fits_a_ticket_and_every_price_a_menu() -> None:
    dishes = menu().values()
    assert [dish.title for dish in dishes if not 0 < len(dish.title) <= 28] == []
    assert [dish.name for dish in dishes if not 0 < dish.price <= 30] == []
    assert [dish.name for dish in dishes if (dish.price * 100) % 50] == []


def test_no_two_dishes_share_a_title() -> None:
    titles = [dish.title for dish in menu().values()]
    assert len(set(titles)) == len(titles)


# -- shapes ----------------------------------------------------------------------------------------


def test_there_are_dishes_of_all_hands() -> None:
    for name in ("noodles", "green_salad"):
        assert seconds(name, "timer") == 0 < seconds(name, "hands")
        assert "await" not in source(name).replace("# No await", "")


def test_there_are_dishes_of_all_waiting() -> None:
    for name in ("jelly", "lol_com", "sike_org"):
        assert seconds(name, "hands") == 0 < seconds(name, "timer")


def test_there_are_dishes_with_several_timers_in_turn() -> None:
    for name in ("steak", "onion_soup", "soft_eggs"):
        assert len({step.part for step in plan(name)}) == 1
        assert sum(step.kind == "timer" for step in plan(name)) >= 2


def test_there_are_dishes_that_go_from_the_hob_to_the_oven() -> None:
    for name in ("lasagne", "onion_soup", "apple_pie"):
        assert stations(name) == {"hob", "oven"}


def test_a_loop_fries_three_pancakes_on_both_sides() -> None:
    assert "for " in source("pancakes")
    assert sum(step.kind == "timer" for step in plan("pancakes")) == 6


@pytest.mark.parametrize("name", ["spaghetti", "burger", "ramen", "sunday_roast"])
def test_a_task_group_cooks_parts_side_by_side(name: str) -> None:
    assert "asyncio.TaskGroup()" in source(name)
    assert cook((0, name)).makespan < cook((0, name), mode="blocking").makespan


@pytest.mark.parametrize("name", ["curry", "full_breakfast"])
def test_gather_cooks_parts_side_by_side(name: str) -> None:
    assert "asyncio.gather(" in source(name)
    assert cook((0, name)).makespan < cook((0, name), mode="blocking").makespan


def test_most_of_a_cooked_dish_needs_nobody() -> None:
    for name in menu():
        if seconds(name, "timer") and name != "jelly":
            assert seconds(name, "timer") >= 3 * seconds(name, "hands")


# -- dishes that have a story ----------------------------------------------------------------------


def test_the_chicken_and_the_egg_are_the_articles() -> None:
    def steps(name: str) -> list[tuple[str, float, str | None]]:
        return [(step.kind, step.seconds, step.station) for step in plan(name)]

    assert steps("chicken") == [("hands", 60, None), ("timer", 900, "hob"), ("hands", 30, None)]
    assert steps("egg") == [("hands", 20, None), ("timer", 420, "hob"), ("hands", 40, None)]


def test_the_chicken_and_the_egg_never_spoil() -> None:
    timers = [x for x in cook((0, "chicken"), (0, "egg")).facts if isinstance(x, f.TimerSet)]
    assert [timer.hold for timer in timers] == [None, None]


def test_a_download_says_when_it_starts_and_when_it_is_done() -> None:
    said = [(said.t, said.text) for said in cook((0, "lol_com"), (0, "sike_org")).said]
    assert said == [
        (0.0, "Starting lol.com"),
        (0.0, "Starting sike.org"),
        (0.2, "Finished lol.com"),
        (0.2, "Finished sike.org"),
    ]


def test_burnt_sugar_is_done_again_and_the_custard_saved() -> None:
    result = cook((0, "creme_brulee"), (390, "noodles"))
    assert kinds_of(result, f.FoodBurnt, f.StartedAgain) == [(443.0, "FoodBurnt")]
    assert result.served == 2
    assert "except Burnt" in source("creme_brulee")


def test_any_other_dish_that_burns_is_made_again_from_the_start() -> None:
    result = cook((0, "lava_cake"), (300, "noodles"))
    assert kinds_of(result, f.FoodBurnt, f.StartedAgain) == [
        (370.0, "FoodBurnt"),
        (620.0, "StartedAgain"),
    ]
    assert result.served == 2


@pytest.mark.parametrize(("mode", "out"), [("concurrent", 100.0), ("blocking", 273.0)])
def test_the_fryer_is_put_out_even_if_the_customer_has_gone(mode: str, out: float) -> None:
    result = cook((0, "fish_and_chips"), mode=mode, waits=100)
    hands = [(x.t, x.what) for x in result.facts if isinstance(x, f.Hands)]
    assert hands[-2:] == [(out, "put the fryer out"), (out + 6, "clear away")]
    assert result.walked_out == 1


def test_garlic_bread_goes_into_an_oven_if_there_is_one() -> None:
    assert stations("garlic_bread") == {"oven"}


def test_garlic_bread_waits_90_seconds_for_an_oven_then_takes_a_hob() -> None:
    result = cook((0, "slow_roast"), (0, "slow_roast"), (0, "garlic_bread"))
    bread = [
        (x.t, type(x).__name__, x.station)
        for x in result.facts
        if isinstance(x, f.StationWanted | f.StationTaken) and x.order == 3
    ]
    assert bread == [(40.0, "StationWanted", "oven"), (130.0, "StationTaken", "hob")]


def test_garlic_bread_gives_back_an_oven_that_came_too_late() -> None:
    """The oven is granted at 290, the time is up at 318.5, the chef comes at 602."""
    result = cook((0, "pizza"), (0, "slow_roast"), (208.5, "garlic_bread"), (289, "noodles"))
    bread = [
        (x.t, type(x).__name__, x.station)
        for x in result.facts
        if isinstance(x, f.StationTaken | f.StationFreed) and x.order == 3
    ]
    assert bread[:3] == [
        (290.0, "StationTaken", "oven"),
        (602.0, "StationFreed", "oven"),
        (602.0, "StationTaken", "hob"),
    ]
