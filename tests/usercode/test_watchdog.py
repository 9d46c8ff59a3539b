"""The watchdog: a recipe that holds the whole program is stopped and named.

This is the one thing here that takes time on the wall: the limit is short.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from time import sleep
from time import sleep as nap

import pytest
from tools.scenario import EACH_MODE, busy, cook, pot, shift_of

import kitchen.usercode.watching as watching
from kitchen import Cook, KitchenLoop, PolicyError, Raised, RecipeError, run
from kitchen.sim.policy import Policy
from kitchen.sim.shift.modes import choose_mode
from kitchen.sim.work.kitchen import Kitchen
from kitchen.usercode.watchdog import watched
from kitchen.usercode.watching import LIMIT


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Neither the watchdog nor a replaced `time.sleep` outlives the watch."""
    real = time.sleep
    yield
    assert time.sleep is real
    assert "watchdog" not in {thread.name for thread in threading.enumerate()}


def cook_watched(
    dish: Callable[[Cook], object],
    limit: float,
    mode: str = "concurrent",
    policy: str | Policy = "fifo",
    **stations: int,
) -> float:
    """Cook it, with so many seconds of wall time for a step; return the makespan."""
    shift = shift_of(busy(1), dish, **stations)  # type: ignore[arg-type]
    loop = KitchenLoop()
    kitchen = Kitchen(loop, shift, choose_mode(mode, 10), policy=policy)
    kitchen.open()
    try:
        with watched([kitchen], limit):
            makespan: float = loop.run_until_complete(kitchen.done)
        return makespan
    finally:
        kitchen.sweep()
        loop.close()


def line_of(function: Callable[..., object], offset: int) -> int:
    return function.__code__.co_firstlineno + offset


# -- steps that never end ----------------------------------------------------------------------


def down(depth: int) -> int:
    return depth and down(depth - 1)


async def diving(cook: Cook) -> None:
    cook.hands("dive", 5)
    while True:
        down(400)


def test_of_a_deep_recursion_only_so_many_frames_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(watching, "DEEPEST", 50)
    with pytest.raises(RecipeError, match=r"^order 2 \(diving\) never ends: .*test_watchdog\.py:"):
        cook_watched(diving, 0.1)


async def spinning(cook: Cook) -> None:
    cook.hands("spin", 5)
    while True:
        pass


@EACH_MODE
def test_a_step_that_never_ends_is_stopped_and_named(mode: str) -> None:
    with pytest.raises(RecipeError, match=r"^order 2 \(spinning\) never ends: ") as error:
        cook_watched(spinning, 0.1, mode)
    said = str(error.value)
    lines = [f"test_watchdog.py:{line_of(spinning, offset)})" for offset in (2, 3)]
    assert "it has run for 0.1 s without an await" in said
    assert said.endswith(tuple(lines))


def test_a_real_run_has_a_limit_that_nobody_needs_to_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LIMIT", 0.1)
    with pytest.raises(
        RecipeError, match=r"order 1 \(spinning\) never ends: .* for 0\.1 s without"
    ):
        run(shift_of(spinning))
    assert LIMIT < 5.0  # seconds, as long as nobody changes it


async def catching(cook: Cook) -> None:
    while True:
        try:
            while True:
                cook.hands("nothing", 0)
        except Exception:
            pass


def test_not_even_a_recipe_that_catches_everything_goes_on() -> None:
    with pytest.raises(RecipeError, match=r"order 2 \(catching\) never ends"):
        cook_watched(catching, 0.1)


async def deaf(cook: Cook) -> None:
    while True:
        try:
            while True:
                cook.hands("nothing", 0)
        except:  # noqa: E722
            pass


async def deaf_twice(cook: Cook) -> None:
    def helper() -> None:
        try:
            while True:
                sum(range(100))
        except BaseException:
            return

    while True:
        with contextlib.suppress(BaseException):
            helper()


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals to a thread")
@pytest.mark.parametrize("dish", [deaf, deaf_twice])
def test_nor_does_one_that_catches_even_what_is_not_an_exception(
    dish: Callable[[Cook], object],
) -> None:
    with pytest.raises(RecipeError, match=rf"order 2 \({dish.__name__}\) never ends"):
        cook_watched(dish, 0.1)


