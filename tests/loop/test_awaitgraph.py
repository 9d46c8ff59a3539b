"""The await graph: tasks, what they wait for, how full that is, who has it, and the circles."""

from __future__ import annotations

import ast
import asyncio
import contextlib
import pickle
import time
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen import AwaitGraph, Cook, KitchenLoop, Order, Shift, Stalled, await_graph, recipe, run
from kitchen.loop.looking import Looks
from kitchen.loop.relations import Edge, Node
from kitchen.sim.shift.modes import Mode
from kitchen.sim.work.kitchen import Kitchen

Program = Callable[[], Coroutine[Any, Any, object]]


def seen(*programs: Program, at: float = 1.0) -> AwaitGraph:
    """The graph at that time of a program of these tasks, seen by a task ``eye``."""

    async def main() -> AwaitGraph:
        asyncio.current_task().set_name("eye")  # type: ignore[union-attr]
        tasks = [asyncio.create_task(p(), name=p.__name__) for p in programs]
        await asyncio.sleep(at)
        graph = await_graph()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return graph

    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        return runner.run(main())


def stalled(*programs: Program) -> Stalled:
    async def main() -> None:
        await asyncio.gather(*(asyncio.create_task(p(), name=p.__name__) for p in programs))

    with asyncio.Runner(loop_factory=KitchenLoop) as runner, pytest.raises(Stalled) as caught:
        runner.run(main())
    return caught.value


def of(program: Coroutine[Any, Any, Any]) -> Any:
    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        return runner.run(program)


def thing(graph: AwaitGraph, kind: str) -> Node:
    (found,) = (node for node in graph.things if node.kind == kind)
    return found


def names(nodes: tuple[Node, ...]) -> list[str]:
    return [node.name for node in nodes]


async def ever() -> None:
    await asyncio.Event().wait()


# -- circles -------------------------------------------------------------------------------------


def crosswise(*locks: asyncio.Lock) -> list[Program]:
    """A task for each lock, which takes it and then wants the next."""

    def taking(number: int) -> Program:
        own, other = locks[number], locks[(number + 1) % len(locks)]

        async def take() -> None:
            async with own:
                await asyncio.sleep(0.5)
                async with other:
                    raise AssertionError

        take.__name__ = "abc"[number]
        return take

    return [taking(number) for number in range(len(locks))]


@pytest.mark.parametrize("parties", [1, 2, 3])
def test_a_circle_is_found_while_the_rest_goes_on(parties: int) -> None:
    graph = seen(*crosswise(*(asyncio.Lock() for _ in range(parties))))
    (circle,) = graph.circles
    nodes = [graph.nodes[number] for number in circle]
    assert [n.name for n in nodes if n.kind == "task"] == list("abc"[:parties])
    assert [n.kind for n in nodes] == ["task", "lock"] * parties
    for at, node in enumerate(nodes):
        follow = graph.waits_for(node) if node.kind == "task" else graph.held_by(node)
        assert follow == (nodes[(at + 1) % len(nodes)],)
    assert graph.circle_of(nodes[0]) == circle
    eye = graph.task("eye")
    assert eye is not None and graph.circle_of(eye) == () and eye.state == "nothing"


def test_a_circle_is_told_with_lock_and_holder() -> None:
    graph = seen(*crosswise(asyncio.Lock(), asyncio.Lock()))
    assert graph.told(graph.circles[0]) == (
        "a holds the lock 'own' and waits for the lock 'other', held by b; "
        "b holds the lock 'other' and waits for the lock 'own', held by a"
    ).replace("the lock 'own'", "the lock 'other'")


def test_two_circles_are_two() -> None:
    one, two = crosswise(asyncio.Lock(), asyncio.Lock()), crosswise(asyncio.Lock(), asyncio.Lock())
    assert len(seen(*one, *two).circles) == 2


