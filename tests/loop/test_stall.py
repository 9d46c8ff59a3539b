"""The stall report: when nothing can ever happen again, it says who waits for what, and where."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest

from kitchen import Cook, KitchenLoop, Order, Shift, Stalled, recipe, run
from kitchen.loop.stall import Waiting

T = TypeVar("T")


def at(mark: str) -> str:
    """``file:line`` of the line of this file that ends with that comment."""
    lines = Path(__file__).read_text("utf-8").splitlines()
    (number,) = [i for i, line in enumerate(lines, 1) if line.endswith(f"# {mark}")]
    return f"test_stall.py:{number}"


def stall(program: Any) -> Stalled:
    """Run a program until it stalls, leaving nothing behind."""
    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        with pytest.raises(Stalled) as caught:
            runner.run(program)
        return caught.value


def play(program: Coroutine[Any, Any, T]) -> T:
    """`asyncio.run` on the kitchen loop."""
    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        return runner.run(program)


# -- one task ----------------------------------------------------------------------------------


def test_a_lock_that_is_never_released() -> None:
    async def main() -> None:
        lock = asyncio.Lock()
        await lock.acquire()
        await lock.acquire()  # lock

    stalled = stall(main())
    (waiting,) = stalled.waiting
    assert (waiting.what, waiting.where) == ("the lock 'lock'", at("lock"))
    assert waiting.held_by == stalled.cycle == (waiting.name,)
    assert f"waits for the lock 'lock' at {at('lock')}, which it holds itself" in str(stalled)


def test_each_primitive_by_its_name() -> None:
    async def semaphore() -> None:
        async with asyncio.Semaphore(0):  # semaphore
            pass

    async def event() -> None:
        await asyncio.Event().wait()  # event

    async def condition() -> None:
        async with (here := asyncio.Condition()):
            await here.wait()  # condition

    async def get() -> None:
        await asyncio.Queue[int]().get()  # get

    async def put() -> None:
        queue = asyncio.Queue[int](1)
        queue.put_nowait(1)
        await queue.put(2)  # put

    async def join() -> None:
        queue = asyncio.Queue[int]()
        queue.put_nowait(1)
        await queue.join()  # join

    async def barrier() -> None:
        await asyncio.Barrier(2).wait()  # barrier

    async def future() -> None:
        await asyncio.get_running_loop().create_future()  # future

    async def never() -> None:
        await asyncio.sleep(float("inf"))  # never

    async def main() -> None:
        loop = asyncio.get_running_loop()
        coros = (semaphore, event, condition, get, put, join, barrier, future, never)
        tasks.extend(loop.create_task(coro(), name=coro.__name__) for coro in coros)

    tasks: list[asyncio.Task[None]] = []
    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        runner.run(main())
        with pytest.raises(Stalled) as caught:
            runner.get_loop().run_forever()
    assert caught.value.waiting == (
        Waiting("barrier", at("barrier"), "a barrier (1 of 2 have come)"),
        Waiting("condition", at("condition"), "the condition 'here'"),
        Waiting("event", at("event"), "an event"),
        Waiting("future", at("future"), "a future"),
        Waiting("get", at("get"), "something in a queue"),
        Waiting("join", at("join"), "the queue 'queue' to be worked off (1 unfinished)"),
        Waiting("never", at("never"), "a time that never comes"),
        Waiting("put", at("put"), "room in the queue 'queue'"),
        Waiting("semaphore", at("semaphore"), "a semaphore"),
    )


def test_the_line_is_the_innermost_of_the_users_own() -> None:
    async def inner(queue: asyncio.Queue[int]) -> int:
        return await queue.get()  # inner

    async def main() -> None:
        async with asyncio.timeout(None):
            await inner(asyncio.Queue())

    (waiting,) = stall(main()).waiting
    assert waiting.where == at("inner")


def test_nobody_is_left_to_act() -> None:
    loop = KitchenLoop()
    with pytest.raises(Stalled, match="nobody is left to act"):
        loop.run_forever()
    assert not loop.is_running()
    loop.close()


def test_a_stall_comes_once_all_timers_are_done() -> None:
    async def main() -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(asyncio.Event().wait(), 30)
        times.append(asyncio.get_running_loop().time())
        await asyncio.Event().wait()

    times: list[float] = []
    stall(main())
    assert times == [30.0]


def test_cancelled_timers_keep_nobody_alive() -> None:
    async def main() -> None:
        asyncio.get_running_loop().call_later(100, print).cancel()
        await asyncio.Event().wait()

    stall(main())


def test_the_loop_is_usable_after_a_stall() -> None:
    async def main(event: asyncio.Event) -> str:
        await event.wait()
        return "fed"

    loop = KitchenLoop()
    event = asyncio.Event()
    task = loop.create_task(main(event))
    with pytest.raises(Stalled):
        loop.run_until_complete(task)
    event.set()
    assert loop.run_until_complete(task) == "fed"
    loop.close()


# -- circles -----------------------------------------------------------------------------------


def test_three_tasks_await_one_another_in_a_circle() -> None:
    tasks: dict[str, asyncio.Task[None]] = {}

    async def wait_for(other: str) -> None:
        await asyncio.sleep(1)
        await tasks[other]  # circle

    async def main() -> None:
        for name, other in (("soup", "salad"), ("salad", "bread"), ("bread", "soup")):
            tasks[name] = asyncio.create_task(wait_for(other), name=name)
        tasks["guest"] = asyncio.create_task(wait_for("soup"), name="guest")
        await asyncio.Event().wait()

    loop = KitchenLoop()
    main_task = loop.create_task(main(), name="main")
    with pytest.raises(Stalled) as caught:
        loop.run_until_complete(main_task)
    stalled = caught.value
    assert stalled.cycle == ("bread", "soup", "salad")
    assert {w.name: w.what for w in stalled.waiting} == {
        "bread": "the task soup",
        "guest": "the task soup",
        "main": "an event",
        "salad": "the task bread",
        "soup": "the task salad",
    }
    assert {w.where for w in stalled.waiting if w.name != "main"} == {at("circle")}
    assert str(stalled).endswith("they wait for one another: bread > soup > salad > bread")
    # To cancel one cancels the next, round and round: drop them instead.
    for task in (main_task, *tasks.values()):
        task._log_destroy_pending = False  # type: ignore[attr-defined]
        task.get_coro().close()
    loop.close()


@pytest.mark.parametrize("way", ["gather", "wait", "group"])
def test_a_circle_through_tasks_that_are_waited_for_together(way: str) -> None:
    async def child(parent: asyncio.Task[Any]) -> None:
        await asyncio.wait([parent])

    async def main() -> None:
        parent = asyncio.current_task()
        assert parent is not None
        parent.set_name("parent")
        if way == "group":
            async with asyncio.TaskGroup() as group:
                group.create_task(child(parent), name="child 1")
                group.create_task(asyncio.sleep(5), name="child 2")
            return
        children = [asyncio.create_task(child(parent), name=f"child {i}") for i in (1, 2)]
        if way == "gather":
            await asyncio.gather(*children)
        else:
            await asyncio.wait(children)

    stalled = stall(main())
    words = {w.name: w.what for w in stalled.waiting}
    assert words["parent"] == (
        "the task child 1" if way == "group" else "the tasks child 1, child 2"
    )
    assert words["child 1"] == "the task parent"
    assert stalled.cycle == ("child 1", "parent")


def test_two_dishes_each_hold_the_station_that_the_other_wants() -> None:
    @recipe(price=1)
    async def steak(cook: Cook) -> None:
        """Steak."""
        async with cook.station("grill"):
            await cook.timer("sear", 60)
            async with cook.station("oven"):  # wants the oven
                cook.hands("turn", 5)

    @recipe(price=1)
    async def pie(cook: Cook) -> None:
        """Pie."""
        async with cook.station("oven"):
            await cook.timer("bake", 60)
            async with cook.station("grill"):  # wants the grill
                cook.hands("brown", 5)

    shift = Shift(orders=[Order(0, steak), Order(0, pie)], stations={"grill": 1, "oven": 1})
    for mode in ("concurrent", "parallel", "hybrid"):
        with pytest.raises(Stalled) as caught:
            run(shift, mode=mode)
        assert caught.value.waiting == (
            Waiting("order 1 (steak)", at("wants the oven"), "a free oven", ("order 2 (pie)",)),
            Waiting("order 2 (pie)", at("wants the grill"), "a free grill", ("order 1 (steak)",)),
        )
        assert caught.value.cycle == ("order 1 (steak)", "order 2 (pie)")
    assert run(shift, mode="blocking").served == 2


def test_a_dish_that_wants_the_station_it_holds() -> None:
    @recipe(price=1)
    async def roast(cook: Cook) -> None:
        """Roast."""
        async with cook.station("oven"), cook.station("oven"):
            cook.hands("never", 5)

    with pytest.raises(Stalled) as caught:
        run(Shift(orders=[Order(0, roast)], stations={"oven": 1}))
    assert caught.value.cycle == ("order 1 (roast)",)


def test_a_dish_whose_part_wants_what_the_dish_holds() -> None:
    @recipe(price=1)
    async def feast(cook: Cook) -> None:
        """Feast."""
        async with cook.station("oven"), asyncio.TaskGroup() as group:
            group.create_task(potatoes(cook), name="potatoes")

    async def potatoes(cook: Cook) -> None:
        async with cook.station("oven"):
            cook.hands("never", 5)

    with pytest.raises(Stalled) as caught:
        run(Shift(orders=[Order(0, feast)], stations={"oven": 1}))
    assert caught.value.cycle == ("order 1 (feast)", "potatoes")


# -- many --------------------------------------------------------------------------------------


def test_names_are_in_order_and_the_message_is_short() -> None:
    async def main() -> None:
        waits = (asyncio.create_task(asyncio.Event().wait(), name=f"pot {i}") for i in range(30))
        await asyncio.gather(*waits)

    stalled = stall(main())
    names = [w.name for w in stalled.waiting if w.name.startswith("pot")]
    assert names == [f"pot {i}" for i in range(30)]
    assert len(stalled.waiting) == 31
    assert "21 more wait" in str(stalled)


def test_a_chain_of_ten_thousand_tasks() -> None:
    async def link(before: asyncio.Task[Any] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        else:
            await asyncio.Event().wait()

    loop = KitchenLoop()
    task = None
    for number in range(10_000):
        task = loop.create_task(link(task), name=f"link {number}")
    assert task is not None
    with pytest.raises(Stalled) as caught:
        loop.run_until_complete(task)
    assert len(caught.value.waiting) == 10_000
    assert caught.value.cycle == ()
    for task in asyncio.all_tasks(loop):
        task.cancel()
    with pytest.raises(Stalled, match="nobody"):
        loop.run_forever()
    loop.close()


# -- who could still act -----------------------------------------------------------------------


def test_a_loop_with_frames_does_not_stall() -> None:
    async def main() -> int:
        event = asyncio.Event()
        waiter = asyncio.create_task(event.wait())
        async with contextlib.aclosing(asyncio.get_running_loop().frames()) as frames:  # type: ignore[attr-defined]
            async for frame in frames:
                if frame.number == 100:
                    event.set()
                    await waiter
                    return int(frame.number)
        raise AssertionError

    assert play(main()) == 100


def test_frames_that_nobody_asks_for_keep_nobody_alive() -> None:
    async def main() -> None:
        async with contextlib.aclosing(asyncio.get_running_loop().frames()) as frames:  # type: ignore[attr-defined]
            async for _ in frames:
                await asyncio.Event().wait()  # between frames

    (waiting,) = stall(main()).waiting
    assert waiting.where == at("between frames")


def test_another_thread_may_still_act() -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        event = asyncio.Event()
        go = threading.Event()

        def feed() -> None:
            go.wait()
            time.sleep(0.15)  # longer than the grace that any thread is given
            loop.call_soon_threadsafe(event.set)

        thread = threading.Thread(target=feed)
        thread.start()
        go.set()
        await event.wait()
        thread.join()

    play(main())


def test_idle_threads_of_the_pool_keep_nobody_alive() -> None:
    async def main() -> None:
        assert await asyncio.to_thread(int, "7") == 7
        await asyncio.Event().wait()

    stall(main())


def test_daemons_keep_nobody_alive() -> None:
    async def main() -> None:
        threading.Thread(target=over.wait, daemon=True).start()
        await asyncio.Event().wait()

    over = threading.Event()
    stall(main())
    over.set()


def test_a_loop_in_a_thread_waits_for_those_who_made_it() -> None:
    loop = KitchenLoop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def cook(seconds: float) -> float:
        await asyncio.sleep(seconds)
        return loop.time()

    try:
        time.sleep(0.1)
        first = asyncio.run_coroutine_threadsafe(cook(60), loop).result(10)
        second = asyncio.run_coroutine_threadsafe(cook(60), loop).result(10)
        assert (first, second) == (60.0, 120.0)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()
