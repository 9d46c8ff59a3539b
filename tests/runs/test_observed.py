"""Observed kitchens: the same facts, and where every task was all the time."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.observing import observed_run
from tools.random_orders import kitchen_shift, shifts
from tools.scenario import FOUR
from tools.simpy_kitchen import PlainShift

from kitchen import Cook, Order, Shift
from kitchen.cookbook.load import load_shift
from kitchen.runs.headless import run_shift
from kitchen.runs.hearsay import Hearsay
from kitchen.runs.result import Result
from kitchen.runs.spells import Spell, Spells
from kitchen.sim.facts import Cleared, PartEnded, Served

HERE = __file__


def by_task(spells: list[Spell]) -> list[list[Spell]]:
    found: dict[int, list[Spell]] = defaultdict(list)
    for spell in spells:
        found[spell.part].append(spell)
    return list(found.values())


def check(shift: Shift, mode: str) -> None:
    """All that has to hold of whatever is observed."""
    result, observed = observed_run(shift, mode)
    assert result.digest == run_shift(shift, mode).digest
    overs = {fact.order: fact.t for fact in result.facts if isinstance(fact, Served | Cleared)}
    ends = {(f.order, f.part): f.t for f in result.facts if isinstance(f, PartEnded)}
    for order, spells in observed.by_order.items():
        for task in by_task(spells):
            for before, after in pairwise(task):
                assert before.until == after.since
            part = task[0].part
            end = task[-1].until
            assert end in (overs[order], ends.get((order, part)))
            pieces = [piece for spell in task for piece in spell.times(overs[order])]
            total = sum(Fraction(stop) - Fraction(start) for _, start, stop in pieces)
            assert end is not None
            assert total == Fraction(end) - Fraction(task[0].since)
    assert times(observed.spells) == times(told(result, shift))


def told(result: Result, shift: Shift) -> Spells:
    """What facts tell in the order of time."""
    spells = Spells(Hearsay(shift.recipes()))
    for fact in result.facts:
        spells.fold(fact)
    return spells


def times(spells: Spells) -> dict[tuple[int, int], list[object]]:
    found: dict[tuple[int, int], list[object]] = defaultdict(list)
    for of_order in spells.by_order.values():
        for s in of_order:
            found[s.order, s.part].append((s.since, s.until, s.ready, s.burnt))
    return found


@settings(max_examples=20, deadline=None)
@given(
    plain=shifts(together=True, holds=True, patience=True),
    mode=st.sampled_from(FOUR),
)
def test_the_facts_are_the_same_and_no_second_of_any_task_is_missing(
    plain: PlainShift, mode: str
) -> None:
    check(kitchen_shift(plain), mode)


@pytest.mark.parametrize("name", ["slow-roast", "one-oven", "dinner-rush"])
@pytest.mark.parametrize("mode", FOUR)
def test_so_it_is_in_shifts_of_the_house(name: str, mode: str) -> None:
    check(load_shift(name), mode)


# -- stacks ----------------------------------------------------------------------------------------


async def garnish(cook: Cook) -> None:
    cook.hands("chop", 5)
    await cook.timer("rest", 10)


async def dressed(cook: Cook) -> None:
    async with cook.station("board"):
        await garnish(cook)
    await asyncio.sleep(7)


def lines_of(function: object) -> int:
    return function.__code__.co_firstlineno  # type: ignore[attr-defined, no-any-return]


def seen(*dishes: object, mode: str = "concurrent", **stations: int) -> list[str]:
    """The spells of a kitchen, each in a line: lines count from that of its function."""
    shift = Shift([Order(0.0, dish) for dish in dishes], stations)  # type: ignore[arg-type]
    _, observed = observed_run(shift, mode)
    return [told_spell(s) for spells in observed.by_order.values() for s in spells]


def told_spell(spell: Spell) -> str:
    begins = {"dressed": dressed, "garnish": garnish, "paired": paired, "guarded": guarded}
    where = " > ".join(
        f"{call.function}+{call.line - lines_of(begins[call.function])}" for call in spell.stack
    )
    assert all(call.file == HERE for call in spell.stack)
    name = f"#{spell.order}" + (f".{spell.part}" if spell.part else "")
    return f"{name} {spell.since:g}-{spell.until:g} {spell.kind} {spell.what}: {where}"


async def paired(cook: Cook) -> None:
    await asyncio.gather(garnish(cook), cook.timer("toast", 20))


async def guarded(cook: Cook) -> None:
    async with LOCK:
        cook.hands("plate", 4)
        await cook.timer("set", 3)


LOCK = asyncio.Lock()


def test_each_wait_has_its_stack_of_calls() -> None:
    assert seen(dressed, board=1) == [
        "#1 0-0 begin a chef: dressed+0",
        "#1 0-5 hands chop: dressed+2 > garnish+1",
        "#1 5-15 fire rest: dressed+2 > garnish+2",
        "#1 15-22 fire a sleep: dressed+3",
    ]


@pytest.mark.parametrize("mode", ["blocking", "parallel"])
def test_who_stays_is_at_the_same_lines(mode: str) -> None:
    assert seen(dressed, mode=mode, board=1)[1:] == [
        "#1 0-5 hands chop: dressed+2 > garnish+1",
        "#1 5-15 fire rest: dressed+2 > garnish+2",
        "#1 15-22 fire a sleep: dressed+3",
    ]


def test_a_wait_for_others_says_for_what() -> None:
    assert seen(dressed, dressed, mode="hybrid", board=1)[4:6] == [
        "#2 0-0 begin a chef: dressed+0",
        "#2 0-15 others a free board: dressed+1",
    ]
    assert seen(guarded, guarded, mode="hybrid")[3:5] == [
        "#2 0-0 begin a chef: guarded+0",
        "#2 0-7 others the lock 'LOCK': guarded+1",
    ]


def test_tasks_that_a_recipe_starts_have_lines_of_their_own() -> None:
    spells = seen(paired, mode="parallel")
    assert [line for line in seen(paired) if line.startswith("#1.")] == [
        "#1.1 0-0 begin a chef: garnish+0",
        "#1.2 0-5 begin a chef: paired+0",
        "#1.1 0-5 hands chop: garnish+1",
        "#1.1 5-15 fire rest: garnish+2",
        "#1.2 5-25 fire toast: paired+1",
    ]
    assert "paired+1" in next(line for line in spells if "others" in line)


async def called_later(cook: Cook) -> None:
    async def after() -> None:
        cook.hands("sweep", 3)
        await cook.timer("dry", 5)

    asyncio.get_running_loop().call_later(20, lambda: asyncio.ensure_future(after()))
    cook.hands("plate", 2)


def test_what_begins_when_its_dish_is_over_counts_for_nothing() -> None:
    shift = Shift([Order(0.0, called_later), Order(0.0, dressed)], {"board": 1})
    result, observed = observed_run(shift)
    assert result.digest == run_shift(shift).digest
    assert [spell.what for spell in observed.by_order[1]] == ["a chef", "plate"]
    assert times(observed.spells) == times(told(result, shift))