def test_a_line_before_one_who_works_is_no_circle() -> None:
    lock = asyncio.Lock()

    async def works() -> None:
        async with lock:
            await asyncio.sleep(9)

    async def waits() -> None:
        async with lock:
            pass

    graph = seen(works, waits)
    assert graph.circles == () and graph.task("waits") is not None
    works_node = graph.task("works")
    assert works_node is not None and works_node.state == "the clock to show 9 s"
    (timer,) = graph.waits_for(works_node)
    assert (timer.kind, timer.until) == ("timer", 9.0)


@pytest.mark.parametrize(("other_works", "circles"), [(True, 0), (False, 1)])
def test_who_needs_but_one_of_two(other_works: bool, circles: int) -> None:
    places, lock = asyncio.Semaphore(2), asyncio.Lock()

    async def wants() -> None:
        async with lock:
            await asyncio.sleep(0.5)
            async with places:
                pass

    async def other() -> None:
        async with places:
            if other_works:
                await asyncio.sleep(9)
            async with lock:
                pass

    async def stuck() -> None:
        async with places, lock:
            pass

    assert len(seen(wants, other, stuck).circles) == circles


def test_what_a_stall_says_is_what_its_graph_says() -> None:
    error = stalled(*crosswise(asyncio.Lock(), asyncio.Lock(), asyncio.Lock()))
    (circle,) = error.graph.circles
    tasks = [error.graph.nodes[n].name for n in circle if error.graph.nodes[n].kind == "task"]
    assert tuple(tasks) == error.cycle == ("a", "b", "c")
    other = pickle.loads(pickle.dumps(error))
    assert other.graph == error.graph and str(other) == str(error)


# -- things, their fill and their line -----------------------------------------------------------


def test_a_semaphore_of_two_with_four() -> None:
    places = asyncio.Semaphore(2)

    def wanting(name: str) -> Program:
        async def want() -> None:
            async with places:
                await ever()

        want.__name__ = name
        return want

    graph = seen(*map(wanting, ("d", "a", "c", "b")))
    node = thing(graph, "semaphore")
    assert (node.name, node.fill) == ("places", "2/2")
    assert names(graph.held_by(node)) == ["a", "d"]
    assert names(graph.behind(node)) == ["c", "b"]  # as they came


def test_a_bounded_semaphore_knows_how_many_there_are() -> None:
    places = asyncio.BoundedSemaphore(3)

    async def one() -> None:
        async with places:
            await ever()

    assert thing(seen(one), "semaphore").fill == "1/3"


def test_queues() -> None:
    dishes: asyncio.Queue[int] = asyncio.Queue(2)
    orders: asyncio.Queue[int] = asyncio.Queue()

    async def cook() -> None:
        while True:
            await dishes.put(1)

    async def waiter() -> None:
        await orders.get()
        dishes.get_nowait()

    graph = seen(cook, waiter)
    full, empty = (node for node in graph.things if node.kind == "queue")
    assert (full.name, full.fill, full.state) == ("dishes", "2/2", "2 unfinished")
    assert (empty.name, empty.fill, empty.places) == ("orders", "0 in it", None)
    assert names(graph.behind(full)) == ["cook"] and names(graph.behind(empty)) == ["waiter"]
    assert graph.circles == ()  # asyncio knows of nobody who would have to put or to get


def test_a_condition_with_two_that_nobody_tells() -> None:
    condition = asyncio.Condition()

    async def first() -> None:
        async with condition:
            await condition.wait()

    async def second() -> None:
        async with condition:
            await condition.wait()

    graph = seen(first, second)
    node = thing(graph, "condition")
    assert (node.name, node.state) == ("condition", "its lock is free")
    assert names(graph.behind(node)) == ["first", "second"] and graph.held_by(node) == ()


def test_an_event_that_is_never_set_and_one_that_is() -> None:
    never, long_ago = asyncio.Event(), asyncio.Event()
    long_ago.set()

    async def waits() -> None:
        await long_ago.wait()
        await never.wait()

    graph = seen(waits)
    events = {node.name: node for node in graph.things if node.kind == "event"}
    assert {name: node.fill for name, node in events.items()} == {
        "never": "not set",
        "long_ago": "set",
    }
    assert names(graph.behind(events["never"])) == ["waits"] and not events["long_ago"].line


