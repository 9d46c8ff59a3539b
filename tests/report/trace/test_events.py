"""Traces: slices nest, no track overlaps, ids are unique, figures come out."""

from __future__ import annotations

import asyncio
from math import fsum

from hypothesis import given, settings
from tools.random_results import RESULTS
from tools.scenario import cook
from tools.traces import id_of, last_values, of_kind, overlaps, pairs, trace_of, tracks

from kitchen import Cook, Result


@settings(max_examples=40)
@given(RESULTS)
def test_a_trace_of_whatever_is_cooked(result: Result) -> None:
    events = trace_of(result)
    for slices in tracks(events).values():
        assert not overlaps(slices)
    chefs = {tid: slices for (_, tid), slices in tracks(events).items() if tid <= result.chefs}
    hands = fsum(one["dur"] for own in chefs.values() for one in own if one["cat"] == "hands") / 1e6
    assert abs(hands - result.utilisation * result.chefs * result.makespan) < 1e-5 * len(events)
    waits = pairs(events, "b", "e")
    assert all(end["ts"] >= begin["ts"] and begin["args"]["reason"] for begin, end in waits)
    ids = [id_of(begin) for begin, _ in waits] + [
        id_of(begin) for begin, _ in pairs(events, "s", "f")
    ]
    assert len(ids) == len(set(ids))
    assert sum(event["name"] == "served" for event in of_kind(events, "i")) == result.served
    assert sum(event["name"] == "burnt" for event in of_kind(events, "i")) == result.burnt
    last = last_values(events, 1)
    assert (last["ready: queue"], last["open: orders"]) == (0, 0)
    assert (last["money: revenue"], last["money: profit"]) == (result.revenue, result.profit)


@settings(max_examples=20)
@given(RESULTS)
def test_the_steps_of_a_dish_lie_in_it_and_are_those_of_the_chefs(result: Result) -> None:
    found = tracks(trace_of(result))
    dishes = {track: slices for track, slices in found.items() if track[1] > result.chefs}
    for slices in dishes.values():
        whole, *steps = slices
        assert whole["cat"] == "dish"
        assert all(step["cat"] in ("hands", "staring") for step in steps)
        end = whole["ts"] + whole["dur"]
        assert all(whole["ts"] <= step["ts"] <= step["ts"] + step["dur"] <= end for step in steps)
    of_dishes = sorted(
        (step["args"]["chef"], step["ts"], step["dur"])
        for own in dishes.values()
        for step in own[1:]
    )
    of_chefs = sorted(
        (tid, step["ts"], step["dur"])
        for (_, tid), own in found.items()
        if tid <= result.chefs
        for step in own
    )
    assert of_dishes == of_chefs


def test_names_kitchens_chefs_dishes_and_their_parts() -> None:
    async def spaghetti(cook: Cook) -> None:
        """Spaghetti with tomatoes."""
        await asyncio.gather(cook.timer("water", 90), cook.timer("sauce", 60))
        cook.hands("plate", 10)

    events = trace_of(cook(spaghetti, mode="concurrent"), cook(spaghetti, mode="blocking"))
    names = [e["args"]["name"] for e in of_kind(events, "M") if e["name"].endswith("_name")]
    dish = ["Chef 1", "#1 Spaghetti", "#1.1 Spaghetti", "#1.2 Spaghetti"]
    assert names == ["Concurrent kitchen", *dish, "Blocking kitchen", *dish]
    ids = [id_of(begin) for begin, _ in pairs(events, "b", "e")]
    assert len(ids) == len(set(ids)), "of both kitchens"
    rows = [
        e["args"]["sort_index"] for e in of_kind(events, "M") if e["name"] == "thread_sort_index"
    ]
    assert rows[:4] == sorted(rows[:4])


def test_arrows_lead_from_one_step_of_a_dish_to_the_next() -> None:
    async def egg(cook: Cook) -> None:
        cook.hands("fill", 20)
        await cook.timer("boil", 420)
        cook.hands("peel", 40)

    events = trace_of(cook(egg))
    ((start, end),) = pairs(events, "s", "f")
    assert (start["ts"], end["ts"]) == (0, 440_000_000)
    assert start["tid"] == end["tid"] == 1


def test_times_are_rounded_so_that_what_touches_goes_on_touching() -> None:
    async def thirds(cook: Cook) -> None:
        for _ in range(9):
            cook.hands("a third of a microsecond", 1e-6 / 3)

    slices = next(own for (_, tid), own in tracks(trace_of(cook(thirds))).items() if tid == 1)
    assert sum(one["dur"] for one in slices) == 3
    assert not overlaps(slices)
