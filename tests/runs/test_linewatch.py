"""The watch on lines: what a kitchen has run is known to the line, and to the second."""

from __future__ import annotations

import sys

import pytest
from tools.scenario import EACH_MODE

from kitchen import Cook, KitchenLoop, Order, Shift
from kitchen.runs.kitchens import one_kitchen
from kitchen.runs.linewatch import LineWatch, codes_of
from kitchen.sim.work.kitchen import Kitchen


async def either(cook: Cook) -> None:
    if cook.order == 1:
        cook.hands("first", 5)
    else:
        cook.hands("other", 7)
    await late(cook)


async def late(cook: Cook) -> None:
    await cook.timer("late", 10)
    for _ in range(2):
        cook.hands("again", 3)


def kitchen(mode: str = "concurrent") -> Kitchen:
    shift = Shift([Order(0.0, either), Order(0.0, either)])
    return one_kitchen(KitchenLoop(), shift, shift.mode(mode), 0, "fifo", dict)


def cooked(of: Kitchen, watch: LineWatch) -> None:
    of.open()
    with watch.on():
        of.loop.run_until_complete(of.done)
    of.loop.close()


def lines(watch: LineWatch, order: int, function: object) -> dict[int, float]:
    code = function.__code__  # type: ignore[attr-defined]
    own = {line for _, _, line in code.co_lines() if line is not None}
    first = code.co_firstlineno
    return {line - first: t for (_, line), t in watch.run[order].items()
            if line in own and line > first}  # fmt: skip


def test_lines_that_were_run_and_when_they_were_first() -> None:
    of = kitchen()
    watch = LineWatch(of)
    cooked(of, watch)
    assert lines(watch, 1, either) == {1: 0.0, 2: 0.0, 5: 5.0}
    assert lines(watch, 2, either) == {1: 5.0, 4: 5.0, 5: 12.0}
    assert lines(watch, 1, late) == {1: 5.0, 2: 15.0, 3: 15.0}
    assert not watch.misses


@EACH_MODE
def test_the_facts_are_the_same(mode: str) -> None:
    of, plain = kitchen(mode), kitchen(mode)
    cooked(of, LineWatch(of))
    plain.open()
    plain.loop.run_until_complete(plain.done)
    plain.loop.close()
    assert of.facts.in_order() == plain.facts.in_order()


def test_nothing_is_left_of_it() -> None:
    before = sys.gettrace()
    of = kitchen()
    watch = LineWatch(of)
    cooked(of, watch)
    assert sys.gettrace() is before
    count = len(watch.run)
    again = kitchen()
    again.open()
    again.loop.run_until_complete(again.done)
    again.loop.close()
    assert len(watch.run) == count


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="there nobody has to share")
def test_a_debugger_is_left_alone() -> None:
    seen: list[str] = []

    def trace(frame: object, event: str, argument: object) -> None:
        seen.append(event)

    of = kitchen()
    watch = LineWatch(of)
    sys.settrace(trace)
    try:
        cooked(of, watch)
        assert sys.gettrace() is trace
    finally:
        sys.settrace(None)
    assert watch.misses and not watch.run and seen


def test_code_that_recipes_can_reach() -> None:
    names = {code.co_name for code in codes_of(kitchen().shift.every_recipe())}
    assert names == {"either", "late"}
