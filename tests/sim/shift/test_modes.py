"""The four kitchens: what they are, and the same orders in each, told from start to end."""

from __future__ import annotations

import asyncio

import pytest
from tools.scenario import EACH_MODE, FOUR, at, cook, lines, on_the_hob, times, together, told

from kitchen import Cook, Result, ShiftError, compare, run
from kitchen.sim import facts as f
from kitchen.sim.shift.modes import MODES, Mode, choose_mode

# -- what they are -----------------------------------------------------------------------------


def test_the_four_are_one_two_by_two() -> None:
    assert list(MODES) == list(FOUR)
    assert {name: choose_mode(name, 10) for name in FOUR} == {
        "blocking": Mode(1, "stay"),
        "concurrent": Mode(1, "leave"),
        "parallel": Mode(10, "stay"),
        "hybrid": Mode(10, "leave"),
    }


@EACH_MODE
def test_a_mode_knows_its_name(mode: str) -> None:
    assert choose_mode(mode, 10).name == mode


def test_a_kitchen_is_called_what_it_is() -> None:
    assert choose_mode("concurrent", 10, chefs=3).name == "hybrid"
    assert choose_mode("hybrid", 10, chefs=1).name == "concurrent"
    assert choose_mode("concurrent", 10, attention="stay").name == "blocking"
    assert choose_mode("blocking", 10, 4, "leave") == Mode(4, "leave")


@pytest.mark.parametrize(
    ("name", "chefs", "attention", "words"),
    [
        ("concurent", None, None, "did you mean 'concurrent'"),
        ("xyz", None, None, "known: blocking, concurrent, parallel, hybrid"),
        ("hybrid", 0, None, "1 or more chefs, not 0"),
        ("hybrid", -2, None, "1 or more chefs, not -2"),
        ("hybrid", True, None, "1 or more chefs, not True"),
        ("hybrid", 2.0, None, "1 or more chefs, not 2.0"),
        ("hybrid", None, "leaves", "did you mean 'leave'"),
        ("hybrid", None, "", "known: stay, leave"),
    ],
)
def test_what_is_no_mode_is_told_in_one_line(
    name: str, chefs: int | None, attention: str | None, words: str
) -> None:
    with pytest.raises(ShiftError, match=words) as error:
        choose_mode(name, 10, chefs, attention)
    assert "\n" not in str(error.value)


def test_run_takes_chefs_and_attention() -> None:
    result = run("noodle-bar", "blocking", chefs=5)
    assert (result.mode, result.chefs, result.attention) == ("parallel", 5, "stay")
    assert result.makespan == 600
    result = run("slow-roast", "blocking", attention="leave")
    assert (result.mode, result.chefs, result.makespan) == ("concurrent", 1, 3710)


def test_compare_runs_the_four_in_their_order() -> None:
    comparison = compare("egg-and-chicken")
    assert [result.mode for result in comparison.kitchens] == list(FOUR)
    assert [result.makespan for result in comparison.kitchens] == [1470, 990, 990, 990]
    sooner = 1470 / 990
    assert [*map(comparison.speedup, comparison.kitchens)] == [1, sooner, sooner, sooner]


# -- egg and chicken ---------------------------------------------------------------------------

chicken = on_the_hob(60, 900, 30, name="chicken")
egg = on_the_hob(20, 420, 40, name="egg")