def test_a_step_that_never_ends_is_stopped_in_any_thread() -> None:
    with concurrent.futures.ThreadPoolExecutor() as pool:
        error = pool.submit(cook_watched, spinning, 0.1).exception()
    assert isinstance(error, RecipeError)
    assert str(error).startswith("order 2 (spinning) never ends")


def test_ctrl_c_stays_ctrl_c() -> None:
    async def stopped(cook: Cook) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cook_watched(stopped, 0.1)


async def counting(cook: Cook) -> None:
    def helper() -> None:
        while True:
            sum(range(100))

    helper()


def test_a_helper_that_never_ends_is_found() -> None:
    with pytest.raises(RecipeError, match=r"order 2 \(counting\) never ends") as error:
        cook_watched(counting, 0.1)
    assert "test_watchdog.py:" in str(error.value)


async def nested(cook: Cook) -> None:
    async def part() -> None:
        await cook.timer("boil", 5)
        while True:
            pass

    async with asyncio.TaskGroup() as group:
        group.create_task(part())


def test_a_part_that_never_ends_is_found() -> None:
    with pytest.raises(RecipeError, match=r"order 2 \(nested\) never ends"):
        cook_watched(nested, 0.1)


async def fussing(cook: Cook) -> None:
    while True:
        async with cook.station("hob"):
            cook.hands("wipe", 5)


def test_a_step_whose_work_is_over_at_once_again_and_again_is_found() -> None:
    with pytest.raises(RecipeError, match=r"order 2 \(fussing\) never ends"):
        cook_watched(fussing, 0.1, hob=1)


async def slow_but_sure(cook: Cook) -> None:
    until = time.perf_counter() + 0.15
    while time.perf_counter() < until:
        pass


def test_a_step_that_ends_in_time_is_nobodys_business() -> None:
    assert cook_watched(slow_but_sure, 0.6) == 1


async def many_short(cook: Cook) -> None:
    for _ in range(8):
        until = time.perf_counter() + 0.04
        while time.perf_counter() < until:
            pass
        await cook.timer("rest", 1)


def test_many_steps_may_take_longer_than_the_limit_together() -> None:
    assert cook_watched(many_short, 0.2) == 9


# -- policies ----------------------------------------------------------------------------------


def brooding(raised: Sequence[Raised], now: float) -> object:
    while len(raised) > 1:
        pass
    return raised[0]


class Brooding:
    def __call__(self, raised: Sequence[Raised], now: float) -> object:
        return brooding(raised, now)


@EACH_MODE
@pytest.mark.parametrize(
    ("policy", "name"), [(brooding, "brooding"), (Brooding(), "Brooding")], ids=["def", "object"]
)
def test_a_policy_that_never_ends_is_stopped_and_named(
    policy: Policy, name: str, mode: str
) -> None:
    with pytest.raises(PolicyError, match=rf"^policy {name} never ends: ") as error:
        cook_watched(busy(1), 0.1, mode, policy)
    lines = [f"test_watchdog.py:{line_of(brooding, offset)})" for offset in (1, 2)]
    assert "it has run for 0.1 s without an answer" in str(error.value)
    assert str(error.value).endswith(tuple(lines))


def sleepy(raised: Sequence[Raised], now: float) -> object:
    time.sleep(60)
    return raised[0]


def test_a_policy_may_not_sleep() -> None:
    with pytest.raises(
        PolicyError, match=r"^policy sleepy calls time\.sleep, which stops"
    ) as error:
        cook(busy(1), policy=sleepy)
    assert f"test_watchdog.py:{line_of(sleepy, 1)}" in str(error.value)


# -- time.sleep --------------------------------------------------------------------------------

BLOCKS = r"order 1 \({}\) calls time\.sleep, which stops every dish: await cook\.timer"


async def dozes(cook: Cook) -> None:
    cook.hands("sit down", 1)
    time.sleep(60)  # noqa: ASYNC251


async def dozes_in_a_helper(cook: Cook) -> None:
    doze()


def doze() -> None:
    time.sleep(60)


