"""Threads beside the loop: what kitchen time does while one is away, and whose call comes first."""

from __future__ import annotations

import asyncio
import concurrent.futures
import importlib.util
import logging
import queue
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from time import sleep
from types import ModuleType
from typing import Any

import pytest

import kitchen.loop.standstill
import kitchen.loop.threads
from kitchen import KitchenLoop, Stalled
from kitchen.loop.pool import Pool
from kitchen.loop.sleeping import REAL


def play(main: Awaitable[Any]) -> Any:
    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        return runner.run(main)  # type: ignore[arg-type]


def now() -> float:
    return asyncio.get_running_loop().time()


@pytest.fixture
def loop() -> Iterator[KitchenLoop]:
    made = KitchenLoop()
    yield made
    made.close()


# -- a thread that sleeps ----------------------------------------------------------------------


def test_a_thread_sleeps_in_kitchen_time() -> None:
    async def main() -> list[tuple[float, float]]:
        woken = []

        async def nap(seconds: float) -> None:
            await asyncio.to_thread(time.sleep, seconds)
            woken.append((seconds, now()))

        await asyncio.gather(*(nap(n) for n in (3600, 60, 0, 7200, 60)))
        return woken

    begun = time.perf_counter()
    assert play(main()) == [(0, 0.0), (60, 60.0), (60, 60.0), (3600, 3600.0), (7200, 7200.0)]
    assert time.perf_counter() - begun < 60.0


def test_a_thread_begins_when_the_step_that_sends_it_has_come_so_far() -> None:
    async def after_work(seconds: float) -> float:
        asyncio.get_running_loop().work(30)  # type: ignore[attr-defined]
        await asyncio.to_thread(time.sleep, seconds)
        return now()

    async def main() -> list[float]:
        return [await after_work(240), await after_work(0), await after_work(10)]

    assert play(main()) == [270.0, 300.0, 340.0]


def test_it_does_so_without_to_thread_as_well(loop: KitchenLoop) -> None:
    loop.run_until_complete(loop.run_in_executor(None, time.sleep, 5))
    with concurrent.futures.ThreadPoolExecutor(1) as executor:
        loop.run_until_complete(loop.run_in_executor(executor, time.sleep, 6))
    assert loop.time() == 11.0


def test_sleep_is_kitchen_time_wherever_the_thread_calls_it(loop: KitchenLoop) -> None:
    def brew(minutes: int) -> str:
        for _ in range(minutes):
            time.sleep(60)
            sleep(0.5)  # under a name of this module's own
        return "tea"

    assert loop.run_until_complete(loop.run_in_executor(None, brew, 3)) == "tea"
    assert loop.time() == 181.5
    assert time.sleep is sleep is REAL


def test_a_lazy_module_is_not_loaded_for_that_and_not_missed_once_it_is(
    loop: KitchenLoop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lazy_napper.py").write_text("from time import sleep\n", encoding="utf-8")
    spec = importlib.util.spec_from_file_location("lazy_napper", tmp_path / "lazy_napper.py")
    assert spec is not None
    assert spec.loader is not None
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "lazy_napper", module)
    spec.loader.exec_module(module)
    loop.run_until_complete(loop.run_in_executor(None, time.sleep, 1))
    assert type(module) is not ModuleType  # as it is before anything was asked of it
    nap = module.sleep
    assert nap is REAL
    loop.run_until_complete(loop.run_in_executor(None, lambda: module.sleep(5)))
    assert loop.time() == 6.0


def test_a_limit_ends_the_wait_for_a_thread_that_sleeps() -> None:
    async def main() -> float:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(asyncio.to_thread(time.sleep, 2), 0.5)
        return now()

    assert play(main()) == 0.5


def test_more_threads_than_the_pool_has_sleep_one_after_the_other() -> None:
    async def main() -> float:
        await asyncio.gather(*(asyncio.to_thread(time.sleep, 1) for _ in range(100)))
        return now()

    assert play(main()) == 4.0


@pytest.mark.parametrize("seconds", [-1, "long", None, float("nan")])
def test_a_time_that_cannot_be_slept_is_refused_as_ever(seconds: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        play(asyncio.to_thread(time.sleep, seconds))


def test_a_sleep_ends_if_the_loop_itself_waits_for_the_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kitchen.loop.standstill, "BLOCKED", 0.05)
    told = []

    def nap() -> None:
        time.sleep(1)
        time.sleep(0)
        told.append("slept")

    async def main() -> None:
        loop = asyncio.get_running_loop()
        with concurrent.futures.ThreadPoolExecutor() as executor:
            future = loop.run_in_executor(executor, nap)
            await asyncio.sleep(0.5)
        told.append(f"left at {now():g}")
        await future

    play(main())
    assert told == ["slept", "left at 0.5"]


