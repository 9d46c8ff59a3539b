"""One order: what happens does not hang on where in memory things happen to lie."""

from __future__ import annotations

import asyncio
import inspect
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools import constructs
from tools.constructs import PROGRAMS, Tools
from tools.programs import cooked, plainly, together

from kitchen import KitchenLoop
from kitchen.loop.numbered_tasks import Task

RUNS = 10


def litter(number: int) -> list[object]:
    """Garbage of other sizes, so that what is made next lies somewhere else."""
    rng = Random(number)
    kept: list[object] = [bytearray(rng.randrange(1, 2000)) for _ in range(rng.randrange(3000))]
    kept += [object() for _ in range(rng.randrange(5000))]
    rng.shuffle(kept)
    return kept[::2]


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_does_the_same_in_every_run(name: str) -> None:
    digests = set()
    for number in range(RUNS):
        kept = litter(number)
        digests.add(plainly(PROGRAMS[name]))
        del kept
    assert len(digests) == 1


@pytest.mark.parametrize("mode", ["concurrent", "hybrid", "blocking"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_a_recipe_does_the_same_in_every_run(name: str, mode: str) -> None:
    digests = set()
    for number in range(RUNS):
        kept = litter(number)
        digests.add(cooked(mode, PROGRAMS[name]))
        del kept
    assert len(digests) == 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sorted(PROGRAMS)), min_size=2, max_size=5), st.integers(0, 1000))
def test_so_do_any_of_them_together(names: list[str], seed: int) -> None:
    first = together(names, seed)
    kept = litter(seed)
    again = together(names, seed)
    del kept
    assert first == again


def told_by(name: str) -> list[str]:
    """What a program tells, and when."""
    told: list[str] = []

    async def main() -> None:
        loop = asyncio.get_running_loop()
        tell = lambda words: told.append(f"{loop.time():g} {words}")  # noqa: E731
        await PROGRAMS[name](Tools(tell, lambda seconds: None, asyncio.sleep, Random(1)))

    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        runner.run(main())
    return told


def test_who_leaves_a_condition_by_its_limit_notifies_another() -> None:
    assert told_by("conditions_with_a_limit") == [
        "1 too late 0", "1 too late 3", "1 too late 6", "1 notified 1", "1 notified 2",
        "1 notified 4", "1.5 notified 5", "1.5 notified 7",
    ]  # fmt: skip


def test_a_limit_around_a_group_that_fails_ends_with_it() -> None:
    assert told_by("a_group_ended_twice") == [
        "2 too late 0.5", "2 too late 1", "2 on it goes 0.5", "2 on it goes 1", "4 failed 3",
        "4 on it goes 3",
    ]  # fmt: skip


def test_a_cancellation_from_outside_outlives_a_group_that_fails() -> None:
    async def fail() -> None:
        try:
            await asyncio.sleep(10)
        finally:
            raise ValueError

    async def one() -> str:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail())
        except* ValueError:
            pass
        await asyncio.sleep(1)
        return "went on"

    async def main() -> object:
        task = asyncio.create_task(one())
        await asyncio.sleep(1)
        task.cancel()
        return (await asyncio.gather(task, return_exceptions=True))[0]

    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        assert isinstance(runner.run(main()), asyncio.CancelledError)


def test_a_factory_of_tasks_makes_numbered_ones_and_other_loops_have_their_own() -> None:
    async def main() -> list[object]:
        loop = asyncio.get_running_loop()
        loop.set_task_factory(
            lambda loop, coro, **options: asyncio.Task(coro, loop=loop, **options)
        )
        task = asyncio.create_task(asyncio.sleep(0))
        await task
        foreign = asyncio.new_event_loop()
        other = asyncio.Future(loop=foreign)  # type: ignore[var-annotated]
        foreign.close()
        kinds = [type(task), type(other), isinstance(other, asyncio.Future)]
        return [*kinds, isinstance(task, asyncio.Task), isinstance(other, asyncio.Task)]

    kinds = (asyncio.Task, asyncio.Future)
    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        assert runner.run(main()) == [Task, asyncio.futures.Future, True, True, False]
    assert kinds == (asyncio.Task, asyncio.Future)


def test_every_construct_stands_in_the_table() -> None:
    written = {
        name for name, value in vars(constructs).items() if inspect.iscoroutinefunction(value)
    }
    assert written == set(PROGRAMS)