EGG_AND_CHICKEN = {
    "blocking": """
        0 the blocking kitchen opens
        0 #1 is ordered: chicken
        0 #1 raises a hand
        0 #2 is ordered: egg
        0 #2 raises a hand
        0 chef 1 takes #1
        0 chef 1 does #1: fill, 60 s
        60 #1 takes hob 0
        60 #1 cooks: boil, 900 s
        60 chef 1 stares at #1: boil
        960 #1 rings
        960 chef 1 takes #1
        960 #1 frees hob 0
        960 chef 1 does #1: plate, 30 s
        990 #1 is served: 1000 + 150
        990 chef 1 leaves #1
        990 chef 1 takes #2
        990 chef 1 does #2: fill, 20 s
        1010 #2 takes hob 0
        1010 #2 cooks: boil, 420 s
        1010 chef 1 stares at #2: boil
        1430 #2 rings
        1430 chef 1 takes #2
        1430 #2 frees hob 0
        1430 chef 1 does #2: plate, 40 s
        1470 #2 is served: 1000 + 150
        1470 chef 1 leaves #2
        1470 the kitchen closes
    """,
    "concurrent": """
        0 the concurrent kitchen opens
        0 #1 is ordered: chicken
        0 #1 raises a hand
        0 #2 is ordered: egg
        0 #2 raises a hand
        0 chef 1 takes #1
        0 chef 1 does #1: fill, 60 s
        60 #1 takes hob 0
        60 #1 cooks: boil, 900 s
        60 chef 1 leaves #1
        60 chef 1 takes #2
        60 chef 1 does #2: fill, 20 s
        80 #2 takes hob 1
        80 #2 cooks: boil, 420 s
        80 chef 1 leaves #2
        500 #2 rings
        500 #2 raises a hand
        500 chef 1 takes #2
        500 #2 frees hob 1
        500 chef 1 does #2: plate, 40 s
        540 #2 is served: 1000 + 150
        540 chef 1 leaves #2
        960 #1 rings
        960 #1 raises a hand
        960 chef 1 takes #1
        960 #1 frees hob 0
        960 chef 1 does #1: plate, 30 s
        990 #1 is served: 1000 + 150
        990 chef 1 leaves #1
        990 the kitchen closes
    """,
    "parallel": """
        0 the parallel kitchen opens
        0 #1 is ordered: chicken
        0 #1 raises a hand
        0 #2 is ordered: egg
        0 #2 raises a hand
        0 chef 1 takes #1
        0 chef 1 does #1: fill, 60 s
        0 chef 2 takes #2
        0 chef 2 does #2: fill, 20 s
        20 #2 takes hob 0
        20 #2 cooks: boil, 420 s
        20 chef 2 stares at #2: boil
        60 #1 takes hob 1
        60 #1 cooks: boil, 900 s
        60 chef 1 stares at #1: boil
        440 #2 rings
        440 chef 2 takes #2
        440 #2 frees hob 0
        440 chef 2 does #2: plate, 40 s
        480 #2 is served: 1000 + 150
        480 chef 2 leaves #2
        960 #1 rings
        960 chef 1 takes #1
        960 #1 frees hob 1
        960 chef 1 does #1: plate, 30 s
        990 #1 is served: 1000 + 150
        990 chef 1 leaves #1
        990 the kitchen closes
    """,
    "hybrid": """
        0 the hybrid kitchen opens
        0 #1 is ordered: chicken
        0 #1 raises a hand
        0 #2 is ordered: egg
        0 #2 raises a hand
        0 chef 1 takes #1
        0 chef 1 does #1: fill, 60 s
        0 chef 2 takes #2
        0 chef 2 does #2: fill, 20 s
        20 #2 takes hob 0
        20 #2 cooks: boil, 420 s
        20 chef 2 leaves #2
        60 #1 takes hob 1
        60 #1 cooks: boil, 900 s
        60 chef 1 leaves #1
        440 #2 rings
        440 #2 raises a hand
        440 chef 1 takes #2
        440 #2 frees hob 0
        440 chef 1 does #2: plate, 40 s
        480 #2 is served: 1000 + 150
        480 chef 1 leaves #2
        960 #1 rings
        960 #1 raises a hand
        960 chef 1 takes #1
        960 #1 frees hob 1
        960 chef 1 does #1: plate, 30 s
        990 #1 is served: 1000 + 150
        990 chef 1 leaves #1
        990 the kitchen closes
    """,
}


