"""Every construct of asyncio that could tell where in memory things lie, each as a small program.

A program gets a function that does a piece of work and one that writes down that something has
happened. It runs as it is on a kitchen loop, and as a recipe in a kitchen.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from dataclasses import dataclass
from random import Random
from typing import Any

Program = Callable[["Tools"], Awaitable[None]]


@dataclass
class Tools:
    """What a program works with."""

    tell: Callable[[str], None]
    """Write down that this happened, now."""
    work: Callable[[float], None]
    """Hands-on work of so many seconds, or nothing where there are no hands."""
    wait: Callable[[float], Coroutine[Any, Any, None]]
    """A cooking timer, or a sleep."""
    random: Random

    async def chop(self, number: int) -> int:
        self.work(1.0 + number)
        self.tell(f"chopped {number}")
        await self.wait(float(self.random.randrange(3)))
        self.tell(f"waited {number}")
        return number


async def as_completed(t: Tools) -> None:
    for part in asyncio.as_completed([t.chop(i) for i in range(8)]):
        t.tell(f"got {await part}")


async def as_completed_of_a_map(t: Tools) -> None:
    for part in asyncio.as_completed(map(t.chop, range(8))):
        t.tell(f"got {await part}")


async def as_completed_in_vain(t: Tools) -> None:
    with contextlib.suppress(TimeoutError):
        for part in asyncio.as_completed([t.chop(i) for i in range(8)], timeout=4.0):
            t.tell(f"got {await part}")


async def as_completed_of_what_is_done(t: Tools) -> None:
    tasks = [asyncio.create_task(t.chop(i)) for i in range(8)]
    await asyncio.wait(tasks)
    for part in asyncio.as_completed(tasks):
        t.tell(f"got {await part}")


async def wait(t: Tools) -> None:
    pending = {asyncio.create_task(t.chop(i)) for i in range(9)}
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            t.tell(f"done {task.result()}")
        for task in pending:
            t.tell(f"left {task.get_name()}")


async def wait_for_gatherings(t: Tools) -> None:
    gathered = [asyncio.gather(t.chop(i), t.chop(i + 1)) for i in range(7)]
    done, _ = await asyncio.wait(gathered)
    for future in done:
        t.tell(f"done {future.result()}")


async def sets_of_futures(t: Tools) -> None:
    loop = asyncio.get_running_loop()
    futures = {loop.create_future() for _ in range(9)}
    for number, future in enumerate(futures):
        loop.call_later(number % 3, future.set_result, number)
    done, _ = await asyncio.wait(futures)
    for future in done:
        t.tell(f"done {future.result()}")


async def sets_of_tasks(t: Tools) -> None:
    tasks = {asyncio.create_task(t.chop(i)) for i in range(9)}
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        t.tell(f"ended {type(result).__name__}")


async def all_tasks(t: Tools) -> None:
    own = asyncio.current_task()
    made = [asyncio.create_task(t.chop(i)) for i in range(12)]
    await made[3]
    for task in asyncio.all_tasks():
        if task in made and task is not own:
            t.tell(f"still {task.get_name()}")
            task.cancel()
    await asyncio.wait(made)


async def an_aborted_group(t: Tools) -> None:
    async def untidy(number: int) -> None:
        try:
            await t.wait(50.0)
        finally:
            t.tell(f"tidy {number}")
            t.work(1.0)

    async def fail() -> None:
        await t.wait(5.0)
        raise ValueError("burnt")

    with contextlib.suppress(ExceptionGroup):
        async with asyncio.TaskGroup() as group:
            for number in range(9):
                group.create_task(untidy(number))
            group.create_task(fail())


async def threads(t: Tools) -> None:
    def count(number: int) -> int:
        return sum(range(number * 1000)) and number

    async def send(number: int) -> None:
        t.tell(f"back {await asyncio.to_thread(count, number)}")

    await asyncio.gather(*(send(9 - i) for i in range(9)))


async def threads_that_sleep(t: Tools) -> None:
    async def send(number: int) -> None:
        await asyncio.to_thread(time.sleep, number % 3)
        t.tell(f"back {number}")

    await asyncio.gather(*(send(9 - i) for i in range(9)))


async def threads_that_call(t: Tools) -> None:
    loop = asyncio.get_running_loop()

    def call(number: int) -> None:
        for i in range(5):
            loop.call_soon_threadsafe(told.append, f"{number} calls {i}")

    told: list[str] = []
    await asyncio.gather(*(asyncio.to_thread(call, i) for i in range(5)))
    for words in told:
        t.tell(words)


async def a_thread_that_waits(t: Tools) -> None:
    go = threading.Event()
    waiting = asyncio.create_task(asyncio.to_thread(go.wait))
    await t.wait(7.0)
    go.set()
    t.tell(f"woken {await waiting}")


async def async_generators(t: Tools) -> None:
    async def dishes(number: int) -> AsyncIterator[int]:
        try:
            for i in range(9):
                await t.wait(1.0)
                yield i
        finally:
            t.tell(f"closed {number}")

    async def eat(number: int) -> None:
        async for dish in dishes(number):
            if dish >= number:
                break
        t.tell(f"full {number}")

    await asyncio.gather(*(eat(i) for i in range(5)))
    await t.wait(1.0)


async def generators_in_circles(t: Tools) -> None:
    async def dishes(number: int) -> AsyncIterator[int]:
        try:
            while True:
                yield number
        finally:
            t.tell(f"closed {number}")

    for number in range(5):
        circle: list[Any] = [dishes(number)]
        circle.append(circle)
        await anext(circle[0])
    await t.wait(1.0)


async def waits_with_a_limit(t: Tools) -> None:
    async def one(number: int) -> None:
        try:
            t.tell(f"in time {await asyncio.wait_for(t.chop(number), 2.0)}")
        except TimeoutError:
            t.tell(f"too late {number}")

    await asyncio.gather(*(one(i) for i in range(5)))


async def tasks_and_futures_made_directly(t: Tools) -> None:
    futures = {asyncio.Future() for _ in range(9)}  # type: ignore[var-annotated]
    for number, future in enumerate(futures):
        future.add_done_callback(lambda f: t.tell(f"got {f.result()}"))
        future.set_result(number)
    loop = asyncio.get_running_loop()
    tasks = {asyncio.Task(t.chop(i), loop=loop) for i in range(9)}
    done, _ = await asyncio.wait([*tasks, *futures])
    for task in done:
        t.tell(f"done {task.result()}")


async def conditions_with_a_limit(t: Tools) -> None:
    condition = asyncio.Condition()

    async def one(number: int) -> None:
        async with condition:
            try:
                async with asyncio.timeout(1.0 + number % 3):
                    await condition.wait()
                t.tell(f"notified {number}")
            except TimeoutError:
                t.tell(f"too late {number}")

    ones = [asyncio.create_task(one(i)) for i in range(8)]
    await t.wait(1.5)
    async with condition:
        condition.notify(2)
    await asyncio.gather(*ones)


async def a_group_ended_twice(t: Tools) -> None:
    async def fail(seconds: float) -> None:
        try:
            await t.wait(seconds)
        finally:
            await t.wait(2.0)
            raise ValueError

    async def one(seconds: float) -> None:
        try:
            async with asyncio.timeout(2.0), asyncio.TaskGroup() as group:
                for _ in range(2):
                    group.create_task(fail(seconds))
                await t.wait(seconds)
        except* ValueError:
            t.tell(f"failed {seconds:g}")
        except* TimeoutError:
            t.tell(f"too late {seconds:g}")
        await asyncio.sleep(0)
        t.tell(f"on it goes {seconds:g}")

    await asyncio.gather(one(0.5), one(1.0), one(3.0), return_exceptions=True)


async def names(t: Tools) -> None:
    task = asyncio.create_task(t.chop(1))
    t.tell(f"{task.get_name()}")
    await task


async def a_staircase_of_shields(t: Tools) -> None:
    inner = [asyncio.create_task(t.chop(i)) for i in range(5)]
    outer = {asyncio.shield(task) for task in inner}
    for future in outer:
        future.add_done_callback(lambda f: t.tell(f"shielded {f.cancelled() or f.result()}"))
    await asyncio.wait(outer)


PROGRAMS: dict[str, Program] = {
    function.__name__: function
    for function in (
        as_completed, as_completed_of_a_map, as_completed_in_vain,
        as_completed_of_what_is_done, wait, wait_for_gatherings, sets_of_futures, sets_of_tasks,
        all_tasks, an_aborted_group, threads, threads_that_sleep, threads_that_call,
        a_thread_that_waits, async_generators, generators_in_circles, waits_with_a_limit,
        tasks_and_futures_made_directly, conditions_with_a_limit, a_group_ended_twice, names,
        a_staircase_of_shields,
    )
}  # fmt: skip

VERSIONED = {"as_completed_async"}
"""Those that not every Python has."""

if sys.version_info >= (3, 13):

    async def as_completed_async(t: Tools) -> None:
        async for part in asyncio.as_completed([t.chop(i) for i in range(8)]):
            t.tell(f"got {await part}")

    PROGRAMS["as_completed_async"] = as_completed_async