def test_a_barrier() -> None:
    barrier = asyncio.Barrier(3)

    async def comes() -> None:
        await barrier.wait()

    node = thing(seen(comes), "barrier")
    assert (node.name, node.fill, len(node.line)) == ("barrier", "1/3", 1)


def test_things_that_a_task_knows_are_there_though_nobody_waits() -> None:
    class Pantry:
        def __init__(self) -> None:
            self.shelf: asyncio.Queue[int] = asyncio.Queue(5)
            self.shelf.put_nowait(1)

    pantry, pans = Pantry(), [asyncio.Lock(), asyncio.Lock()]

    async def works() -> None:
        async with pans[1]:
            await asyncio.sleep(9)
        assert pantry

    graph = seen(works)
    known = {node.name: node.fill for node in graph.things if node.kind in ("queue", "lock")}
    assert known == {"pantry.shelf": "1/5", "pans[0]": "free", "pans[1]": "held"}


def test_a_gather_inside_a_task_group() -> None:
    lock = asyncio.Lock()

    async def outer() -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(inner(), name="inner")

    async def inner() -> None:
        async with lock:
            await asyncio.gather(asyncio.create_task(innermost(), name="innermost"), ever())

    async def innermost() -> None:
        async with lock:
            pass

    graph = seen(outer)
    node = graph.task("outer")
    assert node is not None
    (group,) = graph.waits_for(node)
    assert (group.kind, group.name, group.state) == ("task group", "group", "1 task")
    assert graph.begun_by(group) == node and graph.begun(node) == (group,)
    (inside,) = graph.made_of(group)
    assert inside.name == "inner" and graph.groups_of(inside) == (group,)
    (gather,) = graph.waits_for(inside)
    assert (gather.kind, gather.name, gather.state) == ("gather", "", "0 of 2 done")
    assert "innermost" in names(graph.made_of(gather)) and graph.begun_by(gather) is None
    (circle,) = graph.circles
    kinds = [graph.nodes[n].kind for n in circle]
    assert kinds == ["task", "gather", "task", "lock"]
    assert graph.told(circle) == (
        "inner holds the lock 'lock' and waits for innermost, of a gather; "
        "innermost waits for the lock 'lock', held by inner"
    )


def test_a_source_that_was_not_parsed_at_first_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    parse, failures = ast.parse, [SystemError("depth mismatch")]

    def failing(text: str) -> ast.Module:
        if failures:
            raise failures.pop()
        return parse(text)

    monkeypatch.setattr(ast, "parse", failing)
    assert len(seen(*crosswise(asyncio.Lock(), asyncio.Lock())).circles) == 1 and not failures


# -- groups --------------------------------------------------------------------------------------


def test_a_group_is_known_before_anybody_waits_for_it() -> None:
    async def host() -> None:
        async with contextlib.AsyncExitStack() as stack:
            parts = await stack.enter_async_context(asyncio.TaskGroup())
            parts.create_task(ever(), name="soup")
            parts.create_task(asyncio.sleep(0.5), name="bread")
            async with asyncio.TaskGroup() as side:
                side.create_task(ever(), name="salad")
                later = asyncio.gather(asyncio.sleep(0.2), asyncio.create_task(ever(), name="tea"))
                await asyncio.sleep(9)
                await later

    graph = seen(host)
    found = {node.name: (node.kind, node.state, node.line) for node in graph.things}
    found = {name: it for name, it in found.items() if it[0] in ("task group", "gather")}
    assert found == {
        "parts": ("task group", "1 task", ()),
        "side": ("task group", "1 task", ()),
        "later": ("gather", "1 of 2 done", ()),
    }
    owner = graph.task("host")
    assert owner is not None and names(graph.begun(owner)) == ["parts", "side"]
    assert graph.circles == ()


