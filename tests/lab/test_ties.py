"""Who waits for whom in a kitchen: read from its own tasks, and found again for any past moment."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tools.crosswise import crosswise
from tools.random_orders import kitchen_shift, shifts
from tools.scenario import EACH_MODE, named, shift_of
from tools.simpy_kitchen import PlainShift

from kitchen import Cook, KitchenLoop, Shift
from kitchen.cookbook.load import load_shift
from kitchen.lab.ties import TieFinder, Ties
from kitchen.loop.nested import no_loop_running
from kitchen.loop.relations import Node
from kitchen.runs.service import Service


@contextlib.contextmanager
def serving(shift: Shift, mode: str = "concurrent") -> Iterator[tuple[Service, TieFinder]]:
    service = Service(KitchenLoop(), shift, 0, mode, "fifo", True)
    finder = TieFinder(service)
    try:
        yield service, finder
    finally:
        finder.leave()
        service.sweep()
        service.loop.close()


def go(service: Service, until: float) -> None:
    with no_loop_running():
        service.loop.call_command(service.loop.stop, until)
        service.loop.run_forever()


def plain(ties: Ties) -> tuple[object, ...]:
    """But for the numbers of tasks that nobody has named: the loop of a double has fewer."""

    def named(node: Node) -> tuple[object, ...]:
        own = node.name.startswith("Task-")
        name, state = ("", "") if own else (node.name, node.state)
        tasks = state.startswith("the task")
        return (node.kind, name, "" if tasks else state, node.where, node.taken, node.places)

    orders = sorted((order, named(ties.graph.nodes[n])) for n, order in ties.orders.items())
    return sorted(map(named, ties.graph.nodes), key=str), orders, len(ties.graph.circles)


def test_a_circle_of_a_lock_and_a_station_now_and_then(tmp_path: Path) -> None:
    with serving(crosswise(tmp_path, soup=True)) as (service, finder):
        go(service, 10)
        assert finder.now("concurrent").graph.circles == ()
        go(service, 20)
        ties = finder.now("concurrent")
        (circle,) = ties.graph.circles
        found = [ties.graph.nodes[number] for number in circle]
        assert [node.name for node in found if node.kind != "task"] == ["board", "tongs"]
        assert [ties.orders[node.number] for node in found if node.kind == "task"] == [1, 2]
        assert finder.then("concurrent", 20, 9e9) == ties
        assert finder.then("concurrent", 10, 9e9).graph.circles == ()
        assert len(finder.then("concurrent", 19, 9e9).graph.circles) == 1


@EACH_MODE
def test_the_past_is_as_it_was(mode: str) -> None:
    times = [30.0, 200.0, 431.0, 655.0]
    with serving(load_shift("dinner-rush"), mode) as (service, finder):
        seen = []
        for time in times:
            go(service, time)
            seen.append(plain(finder.now(mode)))
        for at in (2, 0, 1, 3):
            assert plain(finder.then(mode, times[at], 9e9)) == seen[at]


@settings(max_examples=10, deadline=None)
@given(shifts(), st.floats(1.0, 300.0))
def test_looking_changes_nothing(plain_shift: PlainShift, when: float) -> None:
    shift = kitchen_shift(plain_shift)
    logs = []
    for looks in (False, True):
        with serving(shift) as (service, finder):
            go(service, when)
            if looks:
                finder.now("concurrent")
                finder.then("concurrent", when / 2, 9e9)
            go(service, when + 500)
            logs.append(service.kitchens["concurrent"].facts.in_order())
    assert logs[0] == logs[1]


def test_who_has_no_time_is_asked_again() -> None:
    with serving(load_shift("dinner-rush")) as (service, finder):
        go(service, 900)
        asked = 1
        while (ties := finder.then("concurrent", 800, 0.0)).lack:
            assert ties.lack == "time"
            asked += 1
        assert asked > 5 and ties.orders


def test_where_there_are_no_doubles_the_past_is_not_known() -> None:
    class Counter:
        count = 0

    counter = Counter()

    async def counts(cook: Cook) -> None:
        counter.count += 1
        await cook.timer("boil", 60)

    with serving(shift_of(named("counts", counts))) as (service, finder):
        go(service, 10)
        assert finder.then("concurrent", 5, 9e9).lack == "doubles"
        assert not finder.now("concurrent").lack