@EACH_MODE
def test_egg_and_chicken_from_start_to_end(mode: str) -> None:
    assert told(cook(chicken, egg, mode=mode, hob=4)) == lines(EGG_AND_CHICKEN[mode])


@EACH_MODE
def test_the_cookbooks_egg_and_chicken_goes_like_that(mode: str) -> None:
    ours, theirs = cook(chicken, egg, mode=mode, hob=4), run("egg-and-chicken", mode)
    assert [(type(fact), fact.t) for fact in theirs.facts] == [
        (type(fact), fact.t) for fact in ours.facts
    ]


# -- two dishes, one hob -----------------------------------------------------------------------


async def soup(cook: Cook) -> None:
    cook.hands("chop", 10)
    async with cook.station("hob"):
        await cook.timer("simmer", 40)
        cook.hands("stir", 5)
    cook.hands("ladle", 5)


async def toast(cook: Cook) -> None:
    cook.hands("slice", 20)
    async with cook.station("hob"):
        await cook.timer("fry", 30)
    cook.hands("butter", 10)


def soup_and_toast(mode: str) -> Result:
    return cook(soup, at(5, toast), mode=mode, hob=1)


SOUP_AND_TOAST = {
    "blocking": """
        0 the blocking kitchen opens
        0 #1 is ordered: soup
        0 #1 raises a hand
        0 chef 1 takes #1
        0 chef 1 does #1: chop, 10 s
        5 #2 is ordered: toast
        5 #2 raises a hand
        10 #1 takes hob 0
        10 #1 cooks: simmer, 40 s
        10 chef 1 stares at #1: simmer
        50 #1 rings
        50 chef 1 takes #1
        50 chef 1 does #1: stir, 5 s
        55 #1 frees hob 0
        55 chef 1 does #1: ladle, 5 s
        60 #1 is served: 1000 + 150
        60 chef 1 leaves #1
        60 chef 1 takes #2
        60 chef 1 does #2: slice, 20 s
        80 #2 takes hob 0
        80 #2 cooks: fry, 30 s
        80 chef 1 stares at #2: fry
        110 #2 rings
        110 chef 1 takes #2
        110 #2 frees hob 0
        110 chef 1 does #2: butter, 10 s
        120 #2 is served: 1000 + 150
        120 chef 1 leaves #2
        120 the kitchen closes
    """,
    "concurrent": """
        0 the concurrent kitchen opens
        0 #1 is ordered: soup
        0 #1 raises a hand
        0 chef 1 takes #1
        0 chef 1 does #1: chop, 10 s
        5 #2 is ordered: toast
        5 #2 raises a hand
        10 #1 takes hob 0
        10 #1 cooks: simmer, 40 s
        10 chef 1 leaves #1
        10 chef 1 takes #2
        10 chef 1 does #2: slice, 20 s
        30 #2 waits for a hob
        30 chef 1 leaves #2
        50 #1 rings
        50 #1 raises a hand
        50 chef 1 takes #1
        50 chef 1 does #1: stir, 5 s
        55 #1 frees hob 0
        55 #2 takes hob 0
        55 #2 raises a hand
        55 chef 1 does #1: ladle, 5 s
        60 #1 is served: 1000 + 150
        60 chef 1 leaves #1
        60 chef 1 takes #2
        60 #2 cooks: fry, 30 s
        60 chef 1 leaves #2
        90 #2 rings
        90 #2 raises a hand
        90 chef 1 takes #2
        90 #2 frees hob 0
        90 chef 1 does #2: butter, 10 s
        100 #2 is served: 1000 + 150
        100 chef 1 leaves #2
        100 the kitchen closes
    """,
    "parallel": """
        0 the parallel kitchen opens
        0 #1 is ordered: soup
        0 #1 raises a hand
        0 chef 1 takes #1
        0 chef 1 does #1: chop, 10 s
        5 #2 is ordered: toast
        5 #2 raises a hand
        5 chef 2 takes #2
        5 chef 2 does #2: slice, 20 s
        10 #1 takes hob 0
        10 #1 cooks: simmer, 40 s
        10 chef 1 stares at #1: simmer
        25 #2 waits for a hob
        25 chef 2 stares at #2: the hob
        50 #1 rings
        50 chef 1 takes #1
        50 chef 1 does #1: stir, 5 s
        55 #1 frees hob 0
        55 #2 takes hob 0
        55 chef 1 does #1: ladle, 5 s
        55 chef 2 takes #2
        55 #2 cooks: fry, 30 s
        55 chef 2 stares at #2: fry
        60 #1 is served: 1000 + 150
        60 chef 1 leaves #1
        85 #2 rings
        85 chef 2 takes #2
        85 #2 frees hob 0
        85 chef 2 does #2: butter, 10 s
        95 #2 is served: 1000 + 150
        95 chef 2 leaves #2
        95 the kitchen closes
    """,
    "hybrid": """
        0 the hybrid kitchen opens
        0 #1 is ordered: soup
        0 #1 raises a hand
        0 chef 1 takes #1
        0 chef 1 does #1: chop, 10 s
        5 #2 is ordered: toast
        5 #2 raises a hand
        5 chef 2 takes #2
        5 chef 2 does #2: slice, 20 s
        10 #1 takes hob 0
        10 #1 cooks: simmer, 40 s
        10 chef 1 leaves #1
        25 #2 waits for a hob
        25 chef 2 leaves #2
        50 #1 rings
        50 #1 raises a hand
        50 chef 1 takes #1
        50 chef 1 does #1: stir, 5 s
        55 #1 frees hob 0
        55 #2 takes hob 0
        55 #2 raises a hand
        55 chef 1 does #1: ladle, 5 s
        55 chef 2 takes #2
        55 #2 cooks: fry, 30 s
        55 chef 2 leaves #2
        60 #1 is served: 1000 + 150
        60 chef 1 leaves #1
        85 #2 rings
        85 #2 raises a hand
        85 chef 1 takes #2
        85 #2 frees hob 0
        85 chef 1 does #2: butter, 10 s
        95 #2 is served: 1000 + 150
        95 chef 1 leaves #2
        95 the kitchen closes
    """,
}


