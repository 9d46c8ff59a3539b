"""A dish's life: from order to plate, food that burns, customers who walk out, and recipes that do
what no recipe may do."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable

import pytest
from tools.scenario import (
    EACH_MODE,
    ENDS,
    at,
    busy,
    cook,
    lines,
    named,
    only,
    pot,
    shift_of,
    times,
    together,
    told,
)

from kitchen import Burnt, Cook, KitchenError, Recipe, RecipeError, Stalled, recipe, run
from kitchen.sim import facts as f

SPOILING = (f.Overcooked, f.FoodBurnt, f.StartedAgain)
STAYING = ("blocking", "parallel")

# -- on the menu -------------------------------------------------------------------------------


@recipe(price=14.505, patience=600)
async def soup(cook: Cook) -> None:
    """Soup of the day.

    Whatever is left.
    """
    cook.hands("chop", 10)
    await cook.timer(
        "simmer",
        60,
    )
    helper(cook)


def helper(cook: Cook) -> None:
    cook.hands("plate", 5)


def test_a_dish_is_ordered_as_the_menu_has_it() -> None:
    ordered = only(cook(at(5, soup)), f.Ordered)
    assert (ordered.dish, ordered.title) == ("soup", "Soup of the day")
    assert (ordered.price, ordered.patience, ordered.t) == (1450, 600, 5)


def test_any_coroutine_function_is_a_dish() -> None:
    async def plain_toast(cook: Cook) -> None:
        cook.hands("toast", 5)

    class Oven:
        def __call__(self, cook: Cook) -> Awaitable[None]:
            return cook.timer("bake", 5)

    result = cook(plain_toast, Oven())
    ordered = [fact for fact in result.facts if isinstance(fact, f.Ordered)]
    assert [(o.dish, o.title, o.price, o.patience) for o in ordered] == [
        ("plain_toast", "Plain toast", 1000, None),
        ("Oven", "Oven", 1000, None),
    ]
    assert result.served == 2


def test_facts_name_the_line_of_the_recipe_and_for_a_helper_the_line_that_calls_it() -> None:
    result = cook(soup)
    found = [(x.what, x.line) for x in result.facts if isinstance(x, f.Hands | f.TimerSet)]
    assert [what for what, _ in found] == ["chop", "simmer", "plate"]
    source = soup.source
    assert [source[line - 1].strip() for _, line in found] == [
        'cook.hands("chop", 10)',
        "await cook.timer(",
        "helper(cook)",
    ]


def test_a_recipe_is_ordinary_python() -> None:
    async def twice(cook: Cook) -> None:
        total = 0.0
        for seconds in (3, 4):
            total += await boil(cook, seconds)
        cook.say(f"{total}")

    async def boil(cook: Cook, seconds: float) -> float:
        await cook.timer("boil", seconds)
        return cook.time

    assert told(cook(twice), f.Said) == ["7 #1 says 10.0"]


@EACH_MODE
def test_a_timer_is_taken_by_everything_that_takes_a_coroutine(mode: str) -> None:
    async def dish(cook: Cook) -> None:
        await asyncio.create_task(cook.timer("a", 5))
        await asyncio.wait_for(cook.timer("b", 5), 10)
        await asyncio.gather(cook.timer("c", 5))
        await asyncio.shield(cook.timer("d", 5))

    assert times(cook(dish, mode=mode), f.TimerSet, f.Served) == [0, 5, 10, 15, 20]


def test_a_deadline_cuts_a_timer_short_only_where_chefs_leave() -> None:
    async def impatient(cook: Cook) -> None:
        try:
            async with asyncio.timeout(10):
                await cook.timer("boil", 100)
        except TimeoutError:
            cook.say("time out")

    assert told(cook(impatient), f.TimerRang, f.TimerCut, f.Said) == [
        "10 #1 is cut short",
        "10 #1 says time out",
    ]
    assert told(cook(impatient, mode="blocking"), f.TimerRang, f.TimerCut, f.Said) == [
        "100 #1 rings",
        "100 #1 says time out",
    ]


# -- food that waits ---------------------------------------------------------------------------


def waits(seconds: float, hold: float | None, burn: float | None = None) -> list[str]:
    """What becomes of food that rings at 10 and gets a chef so many seconds later."""
    result = cook(pot(0, 10, 5, hold, burn), at(5, busy(5 + seconds)))
    return [line for line in told(result, *SPOILING, f.Served) if "#1" in line]


def test_food_is_perfect_until_its_hold_is_over() -> None:
    assert waits(0, hold=20) == ["15 #1 is served: 1000 + 150"]
    assert waits(20, hold=20) == ["35 #1 is served: 1000 + 150"]


def test_then_its_quality_falls_evenly_over_as_long_again() -> None:
    assert waits(25, hold=20) == [
        "35 #1 is overcooked by 25%",
        "40 #1 is served at 75%: 750 + 112",
    ]
    assert waits(30, hold=20) == [
        "40 #1 is overcooked by 50%",
        "45 #1 is served at 50%: 500 + 75",
    ]


def test_or_over_the_seconds_that_the_recipe_says() -> None:
    assert waits(40, hold=20, burn=80) == [
        "50 #1 is overcooked by 25%",
        "55 #1 is served at 75%: 750 + 112",
    ]
    assert waits(10, hold=0, burn=100) == [
        "20 #1 is overcooked by 10%",
        "25 #1 is served at 90%: 900 + 135",
    ]


def test_food_that_never_spoils_can_wait() -> None:
    result = cook(pot(0, 10, 5), at(5, busy(5000)))
    assert told(result, *SPOILING, f.Served)[-1] == "5010 #1 is served: 1000 + 150"


def test_the_qualities_of_several_timers_multiply() -> None:
    async def two(cook: Cook) -> None:
        await cook.timer("first", 10, hold=20)
        await cook.timer("second", 40, hold=20)

    result = cook(two, at(5, busy(35)), at(75, busy(35)))
    assert told(result, f.Overcooked, f.Served) == lines("""
        40 #2 is served: 1000 + 150
        40 #1 is overcooked by 50%
        110 #3 is served: 1000 + 150
        110 #1 is overcooked by 50%
        110 #1 is served at 25%: 250 + 38
    """)


def test_food_that_nobody_comes_for_burns_and_is_started_again() -> None:
    result = cook(pot(2, 10, 5, hold=20, burn=5), at(5, busy(50)))
    assert told(result, since=5) == lines("""
        5 #2 is ordered: busy
        5 #2 raises a hand
        5 chef 1 takes #2
        5 chef 1 does #2: work, 50 s
        12 #1 rings
        12 #1 raises a hand
        37 #1 burns
        55 #2 is served: 1000 + 150
        55 chef 1 leaves #2
        55 chef 1 takes #1
        55 chef 1 does #1: scrape the pan, 20 s
        75 #1 starts again: 2
        75 chef 1 does #1: fill, 2 s
        77 #1 cooks: boil, 10 s
        77 chef 1 leaves #1
        87 #1 rings
        87 #1 raises a hand
        87 chef 1 takes #1
        87 chef 1 does #1: plate, 5 s
        92 #1 is served: 1000 + 150
        92 chef 1 leaves #1
        92 the kitchen closes
    """)
    assert result.burnt == 1


def test_it_burns_at_the_very_moment() -> None:
    """A chef who is free a moment earlier saves it; one who is free just then does not."""
    assert times(cook(pot(0, 10, 5, hold=20), at(5, busy(44.5))), f.FoodBurnt) == []
    assert times(cook(pot(0, 10, 5, hold=20), at(5, busy(45))), f.FoodBurnt) == [50]


def test_it_can_burn_again_and_again() -> None:
    other = busy(60)
    result = cook(pot(0, 10, 5, hold=20), at(5, other), at(75, other), at(145, other))
    assert told(result, *SPOILING, f.Served) == lines("""
        50 #1 burns
        65 #2 is served: 1000 + 150
        85 #1 starts again: 2
        135 #1 burns
        145 #3 is served: 1000 + 150
        165 #1 starts again: 3
        215 #1 burns
        225 #4 is served: 1000 + 150
        245 #1 starts again: 4
        260 #1 is served: 1000 + 150
    """)
    assert (result.burnt, result.served) == (3, 4)


def test_what_was_overcooked_is_forgotten_when_it_starts_again() -> None:
    async def two(cook: Cook) -> None:
        await cook.timer("first", 10, hold=20)
        await cook.timer("second", 10, hold=20)

    result = cook(two, at(5, busy(35)), at(45, busy(60)))
    assert told(result, *SPOILING, f.Served) == lines("""
        40 #2 is served: 1000 + 150
        40 #1 is overcooked by 50%
        90 #1 burns
        105 #3 is served: 1000 + 150
        125 #1 starts again: 2
        145 #1 is served: 1000 + 150
    """)


@pytest.mark.parametrize("mode", STAYING)
def test_nothing_ever_burns_where_chefs_stay(mode: str) -> None:
    delicate = pot(1, 10, 1, hold=0, burn=0)
    result = cook(*[delicate] * 12, mode=mode)
    assert (result.served, result.burnt) == (12, 0)
    assert times(result, *SPOILING) == []


def test_food_that_burns_at_once_does_so_although_a_chef_is_free() -> None:
    result = cook(at(0, pot(0, 10, 0, hold=0, burn=0), 100))
    assert times(result, f.TimerRang) == times(result, f.FoodBurnt)
    assert result.walked_out == 1


def test_food_that_burns_every_time_is_told_in_the_end() -> None:
    """Nobody walks out, and no chef can ever come in time."""
    with pytest.raises(RecipeError, match=r"order 1 \(pot\) never ends: it has burnt"):
        cook(pot(1, 10, 1, hold=0))


async def careful_toast(cook: Cook) -> None:
    try:
        await cook.timer("toast", 10, hold=5)
    except Burnt as burnt:
        cook.say(str(burnt))
        cook.hands("bin it", 3)
        await cook.timer("toast", 10)
    cook.hands("butter", 2)


def test_a_recipe_can_catch_its_own_burning() -> None:
    result = cook(careful_toast, at(5, busy(30)))
    assert told(result, *SPOILING, f.Said, f.Hands, f.Served) == lines("""
        5 chef 1 does #2: work, 30 s
        20 #1 burns
        35 #2 is served: 1000 + 150
        35 #1 says toast: burnt
        35 chef 1 does #1: bin it, 3 s
        48 chef 1 does #1: butter, 2 s
        50 #1 is served: 1000 + 150
    """)
    assert result.burnt == 1


# -- burning parts -----------------------------------------------------------------------------


def parts_of(gather: bool) -> Callable[[Cook], Awaitable[None]]:
    async def dish(cook: Cook) -> None:
        async def slow() -> None:
            try:
                async with cook.station("hob"):
                    await cook.timer("slow", 100)
                    cook.say("slow is done")
            finally:
                cook.hands("tidy", 4)

        async def fast() -> None:
            await cook.timer("fast", 10, hold=5)

        cook.hands("lay", 5)
        if gather:
            await asyncio.gather(slow(), fast())
        else:
            await together(slow(), fast())

    return dish


@pytest.mark.parametrize("gather", [False, True])
def test_one_part_burns_and_all_start_again(gather: bool) -> None:
    """The other part is cut off, with its clean-up, before the pan is scraped."""
    result = cook(parts_of(gather), at(8, busy(30)), hob=1)
    kinds = (*SPOILING, f.TimerSet, f.TimerRang, f.TimerCut, f.StationTaken, f.StationFreed)
    assert told(result, *kinds, f.Hands, f.Said, f.Served) == lines("""
        0 chef 1 does #1: lay, 5 s
        5 #1.1 takes hob 0
        5 #1.1 cooks: slow, 100 s
        5 #1.2 cooks: fast, 10 s
        8 chef 1 does #2: work, 30 s
        15 #1.2 rings
        25 #1.2 burns
        38 #2 is served: 1000 + 150
        38 #1.1 is cut short
        38 #1.1 frees hob 0
        38 chef 1 does #1.1: tidy, 4 s
        42 chef 1 does #1: scrape the pan, 20 s
        62 #1 starts again: 2
        62 chef 1 does #1: lay, 5 s
        67 #1.3 takes hob 0
        67 #1.3 cooks: slow, 100 s
        67 #1.4 cooks: fast, 10 s
        77 #1.4 rings
        167 #1.3 rings
        167 #1.3 says slow is done
        167 #1.3 frees hob 0
        167 chef 1 does #1.3: tidy, 4 s
        171 #1 is served: 1000 + 150
    """)


def test_no_part_of_an_earlier_attempt_survives_a_restart() -> None:
    async def dish(cook: Cook) -> None:
        async def stray() -> None:
            while True:
                await cook.timer("stray", 7)
                cook.hands("stir", 1)

        tasks.append(asyncio.create_task(stray()))
        await cook.timer("main", 10, hold=5)
        cook.hands("plate", 5)

    tasks: list[asyncio.Task[None]] = []
    result = cook(dish, at(8, busy(30)))
    assert all(task.cancelled() for task in tasks) and len(tasks) == 2
    again = only(result, f.StartedAgain).t
    first, second = (
        {x.t for x in result.facts if isinstance(x, f.Resumed) and x.part == part}
        for part in (1, 2)
    )
    assert max(first) <= again <= min(second)
    assert max(second) <= only(result, f.Closed).t


def test_burnt_and_another_mistake_in_one_group_is_a_mistake() -> None:
    async def dish(cook: Cook) -> None:
        async def burns() -> None:
            await cook.timer("burns", 10, hold=5)

        async def fails() -> None:
            await cook.timer("fails", 10)
            raise ValueError("no salt")

        await together(burns(), fails())

    with pytest.raises(RecipeError, match="no salt"):
        cook(dish, at(8, busy(30)))


def test_tasks_that_a_recipe_leaves_behind_are_cancelled_before_it_is_served() -> None:
    async def forgetful(cook: Cook) -> None:
        async def stray() -> None:
            try:
                await cook.timer("stray", 1000)
            finally:
                cook.hands("tidy", 3)

        task = asyncio.create_task(stray())
        await cook.timer("main", 10)
        assert not task.done()

    result = cook(forgetful)
    assert told(result, f.TimerCut, f.Hands, f.Served) == lines("""
        10 #1.1 is cut short
        10 chef 1 does #1.1: tidy, 3 s
        13 #1 is served: 1000 + 150
    """)


def test_a_part_cancelled_after_hands_is_cancelled_when_they_are_done() -> None:
    """What it awaits comes before that, so it is its next await that is cancelled."""

    async def dish(cook: Cook) -> None:
        async def boils() -> None:
            await cook.timer("boil", 5)
            cook.say("boiled")
            await cook.timer("cool", 100, hold=5)

        part = asyncio.create_task(boils())
        await asyncio.sleep(0)
        cook.hands("chop", 10)
        part.cancel()
        await asyncio.wait([part])

    result = cook(dish, mode="hybrid", chefs=2)
    assert told(result, f.TimerSet, f.TimerRang, f.TimerCut, f.Said, f.Served) == lines("""
        0 #1.1 cooks: boil, 5 s
        5 #1.1 rings
        5 #1.1 says boiled
        5 #1.1 cooks: cool, 100 s
        10 #1.1 is cut short
        10 #1 is served: 1000 + 150
    """)


# -- customers who walk out --------------------------------------------------------------------


@EACH_MODE
def test_a_customer_is_served_in_time_or_walks_out(mode: str) -> None:
    assert told(cook(at(3, pot(1, 10, 2), 13.5), mode=mode), *ENDS) == ["16 #1 is served: 1000 + 6"]
    assert told(cook(at(3, pot(1, 10, 2), 12.5), mode=mode), *ENDS) == [
        "15.5 #1 walks out",
        "26 #1 is cleared",
    ]


def test_before_the_dish_has_begun_it_is_gone_at_no_cost() -> None:
    result = cook(busy(100), at(5, busy(10), 50))
    assert told(result, since=5) == lines("""
        5 #2 is ordered: busy
        5 #2 raises a hand
        55 #2 walks out
        55 #2 is cleared
        100 #1 is served: 1000 + 150
        100 chef 1 leaves #1
        100 the kitchen closes
    """)


@pytest.mark.parametrize("mode", STAYING)
def test_before_a_chef_who_stays_has_come_it_is_gone_at_no_cost(mode: str) -> None:
    result = cook(pot(5, 50, 5), pot(5, 50, 5), at(5, busy(10), 50), mode=mode,
                  chefs=2 if mode == "parallel" else 1)  # fmt: skip
    assert told(result, f.WalkedOut, f.Cleared) == ["55 #3 walks out", "55 #3 is cleared"]


def test_while_a_timer_runs() -> None:
    assert told(cook(at(0, pot(10, 100, 5), 50)), since=10) == lines("""
        10 #1 cooks: boil, 100 s
        10 chef 1 leaves #1
        50 #1 walks out
        50 #1 raises a hand
        50 chef 1 takes #1
        50 #1 is cut short
        50 chef 1 does #1: clear away, 10 s
        60 #1 is cleared
        60 chef 1 leaves #1
        60 the kitchen closes
    """)


def test_while_its_hand_is_up() -> None:
    """It keeps its place in the line; the chef who comes clears it away."""
    result = cook(at(0, pot(0, 10, 5), 50), at(5, busy(100)), at(6, busy(10)))
    assert told(result, since=10) == lines("""
        10 #1 rings
        10 #1 raises a hand
        50 #1 walks out
        105 #2 is served: 1000 + 150
        105 chef 1 leaves #2
        105 chef 1 takes #3
        105 chef 1 does #3: work, 10 s
        115 #3 is served: 1000 + 150
        115 chef 1 leaves #3
        115 chef 1 takes #1
        115 chef 1 does #1: clear away, 10 s
        125 #1 is cleared
        125 chef 1 leaves #1
        125 the kitchen closes
    """)


def test_during_hands_on_work_it_takes_effect_at_the_next_await() -> None:
    assert told(cook(at(0, pot(100, 50, 5), 50)), since=50) == lines("""
        50 #1 walks out
        100 #1 cooks: boil, 50 s
        100 chef 1 leaves #1
        100 #1 raises a hand
        100 chef 1 takes #1
        100 #1 is cut short
        100 chef 1 does #1: clear away, 10 s
        110 #1 is cleared
        110 chef 1 leaves #1
        110 the kitchen closes
    """)


@EACH_MODE
def test_during_the_last_of_the_work_it_is_cleared_away_instead_of_served(mode: str) -> None:
    result = cook(at(0, pot(1, 5, 100), 50), mode=mode)
    assert told(result)[-6:] == lines("""
        6 chef 1 does #1: plate, 100 s
        50 #1 walks out
        106 chef 1 does #1: clear away, 10 s
        116 #1 is cleared
        116 chef 1 leaves #1
        116 the kitchen closes
    """)


def test_at_the_very_moment_of_the_plate_the_customer_is_gone() -> None:
    assert told(cook(at(0, busy(50), 50)), *ENDS) == ["50 #1 walks out", "60 #1 is cleared"]


async def tidy(cook: Cook) -> None:
    try:
        cook.hands("fill", 10)
        await cook.timer("boil", 100)
        cook.hands("never", 1)
    finally:
        cook.hands("tidy", 7)
        await cook.timer("cool", 20)
        cook.hands("wash", 3)


@EACH_MODE
def test_cleaning_up_costs_hands(mode: str) -> None:
    staying = """
        50 #1 walks out
        110 chef 1 does #1: tidy, 7 s
        137 chef 1 does #1: wash, 3 s
        140 chef 1 does #1: clear away, 10 s
        150 #1 is cleared
    """
    leaving = """
        50 #1 walks out
        50 chef 1 does #1: tidy, 7 s
        77 chef 1 does #1: wash, 3 s
        80 chef 1 does #1: clear away, 10 s
        90 #1 is cleared
    """
    result = cook(at(0, tidy, 50), mode=mode)
    expected = lines(staying if mode in STAYING else leaving)
    assert told(result, f.Hands, *ENDS)[1:] == expected


@pytest.mark.parametrize("mode", STAYING)
def test_who_stares_goes_on_to_the_next_await(mode: str) -> None:
    assert told(cook(at(0, pot(10, 100, 5), 50), mode=mode), since=10) == lines("""
        10 #1 cooks: boil, 100 s
        10 chef 1 stares at #1: boil
        50 #1 walks out
        110 #1 rings
        110 chef 1 takes #1
        110 chef 1 does #1: clear away, 10 s
        120 #1 is cleared
        120 chef 1 leaves #1
        120 the kitchen closes
    """)


def test_all_parts_are_cut_off_in_order_before_it_is_cleared_away() -> None:
    async def dish(cook: Cook) -> None:
        async def part(seconds: float) -> None:
            try:
                await cook.timer("boil", 100)
            finally:
                cook.hands("tidy", seconds)

        await together(*(part(seconds) for seconds in (1, 2, 3)))

    assert told(cook(at(0, dish, 50)), f.TimerCut, f.Hands, *ENDS) == lines("""
        50 #1 walks out
        50 #1.1 is cut short
        50 chef 1 does #1.1: tidy, 1 s
        51 #1.2 is cut short
        51 chef 1 does #1.2: tidy, 2 s
        53 #1.3 is cut short
        53 chef 1 does #1.3: tidy, 3 s
        56 chef 1 does #1: clear away, 10 s
        66 #1 is cleared
    """)


def test_while_the_pan_is_scraped() -> None:
    result = cook(at(0, pot(0, 10, 5, hold=20), 60), at(5, busy(50)))
    assert told(result, f.FoodBurnt, f.StartedAgain, f.Hands, *ENDS)[2:] == lines("""
        50 #1 burns
        55 #2 is served: 1000 + 150
        55 chef 1 does #1: scrape the pan, 20 s
        60 #1 walks out
        75 chef 1 does #1: clear away, 10 s
        85 #1 is cleared
    """)


def test_while_it_burns() -> None:
    """It is cleared away, not scraped: nobody wants it again."""
    result = cook(at(0, pot(0, 10, 5, hold=20), 60), at(5, busy(100)))
    assert told(result, f.FoodBurnt, f.StartedAgain, f.Hands, *ENDS)[2:] == lines("""
        50 #1 burns
        60 #1 walks out
        105 #2 is served: 1000 + 150
        105 chef 1 does #1: clear away, 10 s
        115 #1 is cleared
    """)


def test_a_recipe_that_ignores_it_is_cleared_away_when_it_is_done() -> None:
    async def stubborn(cook: Cook) -> None:
        try:
            await cook.timer("boil", 100)
        except asyncio.CancelledError:
            cook.say("so what")
        await cook.timer("more", 10)
        cook.hands("plate", 5)

    assert told(cook(at(0, stubborn, 50)), f.Said, f.Hands, *ENDS) == lines("""
        50 #1 walks out
        50 #1 says so what
        60 chef 1 does #1: plate, 5 s
        65 chef 1 does #1: clear away, 10 s
        75 #1 is cleared
    """)


def test_what_burns_while_cleaning_up_is_not_started_again() -> None:
    async def dish(cook: Cook) -> None:
        try:
            await cook.timer("boil", 100)
        finally:
            await cook.timer("cool", 5, hold=10)

    result = cook(at(0, dish, 50), at(52, busy(60)))
    assert told(result, f.FoodBurnt, f.StartedAgain, *ENDS) == lines("""
        50 #1 walks out
        75 #1 burns
        112 #2 is served: 1000 + 150
        122 #1 is cleared
    """)


def test_what_has_burnt_when_the_customer_leaves_is_not_started_again() -> None:
    """One part has burnt, and while the other one cleans up, the customer walks out."""

    async def dish(cook: Cook) -> None:
        async def slow() -> None:
            try:
                await cook.timer("slow", 500)
            finally:
                await cook.timer("cool", 30)

        await together(slow(), cook.timer("fast", 10, hold=5))

    result = cook(at(0, dish, 50), at(8, busy(30)))
    assert told(result, f.FoodBurnt, f.StartedAgain, *ENDS) == lines("""
        20 #1.2 burns
        38 #2 is served: 1000 + 150
        50 #1 walks out
        78 #1 is cleared
    """)


# -- closing time ------------------------------------------------------------------------------


def test_at_closing_time_all_who_are_not_served_are_turned_away() -> None:
    result = cook(busy(20), pot(10, 100, 5), busy(45), busy(5), at(200, busy(1)), closes=50)
    assert told(result, f.Ordered, f.Hands, *ENDS, f.Closed) == lines("""
        0 #1 is ordered: busy
        0 #2 is ordered: pot
        0 #3 is ordered: busy
        0 #4 is ordered: busy
        0 chef 1 does #1: work, 20 s
        20 #1 is served: 1000 + 150
        20 chef 1 does #2: fill, 10 s
        30 chef 1 does #3: work, 45 s
        50 #2 is turned away
        50 #3 is turned away
        50 #4 is turned away
        50 #4 is cleared
        75 chef 1 does #3: clear away, 10 s
        85 #3 is cleared
        85 chef 1 does #2: clear away, 10 s
        95 #2 is cleared
        95 the kitchen closes
    """)
    assert (result.served, result.open, result.walked_out, result.orders) == (1, 3, 0, 4)


def test_a_kitchen_that_still_expects_somebody_closes_at_closing_time() -> None:
    assert told(cook(busy(10), at(200, busy(1)), closes=50), f.Served, f.Closed) == [
        "10 #1 is served: 1000 + 150",
        "50 the kitchen closes",
    ]


def test_a_kitchen_with_nothing_left_to_do_closes_before() -> None:
    assert cook(busy(10), closes=50).makespan == 10
    assert cook().makespan == 0
    assert cook(at(30, busy(10))).makespan == 40


# -- mistakes ----------------------------------------------------------------------------------


def broken(dish: Callable[[Cook], object], mode: str = "concurrent") -> str:
    """What is said of it: one line."""
    with pytest.raises(KitchenError) as error:
        cook(busy(3), dish, mode=mode, hob=1)  # type: ignore[arg-type]
    assert "\n" not in str(error.value)
    return str(error.value)


@EACH_MODE
def test_a_recipe_that_raises_is_told_with_its_line(mode: str) -> None:
    async def salty(cook: Cook) -> None:
        cook.hands("salt", 5)
        raise ValueError("no salt")

    line = salty.__code__.co_firstlineno + 2
    assert broken(salty, mode) == f"order 2 (salty) raised ValueError: no salt ({__file__}:{line})"


def test_a_helper_that_raises_is_told_with_its_own_line() -> None:
    async def pepper(cook: Cook) -> None:
        await cook.timer("grind", 1)
        raise KeyError

    async def peppery(cook: Cook) -> None:
        await pepper(cook)

    line = pepper.__code__.co_firstlineno + 2
    assert broken(peppery) == f"order 2 (peppery) raised KeyError ({__file__}:{line})"


def test_a_part_that_raises_is_told_as_itself() -> None:
    async def dish(cook: Cook) -> None:
        async def part() -> None:
            raise ValueError("no salt")

        await together(part(), cook.timer("boil", 5))

    assert "order 2 (dish) raised ValueError: no salt" in broken(dish)


def test_clean_up_that_raises_is_told_too() -> None:
    async def clumsy(cook: Cook) -> None:
        try:
            await cook.timer("boil", 100)
        finally:
            raise OSError("dropped it")

    with pytest.raises(RecipeError, match=r"order 1 \(clumsy\) raised OSError: dropped it"):
        cook(at(0, clumsy, 50))


def test_the_mistake_itself_is_its_cause() -> None:
    async def salty(cook: Cook) -> None:
        raise ValueError("no salt")

    with pytest.raises(RecipeError) as error:
        cook(salty)
    assert isinstance(error.value.__cause__, ValueError)


def test_ctrl_c_goes_through() -> None:
    async def quits(cook: Cook) -> None:
        cook.hands("press", 1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cook(quits)


@EACH_MODE
def test_a_forgotten_await_of_a_timer(mode: str) -> None:
    async def hasty(cook: Cook) -> None:
        cook.hands("fill", 5)
        cook.timer("boil", 10)  # type: ignore[unused-coroutine]

    line = hasty.__code__.co_firstlineno + 2
    assert broken(hasty, mode) == (
        f"order 2 (hasty) forgot to await timer('boil', 10): it never happened ({__file__}:{line})"
    )


def test_a_forgotten_async_with_of_a_station() -> None:
    async def hasty(cook: Cook) -> None:
        cook.station("hob")
        await cook.timer("boil", 10)

    line = hasty.__code__.co_firstlineno + 1
    assert broken(hasty) == (
        "order 2 (hasty) forgot to async with station('hob'): it never happened "
        f"({__file__}:{line})"
    )


@EACH_MODE
def test_a_forgotten_await_of_a_helper(mode: str) -> None:
    async def simmer(cook: Cook) -> None:
        await cook.timer("simmer", 10)

    async def hasty(cook: Cook) -> None:
        simmer(cook)  # type: ignore[unused-coroutine]

    said = broken(hasty, mode)
    assert "simmer() was called without await: it never happened" in said
    assert f"test_dish.py:{hasty.__code__.co_firstlineno + 1}" in said


def test_a_forgotten_timer_among_many_is_still_found() -> None:
    async def hasty(cook: Cook) -> None:
        cook.timer("forgotten", 10)  # type: ignore[unused-coroutine]
        for _ in range(200):
            await cook.timer("boil", 1)

    assert "forgot to await timer('forgotten', 10)" in broken(hasty)


def test_a_station_is_entered_with_async_with() -> None:
    async def plain_with(cook: Cook) -> None:
        with cook.station("hob"):  # type: ignore[attr-defined]
            pass

    assert "context manager" in broken(plain_with)


def test_hands_are_not_awaited() -> None:
    async def keen(cook: Cook) -> None:
        await cook.hands("chop", 5)  # type: ignore[misc,func-returns-value]

    assert "order 2 (keen) raised TypeError" in broken(keen)


@EACH_MODE
def test_what_is_not_async_is_no_recipe(mode: str) -> None:
    def plain(cook: Cook) -> None:
        cook.hands("chop", 5)

    def generator(cook: Cook) -> object:
        yield cook

    words = "a recipe is written with async def, and without yield"
    for wrong in (plain, generator):
        where = f"{__file__}:{wrong.__code__.co_firstlineno}"
        assert broken(wrong, mode) == f"order 2 ({wrong.__name__}): {words} ({where})"


@EACH_MODE
def test_a_recipe_that_cancels_its_own_task(mode: str) -> None:
    async def quitter(cook: Cook) -> None:
        task = asyncio.current_task()
        assert task is not None
        task.cancel()
        await asyncio.sleep(1)

    async def hangs_on(cook: Cook) -> None:
        task = asyncio.create_task(asyncio.sleep(50))
        await cook.timer("wait", 1)
        task.cancel()
        await task

    for dish, line in ((quitter, 4), (hangs_on, 4)):
        where = f"{__file__}:{dish.__code__.co_firstlineno + line}"
        assert broken(dish, mode) == (
            f"order 2 ({dish.__name__}) was cancelled and its customer still waits: it cancelled "
            f"its own task, or what it awaited was cancelled ({where})"
        )


@EACH_MODE
def test_what_the_kitchen_refuses_is_told_with_its_line(mode: str) -> None:
    async def negative(cook: Cook) -> None:
        cook.hands("chop", -1)

    async def typo(cook: Cook) -> None:
        async with cook.station("hbo"):
            pass

    for dish in (negative, typo):
        assert broken(dish, mode).endswith(f" ({__file__}:{dish.__code__.co_firstlineno + 1})")


@EACH_MODE
def test_no_chef_works_in_a_thread(mode: str) -> None:
    async def dish(cook: Cook) -> None:
        await asyncio.to_thread(cook.hands, "chop", 3)

    words = ("only a chef has hands, and none works in a thread", "called where no chef is at work")
    assert any(told in broken(dish, mode) for told in words)


@pytest.mark.parametrize("seconds", [-1, -0.001, float("nan"), float("inf"), float("-inf")])
def test_times_that_no_clock_can_show(seconds: float) -> None:
    async def hands(cook: Cook) -> None:
        cook.hands("chop", seconds)

    async def timer(cook: Cook) -> None:
        await cook.timer("boil", seconds)

    async def hold(cook: Cook) -> None:
        await cook.timer("boil", 1, hold=seconds)

    async def burn(cook: Cook) -> None:
        await cook.timer("boil", 1, hold=1, burn=seconds)

    for dish in (hands, timer, hold, burn):
        assert f"order 2 ({dish.__name__}): " in (said := broken(dish))
        assert "0 or more seconds" in said and f"{seconds!r}" in said


def test_hands_outside_a_step_are_nobodys() -> None:
    kept: list[Cook] = []
    heard: list[str] = []

    async def dish(cook: Cook) -> None:
        def from_a_callback() -> None:
            try:
                cook.hands("chop", 5)
            except RecipeError as error:
                heard.append(str(error))

        kept.append(cook)
        asyncio.get_running_loop().call_later(1, from_a_callback)
        await cook.timer("boil", 10)

    result = cook(dish)
    words = "order 1 (dish): hands() was called where no chef is at work"
    assert heard == [words]
    with pytest.raises(RecipeError) as error:
        kept[0].hands("chop", 5)
    assert str(error.value) == words
    with pytest.raises(RecipeError, match=r"say\(\) was called where no chef is at work"):
        kept[0].say("hello")
    assert times(result, f.Hands) == []


def test_a_dish_that_waits_for_what_never_comes_is_stalled() -> None:
    async def dreamer(cook: Cook) -> None:
        cook.hands("sit down", 5)
        await asyncio.Event().wait()

    with pytest.raises(Stalled, match=r"order 1 \(dreamer\) waits for .*[Ee]vent") as stalled:
        cook(dreamer, busy(5))
    (waiting,) = stalled.value.waiting
    assert waiting.where == f"test_dish.py:{dreamer.__code__.co_firstlineno + 2}"
    assert stalled.value.cycle == ()


def test_two_dishes_that_wait_for_each_other_are_a_circle() -> None:
    tasks: dict[str, asyncio.Task[None]] = {}

    def waits_for(me: str, other: str) -> Recipe:
        async def dish(cook: Cook) -> None:
            task = asyncio.current_task()
            assert task is not None
            tasks[me] = task
            await cook.timer("look", 1)
            await tasks[other]

        return named(me, dish)

    with pytest.raises(Stalled) as stalled:
        cook(waits_for("a", "b"), waits_for("b", "a"))
    assert [waiting.what for waiting in stalled.value.waiting] == [
        "the task order 2 (b)",
        "the task order 1 (a)",
    ]
    assert stalled.value.cycle == ("order 1 (a)", "order 2 (b)")


def test_run_works_while_another_loop_is_running() -> None:
    """As in a notebook."""

    async def notebook() -> float:
        loop = asyncio.get_running_loop()
        makespan = run(shift_of(pot(1, 10, 1))).makespan
        assert asyncio.get_running_loop() is loop
        await asyncio.sleep(0)
        return makespan

    assert asyncio.run(notebook()) == 12


def test_a_mistake_while_another_loop_is_running_leaves_that_one_in_place() -> None:
    async def salty(cook: Cook) -> None:
        raise ValueError("no salt")

    async def notebook() -> None:
        loop = asyncio.get_running_loop()
        with pytest.raises(RecipeError):
            cook(salty)
        assert asyncio.get_running_loop() is loop

    asyncio.run(notebook())


@pytest.mark.parametrize("price", [-1, float("nan"), float("inf")])
def test_a_price_that_nobody_can_pay(price: float) -> None:
    with pytest.raises(RecipeError, match="a price is 0 or more dollars"):
        recipe(price=price)(tidy)


@pytest.mark.parametrize("patience", [0, -1, float("nan"), float("inf")])
def test_a_patience_that_nobody_can_have(patience: float) -> None:
    with pytest.raises(RecipeError, match="patience is above 0 seconds"):
        recipe(patience=patience)(tidy)


def test_a_recipe_without_brackets() -> None:
    with pytest.raises(RecipeError, match=r"write @recipe\(\), with brackets"):
        recipe(tidy)  # type: ignore[arg-type]


@EACH_MODE
def test_a_task_begun_when_its_dish_is_over_gets_a_chef_too(mode: str) -> None:
    begun: list[float] = []

    async def late() -> None:
        begun.append(asyncio.get_running_loop().time())

    async def leaving(cook: Cook) -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(50, lambda: loop.create_task(late()))
        cook.hands("leave", 10)

    async def long(cook: Cook) -> None:
        await cook.timer("simmer", 100)
        cook.hands("plate", 5)

    cook(leaving, long, long, mode=mode, chefs=2)
    assert begun == [50.0 if mode in ("concurrent", "hybrid") else 105.0]


def test_ctrl_c_as_a_dish_begins_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kitchen.sim.work.dish.Dish.step_ready", interrupted)
    with pytest.raises(KeyboardInterrupt):
        cook(busy(1))
    gc.collect()  # a coroutine that nobody closed would warn now
