"""The brigade: who takes which step when, and what a chef who stays does meanwhile."""

from __future__ import annotations

import asyncio

import pytest
from tools.scenario import EACH_MODE, at, busy, cook, lines, on_the_hob, pot, times, together, told

from kitchen import Cook, RecipeError, run
from kitchen.sim import facts as f

WHO = (f.Resumed, f.Left)
AT_WORK = (f.Resumed, f.Left, f.Stares)

# -- chefs who leave ---------------------------------------------------------------------------


def test_the_free_chef_with_the_lowest_number_takes_the_step() -> None:
    result = cook(busy(10), busy(3), busy(5), at(4, busy(1)), at(5, busy(1)), mode="hybrid")
    assert told(result, f.Resumed) == lines("""
        0 chef 1 takes #1
        0 chef 2 takes #2
        0 chef 3 takes #3
        4 chef 2 takes #4
        5 chef 2 takes #5
    """)


def test_raised_hands_get_a_chef_in_the_order_in_which_they_went_up() -> None:
    result = cook(busy(10), at(2, busy(10)), at(1, busy(10)), at(3, busy(10)), chefs=1)
    assert told(result, f.Ordered, f.Resumed) == lines("""
        0 #1 is ordered: busy
        0 chef 1 takes #1
        1 #2 is ordered: busy
        2 #3 is ordered: busy
        3 #4 is ordered: busy
        10 chef 1 takes #2
        20 chef 1 takes #3
        30 chef 1 takes #4
    """)


def test_a_dish_goes_on_with_whichever_chef_is_free() -> None:
    result = cook(pot(2, 10, 5), pot(1, 10, 5), at(11, busy(1)), chefs=2, mode="hybrid")
    assert told(result, *WHO) == lines("""
        0 chef 1 takes #1
        0 chef 2 takes #2
        1 chef 2 leaves #2
        2 chef 1 leaves #1
        11 chef 1 takes #3
        11 chef 2 takes #2
        12 chef 1 leaves #3
        12 chef 1 takes #1
        16 chef 2 leaves #2
        17 chef 1 leaves #1
    """)


def test_a_step_is_from_one_await_to_the_next_however_many_hands_it_takes() -> None:
    async def fussy(cook: Cook) -> None:
        cook.hands("wash", 1)
        cook.hands("peel", 2)
        cook.hands("chop", 3)
        await cook.timer("rest", 10)

    assert told(cook(fussy), f.Hands, f.TimerSet, *WHO) == lines("""
        0 chef 1 takes #1
        0 chef 1 does #1: wash, 1 s
        1 chef 1 does #1: peel, 2 s
        3 chef 1 does #1: chop, 3 s
        6 #1 cooks: rest, 10 s
        6 chef 1 leaves #1
        16 chef 1 takes #1
        16 chef 1 leaves #1
    """)


def test_what_rings_while_the_chef_is_busy_waits_with_its_hand_up() -> None:
    result = cook(pot(1, 5, 2), at(3, busy(20)))
    assert told(result, f.TimerRang, f.Ready, f.Resumed) == lines("""
        0 #1 raises a hand
        0 chef 1 takes #1
        3 #2 raises a hand
        3 chef 1 takes #2
        6 #1 rings
        6 #1 raises a hand
        23 chef 1 takes #1
    """)


def test_hands_that_take_no_time_are_still_a_step() -> None:
    assert told(cook(pot(0, 0, 0))) == lines("""
        0 the concurrent kitchen opens
        0 #1 is ordered: pot
        0 #1 raises a hand
        0 chef 1 takes #1
        0 chef 1 does #1: fill, 0 s
        0 #1 cooks: boil, 0 s
        0 chef 1 leaves #1
        0 #1 rings
        0 #1 raises a hand
        0 chef 1 takes #1
        0 chef 1 does #1: plate, 0 s
        0 #1 is served: 1000 + 150
        0 chef 1 leaves #1
        0 the kitchen closes
    """)


# -- time within a step ------------------------------------------------------------------------


@EACH_MODE
def test_the_loops_time_within_a_step_includes_the_work_done(mode: str) -> None:
    async def watching_the_clock(cook: Cook) -> None:
        loop = asyncio.get_running_loop()
        read.extend([loop.time(), cook.time])
        cook.hands("chop", 30)
        read.extend([loop.time(), cook.time])
        await cook.timer("boil", 10)
        cook.hands("plate", 5)
        read.extend([loop.time(), cook.time])

    read: list[float] = []
    cook(at(100, watching_the_clock), mode=mode)
    assert read == [100, 100, 130, 130, 145, 145]


def test_a_timer_counts_from_the_end_of_the_work() -> None:
    async def dish(cook: Cook) -> None:
        cook.hands("fill", 30)
        await asyncio.sleep(10)
        cook.say("slept")
        cook.hands("fill", 30)
        await cook.timer("boil", 10)
        cook.say("boiled")

    assert told(cook(dish), f.Said) == ["40 #1 says slept", "80 #1 says boiled"]