@pytest.mark.parametrize("way", ["gather", "shield", "wait_for"])
def test_groups_within_groups(way: str) -> None:
    async def main() -> None:
        inner = asyncio.gather(asyncio.create_task(ever(), name="a"), asyncio.sleep(0.1))
        outer = asyncio.gather(inner, asyncio.create_task(deeper(), name="b"))
        if way == "wait_for":
            await asyncio.wait_for(outer, 99)
        await (asyncio.shield(outer) if way == "shield" else outer)

    async def deeper() -> None:
        async with asyncio.TaskGroup() as group:
            for name in "cd":
                group.create_task(ever(), name=name)

    graph = seen(main)
    node = graph.task("main")
    assert node is not None
    (outer,) = graph.waits_for(node)
    inner, b = sorted(graph.made_of(outer), key=lambda node: node.kind)
    assert (outer.name, inner.name, b.name) == ("outer", "inner", "b")
    assert "a" in names(graph.made_of(inner)) and graph.groups_of(inner) == (outer,)
    (group,) = graph.waits_for(b)
    assert names(graph.made_of(group)) == ["c", "d"]
    lines = [line.split(" at ")[0] for line in graph.drawing(ascii=True).splitlines()]
    start = lines.index("main waits for the gather 'outer', 0 of 2 done")
    tree = [line for line in lines[start:] if "Task-" not in line and "eye" not in line]
    assert tree == [
        "main waits for the gather 'outer', 0 of 2 done",
        "|- gather 'inner', 1 of 2 done",
        "|  `- a waits for an event",
        "`- b waits for the task group 'group', 2 tasks",
        "   |- c waits for an event",
        "   `- d waits for an event",
    ]


def test_a_circle_leads_through_all_groups_between() -> None:
    lock = asyncio.Lock()

    async def back() -> None:
        async with lock:
            pass

    async def main() -> None:
        async with lock:
            await asyncio.gather(asyncio.gather(asyncio.create_task(back(), name="back")))

    graph = seen(main)
    (circle,) = graph.circles
    nodes = [graph.nodes[number] for number in circle]
    start = next(at for at, node in enumerate(nodes) if node.name == "main")
    kinds = [node.kind for node in (*nodes[start:], *nodes[:start])]
    assert kinds == ["task", "gather", "gather", "task", "lock"]
    assert "main holds the lock 'lock' and waits for back, of a gather" in graph.told(circle)
    assert graph.drawing(only_circles=True).count("of which one is") == 2


@settings(max_examples=20, deadline=None)
@given(st.recursive(st.just([]), lambda inner: st.lists(inner, max_size=3), max_leaves=12))
def test_however_groups_are_nested_each_task_is_told_once(tree: list[Any]) -> None:
    count = 0

    async def node(inside: list[Any]) -> None:
        nonlocal count
        count += 1
        if len(inside) % 2:
            async with asyncio.TaskGroup() as group:
                for one in inside:
                    group.create_task(node(one), name=f"task{count}")
                    await asyncio.sleep(0)
        elif inside:
            await asyncio.gather(*(asyncio.create_task(node(one)) for one in inside))
        else:
            await asyncio.get_running_loop().create_future()

    async def main() -> None:
        await node(tree)

    graph = seen(main)
    groups = [n for n in graph.nodes if n.kind in ("task group", "gather")]
    assert sum(len(graph.made_of(group)) for group in groups) == count - 1
    for task in graph.tasks:
        assert len(graph.groups_of(task)) == (task.name not in ("main", "eye"))
    told = [line.lstrip("├─└│ ").split()[0] for line in str(graph).splitlines() if line]
    assert sorted(told) == sorted(node.name for node in graph.tasks)


def test_a_waiter_that_is_cancelled_is_in_no_line() -> None:
    lock = asyncio.Lock()

    async def holds() -> None:
        async with lock:
            await ever()

    async def gives_up() -> None:
        async with asyncio.timeout(0.5), lock:
            pass

    async def gives_up_and_sleeps() -> None:
        with contextlib.suppress(TimeoutError):
            await gives_up()
        await ever()

    async def waits() -> None:
        async with lock:
            pass

    graph = seen(holds, gives_up_and_sleeps, waits)
    assert names(graph.behind(thing(graph, "lock"))) == ["waits"]