def test_so_it_does_if_the_loop_wants_a_lock_that_the_sleeper_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kitchen.loop.standstill, "BLOCKED", 0.05)
    lock = threading.Lock()

    def nap() -> float:
        with lock:
            time.sleep(1)
        return 1.0

    async def main() -> float:
        task = asyncio.create_task(asyncio.to_thread(nap))
        await asyncio.sleep(0.5)
        with lock:
            pass
        return await task + now()

    assert play(main()) == 1.5


def test_so_it_does_if_nobody_runs_the_loop(
    loop: KitchenLoop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kitchen.loop.standstill, "BLOCKED", 0.05)
    with concurrent.futures.ThreadPoolExecutor() as executor:
        future = loop.run_in_executor(executor, time.sleep, 1)
    loop.run_until_complete(future)
    assert loop.time() == 0.0


def test_the_end_of_the_threads_takes_no_kitchen_time() -> None:
    ticks = []
    tasks = []

    async def tick() -> None:
        for number in range(1000):
            await asyncio.sleep(0.001)
            ticks.append(number)

    async def stay() -> None:
        try:
            await asyncio.sleep(1000)
        finally:
            tasks.append(asyncio.create_task(tick()))

    async def main() -> None:
        tasks.append(asyncio.create_task(stay()))
        await asyncio.to_thread(time.sleep, 1)

    for _ in range(10):
        play(main())
    assert ticks == []


def test_a_closed_loop_leaves_nobody_asleep(loop: KitchenLoop) -> None:
    executor = concurrent.futures.ThreadPoolExecutor(1)
    loop.run_in_executor(executor, time.sleep, 1e9)
    loop.call_later(1, loop.stop)
    loop.run_forever()
    loop.close()
    executor.shutdown()  # waits for the thread


# -- a thread that waits -----------------------------------------------------------------------


def woken_by(wait: Callable[[], object], wake: Callable[[], object]) -> float:
    """The kitchen time at which a thread is back that waits, and is woken at 0.1 s."""

    async def main() -> float:
        waiting = asyncio.create_task(asyncio.to_thread(wait))
        await asyncio.sleep(0.1)
        wake()
        await waiting
        return now()

    result: float = play(main())
    return result


def test_time_goes_by_for_a_thread_that_waits_for_the_loop() -> None:
    event, semaphore = threading.Event(), threading.Semaphore(0)
    things: queue.Queue[int] = queue.Queue()
    barrier = threading.Barrier(2)
    helper = threading.Thread(target=barrier.wait)
    assert woken_by(event.wait, event.set) == 0.1
    assert woken_by(semaphore.acquire, semaphore.release) == 0.1
    assert woken_by(things.get, lambda: things.put(1)) == 0.1
    assert woken_by(barrier.wait, helper.start) == 0.1
    helper.join()


def test_so_it_does_where_nobody_can_see_what_a_thread_waits_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kitchen.loop.standstill, "BLOCKED", 0.05)
    lock = threading.Lock()
    lock.acquire()
    assert woken_by(lock.acquire, lock.release) == 0.1


def test_threads_that_wait_for_one_another_need_no_time() -> None:
    async def main() -> tuple[list[int], float]:
        things: queue.Queue[int | None] = queue.Queue(maxsize=1)

        def produce() -> None:
            for number in range(100):
                things.put(number)
            things.put(None)

        def consume() -> list[int]:
            return list(iter(things.get, None))

        ticking = asyncio.create_task(asyncio.sleep(1e9))
        got, _ = await asyncio.gather(asyncio.to_thread(consume), asyncio.to_thread(produce))
        ticking.cancel()
        return got, now()

    assert play(main()) == (list(range(100)), 0.0)


def test_a_thread_that_nobody_will_wake_is_a_stall(caplog: pytest.LogCaptureFixture) -> None:
    async def main() -> None:
        await asyncio.to_thread(never.wait)

    never = threading.Event()
    loop = KitchenLoop()
    with pytest.raises(Stalled, match=r"Task-1 waits for a thread that waits itself: Event\.wait"):
        loop.run_until_complete(main())
    with pytest.warns(RuntimeWarning, match="did not finish"), caplog.at_level(logging.WARNING):
        loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()
    assert "Event.wait() at" in caplog.text and "never ends" in caplog.text
    never.set()


