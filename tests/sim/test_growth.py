"""Growth: four times as much takes about four times as long, whatever there is more of.

Times are the processor's, and the bound is generous: what grows with the square takes 16 times as
long: going over all hands, picks, claims or segments again and again.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from random import Random
from types import FrameType
from typing import Any

import pytest
from tools.dinner import dinner
from tools.scenario import FOUR, named

from kitchen import Cook, Order, Raised, Recipe, Shift, run
from kitchen.sim.commands import AnyCommand, Pick, PickAt, SetPolicy
from kitchen.sim.policy import Policy
from kitchen.sim.view.kitchenview import KitchenView

MUCH = 8.0
"""Times as long for four times as much, at most."""


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def grows_evenly(work: Callable[[int], Callable[[], object]], few: int) -> bool:
    """Whether four times as much takes less than `MUCH` times as long, in one of three attempts."""
    return any(seconds(work(4 * few)) < MUCH * seconds(work(few)) for _ in range(3))


# -- many orders -------------------------------------------------------------------------------


def crowd(orders: int) -> Shift:
    """All come at once, and more than a third walk out, in no order."""
    chance = Random(orders)
    return Shift(
        [Order(0, dinner, 1 + chance.random() * orders * 45) for _ in range(orders)], {"hob": 12}
    )


def wishes(orders: int) -> list[tuple[float, AnyCommand]]:
    """Every order is picked three times, in no order, and moved about in the line."""
    chance = Random(orders)
    picks = [order for order in range(1, orders + 1) for _ in range(3)]
    chance.shuffle(picks)
    moves = [
        (60.0 * i, PickAt(chance.randrange(orders) + 1, chance.randrange(orders) + 1))
        for i in range(orders)
    ]
    end = [(1e7, SetPolicy("fifo"))]
    return [*((0.001, Pick(order)) for order in picks), *moves, *end]


def first(raised: Sequence[Raised], now: float) -> Raised:
    return raised[0]


@pytest.mark.parametrize("mode", FOUR)
@pytest.mark.parametrize("policy", ["fifo", "deadline", "shortest", "burning-first", first])
def test_orders_of_whom_many_walk_out(policy: str | Policy, mode: str) -> None:
    def work(orders: int) -> Callable[[], object]:
        shift = crowd(orders)
        return lambda: run(shift, mode, policy=policy)

    assert grows_evenly(work, 1000)


@pytest.mark.parametrize("mode", FOUR)
def test_orders_that_a_player_picks(mode: str) -> None:
    def work(orders: int) -> Callable[[], object]:
        shift, commands = crowd(orders), wishes(orders)
        return lambda: run(shift, mode, policy="player", commands=commands)

    assert grows_evenly(work, 500)


def test_to_be_shortest_first_costs_little_more_than_to_come_first() -> None:
    shift = crowd(4000)
    fifo = min(seconds(lambda: run(shift, policy="fifo")) for _ in range(3))
    assert any(seconds(lambda: run(shift, policy="shortest")) < 3 * fifo for _ in range(3))


EVENLY = 1.2
"""Four times as many orders may take so many times the lines each: chance decides who walks out."""


def lines_run(work: Callable[[], object]) -> int:
    """Lines of Python that it runs: what a machine does besides does not count."""
    count, before = 0, sys.gettrace()

    def trace(frame: FrameType, event: str, given: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def steady(orders: int, gap: float, patience: float | None = None, hobs: int = 12) -> Shift:
    chance, at, placed = Random(7), 0.0, []
    for _ in range(orders):
        wait = None if patience is None else chance.expovariate(1 / patience)
        placed.append(Order(at, dinner, wait))
        at += chance.expovariate(1 / gap)
    return Shift(placed, {"hob": hobs})


SITUATIONS: dict[str, Callable[[int], Shift]] = {
    "crowd": crowd,
    "walk-outs": lambda orders: steady(orders, 25, patience=2000),
    "a line for one hob": lambda orders: steady(orders, 100, hobs=1),
    "random patience": lambda orders: steady(orders, 60, patience=1e5),
    "a full rail": lambda orders: replace(steady(orders, 25, patience=1e5), rail=50),
}


@pytest.mark.parametrize("policy", ["fifo", "deadline", "shortest", "burning-first"])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_an_order_takes_as_many_lines_however_many_there_are(situation: str, policy: str) -> None:
    def an_order(orders: int) -> float:
        shift = SITUATIONS[situation](orders)
        return lines_run(lambda: run(shift, policy=policy)) / orders

    an_order(1)  # what is done once
    few, many = an_order(300), an_order(1200)
    assert many < EVENLY * few


# -- dishes of many parts ----------------------------------------------------------------------

Parts = Callable[[Cook, int], Awaitable[Any]]


async def timers(cook: Cook, parts: int) -> None:
    await asyncio.gather(*(cook.timer("boil", 1000) for _ in range(parts)))


async def last_asked_first(cook: Cook, parts: int) -> None:
    for timer in [cook.timer("boil", 0.1) for _ in range(parts)]:
        await timer


async def tasks(cook: Cook, parts: int) -> None:
    async def part() -> None:
        cook.hands("stir", 0.001)
        await cook.timer("boil", 1000)

    async with asyncio.TaskGroup() as group:
        for _ in range(parts):
            group.create_task(part())


async def places(cook: Cook, parts: int) -> None:
    async def part() -> None:
        async with cook.station("hob"):
            await cook.timer("boil", 1000)

    await asyncio.wait([asyncio.create_task(part()) for _ in range(parts)])


async def burning(cook: Cook, parts: int) -> None:
    pots = (cook.timer("boil", 1, hold=0.5, burn=0.1) for _ in range(parts))
    await asyncio.gather(*pots, return_exceptions=True)


def large(dish: Parts, parts: int, patience: float | None) -> Shift:
    async def cooked(cook: Cook) -> None:
        await dish(cook, parts)

    return Shift([Order(0, named("large", cooked), patience)], {"hob": 50})


@pytest.mark.parametrize("mode", ["concurrent", "blocking"])
@pytest.mark.parametrize("patience", [None, 500], ids=["waits", "walks out"])
@pytest.mark.parametrize("dish", [timers, last_asked_first, tasks, places, burning])
def test_parts_of_one_dish(dish: Parts, patience: float | None, mode: str) -> None:
    def work(parts: int) -> Callable[[], object]:
        shift = large(dish, parts, patience)
        return lambda: run(shift, mode)

    assert grows_evenly(work, 4000)


@pytest.mark.parametrize("dish", [timers, tasks])
def test_parts_of_one_dish_of_which_the_shortest_is_first(dish: Parts) -> None:
    def work(parts: int) -> Callable[[], object]:
        shift = large(dish, parts, None)
        return lambda: run(shift, policy="shortest")

    assert grows_evenly(work, 1500)


def test_64_thousand_nested_tasks_are_not_taken_for_a_circle() -> None:
    async def nested(cook: Cook) -> None:
        async def part() -> None:
            async with cook.station("hob"):
                await cook.timer("boil", 1)

        await asyncio.gather(*(part() for _ in range(64_000)))

    assert run(Shift([Order(0, Recipe(nested))], {"hob": 10_000})).served == 1


# -- what is seen of it ------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["concurrent", "parallel"])
@pytest.mark.parametrize("shift", [crowd, lambda n: large(tasks, n, None)], ids=["orders", "parts"])
def test_folding_facts(shift: Callable[[int], Shift], mode: str) -> None:
    def work(many: int) -> Callable[[], object]:
        facts = run(shift(many), mode, policy="player", commands=[
            *((0.001, Pick(order)) for order in reversed(range(1, many + 1))),
            (0.002, SetPolicy("fifo")),
        ]).facts  # fmt: skip
        return lambda: KitchenView().fold(facts)

    assert grows_evenly(work, 1500)