@EACH_MODE
def test_two_dishes_and_one_hob_from_start_to_end(mode: str) -> None:
    assert told(soup_and_toast(mode)) == lines(SOUP_AND_TOAST[mode])


# -- parts of one dish -------------------------------------------------------------------------


async def breakfast(cook: Cook) -> None:
    async def egg() -> None:
        cook.hands("crack", 5)
        await cook.timer("fry", 60)
        cook.hands("slide", 5)

    async def tea() -> None:
        cook.hands("fill", 3)
        await cook.timer("boil", 30)
        cook.hands("pour", 2)

    cook.hands("lay", 10)
    await together(egg(), tea())
    cook.hands("serve", 4)


STAYING = """
    0 chef 1 takes #1
    0 chef 1 does #1: lay, 10 s
    10 #1.1 raises a hand
    10 #1.2 raises a hand
    10 chef 1 leaves #1
    10 chef 1 takes #1.1
    10 chef 1 does #1.1: crack, 5 s
    15 #1.1 cooks: fry, 60 s
    15 chef 1 stares at #1.1: fry
    75 #1.1 rings
    75 chef 1 takes #1.1
    75 chef 1 does #1.1: slide, 5 s
    80 #1.1 has ended
    80 chef 1 leaves #1.1
    80 chef 1 takes #1.2
    80 chef 1 does #1.2: fill, 3 s
    83 #1.2 cooks: boil, 30 s
    83 chef 1 stares at #1.2: boil
    113 #1.2 rings
    113 chef 1 takes #1.2
    113 chef 1 does #1.2: pour, 2 s
    115 #1 raises a hand
    115 #1.2 has ended
    115 chef 1 leaves #1.2
    115 chef 1 takes #1
    115 chef 1 does #1: serve, 4 s
    119 #1 is served: 1000 + 150
    119 chef 1 leaves #1
    119 the kitchen closes
"""