def test_a_thread_may_ask_the_loop_and_wait_for_the_answer() -> None:
    async def cook(seconds: float) -> float:
        await asyncio.sleep(seconds)
        return now()

    async def main() -> list[float]:
        loop = asyncio.get_running_loop()

        def errand(seconds: float) -> float:
            first = asyncio.run_coroutine_threadsafe(cook(seconds), loop).result()
            return first + asyncio.run_coroutine_threadsafe(cook(seconds), loop).result(60)

        return await asyncio.gather(*(asyncio.to_thread(errand, s) for s in (60, 1)))

    assert play(main()) == [180.0, 3.0]


# -- a thread that works -----------------------------------------------------------------------


def test_results_come_in_the_order_in_which_the_calls_were_sent() -> None:
    async def main() -> list[int]:
        back: list[int] = []

        def work(number: int) -> int:
            if number < 4:
                gates[number].wait()
            if number:
                gates[number - 1].set()  # each waits for the one sent after it
            return number

        async def send(number: int) -> None:
            back.append(await asyncio.to_thread(work, number))

        gates = [threading.Event() for _ in range(4)]
        await asyncio.gather(*(send(n) for n in range(5)))
        return back

    assert play(main()) == [0, 1, 2, 3, 4]


def test_what_threads_call_comes_in_that_order_too() -> None:
    async def main() -> list[tuple[int, int]]:
        loop = asyncio.get_running_loop()
        called: list[tuple[int, int]] = []

        def call(number: int) -> None:
            barrier.wait()
            for i in range(50):
                loop.call_soon_threadsafe(called.append, (number, i))

        barrier = threading.Barrier(3)
        await asyncio.gather(*(asyncio.to_thread(call, n) for n in range(3)))
        return called

    assert play(main()) == [(n, i) for n in range(3) for i in range(50)]


def test_a_thread_that_works_for_long_is_named(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(kitchen.loop.threads, "TELL", 0.02)

    def simmer() -> None:
        while not caplog.records:
            sum(range(1000))

    async def main() -> None:
        await asyncio.to_thread(simmer)

    play(main())
    (record,) = caplog.records
    words = record.getMessage()
    assert words.startswith("kitchen time stands still while a thread is at work: ")
    assert "simmer() at" in words and "test_threads.py:" in words
    assert "; Task-1 waits for it at test_threads.py:" in words


def test_a_loop_that_waits_for_a_stranger_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(kitchen.loop.threads, "TELL", 0.02)

    async def main() -> None:
        loop, done = asyncio.get_running_loop(), asyncio.Event()

        def call() -> None:
            while not caplog.records:
                sum(range(1000))
            loop.call_soon_threadsafe(done.set)

        thread = threading.Thread(target=call, name="the stranger")
        thread.start()
        await done.wait()
        thread.join()

    play(main())
    assert [r.getMessage() for r in caplog.records] == [
        "the loop waits for a call from another thread: the stranger"
    ]


# -- the pool ----------------------------------------------------------------------------------


def test_a_loop_that_waits_for_a_thread_which_never_comes_back_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(kitchen.loop.threads, "TELL", 0.2)
    monkeypatch.setattr(kitchen.loop.standstill, "BLOCKED", 0.05)
    lock = threading.Lock()
    lock.acquire()
    told = threading.Event()

    class Told(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.set()

    def help_out() -> None:
        told.wait()
        lock.release()

    helper = threading.Thread(target=help_out, daemon=True)
    helper.start()
    handler = Told()
    logging.getLogger("kitchen").addHandler(handler)
    try:
        assert play(asyncio.to_thread(lock.acquire))
    finally:
        logging.getLogger("kitchen").removeHandler(handler)
    helper.join()
    # asyncio may tell just then of tasks that another test has left pending
    (told_of,) = (r.getMessage() for r in caplog.records if r.name.startswith("kitchen"))
    assert told_of.startswith("the loop waits for a call from another thread: lock.acquire() at ")
    assert told_of.endswith("; Task-1 waits for it")


def test_the_pool_is_one_of_daemons_with_asyncios_names() -> None:
    async def main() -> threading.Thread:
        return await asyncio.to_thread(threading.current_thread)

    thread = play(main())
    assert (thread.name, thread.daemon) == ("asyncio_0", True)


def test_the_pool_has_no_more_threads_than_it_needs() -> None:
    pool = Pool(3)
    names = {pool.submit(lambda: threading.current_thread().name).result() for _ in range(20)}
    gate = threading.Event()
    held = [pool.submit(gate.wait) for _ in range(7)]
    assert not held[-1].running() and held[-1].cancel()
    gate.set()
    assert len(names) <= 3 and all(call.result() for call in held[:-1])
    pool.shutdown()
    with pytest.raises(RuntimeError, match="after shutdown"):
        pool.submit(int)