def test_a_deadline_counts_from_the_end_of_the_work() -> None:
    async def dish(cook: Cook) -> None:
        cook.hands("fill", 30)
        try:
            async with asyncio.timeout(10):
                await cook.timer("boil", 100)
        except TimeoutError:
            cook.say("enough")

    assert told(cook(dish), f.Said, f.TimerCut) == ["40 #1 is cut short", "40 #1 says enough"]


def test_who_is_woken_by_a_step_is_woken_at_the_end_of_its_work() -> None:
    async def dish(cook: Cook) -> None:
        bell = asyncio.Event()

        async def waits() -> None:
            await bell.wait()
            cook.say("woken")

        async def wakes() -> None:
            cook.hands("chop", 30)
            bell.set()
            cook.hands("sweep", 5)

        await together(waits(), wakes())

    result = cook(dish, chefs=2, mode="hybrid")
    assert told(result, f.Ready, f.Said) == lines("""
        0 #1 raises a hand
        0 #1.1 raises a hand
        0 #1.2 raises a hand
        30 #1.1 raises a hand
        30 #1.1 says woken
        35 #1 raises a hand
    """)


def test_a_task_started_by_a_step_begins_at_the_end_of_the_work_before_it() -> None:
    async def dish(cook: Cook) -> None:
        async def part() -> None:
            cook.say("begun")

        cook.hands("chop", 30)
        task = asyncio.create_task(part())
        cook.hands("sweep", 5)
        await task

    result = cook(dish, chefs=2, mode="hybrid")
    assert told(result, f.Said) == ["30 #1.1 says begun"]


def test_a_callback_set_after_hands_is_called_when_they_are_at_rest() -> None:
    called: list[float] = []

    async def dish(cook: Cook) -> None:
        loop = asyncio.get_running_loop()
        cook.hands("chop", 30)
        loop.call_soon(lambda: called.append(loop.time()))
        loop.call_later(7, lambda: called.append(loop.time()))
        await cook.timer("boil", 100)

    cook(dish)
    assert called == [30, 37]


# -- chefs who stay ----------------------------------------------------------------------------


def test_who_stays_has_one_dish_from_its_first_step_until_it_is_served() -> None:
    result = cook(pot(1, 10, 2), pot(7, 10, 4), pot(1, 1, 1), chefs=2, mode="parallel")
    assert told(result, *AT_WORK) == lines("""
        0 chef 1 takes #1
        0 chef 2 takes #2
        1 chef 1 stares at #1: boil
        7 chef 2 stares at #2: boil
        11 chef 1 takes #1
        13 chef 1 leaves #1
        13 chef 1 takes #3
        14 chef 1 stares at #3: boil
        15 chef 1 takes #3
        16 chef 1 leaves #3
        17 chef 2 takes #2
        21 chef 2 leaves #2
    """)


def test_who_stays_is_there_when_it_rings() -> None:
    result = cook(pot(1, 10, 2, hold=0, burn=0), busy(100), mode="blocking")
    assert told(result, f.TimerRang, f.Resumed, f.Overcooked, f.FoodBurnt) == lines("""
        0 chef 1 takes #1
        11 #1 rings
        11 chef 1 takes #1
        13 chef 1 takes #2
    """)


def test_who_stays_holds_on_while_waiting_for_a_station() -> None:
    result = cook(on_the_hob(0, 50, 5), on_the_hob(1, 50, 5), busy(5), chefs=2, mode="parallel",
                  hob=1)  # fmt: skip
    assert told(result, *AT_WORK, f.StationTaken) == lines("""
        0 chef 1 takes #1
        0 #1 takes hob 0
        0 chef 1 stares at #1: boil
        0 chef 2 takes #2
        1 chef 2 stares at #2: the hob
        50 chef 1 takes #1
        50 #2 takes hob 0
        50 chef 2 takes #2
        50 chef 2 stares at #2: boil
        55 chef 1 leaves #1
        55 chef 1 takes #3
        60 chef 1 leaves #3
        100 chef 2 takes #2
        105 chef 2 leaves #2
    """)


@pytest.mark.parametrize("mode", ["blocking", "parallel"])
def test_a_plain_sleep_lets_who_stays_turn_to_another_part(mode: str) -> None:
    async def dish(cook: Cook) -> None:
        async def rests() -> None:
            cook.hands("knead", 2)
            await asyncio.sleep(100)
            cook.hands("shape", 3)

        async def boils() -> None:
            cook.hands("fill", 5)
            await cook.timer("boil", 60)
            cook.hands("drain", 1)

        await together(rests(), boils())

    result = cook(dish, mode=mode)
    assert told(result, *AT_WORK, f.Hands) == lines("""
        0 chef 1 takes #1
        0 chef 1 leaves #1
        0 chef 1 takes #1.1
        0 chef 1 does #1.1: knead, 2 s
        2 chef 1 leaves #1.1
        2 chef 1 takes #1.2
        2 chef 1 does #1.2: fill, 5 s
        7 chef 1 stares at #1.2: boil
        67 chef 1 takes #1.2
        67 chef 1 does #1.2: drain, 1 s
        68 chef 1 stares at #1.2
        102 chef 1 takes #1.1
        102 chef 1 does #1.1: shape, 3 s
        105 chef 1 leaves #1.1
        105 chef 1 takes #1
        105 chef 1 leaves #1
    """)


