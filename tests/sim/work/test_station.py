"""Stations: counted places, first come, first served, and none is ever lost."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from tools.scenario import (
    EACH_MODE,
    ENDS,
    at,
    busy,
    cook,
    lines,
    named,
    on_the_hob,
    only,
    pot,
    shift_of,
    times,
    together,
    told,
)

from kitchen import Cook, Recipe, RecipeError, Result, Stalled, run
from kitchen.sim import facts as f

STATIONS = (f.StationWanted, f.StationUnwanted, f.StationTaken, f.StationFreed)


def free_again(result: Result) -> bool:
    """Whether every place that was taken was given back."""
    return len(times(result, f.StationTaken)) == len(times(result, f.StationFreed))


# -- who gets which place ----------------------------------------------------------------------


def test_the_lowest_free_place_is_taken_first() -> None:
    result = cook(
        on_the_hob(0, 30, 0), on_the_hob(0, 10, 0), on_the_hob(0, 20, 0),
        at(15, on_the_hob(0, 1, 0)), at(25, on_the_hob(0, 1, 0)), at(35, on_the_hob(0, 1, 0)),
        hob=3,
    )  # fmt: skip
    assert told(result, f.StationTaken) == lines("""
        0 #1 takes hob 0
        0 #2 takes hob 1
        0 #3 takes hob 2
        15 #4 takes hob 1
        25 #5 takes hob 1
        35 #6 takes hob 0
    """)


@pytest.mark.parametrize("mode", ["concurrent", "parallel", "hybrid"])
def test_first_come_first_served(mode: str) -> None:
    orders = [at(start, on_the_hob(0, 100, 0)) for start in (0, 2, 4, 6, 8)]
    result = cook(*orders, mode=mode, hob=2)
    assert told(result, f.StationWanted, f.StationTaken) == lines("""
        0 #1 takes hob 0
        2 #2 takes hob 1
        4 #3 waits for a hob
        6 #4 waits for a hob
        8 #5 waits for a hob
        100 #3 takes hob 0
        102 #4 takes hob 1
        200 #5 takes hob 0
    """)


def test_a_policy_decides_about_chefs_and_not_about_stations() -> None:
    orders = [at(0, on_the_hob(0, 100, 0)), at(1, on_the_hob(0, 10, 0), 900)]
    orders.append(at(2, on_the_hob(0, 10, 0), 800))
    result = cook(*orders, policy="deadline", hob=1)
    assert [fact.order for fact in result.facts if isinstance(fact, f.StationTaken)] == [1, 2, 3]


def test_kinds_of_station_know_nothing_of_each_other() -> None:
    async def roast(cook: Cook) -> None:
        async with cook.station("oven"):
            await cook.timer("roast", 50)

    result = cook(on_the_hob(0, 50, 0), roast, hob=1, oven=1)
    assert told(result, *STATIONS) == lines("""
        0 #1 takes hob 0
        0 #2 takes oven 0
        50 #1 frees hob 0
        50 #2 frees oven 0
    """)


def test_a_recipe_learns_its_place() -> None:
    async def curious(cook: Cook) -> None:
        async with cook.station("hob") as place:
            cook.say(f"at {place}")
            await cook.timer("boil", 5)

    result = cook(curious, curious, curious, hob=2)
    assert told(result, f.Said) == ["0 #1 says at 0", "0 #2 says at 1", "5 #3 says at 0"]


def test_a_dish_can_hold_several_places() -> None:
    async def feast(cook: Cook) -> None:
        async with cook.station("hob"), cook.station("hob"), cook.station("oven"):
            cook.hands("juggle", 5)

    assert told(cook(feast, hob=2, oven=1), *STATIONS) == lines("""
        0 #1 takes hob 0
        0 #1 takes hob 1
        0 #1 takes oven 0
        5 #1 frees oven 0
        5 #1 frees hob 1
        5 #1 frees hob 0
    """)


@EACH_MODE
def test_a_station_that_the_shift_has_not_got(mode: str) -> None:
    words = r"order 1 \(on_the_hob\) wants a 'hob', but this shift has: oven, grill"
    with pytest.raises(RecipeError, match=words):
        cook(on_the_hob(1, 1, 1), mode=mode, oven=1, grill=2)
    with pytest.raises(RecipeError, match="this shift has: none"):
        cook(on_the_hob(1, 1, 1), mode=mode)


# -- what dishes share is touched at the true time ---------------------------------------------


def test_the_work_before_a_station_is_done_before_it_is_entered() -> None:
    """The second chef enters at 5, though the first began earlier: at 0, with work until 30."""
    result = cook(on_the_hob(30, 10, 0), on_the_hob(5, 10, 0), mode="hybrid", hob=1)
    assert told(result, *STATIONS, f.Resumed, f.Left) == lines("""
        0 chef 1 takes #1
        0 chef 2 takes #2
        5 #2 takes hob 0
        5 chef 2 leaves #2
        15 chef 2 takes #2
        15 #2 frees hob 0
        15 chef 2 leaves #2
        30 #1 takes hob 0
        30 chef 1 leaves #1
        40 chef 1 takes #1
        40 #1 frees hob 0
        40 chef 1 leaves #1
    """)


def test_the_chef_who_settles_stays_with_the_dish() -> None:
    """Others have their hands up, but entering and leaving a station is one go."""
    result = cook(on_the_hob(10, 0, 0), busy(5), hob=1)

    async def tended(cook: Cook) -> None:
        cook.hands("fill", 10)
        async with cook.station("hob"):
            cook.hands("stir", 10)
        cook.hands("plate", 10)

    result = cook(tended, busy(5), hob=1)
    assert told(result, f.Resumed, f.Left, *STATIONS) == lines("""
        0 chef 1 takes #1
        10 #1 takes hob 0
        20 #1 frees hob 0
        30 chef 1 leaves #1
        30 chef 1 takes #2
        35 chef 1 leaves #2
    """)


def test_the_work_inside_is_done_before_the_station_is_left() -> None:
    async def tended(cook: Cook) -> None:
        async with cook.station("hob"):
            cook.hands("stir", 10)
        cook.hands("plate", 10)

    result = cook(tended, tended, mode="hybrid", hob=1)
    assert told(result, f.StationTaken, f.StationFreed, f.Served) == lines("""
        0 #1 takes hob 0
        10 #1 frees hob 0
        10 #2 takes hob 0
        20 #1 is served: 1000 + 150
        20 #2 frees hob 0
        30 #2 is served: 1000 + 150
    """)


def test_a_dish_is_served_when_its_last_work_is_done() -> None:
    assert told(cook(busy(30), busy(10), mode="hybrid"), f.Served) == lines("""
        10 #2 is served: 1000 + 150
        30 #1 is served: 1000 + 150
    """)


# -- no place is ever lost ---------------------------------------------------------------------


def test_cancelled_while_queued_the_next_in_line_moves_up() -> None:
    result = cook(
        on_the_hob(0, 100, 0), at(1, on_the_hob(0, 10, 0), 50), at(2, on_the_hob(0, 10, 0)), hob=1
    )
    assert told(result, *STATIONS, *ENDS) == lines("""
        0 #1 takes hob 0
        1 #2 waits for a hob
        2 #3 waits for a hob
        51 #2 walks out
        51 #2 waits for no hob
        61 #2 is cleared
        100 #1 frees hob 0
        100 #3 takes hob 0
        100 #1 is served: 1000 + 150
        110 #3 frees hob 0
        110 #3 is served: 1000 + 150
    """)


def test_cancelled_in_the_instant_before_the_grant_the_next_in_line_gets_it() -> None:
    """The customer walks out at 100, when the hob becomes free."""
    result = cook(
        on_the_hob(0, 100, 0), at(1, on_the_hob(0, 10, 0), 99), at(2, on_the_hob(0, 10, 0)), hob=1
    )
    assert told(result, *STATIONS, *ENDS) == lines("""
        0 #1 takes hob 0
        1 #2 waits for a hob
        2 #3 waits for a hob
        100 #2 walks out
        100 #1 frees hob 0
        100 #3 takes hob 0
        100 #1 is served: 1000 + 150
        100 #2 waits for no hob
        110 #2 is cleared
        120 #3 frees hob 0
        120 #3 is served: 1000 + 150
    """)


def cancelled_at_the_grant() -> Recipe:
    """One part is granted the hob by the other dish's step at 50; in the same instant its other
    part fails, and the task group cancels the first."""

    async def dish(cook: Cook) -> None:
        async def fails() -> None:
            await cook.timer("fail", 50)
            raise LookupError

        async def waits() -> None:
            async with cook.station("hob"):
                cook.say("never")

        try:
            await together(waits(), fails())
        except* LookupError:
            cook.say("failed")

    return named("unlucky", dish)


def test_granted_and_cancelled_in_one_instant_it_is_passed_on() -> None:
    result = cook(on_the_hob(0, 50, 0), cancelled_at_the_grant(), at(1, on_the_hob(0, 10, 0)),
                  hob=1)  # fmt: skip
    assert told(result, *STATIONS, f.Said) == lines("""
        0 #1 takes hob 0
        0 #2.1 waits for a hob
        1 #3 waits for a hob
        50 #1 frees hob 0
        50 #2.1 takes hob 0
        50 #2.1 frees hob 0
        50 #3 takes hob 0
        50 #2 says failed
        60 #3 frees hob 0
    """)


def test_granted_and_cancelled_with_nobody_in_line_it_is_free() -> None:
    result = cook(on_the_hob(0, 50, 0), cancelled_at_the_grant(), at(70, on_the_hob(0, 10, 0)),
                  hob=1)  # fmt: skip
    assert told(result, f.StationTaken) == lines("""
        0 #1 takes hob 0
        50 #2.1 takes hob 0
        70 #3 takes hob 0
    """)
    assert free_again(result)


@pytest.mark.parametrize("mode", ["parallel", "hybrid"])
def test_a_customer_who_walks_out_during_the_wait(mode: str) -> None:
    """Waiting for a station is a blocking call for who stays: it ends with the grant."""
    result = cook(on_the_hob(0, 100, 0), at(1, on_the_hob(0, 10, 0), 50), mode=mode, hob=1)
    staying = """
        51 #2 walks out
        100 #1 frees hob 0
        100 #2 takes hob 0
        100 #1 is served: 1000 + 150
        100 #2 frees hob 0
        110 #2 is cleared
    """
    leaving = """
        51 #2 walks out
        51 #2 waits for no hob
        61 #2 is cleared
        100 #1 frees hob 0
        100 #1 is served: 1000 + 150
    """
    told_since = told(result, *STATIONS, *ENDS)[2:]
    assert told_since == lines(staying if mode == "parallel" else leaving)


def raising(inside: Callable[[Cook], None]) -> Recipe:
    async def dish(cook: Cook) -> None:
        try:
            async with cook.station("hob"):
                inside(cook)
        except LookupError:
            cook.say("oops")
        cook.hands("go on", 5)

    return named("raising", dish)


@EACH_MODE
def test_an_exception_inside_gives_the_place_back(mode: str) -> None:
    def at_once(cook: Cook) -> None:
        raise LookupError

    def after_work(cook: Cook) -> None:
        cook.hands("drop it", 10)
        raise LookupError

    result = cook(raising(at_once), mode=mode, hob=1)
    assert told(result, *STATIONS, f.Said) == lines("""
        0 #1 takes hob 0
        0 #1 frees hob 0
        0 #1 says oops
    """)
    result = cook(raising(after_work), mode=mode, hob=1)
    assert told(result, *STATIONS, f.Said, f.Served) == lines("""
        0 #1 takes hob 0
        10 #1 frees hob 0
        10 #1 says oops
        15 #1 is served: 1000 + 150
    """)


@EACH_MODE
def test_a_walk_out_inside_gives_the_place_back(mode: str) -> None:
    result = cook(at(0, on_the_hob(5, 100, 5), 50), mode=mode, hob=1)
    freed = 105 if mode in ("blocking", "parallel") else 50
    assert only(result, f.StationFreed).t == freed
    assert times(result, f.WalkedOut, f.Cleared) == [50, freed + 10]


def test_a_walk_out_during_the_work_before_a_station_never_takes_it() -> None:
    result = cook(at(0, on_the_hob(30, 100, 5), 10), hob=1)
    assert told(result, *STATIONS, *ENDS) == ["10 #1 walks out", "40 #1 is cleared"]


@EACH_MODE
def test_a_part_that_cancels_itself_never_takes_the_place_it_wants_next(mode: str) -> None:
    async def dish(cook: Cook) -> None:
        async def part() -> None:
            await cook.timer("soak", 10.0)
            cook.hands("chop", 5.0)
            current = asyncio.current_task()
            assert current is not None
            current.cancel()
            async with cook.station("hob"):
                cook.hands("stir", 5.0)

        await asyncio.gather(asyncio.create_task(part()), return_exceptions=True)

    result = run(shift_of(named("dish", dish), hob=1), mode)
    assert (result.makespan, result.served) == (15.0, 1)
    assert not times(result, f.StationTaken)


def test_a_walk_out_during_the_work_inside_gives_the_place_back_when_it_is_done() -> None:
    async def tended(cook: Cook) -> None:
        async with cook.station("hob"):
            cook.hands("stir", 30)
        cook.say("never")

    result = cook(at(0, tended, 10), hob=1)
    assert told(result, *STATIONS, f.Said, *ENDS) == lines("""
        0 #1 takes hob 0
        10 #1 walks out
        30 #1 frees hob 0
        40 #1 is cleared
    """)


def test_a_place_given_back_by_a_part_that_is_cut_off() -> None:
    async def dish(cook: Cook) -> None:
        async def boils() -> None:
            async with cook.station("hob"):
                await cook.timer("boil", 500)

        task = asyncio.create_task(boils())
        await cook.timer("look", 20)
        task.cancel()
        await asyncio.wait([task])
        cook.say("cut off")

    result = cook(dish, at(1, on_the_hob(0, 10, 0)), hob=1)
    assert told(result, *STATIONS, f.Said) == lines("""
        0 #1.1 takes hob 0
        1 #2 waits for a hob
        20 #1.1 frees hob 0
        20 #2 takes hob 0
        20 #1 says cut off
        30 #2 frees hob 0
    """)


# -- deadlock ----------------------------------------------------------------------------------


def both(first: str, second: str) -> Recipe:
    async def dish(cook: Cook) -> None:
        async with cook.station(first):
            await cook.timer("warm", 5)
            async with cook.station(second):
                await cook.timer("cook", 5)

    return named(f"{first}_first", dish)


@pytest.mark.parametrize("mode", ["concurrent", "parallel", "hybrid"])
def test_two_dishes_each_holding_what_the_other_wants(mode: str) -> None:
    with pytest.raises(Stalled) as stalled:
        cook(both("hob", "oven"), both("oven", "hob"), mode=mode, hob=1, oven=1)
    names = ("order 1 (hob_first)", "order 2 (oven_first)")
    assert stalled.value.cycle == names
    assert tuple(waiting.name for waiting in stalled.value.waiting) == names
    assert [waiting.what for waiting in stalled.value.waiting] == ["a free oven", "a free hob"]
    assert all("test_station.py:" in waiting.where for waiting in stalled.value.waiting)
    assert "order 1 (hob_first) > order 2 (oven_first) > order 1 (hob_first)" in str(stalled.value)


def test_one_who_stays_cannot_deadlock_with_another_dish() -> None:
    result = cook(both("hob", "oven"), both("oven", "hob"), mode="blocking", hob=1, oven=1)
    assert result.makespan == 20


def test_patience_breaks_a_deadlock() -> None:
    result = cook(at(0, both("hob", "oven"), 60), both("oven", "hob"), hob=1, oven=1)
    assert told(result, *ENDS) == lines("""
        60 #1 walks out
        70 #1 is cleared
        75 #2 is served: 1000 + 150
    """)


def test_a_dish_that_waits_for_its_own_station_is_stalled() -> None:
    async def greedy(cook: Cook) -> None:
        async with cook.station("hob"), cook.station("hob"):
            pass

    with pytest.raises(Stalled, match=r"order 1 \(greedy\) waits for a free hob") as stalled:
        run(shift_of(greedy, pot(1, 1, 1), hob=1))
    assert stalled.value.cycle == ("order 1 (greedy)",)
