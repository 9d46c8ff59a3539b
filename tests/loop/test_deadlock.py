"""A deadlock is told with what each task waits for, by name, who holds it, and the circle."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen import Cook, KitchenLoop, Order, Shift, Stalled, recipe, run
from kitchen.loop.stall import Waiting

Program = Callable[[], Coroutine[Any, Any, None]]


def at(mark: str) -> str:
    """``file:line`` of the line of this file that ends with that comment."""
    lines = Path(__file__).read_text("utf-8").splitlines()
    (number,) = [i for i, line in enumerate(lines, 1) if line.endswith(f"# {mark}")]
    return f"test_deadlock.py:{number}"


def stall(**tasks: Program) -> Stalled:
    """What is told of tasks of these names that have nobody to wait for but one another."""

    async def main() -> None:
        for name, program in tasks.items():
            running.add(asyncio.create_task(program(), name=name))

    running: set[asyncio.Task[None]] = set()
    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        runner.run(main())
        with pytest.raises(Stalled) as caught:
            runner.get_loop().run_forever()
    for task in running:
        with contextlib.suppress(BaseException):
            task.exception()
    return caught.value


def words(stalled: Stalled) -> dict[str, str]:
    """What each task waits for, and who has it."""
    return {w.name: str(w).replace(f" at {w.where}", "") for w in stalled.waiting}


def told(**tasks: Program) -> list[str]:
    return list(words(stall(**tasks)).values())


async def ever() -> None:
    """Wait for what never comes."""
    await asyncio.Event().wait()


async def soon() -> None:
    """Let the others begin."""
    await asyncio.sleep(1)


# -- two locks crosswise -----------------------------------------------------------------------


def test_two_locks_taken_crosswise() -> None:
    pan, oven = asyncio.Lock(), asyncio.Lock()

    async def a() -> None:
        async with pan:
            await soon()
            async with oven:  # a wants the oven
                raise AssertionError

    async def b() -> None:
        async with oven:
            await soon()
            async with pan:  # b wants the pan
                raise AssertionError

    stalled = stall(a=a, b=b)
    assert stalled.waiting == (
        Waiting("a", at("a wants the oven"), "the lock 'oven'", ("b",)),
        Waiting("b", at("b wants the pan"), "the lock 'pan'", ("a",)),
    )
    assert stalled.cycle == ("a", "b")
    assert str(stalled) == (
        f"the kitchen has stalled: a waits for the lock 'oven' at {at('a wants the oven')}, which "
        f"b holds; b waits for the lock 'pan' at {at('b wants the pan')}, which a holds; they wait "
        "for one another: a > b > a"
    )


def test_two_locks_taken_crosswise_by_acquire() -> None:
    pan, oven = asyncio.Lock(), asyncio.Lock()

    async def a() -> None:
        await pan.acquire()
        try:
            await soon()
            await oven.acquire()
        finally:
            pan.release()

    async def b() -> None:
        await asyncio.wait_for(oven.acquire(), None)
        await soon()
        if await pan.acquire():
            raise AssertionError

    stalled = stall(a=a, b=b)
    assert list(words(stalled).values()) == [
        "a waits for the lock 'oven', which b holds",
        "b waits for the lock 'pan', which a holds",
    ]
    assert stalled.cycle == ("a", "b")


def test_what_has_been_given_back_is_not_held() -> None:
    pan, oven = asyncio.Lock(), asyncio.Lock()

    async def a() -> None:
        await pan.acquire()
        pan.release()
        async with oven:
            pass
        await ever()

    async def b() -> None:
        await soon()
        await pan.acquire()
        await soon()
        await oven.acquire()
        await ever()

    async def c() -> None:
        await asyncio.sleep(10)
        async with pan:
            raise AssertionError

    assert told(a=a, b=b, c=c)[2] == "c waits for the lock 'pan', which b holds"


def test_a_lock_in_two_hands_one_after_another_in_a_loop() -> None:
    pan = asyncio.Lock()
    turns = asyncio.Queue[int]()

    async def a() -> None:
        while True:
            await pan.acquire()
            pan.release()
            await turns.get()

    async def b() -> None:
        await pan.acquire()
        await soon()
        await pan.acquire()

    assert told(a=a, b=b) == [
        "a waits for something in the queue 'turns'",
        "b waits for the lock 'pan', which it holds itself",
    ]


def test_locks_that_are_taken_in_a_loop() -> None:
    left, right, bowl = (asyncio.Lock() for _ in range(3))

    async def a() -> None:
        for each in (left, right, bowl):
            await each.acquire()
            await soon()

    async def b() -> None:
        await right.acquire()
        both = [left, bowl]
        await soon()
        for each in both:
            await each.acquire()

    async def c() -> None:
        every = [asyncio.Lock(), bowl]
        for each in every:
            await each.acquire()
        await ever()

    assert told(a=a, b=b, c=c) == [
        "a waits for the lock 'each', which b holds",
        "b waits for the lock 'each', which a holds",
        "c waits for an event",
    ]


def test_philosophers() -> None:
    forks = [asyncio.Lock() for _ in range(3)]

    def dine(seat: int) -> Program:
        async def eat() -> None:
            async with forks[seat]:
                await soon()
                async with forks[(seat + 1) % len(forks)]:
                    raise AssertionError

        return eat

    stalled = stall(a=dine(0), b=dine(1), c=dine(2))
    assert list(words(stalled).values()) == [
        "a waits for the lock 'forks[1]', which b holds",
        "b waits for the lock 'forks[2]', which c holds",
        "c waits for the lock 'forks[0]', which a holds",
    ]
    assert stalled.cycle == ("a", "b", "c")


# -- how a lock may be held --------------------------------------------------------------------


def holder_of(hold: Callable[[asyncio.Lock], Coroutine[Any, Any, None]]) -> str:
    """What is told of a task that wants the lock that another holds in this way."""
    pan = asyncio.Lock()

    async def holder() -> None:
        await hold(pan)

    async def waiter() -> None:
        await soon()
        async with pan:
            raise AssertionError

    return words(stall(holder=holder, waiter=waiter))["waiter"]


HELD = "waiter waits for the lock 'pan', which holder holds"


def test_a_lock_held_in_an_outer_coroutine() -> None:
    async def hold(lock: asyncio.Lock) -> None:
        async with lock, asyncio.timeout(None):
            await ever()

    assert holder_of(hold) == HELD


def test_a_lock_under_a_name_that_is_another_by_now() -> None:
    async def hold(lock: asyncio.Lock | None) -> None:
        assert lock is not None
        async with lock:
            lock = None
            await ever()

    assert holder_of(hold) == HELD


def test_a_lock_in_an_exit_stack() -> None:
    async def hold(lock: asyncio.Lock) -> None:
        async with contextlib.AsyncExitStack() as stack:
            await stack.enter_async_context(lock)
            await ever()

    assert holder_of(hold) == HELD


def test_a_lock_in_a_context_manager_of_a_generator() -> None:
    @contextlib.asynccontextmanager
    async def guarded(lock: asyncio.Lock) -> AsyncIterator[None]:
        async with lock:
            yield

    async def hold(lock: asyncio.Lock) -> None:
        async with guarded(lock):
            await ever()

    assert holder_of(hold) == HELD


def test_a_lock_in_a_generator_that_is_looped_over() -> None:
    async def guarded(lock: asyncio.Lock) -> AsyncIterator[int]:
        async with lock:
            yield 1

    async def hold(lock: asyncio.Lock) -> None:
        async for _ in guarded(lock):
            await ever()

    assert holder_of(hold) == HELD


def test_a_lock_in_a_generator_that_waits() -> None:
    async def guarded(lock: asyncio.Lock) -> AsyncIterator[int]:
        async with lock:
            await ever()
            yield 1

    async def hold(lock: asyncio.Lock) -> None:
        async for _ in guarded(lock):
            raise AssertionError

    assert holder_of(hold) == HELD


def test_a_lock_in_a_context_manager_of_the_users() -> None:
    class Pan:
        def __init__(self, lock: asyncio.Lock) -> None:
            self.lock = lock

        async def __aenter__(self) -> None:
            await self.lock.acquire()

        async def __aexit__(self, *error: object) -> None:
            self.lock.release()

    async def hold(lock: asyncio.Lock) -> None:
        async with Pan(lock):
            await ever()

    assert holder_of(hold) == HELD


def test_a_lock_taken_by_a_helper() -> None:
    async def take(lock: asyncio.Lock) -> None:
        await lock.acquire()

    async def hold(lock: asyncio.Lock) -> None:
        await take(lock)
        await ever()

    assert holder_of(hold) == HELD


def test_a_lock_taken_by_a_method() -> None:
    class Stove:
        __slots__ = ("_ring",)

        def __init__(self, ring: asyncio.Lock) -> None:
            self._ring = ring

        async def light(self) -> None:
            await self._ring.acquire()

        def put_out(self) -> None:
            self._ring.release()

    async def hold(lock: asyncio.Lock) -> None:
        stove = Stove(lock)
        await stove.light()
        stove.put_out()
        await stove.light()
        await ever()

    assert holder_of(hold) == HELD


def test_an_object_that_has_the_lock_without_taking_it() -> None:
    class Session:
        def __init__(self, lock: asyncio.Lock) -> None:
            self.lock = lock

        async def __aenter__(self) -> Session:
            return self

        async def __aexit__(self, *error: object) -> None:
            pass

    async def waiter() -> None:
        async with Session(pan) as session, session.lock:
            raise AssertionError

    pan = asyncio.Lock()

    async def taker() -> None:
        await pan.acquire()

    assert told(taker=taker, waiter=waiter) == [
        "waiter waits for the lock 'session.lock', held by nobody that is left"
    ]


def test_a_lock_that_somebody_took_who_has_ended() -> None:
    assert holder_of(lambda lock: _take(lock)) == (
        "waiter waits for the lock 'pan', held by nobody that is left"
    )


async def _take(lock: asyncio.Lock) -> None:
    await lock.acquire()


def test_nobody_is_accused_where_somebody_may_hold_it() -> None:
    async def hold(lock: asyncio.Lock) -> None:
        for each in iter([lock, asyncio.Lock()]):
            await each.acquire()
            if each is not lock:
                await ever()

    assert holder_of(hold) == "waiter waits for the lock 'pan'"


def test_a_task_that_takes_its_lock_twice() -> None:
    pan = asyncio.Lock()

    async def inner() -> None:
        async with pan:
            raise AssertionError

    async def outer() -> None:
        async with pan:
            await inner()

    stalled = stall(cook=outer)
    assert list(words(stalled).values()) == ["cook waits for the lock 'pan', which it holds itself"]
    assert stalled.cycle == ("cook",)
    assert str(stalled).endswith("; cook waits for itself")


def test_locks_that_are_entered_in_one_line() -> None:
    pan, oven = asyncio.Lock(), asyncio.Lock()

    async def a() -> None:
        async with pan, asyncio.timeout(None), oven:
            await ever()

    async def b() -> None:
        await soon()
        async with oven, pan:
            raise AssertionError

    assert told(a=a, b=b)[1] == "b waits for the lock 'oven', which a holds"


# -- names -------------------------------------------------------------------------------------


class Kitchenette:
    """Locks as attributes, in dictionaries and behind a property."""

    __slots__ = ("_hidden", "bench", "rings")

    def __init__(self) -> None:
        self.bench = asyncio.Lock()
        self.rings = {"left": asyncio.Lock()}
        self._hidden = asyncio.Lock()


def name_of(waiter: Program) -> str:
    """What the only task waits for."""
    (waiting,) = stall(waiter=waiter).waiting
    return waiting.what


def test_a_lock_by_its_attribute() -> None:
    async def waiter() -> None:
        here = Kitchenette()
        await here.bench.acquire()
        await here.bench.acquire()

    assert name_of(waiter) == "the lock 'here.bench'"


def test_a_lock_by_its_key() -> None:
    async def waiter(side: str = "left") -> None:
        here = Kitchenette()
        await here.rings[side].acquire()
        await here.rings[side].acquire()

    assert name_of(waiter) == "the lock 'here.rings['left']'"


SPOON = asyncio.Event()


def test_an_event_of_the_module() -> None:
    async def waiter() -> None:
        await SPOON.wait()

    assert name_of(waiter) == "the event 'SPOON'"


def test_the_name_is_that_of_the_line_and_not_of_another_variable() -> None:
    async def waiter() -> None:
        go = asyncio.Event()
        other = go
        await other.wait()

    assert name_of(waiter) == "the event 'other'"


def test_a_statement_of_several_lines() -> None:
    async def waiter() -> None:
        go = asyncio.Event()
        await asyncio.wait_for(
            go.wait(),
            timeout=None,
        )

    assert name_of(waiter) == "the event 'go'"


def test_what_the_line_does_not_name_has_the_name_of_its_variable() -> None:
    async def waiter() -> None:
        go = asyncio.Event()
        again = go.wait
        await again()

    assert name_of(waiter) == "the event 'go'"


def test_what_has_no_name_has_none() -> None:
    async def waiter() -> None:
        await asyncio.Event().wait()

    assert name_of(waiter) == "an event"


def test_a_program_without_source() -> None:
    names: dict[str, Any] = {"asyncio": asyncio}
    text = "async def waiter():\n    go = asyncio.Event()\n    await go.wait()\n"
    exec(compile(text, "<no file>", "exec"), names)
    assert name_of(names["waiter"]) == "the event 'go'"


def test_a_queue_of_the_users_own_class() -> None:
    class Rail(asyncio.Queue[int]):
        async def get(self) -> int:
            return await super().get()

    async def waiter() -> None:
        rail = Rail()
        await rail.get()

    assert name_of(waiter) == "something in the queue 'rail'"


# -- every other construct ---------------------------------------------------------------------


def test_semaphores_have_several_holders() -> None:
    hobs = asyncio.Semaphore(2)

    async def a() -> None:
        async with hobs:
            await ever()

    async def b() -> None:
        await hobs.acquire()
        await ever()

    async def c() -> None:
        async with hobs:
            await ever()

    async def d() -> None:
        await soon()
        async with hobs:
            raise AssertionError

    assert words(stall(a=a, c=c, d=d))["d"] == ("d waits for the semaphore 'hobs', which a, c hold")


def test_a_semaphore_that_nobody_ever_held() -> None:
    async def waiter() -> None:
        gate = asyncio.BoundedSemaphore(1)
        gate._value = 0
        await gate.acquire()

    assert told(waiter=waiter) == ["waiter waits for the semaphore 'gate'"]


def test_a_condition_and_its_lock() -> None:
    tray = asyncio.Condition()

    async def notified() -> None:
        async with tray:
            await tray.wait()

    async def holder() -> None:
        await soon()
        async with tray:
            await ever()

    async def entering() -> None:
        await asyncio.sleep(2)
        async with tray:
            raise AssertionError

    assert told(notified=notified, holder=holder, entering=entering) == [
        "entering waits for the lock of the condition 'tray', which holder holds",
        "holder waits for an event",
        "notified waits for the condition 'tray'",
    ]


def test_a_condition_that_has_come_and_whose_lock_is_held() -> None:
    tray = asyncio.Condition()

    async def notified() -> None:
        async with tray:
            await tray.wait_for(lambda: True) or await tray.wait()
            await tray.wait()

    async def holder() -> None:
        await soon()
        async with tray:
            tray.notify_all()
            await ever()

    stalled = stall(holder=holder, notified=notified)
    assert (
        words(stalled)["notified"] == "notified waits for the condition 'tray', which holder holds"
    )


def test_two_conditions_on_one_lock() -> None:
    lock = asyncio.Lock()
    full, empty = asyncio.Condition(lock), asyncio.Condition(lock)

    async def a() -> None:
        async with full:
            await ever()

    async def b() -> None:
        await soon()
        async with empty:
            raise AssertionError

    assert told(a=a, b=b)[1] == "b waits for the lock of the condition 'empty', which a holds"


def test_queues() -> None:
    rail, full = asyncio.Queue[int](), asyncio.PriorityQueue[int](1)
    full.put_nowait(1)

    async def get() -> None:
        await rail.get()

    async def join() -> None:
        await full.join()

    async def put() -> None:
        await full.put(2)

    assert told(get=get, join=join, put=put) == [
        "get waits for something in the queue 'rail'",
        "join waits for the queue 'full' to be worked off (1 unfinished)",
        "put waits for room in the queue 'full'",
    ]


def test_a_barrier_says_how_many_have_come() -> None:
    table = asyncio.Barrier(3)

    async def a() -> None:
        await table.wait()

    async def b() -> None:
        async with table:
            raise AssertionError

    assert told(a=a, b=b) == [
        "a waits for the barrier 'table' (2 of 3 have come)",
        "b waits for the barrier 'table' (2 of 3 have come)",
    ]


def test_a_future_by_its_variable() -> None:
    async def waiter() -> None:
        ring = asyncio.get_running_loop().create_future()
        await ring

    assert name_of(waiter) == "the future 'ring'"


def test_futures_that_are_waited_for_together() -> None:
    async def waiter() -> None:
        loop = asyncio.get_running_loop()
        ring, knock = loop.create_future(), loop.create_future()
        await asyncio.gather(ring, knock)

    async def either() -> None:
        loop = asyncio.get_running_loop()
        ring, knock = loop.create_future(), loop.create_future()
        await asyncio.wait([ring, knock], return_when=asyncio.FIRST_COMPLETED)

    assert name_of(waiter) == "the futures 'knock', 'ring'"
    assert name_of(either) == "the first of the futures 'knock', 'ring'"


@pytest.mark.parametrize(
    ("way", "what"),
    [
        ("await", "the task pot"),
        ("gather", "the tasks pot, pan"),
        ("nested gather", "the tasks pot, pan"),
        ("wait", "the tasks pan, pot"),
        ("first", "the first of the tasks pan, pot"),
        ("wait_for", "the task pot"),
        ("shield", "the task pot"),
        ("shielded gather", "the tasks pot, pan"),
        ("as_completed", "the next of the tasks pan, pot"),
        ("group", "the tasks pan, pot"),
    ],
)
def test_other_tasks(way: str, what: str) -> None:
    async def parent() -> None:
        if way == "group":
            async with asyncio.TaskGroup() as group:
                group.create_task(ever(), name="pot")
                group.create_task(ever(), name="pan")
            return
        pot = asyncio.create_task(ever(), name="pot")
        pan = asyncio.create_task(ever(), name="pan")
        match way:
            case "await":
                await pot
            case "gather":
                await asyncio.gather(pot, pan)
            case "nested gather":
                await asyncio.gather(asyncio.gather(pot), pan)
            case "wait":
                await asyncio.wait([pot, pan])
            case "first":
                await asyncio.wait([pot, pan], return_when=asyncio.FIRST_COMPLETED)
            case "wait_for":
                await asyncio.wait_for(pot, None)
            case "shield":
                await asyncio.shield(pot)
            case "shielded gather":
                await asyncio.shield(asyncio.gather(pot, pan))
            case "as_completed":
                for part in asyncio.as_completed([pot, pan]):
                    await part

    assert words(stall(parent=parent))["parent"] == f"parent waits for {what}"


def test_a_circle_of_a_task_and_a_lock() -> None:
    pan = asyncio.Lock()

    async def child() -> None:
        async with pan:
            raise AssertionError

    async def parent() -> None:
        async with pan:
            await asyncio.create_task(child(), name="child")

    stalled = stall(parent=parent)
    assert words(stalled) == {
        "child": "child waits for the lock 'pan', which parent holds",
        "parent": "parent waits for the task child",
    }
    assert stalled.cycle == ("child", "parent")


def test_a_task_group_that_holds_what_its_tasks_want() -> None:
    hobs = asyncio.Semaphore(1)

    async def child() -> None:
        async with hobs:
            raise AssertionError

    async def parent() -> None:
        async with hobs, asyncio.TaskGroup() as group:
            group.create_task(child(), name="child")

    assert stall(parent=parent).cycle == ("child", "parent")


# -- whatever happens --------------------------------------------------------------------------


def test_a_report_runs_nothing_of_the_users() -> None:
    class Trap:
        def __getattr__(self, name: str) -> object:
            raise SystemExit(f"{name} was looked up")

        def __eq__(self, other: object) -> bool:
            raise SystemExit("compared")

        __hash__ = None  # type: ignore[assignment]

        def __bool__(self) -> bool:
            raise SystemExit("asked for its truth")

        @property
        def lock(self) -> asyncio.Lock:
            raise SystemExit("a property was read")

        async def wait_in(self, go: asyncio.Event) -> None:
            await go.wait()

    async def waiter() -> None:
        trap, go = Trap(), asyncio.Event()
        traps = {"a": trap}
        assert traps
        await trap.wait_in(go)

    assert name_of(waiter) == "the event 'go'"


def test_an_awaitable_of_the_users() -> None:
    class Ordered:
        def __init__(self) -> None:
            self.ready = asyncio.Event()

        def __await__(self) -> Any:
            return self.ready.wait().__await__()

    async def waiter() -> None:
        order = Ordered()
        await order

    assert name_of(waiter) == "an event"


def test_two_thousand_tasks_at_one_lock_that_one_holds() -> None:
    async def main() -> None:
        pan = asyncio.Lock()

        async def holder() -> None:
            await pan.acquire()
            await ever()

        async def waiter() -> None:
            await pan.acquire()

        tasks = [asyncio.create_task(holder(), name="holder")]
        tasks += [asyncio.create_task(waiter(), name=f"waiter {i}") for i in range(2_000)]
        await asyncio.gather(*tasks)

    with asyncio.Runner(loop_factory=KitchenLoop) as runner, pytest.raises(Stalled) as caught:
        runner.run(main())
    waiting = {w.name: w for w in caught.value.waiting}
    assert waiting["waiter 1999"].held_by == ("holder",)


Steps = list[tuple[str, int]]
WAYS = st.sampled_from(["with", "acquire", "keep", "timed"])
STEPS = st.lists(st.tuples(WAYS, st.integers(0, 3)),
                 min_size=1, max_size=4)  # fmt: skip


@settings(deadline=None)
@given(programs=st.lists(STEPS, min_size=1, max_size=5))
def test_the_holder_is_who_took_it_last(programs: list[Steps]) -> None:
    """Random tasks that take locks within one another, each in some way, in any order."""
    locks: list[asyncio.Lock] = []
    owners: dict[int, str] = {}

    async def take(name: str, steps: Steps) -> None:
        await soon()
        if not steps:
            return
        (way, i), rest = steps[0], steps[1:]
        if way == "with":
            async with locks[i]:
                owners[i] = name
                await take(name, rest)
                del owners[i]
        elif way == "timed":
            async with asyncio.timeout(None), locks[i]:
                owners[i] = name
                await take(name, rest)
                del owners[i]
        else:
            await locks[i].acquire()
            owners[i] = name
            try:
                await take(name, rest)
            finally:
                if way == "acquire" and owners.get(i) == name:
                    del owners[i]
                    locks[i].release()

    async def main() -> None:
        locks.extend(asyncio.Lock() for _ in range(4))
        for number, steps in enumerate(programs):
            name = f"cook {number}"
            running.append(asyncio.create_task(take(name, steps), name=name))

    running: list[asyncio.Task[None]] = []
    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        runner.run(main())
        with pytest.raises(Stalled) as caught:
            runner.get_loop().run_forever()
        truth = dict(owners)
        pending = {task.get_name() for task in running if not task.done()}
    for waiting in caught.value.waiting:
        (lock,) = [i for i in range(4) if waiting.what == f"the lock 'locks[{i}]'"]
        owner = truth[lock]
        assert waiting.held_by == ((owner,) if owner in pending else ())
        assert waiting.lost == (owner not in pending)
    assert {waiting.name for waiting in caught.value.waiting} == pending


# -- in recipes --------------------------------------------------------------------------------


def test_recipes_that_take_locks_crosswise() -> None:
    pan, oven = asyncio.Lock(), asyncio.Lock()

    @recipe()
    async def fry(cook: Cook) -> None:
        async with pan:
            await cook.timer("heat", 10)
            async with oven:  # fry wants the oven
                cook.hands("never", 1)

    @recipe()
    async def bake(cook: Cook) -> None:
        await oven.acquire()
        await cook.timer("heat", 10)
        await pan.acquire()  # bake wants the pan

    with pytest.raises(Stalled) as caught:
        run(Shift([Order(0, fry), Order(0, bake)]))
    assert caught.value.waiting == (
        Waiting("order 1 (fry)", at("fry wants the oven"), "the lock 'oven'", ("order 2 (bake)",)),
        Waiting("order 2 (bake)", at("bake wants the pan"), "the lock 'pan'", ("order 1 (fry)",)),
    )
    assert caught.value.cycle == ("order 1 (fry)", "order 2 (bake)")


def test_a_lock_and_a_station_in_one_circle() -> None:
    pan = asyncio.Lock()

    @recipe()
    async def fry(cook: Cook) -> None:
        async with pan:
            await cook.timer("heat", 10)
            async with cook.station("oven"):
                cook.hands("never", 1)

    @recipe()
    async def bake(cook: Cook) -> None:
        async with cook.station("oven"):
            await cook.timer("heat", 10)
            async with pan:
                cook.hands("never", 1)

    with pytest.raises(Stalled) as caught:
        run(Shift([Order(0, fry), Order(0, bake)], {"oven": 1}))
    assert words(caught.value) == {
        "order 1 (fry)": "order 1 (fry) waits for a free oven, which order 2 (bake) holds",
        "order 2 (bake)": "order 2 (bake) waits for the lock 'pan', which order 1 (fry) holds",
    }
    assert caught.value.cycle == ("order 1 (fry)", "order 2 (bake)")


def test_a_chef_who_stays_with_another_dish() -> None:
    @recipe()
    async def fry(cook: Cook) -> None:
        cook.hands("fry", 10)

    @recipe()
    async def wait(cook: Cook) -> None:
        await asyncio.Event().wait()

    with pytest.raises(Stalled) as caught:
        run(Shift([Order(0, wait), Order(0, fry)]), mode="blocking")
    assert words(caught.value) == {
        "order 1 (wait)": "order 1 (wait) waits for an event",
        "order 2 (fry)": "order 2 (fry) waits for a chef, whom order 1 (wait) keeps",
    }
    assert caught.value.cycle == ()


def test_a_dish_whose_chef_stares_at_a_station_that_the_dish_holds_itself() -> None:
    @recipe()
    async def feast(cook: Cook) -> None:
        async with cook.station("oven"), asyncio.TaskGroup() as group:
            group.create_task(potatoes(cook), name="potatoes")
            group.create_task(potatoes(cook), name="parsnips")

    async def potatoes(cook: Cook) -> None:
        async with cook.station("oven"):
            cook.hands("never", 5)

    with pytest.raises(Stalled) as caught:
        run(Shift([Order(0, feast)], {"oven": 1}), mode="blocking")
    assert words(caught.value) == {
        "order 1 (feast)": "order 1 (feast) waits for the tasks parsnips, potatoes",
        "parsnips": "parsnips waits for a chef, whom potatoes keeps",
        "potatoes": "potatoes waits for a free oven, which order 1 (feast) holds",
    }
    assert caught.value.cycle == ("order 1 (feast)", "parsnips", "potatoes")