def test_with_no_other_part_a_plain_sleep_keeps_who_stays_from_other_dishes() -> None:
    async def sleepy(cook: Cook) -> None:
        cook.hands("mix", 5)
        await asyncio.sleep(30)
        cook.hands("bake", 5)

    assert told(cook(sleepy, busy(1), mode="blocking"), *AT_WORK) == lines("""
        0 chef 1 takes #1
        5 chef 1 stares at #1
        35 chef 1 takes #1
        40 chef 1 leaves #1
        40 chef 1 takes #2
        41 chef 1 leaves #2
    """)


def test_a_part_that_rests_while_its_chef_stares_is_taken_after_the_ring() -> None:
    async def dish(cook: Cook) -> None:
        async def naps() -> None:
            await asyncio.sleep(10)
            cook.say("late")

        await together(naps(), cook.timer("boil", 60))

    assert told(cook(dish, mode="blocking"), f.Said) == ["60 #1.1 says late"]
    assert told(cook(dish, mode="concurrent"), f.Said) == ["10 #1.1 says late"]


def test_parts_that_do_not_wait_take_turns() -> None:
    async def dish(cook: Cook) -> None:
        async def part(name: str) -> None:
            for turn in (1, 2):
                cook.hands(f"{name}{turn}", 1)
                await asyncio.sleep(0)

        await together(part("a"), part("b"))

    def turns(mode: str, chefs: int) -> list[tuple[float, str]]:
        result = cook(dish, mode=mode, chefs=chefs)
        return [(fact.t, fact.what) for fact in result.facts if isinstance(fact, f.Hands)]

    one_chef = [(0, "a1"), (1, "b1"), (2, "a2"), (3, "b2")]
    assert turns("blocking", 1) == turns("concurrent", 1) == turns("parallel", 2) == one_chef
    assert turns("hybrid", 2) == [(0, "a1"), (0, "b1"), (1, "a2"), (1, "b2")]


# -- recipes that get no further ---------------------------------------------------------------


@EACH_MODE
def test_a_recipe_that_never_lets_time_pass_is_named(mode: str) -> None:
    async def dithering(cook: Cook) -> None:
        while True:  # noqa: ASYNC110
            await asyncio.sleep(0)

    with pytest.raises(RecipeError, match=r"^order 2 \(dithering\) never ends: .*no kitchen time"):
        cook(busy(5), dithering, mode=mode)


@EACH_MODE
def test_a_recipe_of_timers_without_length_is_named_with_nothing_unknown(mode: str) -> None:
    async def winking(cook: Cook) -> None:
        while True:
            await cook.timer("wink", 0)

    with pytest.raises(RecipeError, match=r"^order 2 \(winking\) never ends: ") as error:
        cook(busy(5), winking, mode=mode)
    assert "?" not in str(error.value)


@EACH_MODE
def test_a_recipe_that_lets_time_pass_and_never_ends_is_named(mode: str) -> None:
    async def stirring(cook: Cook) -> None:
        while True:
            cook.hands("stir", 1)
            await cook.timer("simmer", 10)

    with pytest.raises(RecipeError, match=r"^order 2 \(stirring\) never ends: .*test_brigade\.py:"):
        cook(busy(5), stirring, pot(1, 1, 1), mode=mode)


def test_a_recipe_may_go_on_for_long_while_others_come_and_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for place in ("schedule", "polling"):
        monkeypatch.setattr(f"kitchen.loop.{place}.BATCH", 10)
    monkeypatch.setattr("kitchen.sim.work.endless.FACTS_IN_VAIN", 1100)

    async def stirring(cook: Cook) -> None:
        for _ in range(600):
            cook.hands("stir", 1)
            await cook.timer("simmer", 9)

    others = [at(1000 * n, busy(1)) for n in range(6)]
    assert cook(stirring, *others).served == 7
    with pytest.raises(RecipeError, match=r"order 1 \(stirring\) never ends"):
        cook(stirring)


@EACH_MODE
def test_looking_for_endless_recipes_changes_no_facts(
    mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = run("dinner-rush", mode).digest
    for place in ("schedule", "polling"):
        monkeypatch.setattr(f"kitchen.loop.{place}.BATCH", 3)
    assert run("dinner-rush", mode).digest == usual


@EACH_MODE
def test_many_steps_at_one_instant_are_fine_if_they_end(mode: str) -> None:
    async def whimsical(cook: Cook) -> None:
        for _ in range(500):
            await asyncio.sleep(0)

    assert times(cook(whimsical, mode=mode), f.Served) == [0]


@EACH_MODE
def test_many_steps_are_fine_while_time_passes(mode: str) -> None:
    async def patient(cook: Cook) -> None:
        for _ in range(500):
            cook.hands("stir", 0.5)
            await asyncio.sleep(0)

    assert times(cook(patient, mode=mode), f.Served) == [250]