async def sleeps(cook: Cook) -> None:
    sleep(60)  # noqa: ASYNC251


async def naps(cook: Cook) -> None:
    await cook.timer("boil", 5)
    nap(60)  # noqa: ASYNC251


@EACH_MODE
def test_time_sleep_is_refused_with_its_line(mode: str) -> None:
    with pytest.raises(RecipeError, match=BLOCKS.format("dozes")) as error:
        cook(dozes, mode=mode)
    assert f"test_watchdog.py:{line_of(dozes, 2)}" in str(error.value)


def test_time_sleep_in_a_helper_is_refused() -> None:
    with pytest.raises(RecipeError, match=BLOCKS.format("dozes_in_a_helper")) as error:
        cook(dozes_in_a_helper)
    assert f"test_watchdog.py:{line_of(doze, 1)}" in str(error.value)


async def naps_in_a_helper(cook: Cook) -> None:
    take_a_nap()


def take_a_nap() -> None:
    nap(60)


async def dozes_in_a_part(cook: Cook) -> None:
    async def part() -> None:
        sleep(60)  # noqa: ASYNC251

    await asyncio.gather(part())


@pytest.mark.parametrize("dish", [sleeps, naps, naps_in_a_helper, dozes_in_a_part])
def test_sleep_under_any_name_is_refused(dish: Callable[[Cook], object]) -> None:
    before = sleep, nap
    with pytest.raises(RecipeError, match=BLOCKS.format(dish.__name__)) as error:
        cook(dish)  # type: ignore[arg-type]
    assert "test_watchdog.py:" in str(error.value)
    assert (sleep, nap) == before == (time.sleep, time.sleep)


def test_a_name_that_came_later_is_refused_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    cook(busy(1))

    async def snoozes(cook: Cook) -> None:
        snooze(60)  # type: ignore[name-defined]  # noqa: F821

    monkeypatch.setitem(globals(), "snooze", time.sleep)
    with pytest.raises(RecipeError, match=BLOCKS.format("snoozes")):
        cook(snoozes)


def rest(seconds: float, how: Callable[[float], None] = sleep) -> None:
    how(seconds)


async def rests(cook: Cook) -> None:
    rest(60)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals to a thread")
def test_a_sleep_that_nobody_saw_coming_is_interrupted() -> None:
    words = r"order 2 \(rests\) calls time\.sleep, which stops every dish"
    with pytest.raises(RecipeError, match=words) as error:
        cook_watched(rests, 0.1)
    assert f"test_watchdog.py:{line_of(rest, 1)}" in str(error.value)


def test_a_thread_of_a_recipe_sleeps_in_kitchen_time() -> None:
    def elsewhere() -> None:
        time.sleep(20)

    async def patient(cook: Cook) -> None:
        await asyncio.to_thread(elsewhere)
        await asyncio.to_thread(sleep, 10)
        cook.hands("yawn", 1)

    assert cook(patient).makespan == 31.0


def test_other_threads_sleep_as_ever() -> None:
    slept: list[float] = []

    def elsewhere() -> None:
        start = time.perf_counter()
        time.sleep(0.02)
        slept.append(time.perf_counter() - start)

    async def patient(cook: Cook) -> None:
        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join()
        cook.hands("yawn", 1)

    assert cook(patient).makespan == 1.0
    assert slept[0] >= 0.02


def test_whoever_runs_a_kitchen_may_sleep_before_and_after() -> None:
    real = time.sleep
    cook(pot(1, 1, 1))
    assert time.sleep is real
    with pytest.raises(RecipeError):
        cook(dozes)
    assert time.sleep is real


# -- the loop's own end ------------------------------------------------------------------------


async def stops(cook: Cook) -> None:
    cook.hands("work", 1)
    asyncio.get_running_loop().stop()


@EACH_MODE
def test_a_recipe_may_not_stop_the_loop(mode: str) -> None:
    words = r"^order 1 \(stops\) calls loop\.stop, which stops every dish: return instead"
    with pytest.raises(RecipeError, match=words) as error:
        cook(stops, mode=mode)
    assert f"test_watchdog.py:{line_of(stops, 2)}" in str(error.value)
