"""Passages and series: the same as a `KitchenView` has, told while the facts go by."""

from __future__ import annotations

import asyncio
from itertools import groupby

from hypothesis import given, settings
from tools.random_results import RESULTS
from tools.scenario import shift_of

from kitchen import Cook, Result
from kitchen.report.passages import Passage, Passages
from kitchen.report.reasons import Reasons
from kitchen.report.series import Series
from kitchen.runs.headless import run_shift
from kitchen.sim.facts import Fact
from kitchen.sim.view.kitchenview import KitchenView


def passages(result: Result) -> list[Passage]:
    told: list[Passage] = []
    folded = Passages(told.append)
    for fact in result.facts:
        folded.fold(fact)
    return told


@settings(max_examples=40)
@given(RESULTS)
def test_passages_are_the_lanes_of_a_view(result: Result) -> None:
    view = KitchenView()
    view.fold(result.facts)
    lanes = {
        (s.kind, s.start, s.end, s.order, s.part, s.chef)
        for order in view.orders.values()
        for s in order.segments
        if s.end is None or s.end > s.start
    }
    told = passages(result)
    assert {(s.kind, s.start, s.end, s.order, s.part, s.chef) for s in told} == lanes
    assert len(told) == len(lanes)
    assert all(s.reason or s.kind == "hands" for s in told)


@settings(max_examples=40)
@given(RESULTS)
def test_series_are_the_figures_of_a_view(result: Result) -> None:
    changes: list[tuple[float, tuple[str, str], float]] = []
    series = Series(lambda t, group, name, value: changes.append((t, (group, name), value)))
    for fact in result.facts:
        series.fold(fact)
    assert changes == sorted(changes, key=lambda change: change[0])
    now: dict[tuple[str, str], float] = {}
    view, told = KitchenView(), iter(changes)
    change = next(told, None)
    for t, facts in groupby(result.facts, key=lambda fact: fact.t):
        view.fold(facts)
        while change is not None and change[0] <= t:
            assert now.get(change[1]) != change[2], "only what has changed is told"
            now[change[1]] = change[2]
            change = next(told, None)
        used = {("stations in use", kind): sum(one is not None for one in places)
                for kind, places in view.stations.items()}  # fmt: skip
        expected = used | {
            ("ready", "queue"): len(view.ready),
            ("money", "revenue"): view.revenue / 100,
            ("open", "orders"): sum(one.state == "open" for one in view.orders.values()),
        }
        assert {name: now[name] for name in expected} == expected
    assert change is None
    assert now["money", "profit"] == result.profit


def test_what_asyncio_makes_a_dish_wait_for_is_named() -> None:
    tongs, bell = asyncio.Lock(), asyncio.Event()

    async def first(cook: Cook) -> None:
        async with tongs:
            await cook.timer("turn", 60)
        bell.set()
        await asyncio.gather(cook.timer("left", 10), cook.timer("right", 20))
        await asyncio.sleep(5)

    async def second(cook: Cook) -> None:
        async with tongs:
            cook.hands("take it", 5)
        await bell.wait()

    async def third(cook: Cook) -> None:
        await bell.wait()

    told: list[Passage] = []
    reasons = Reasons()
    folded = Passages(told.append, reasons)

    def tell(facts: list[Fact], lines: bytes) -> None:
        for fact in facts:
            folded.fold(fact)

    run_shift(shift_of(first, second, third), tell=tell, watch=reasons.watch)
    blocked = {(s.order, s.reason): s.end - s.start for s in told if s.kind == "blocked"}
    assert blocked == {
        (2, "waiting for the lock 'tongs'"): 60.0,
        (3, "waiting for the event 'bell'"): 60.0,
        (1, "waiting for its parts"): 25.0,  # 5 of them until the chef began them
        (1, "sleeping"): 5.0,
    }
    assert all(s.at.startswith("test_passages.py:") for s in told if s.kind == "blocked")
