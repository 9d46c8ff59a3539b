"""Programs that poll: kitchen time goes by for them, since nothing else will end it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from kitchen import KitchenLoop
from kitchen.loop.polling import BUSY, POLLING


def play(main: Coroutine[Any, Any, Any], loop: KitchenLoop | None = None) -> Any:
    with asyncio.Runner(loop_factory=lambda: loop or KitchenLoop()) as runner:
        return runner.run(main)


def now() -> float:
    return asyncio.get_running_loop().time()


SHORT = [0, 1e-300, 1e-9]


@pytest.mark.parametrize("seconds", SHORT)
def test_a_poll_ends_when_what_it_waits_for_is_due(seconds: float) -> None:
    async def main() -> float:
        task = asyncio.create_task(asyncio.sleep(5))
        while not task.done():  # noqa: ASYNC110
            await asyncio.sleep(seconds)
        return now()

    assert play(main()) == pytest.approx(5.0, abs=1e-6)


def test_a_poll_for_time_alone_takes_few_turns() -> None:
    async def main() -> tuple[int, float]:
        turns = 0
        loop = asyncio.get_running_loop()
        while loop.time() < 2.0:
            await asyncio.sleep(0)
            turns += 1
        return turns, now()

    turns, end = play(main())
    assert end == pytest.approx(2.0, abs=0.002)
    assert turns < 2 * BUSY


def test_a_poll_with_a_limit_of_no_length_ends() -> None:
    async def main() -> float:
        pending = {asyncio.create_task(asyncio.sleep(0.05))}
        while pending:
            _, pending = await asyncio.wait(pending, timeout=0)
        return now()

    assert play(main()) == 0.05


@pytest.mark.parametrize("seconds", SHORT)
def test_so_do_callbacks_that_set_themselves_again(seconds: float) -> None:
    async def main() -> float:
        loop = asyncio.get_running_loop()

        def again() -> None:
            loop.call_later(seconds, again)

        again()
        await asyncio.sleep(1)
        return now()

    assert play(main()) == 1.0


def test_a_timer_set_again_for_the_moment_that_it_is_ends() -> None:
    async def main() -> bool:
        loop, over = asyncio.get_running_loop(), asyncio.Event()

        def keep_alive(until: float) -> None:
            if loop.time() <= until:  # as if the clock had to go beyond it
                loop.call_at(until, keep_alive, until)
            else:
                over.set()

        loop.call_at(1.0, keep_alive, 1.0)
        return await over.wait()

    assert play(main())


def test_who_is_known_to_poll_is_given_less_time() -> None:
    async def main() -> int:
        async def tick() -> None:
            for _ in range(100):
                await asyncio.sleep(1)

        ticking, turns = asyncio.create_task(tick()), 0
        while not ticking.done():
            await asyncio.sleep(0)
            turns += 1
        return turns

    assert BUSY <= play(main()) <= BUSY + 101 * (POLLING + 5)


def test_a_long_job_at_one_moment_is_no_poll() -> None:
    async def main() -> tuple[float, list[float]]:
        woken: list[float] = []

        async def sleep() -> None:
            await asyncio.sleep(10)
            woken.append(now())

        sleeping = asyncio.create_task(sleep())
        for _ in range(BUSY - 10):
            await asyncio.sleep(0)
        done = now(), list(woken)
        await sleeping
        return done

    assert play(main()) == (0.0, [])


def test_many_timers_of_one_moment_are_no_poll() -> None:
    async def main() -> tuple[int, float]:
        loop = asyncio.get_running_loop()
        rung: list[None] = []
        for _ in range(2 * BUSY):
            loop.call_later(1, rung.append, None)
        late = loop.call_later(1.01, int)
        await asyncio.sleep(1)
        return len(rung), late.when() - now()

    assert play(main()) == (2 * BUSY, pytest.approx(0.01))


@pytest.mark.parametrize("poll", [lambda: asyncio.sleep(0), lambda: asyncio.sleep(1e-9)])
def test_a_poll_for_a_thread_ends(poll: Callable[[], Coroutine[Any, Any, None]]) -> None:
    async def main() -> tuple[int, float]:
        task = asyncio.create_task(asyncio.to_thread(int, "7"))
        while not task.done():
            await poll()
        return task.result(), round(now(), 2)

    assert play(main()) == (7, 0.0)