BREAKFAST = {
    "blocking": STAYING,
    "concurrent": """
        0 chef 1 takes #1
        0 chef 1 does #1: lay, 10 s
        10 #1.1 raises a hand
        10 #1.2 raises a hand
        10 chef 1 leaves #1
        10 chef 1 takes #1.1
        10 chef 1 does #1.1: crack, 5 s
        15 #1.1 cooks: fry, 60 s
        15 chef 1 leaves #1.1
        15 chef 1 takes #1.2
        15 chef 1 does #1.2: fill, 3 s
        18 #1.2 cooks: boil, 30 s
        18 chef 1 leaves #1.2
        48 #1.2 rings
        48 #1.2 raises a hand
        48 chef 1 takes #1.2
        48 chef 1 does #1.2: pour, 2 s
        50 #1.2 has ended
        50 chef 1 leaves #1.2
        75 #1.1 rings
        75 #1.1 raises a hand
        75 chef 1 takes #1.1
        75 chef 1 does #1.1: slide, 5 s
        80 #1 raises a hand
        80 #1.1 has ended
        80 chef 1 leaves #1.1
        80 chef 1 takes #1
        80 chef 1 does #1: serve, 4 s
        84 #1 is served: 1000 + 150
        84 chef 1 leaves #1
        84 the kitchen closes
    """,
    "parallel": STAYING,
    "hybrid": """
        0 chef 1 takes #1
        0 chef 1 does #1: lay, 10 s
        10 #1.1 raises a hand
        10 #1.2 raises a hand
        10 chef 1 leaves #1
        10 chef 1 takes #1.1
        10 chef 1 does #1.1: crack, 5 s
        10 chef 2 takes #1.2
        10 chef 2 does #1.2: fill, 3 s
        13 #1.2 cooks: boil, 30 s
        13 chef 2 leaves #1.2
        15 #1.1 cooks: fry, 60 s
        15 chef 1 leaves #1.1
        43 #1.2 rings
        43 #1.2 raises a hand
        43 chef 1 takes #1.2
        43 chef 1 does #1.2: pour, 2 s
        45 #1.2 has ended
        45 chef 1 leaves #1.2
        75 #1.1 rings
        75 #1.1 raises a hand
        75 chef 1 takes #1.1
        75 chef 1 does #1.1: slide, 5 s
        80 #1 raises a hand
        80 #1.1 has ended
        80 chef 1 leaves #1.1
        80 chef 1 takes #1
        80 chef 1 does #1: serve, 4 s
        84 #1 is served: 1000 + 150
        84 chef 1 leaves #1
        84 the kitchen closes
    """,
}


@EACH_MODE
def test_parts_of_one_dish_from_start_to_end(mode: str) -> None:
    """Chefs who stay do one part after the other, timers included; else the timers overlap."""
    assert told(cook(breakfast, mode=mode))[3:] == lines(BREAKFAST[mode])


@EACH_MODE
def test_gather_goes_like_a_task_group(mode: str) -> None:
    async def gathered(cook: Cook) -> None:
        cook.hands("lay", 10)
        await asyncio.gather(cook.timer("a", 60), cook.timer("b", 30))
        cook.hands("serve", 4)

    async def grouped(cook: Cook) -> None:
        cook.hands("lay", 10)
        await together(cook.timer("a", 60), cook.timer("b", 30))
        cook.hands("serve", 4)

    assert told(cook(gathered, mode=mode))[2:] == told(cook(grouped, mode=mode))[2:]
    stays = mode in ("blocking", "parallel")
    assert times(cook(gathered, mode=mode), f.Served) == [104 if stays else 74]