def test_a_lock_whose_holder_has_ended() -> None:
    lock = asyncio.Lock()

    async def takes() -> None:
        await lock.acquire()

    async def waits() -> None:
        async with lock:
            pass

    error = stalled(takes, waits)
    node = thing(error.graph, "lock")
    assert node.fill == "held" and error.graph.held_by(node) == ()
    assert "lock 'lock': held by nobody that is left" in str(error.graph)


def test_any_loop_of_asyncio_can_be_looked_at() -> None:
    lock = asyncio.Lock()

    async def waits() -> None:
        async with lock:
            pass

    async def main() -> AwaitGraph:
        async with lock:
            task = asyncio.create_task(waits(), name="waits")
            await asyncio.sleep(0)
            graph = await_graph()
        await task
        return graph

    graph = asyncio.run(main())
    node = thing(graph, "lock")
    assert names(graph.behind(node)) == ["waits"] and len(graph.held_by(node)) == 1


# -- in a kitchen --------------------------------------------------------------------------------


def test_a_station_and_a_lock_in_one_circle() -> None:
    tongs = asyncio.Lock()

    @recipe()
    async def eggs(cook: Cook) -> None:
        async with tongs:
            await cook.timer("boil", 10)
            async with cook.station("board"):
                raise AssertionError

    @recipe()
    async def steak(cook: Cook) -> None:
        async with cook.station("board"):
            await cook.timer("rest", 10)
            async with tongs:
                raise AssertionError

    @recipe()
    async def fish(cook: Cook) -> None:
        async with cook.station("board"):
            raise AssertionError

    orders = [Order(0, eggs), Order(0, steak), Order(5, fish)]
    with pytest.raises(Stalled) as caught:
        run(Shift(orders, {"board": 1}))
    graph = caught.value.graph
    assert graph.sentences(graph.circles[0]) == [
        "order 1 (eggs) holds the lock 'tongs' and waits for the board, held by order 2 (steak)",
        "order 2 (steak) holds the board and waits for the lock 'tongs', held by order 1 (eggs)",
    ]
    board = thing(graph, "station")
    assert board.fill == "1/1"
    assert names(graph.behind(board)) == ["order 3 (fish)", "order 1 (eggs)"]


def test_a_dish_that_waits_for_a_chef_is_in_no_circle_with_the_hands_that_work() -> None:
    """Its chef comes free, whatever the other dish waits for afterwards."""
    lock = asyncio.Lock()

    @recipe()
    async def first(cook: Cook) -> None:
        await cook.timer("heat", 5)
        cook.hands("stir", 10)
        async with lock:
            pass

    @recipe()
    async def second(cook: Cook) -> None:
        async with lock:
            await cook.timer("heat", 10)
            cook.hands("serve", 1)

    loop = KitchenLoop()
    shift = Shift([Order(0, first), Order(0, second)])
    kitchen = Kitchen(loop, shift, Mode(1, "leave"))
    kitchen.open()
    loop.call_at(12, loop.stop)
    loop.run_forever()
    graph = await_graph(loop)
    waits = graph.task("order 2 (second)")
    assert waits is not None and waits.state == "a chef" and graph.circles == ()
    assert names(graph.held_by(graph.waits_for(waits)[0])) == ["order 1 (first)"]
    kitchen.sweep()
    loop.close()


# -- drawings ------------------------------------------------------------------------------------


def test_a_circle_is_drawn() -> None:
    graph = seen(*crosswise(asyncio.Lock(), asyncio.Lock()))
    where = [node.where for node in graph.tasks if node.name in ("a", "b")]
    line = f"  | waits at {where[0]}  |"
    width = len(line) - 1
    assert graph.drawing(ascii=True, only_circles=True).splitlines()[:6] == [
        "+---+",
        "| a |<" + "-" * (width - 6) + "+",
        "+---+".ljust(width) + "|",
        line,
        "  v".ljust(width) + "|",
        "+--------------+".ljust(width) + "|",
    ]


