"""Bounds: a number that would fill the machine is told in one line, with its key."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
from tools.commandline import refused
from tools.scenario import EACH_MODE, busy, named

from kitchen import (
    Cook,
    KitchenError,
    Order,
    Recipe,
    RecipeError,
    Result,
    Shift,
    ShiftError,
    compare,
    run,
)
from kitchen.cli.main import main
from kitchen.cookbook.load import parse_shift
from kitchen.sim.bounds import LARGEST, LARGEST_SEED, LATEST, MOST, MOST_ORDERS
from kitchen.sim.commands import Pick

SHIFT = 'name = "x"\n{top}\n[[orders]]\nat = 0\ndish = "egg"\n[stations]\nhob = {hobs}\n{more}'


def text(top: str = "", hobs: object = 1, more: str = "") -> str:
    return SHIFT.format(top=top, hobs=hobs, more=more)


def rush(until: float, every: float) -> str:
    return text(more=f"[arrivals]\nuntil = {until!r}\nevery = {every!r}\ndishes = {{egg = 1}}\n")


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        (text(hobs=MOST + 1), "stations.hob: 10000 at most, not 10001"),
        (text(hobs=10**12), "stations.hob: 10000 at most"),
        (text(hobs=10**13), "stations.hob: the number is too large"),
        (text(top=f"chefs = {MOST + 1}"), "chefs: 10000 at most"),
        (text(top=f"extra_chefs = {MOST + 1}"), "extra_chefs: 10000 at most"),
        (text(more=f"[brigade]\nchefs = {MOST + 1}"), "brigade.chefs: 10000 at most"),
        (text(top="wage = 1e308"), "wage: the number is too large"),
        (text(top="tempo = 1.1e12"), "tempo: the number is too large"),
        (text(more="[targets]\nprofit = -1e13"), "targets.profit: the number is too large"),
        (text(top=f"seed = {LARGEST_SEED + 1}"), "seed: the number is too large"),
        (text(top=f"seed = {'1' * 5000}"), "not valid TOML: "),
        (text(top=f"about = {'[' * 3000}"), "not valid TOML: nested too deep"),
        (rush(1e9, 0.0001), "arrivals: 1000000 orders at most"),
        (rush(10.0, 1e-320), "arrivals: 1000000 orders at most"),
        (rush(MOST_ORDERS, 1.0), "are more, with 1 others"),
    ],
)
def test_what_is_beyond_is_refused_with_its_key(toml: str, says: str) -> None:
    with pytest.raises(ShiftError) as caught:
        parse_shift(toml)
    assert says in str(caught.value)


def test_what_is_just_within_is_taken() -> None:
    shift = parse_shift(text(top=f"chefs = {MOST}\nseed = {-LARGEST_SEED}\nwage = 1e12", hobs=MOST))
    assert (shift.chefs, shift.seed, shift.wage) == (MOST, -LARGEST_SEED, LARGEST)
    assert shift.stations == {"hob": MOST}
    assert parse_shift(rush(MOST_ORDERS - 1.0, 1.0)).arrivals is not None


def test_the_largest_numbers_are_still_numbers_of_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "large.toml"
    file.write_text(text(top="wage = 1e12", more="[pace]\nhands = 1e9\ntimers = 1e9\n"))
    assert main(["run", str(file), "--chefs", str(MOST), "--json"]) == 0

    def none(name: str) -> float:
        raise AssertionError(f"{name} is not JSON")

    assert json.loads(capsys.readouterr().out, parse_constant=none)["wages"] > 1e12


@pytest.mark.parametrize("chefs", [str(MOST + 1), str(10**12), "9" * 20, "9" * 5000])
def test_no_kitchen_has_so_many_chefs(capsys: pytest.CaptureFixture[str], chefs: str) -> None:
    assert "--chefs: " in refused(capsys, "run", "egg-and-chicken", "--chefs", chefs)


def test_a_seed_has_room_in_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "lunch-rush", "--seed", "9" * 18, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["seed"] == 10**18 - 1
    assert "at most 18 digits" in refused(capsys, "run", "lunch-rush", "--seed", "9" * 19)


# -- kitchen time ------------------------------------------------------------------------------


async def hands_at_once(cook: Cook) -> None:
    cook.hands("stir", 1e308)
    cook.hands("stir", 1e308)


async def hands_in_all(cook: Cook) -> None:
    cook.hands("stir", 9e11)
    cook.hands("stir", 2e11)


async def timers_in_all(cook: Cook) -> None:
    await cook.timer("boil", 6e11)
    await cook.timer("boil", 6e11)


async def timer_in_a_gather(cook: Cook) -> None:
    cook.hands("stir", 6e11)
    await asyncio.gather(cook.timer("boil", 6e11))


async def hold(cook: Cook) -> None:
    await cook.timer("boil", 1, hold=9e11)


async def sleep(cook: Cook) -> None:
    await asyncio.sleep(1e300)


async def time_out(cook: Cook) -> None:
    async with asyncio.timeout(1e13):
        await asyncio.Event().wait()


LINES: dict[Any, int] = {
    hands_at_once: 1, hands_in_all: 2, timers_in_all: 2, timer_in_a_gather: 2, hold: 1,
    sleep: 1, time_out: 2,
}  # fmt: skip
"""The line of each that is to be named."""


@EACH_MODE
@pytest.mark.parametrize("dish", LINES, ids=lambda dish: dish.__name__)
def test_no_dish_is_cooked_after_the_end_of_time(dish: FunctionType, mode: str) -> None:
    with pytest.raises(RecipeError) as caught:
        run(Shift([Order(0, dish)]), mode)
    line = dish.__code__.co_firstlineno + LINES[dish]
    told = str(caught.value)
    assert told.startswith(f"order 1 ({dish.__name__}): ") and "\n" not in told
    assert told.endswith(f"test_bounds.py:{line})") and "1e+12" in told


def in_json(result: Result) -> dict[str, Any]:
    text = json.dumps(result.as_json(), allow_nan=False)
    assert b'"t":null' not in result.lines
    return json.loads(text)  # type: ignore[no-any-return]


@EACH_MODE
def test_up_to_the_end_of_time_a_tenth_of_a_second_counts(mode: str) -> None:
    async def late(cook: Cook) -> None:
        await cook.timer("boil", 9e11)
        cook.hands("stir", LATEST - 9e11 - 1)
        cook.hands("plate", 0.1)

    figures = in_json(run(Shift([Order(0, late, None)], wage=1e12), mode))
    assert figures["makespan"] == pytest.approx(LATEST - 0.9, abs=1e-3)
    assert figures["profit"] < -9e23


@EACH_MODE
def test_the_smallest_times_are_times(mode: str) -> None:
    def dish(seconds: float) -> Recipe:
        async def short(cook: Cook) -> None:
            cook.hands("stir", seconds)
            await cook.timer("boil", seconds)

        return named("short", short)

    for seconds in (5e-324, 1e-300, 1e-9):
        assert in_json(run(Shift([Order(0, dish(seconds), 5e-324)] * 3), mode))["orders"] == 3


def test_how_many_times_sooner_is_a_number() -> None:
    async def odd(cook: Cook) -> None:
        if cook.time:
            await cook.timer("boil", 1e12 - 1)

    async def quick(cook: Cook) -> None:
        await cook.timer("boil", 5e-324)

    comparison = compare(Shift([Order(0, quick), Order(0, odd)]))
    assert [k.makespan for k in comparison.kitchens][:2] == [1e12 - 1, 5e-324]
    assert json.dumps(comparison.as_json(), allow_nan=False)


def test_food_that_is_fetched_as_its_hold_ends_has_lost_nothing() -> None:
    """0.1 + 0.2, less 0.1, less 0.2, is a little more than nothing: that is not late."""

    async def pot(cook: Cook) -> None:
        await cook.timer("boil", 0.1, hold=0.2, burn=1e-9)

    result = run(Shift([Order(0, pot), Order(0, busy(0.1 + 0.2))]))
    assert (result.served, result.burnt) == (2, 0)
    assert all(getattr(fact, "quality", 1.0) == 1.0 for fact in result.facts)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Order(1.1e12, busy(1)), "an order's time is 1e+12 seconds at most, not"),
        (lambda: Order(0, busy(1), 1e308), "an order's patience is 1e+12 seconds at most, not"),
        (lambda: Recipe(hold, 1e308), "hold: a price is 1e+12 dollars at most, not 1e+308"),
        (lambda: Recipe(hold, 1, 1e308), "hold: patience is 1e+12 seconds at most, not 1e+308"),
        (lambda: Shift(wage=1e308), "wage: 1e+12 at most, not 1e+308"),
        (lambda: Shift(tempo=1e308), "tempo is 1e+12 seconds at most, not 1e+308"),
        (lambda: Shift(closes=1e308), "closes is 1e+12 seconds at most, not 1e+308"),
        (lambda: Shift(targets={"profit": -1e308}), "targets.profit: 1e+12 at most, not -1e+308"),
        (
            lambda: run(Shift([Order(0, busy(1))]), commands=[(1e300, Pick(1))]),
            "a command comes at 1e+12 s at most, not at 1e+300",
        ),
    ],
)
def test_what_python_gives_is_bounded_as_well(make: Callable[[], object], words: str) -> None:
    with pytest.raises(KitchenError) as caught:
        make()
    assert words in str(caught.value)


# -- room --------------------------------------------------------------------------------------


def test_more_than_a_million_orders_are_refused_before_they_begin() -> None:
    order = Order(0, busy(1))
    with pytest.raises(ShiftError, match=r"^orders: 1000000 at most, not 1000001$"):
        run(Shift([order] * 1_000_001))


def test_a_log_that_is_full_ends_the_shift(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["kitchen.runs.headless"], "MOST_FACTS", 30_000)
    monkeypatch.setattr("kitchen.loop.schedule.BATCH", 100)
    shift = Shift([Order(10 * i, busy(1)) for i in range(6000)])
    with pytest.raises(ShiftError, match=r"^the log is full: 30\d\d\d facts at \d\d,\d\d\d s, and"):
        run(shift)
    few = Shift(shift.orders[:2000])
    assert run(few).served == 2000
    with pytest.raises(ShiftError, match="the log is full"):  # four logs are kept
        compare(few)


def test_tasks_without_end_end_the_shift(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kitchen.sim.work.dish.MOST_TASKS", 50)

    async def forks(cook: Cook) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(60):
                group.create_task(asyncio.sleep(5))

    async def one_by_one(cook: Cook) -> None:
        for _ in range(60):
            await asyncio.gather(cook.timer("boil", 1))

    assert run(Shift([Order(0, one_by_one)])).served == 1
    with pytest.raises(RecipeError, match=r"order 1 \(forks\) starts a task while 50 that recipes"):
        run(Shift([Order(0, forks)]))