def test_a_drawing_is_as_long_as_what_it_tells() -> None:
    lock = asyncio.Lock()

    async def waits() -> None:
        async with lock:
            await ever()

    graph = seen(*[waits] * 30)
    lines = str(graph).splitlines()
    assert "lock 'lock': held by waits" in lines and "└─ 19 more wait" in lines
    assert len(lines) == 15
    assert all(line == line.rstrip() for line in lines)
    assert str(AwaitGraph()) == ""


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True), max_size=6),
)
def test_each_circle_is_one(plans: list[list[int]]) -> None:
    """Whatever tasks take in whatever order: who is in a circle waits for who comes next there, and
    in the end there is a circle exactly if somebody has not got through."""
    locks = [asyncio.Lock() for _ in range(5)]

    async def taker(plan: list[int]) -> None:
        async with contextlib.AsyncExitStack() as stack:
            for number in plan:
                await stack.enter_async_context(locks[number])
                await asyncio.sleep(1)

    async def main() -> None:
        tasks = [asyncio.create_task(taker(plan), name=str(i)) for i, plan in enumerate(plans)]
        await asyncio.sleep(100)
        stuck = [task for task in tasks if not task.done()]
        graph = Looks(asyncio.all_tasks()).graph()
        assert bool(graph.circles) == bool(stuck)
        for circle in graph.circles:
            for at, number in enumerate(circle):
                after = graph.nodes[circle[(at + 1) % len(circle)]]
                node = graph.nodes[number]
                is_task = node.kind == "task"
                assert after in (graph.waits_for(node) if is_task else graph.held_by(node))
        for task in tasks:
            task.cancel()

    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        runner.run(main())


def test_whatever_strangers_make_of_asyncios_own_is_told_in_one_line_each() -> None:
    class Bad(asyncio.Queue[int]):
        maxsize = property(lambda self: "many")

    async def main() -> str:
        queue, names = Bad(), ("\x1b[2J\n", "\ud800", "\u202e")
        tasks = [asyncio.create_task(queue.get(), name=name) for name in names]
        await asyncio.sleep(0)
        told = str(await_graph())
        for task in tasks:
            task.cancel()
        return told

    rows = of(main()).splitlines()
    assert rows[0] == "a queue: 0 in it" and all(row.isprintable() for row in rows)
    assert len(rows) == 5


def test_a_graph_of_thousands_is_drawn_without_a_look_at_each_edge_for_each_node() -> None:
    nodes = [Node(n, "task", f"t{n}") for n in range(4000)]
    nodes += [Node(4000 + n, "lock", f"l{n}", taken=1, places=1, line=(n,)) for n in range(4000)]
    edges = [Edge("waits", n, 4000 + n) for n in range(4000)]
    edges += [Edge("held", 4000 + n, (n + 1) % 4000) for n in range(4000)]
    begun = time.process_time()
    drawing = str(AwaitGraph(tuple(nodes), tuple(edges)))
    assert time.process_time() - begun < 1.5
    assert drawing.startswith("lock 'l0': held by t1\n└─ 1 t0 waits\n")


def test_things_that_thousands_know_of_are_found_in_a_time_that_grows_with_them() -> None:
    async def holds() -> None:
        lock, event, queue = asyncio.Lock(), asyncio.Event(), asyncio.Queue[int]()
        async with lock:
            await event.wait()
        await queue.get()

    async def took(count: int) -> float:
        tasks = [asyncio.create_task(holds()) for _ in range(count)]
        await asyncio.sleep(0)
        begun = time.process_time()
        assert len(await_graph().things) == 3 * count
        for task in tasks:
            task.cancel()
        return time.process_time() - begun

    assert of(took(800)) < 8 * of(took(200))
