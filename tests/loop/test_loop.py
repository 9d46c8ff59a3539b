"""The kitchen loop: order, ranks, work, threads and the article's programs, at exact times."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import contextvars
import gc
import inspect
import logging
import subprocess
import sys
import textwrap
import threading
import weakref
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator
from functools import partial
from typing import Any, TypeVar

import pytest

from kitchen import KitchenLoop, Stalled, run
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Steps
from kitchen.loop.worker import WORKER, learn_steps

T = TypeVar("T")


@pytest.fixture
def loop() -> Iterator[KitchenLoop]:
    loop = KitchenLoop()
    yield loop
    loop.close()


def play(program: Coroutine[Any, Any, T], debug: bool = False) -> T:
    """`asyncio.run` on the kitchen loop."""
    with asyncio.Runner(loop_factory=KitchenLoop, debug=debug) as runner:
        return runner.run(program)


def now() -> float:
    return asyncio.get_running_loop().time()


# -- time and order ----------------------------------------------------------------------------


async def test_asynchronous_tests_run_on_the_kitchen_loop() -> None:
    assert type(asyncio.get_running_loop()) is KitchenLoop
    await asyncio.sleep(365 * 24 * 3600)
    assert now() == 365 * 24 * 3600


async def test_time_moves_to_exact_moments_only() -> None:
    moments = []
    for _ in range(10):
        await asyncio.sleep(0.1)
        moments.append(now())
    total = 0.0
    assert moments == [total := total + 0.1 for _ in range(10)]


async def test_200_sleepers_with_equal_deadlines_wake_in_order() -> None:
    async def sleeper(number: int) -> None:
        await asyncio.sleep(10)
        woken.append((number, now()))

    woken: list[tuple[int, float]] = []
    await asyncio.gather(*(sleeper(i) for i in range(200)))
    assert woken == [(i, 10.0) for i in range(200)]


def test_equal_moments_fire_in_the_order_in_which_they_were_set(loop: KitchenLoop) -> None:
    fired: list[str] = []
    loop.call_at(2, fired.append, "a")
    loop.call_at(1, loop.call_at, 2, fired.append, "d")
    loop.call_at(2, fired.append, "b")
    loop.call_later(2, fired.append, "c")
    loop.call_at(3, loop.stop)
    loop.run_forever()
    assert fired == ["a", "b", "c", "d"]


def test_all_that_is_due_fires_before_its_consequences(loop: KitchenLoop) -> None:
    fired: list[str] = []

    def first() -> None:
        fired.append("first")
        loop.call_soon(fired.append, "consequence")
        loop.call_at(1, fired.append, "timer set meanwhile")

    loop.call_at(1, first)
    loop.call_at(1, fired.append, "second")
    loop.push(1, lambda: fired.append("third"))
    loop.call_at(2, loop.stop)
    loop.run_forever()
    assert fired == ["first", "second", "third", "consequence", "timer set meanwhile"]


def test_at_one_moment_timers_then_commands_one_at_a_time_then_frames() -> None:
    loop = KitchenLoop(Steps(5.0))
    told: list[str] = []

    def command(name: str) -> None:
        told.append(name)
        loop.call_soon(told.append, f"soon after {name}")
        loop.call_later(0, told.append, f"timer of {name}")

    async def frames() -> None:
        async with contextlib.aclosing(loop.frames()) as shown:
            async for frame in shown:
                told.append(f"frame {frame.number}")
                if frame.number == 1:
                    return

    loop.call_command(lambda: command("command 1"), 5)
    loop.call_command(lambda: command("command 2"), 5)
    loop.call_at(5, loop.call_soon, told.append, "soon after the timer")
    loop.run_until_complete(frames())
    loop.close()
    assert told == [
        "frame 0",
        "soon after the timer",
        *("command 1", "soon after command 1", "timer of command 1"),
        *("command 2", "soon after command 2", "timer of command 2"),
        "frame 1",
    ]


def test_a_command_for_the_past_comes_after_the_timers_of_now(loop: KitchenLoop) -> None:
    told: list[str] = []

    def at_ten() -> None:
        loop.call_command(lambda: told.append("command"), at=3)
        loop.call_at(10, told.append, "timer")

    loop.call_at(10, at_ten)
    loop.call_at(11, loop.stop)
    loop.run_forever()
    assert told == ["timer", "command"]


def test_settled_callbacks_wait_for_all_that_is_ready(loop: KitchenLoop) -> None:
    told: list[str] = []
    loop.call_settled(lambda: told.append("settled 1"))
    loop.call_settled(lambda: told.append("settled 2"))
    loop.call_settled(loop.stop)
    loop.call_soon(loop.call_soon, told.append, "soon, twice removed")
    loop.call_later(0, told.append, "timer of now")
    loop.run_forever()
    assert told == ["timer of now", "soon, twice removed", "settled 1", "settled 2"]


def test_a_stopped_loop_ends_its_turn(loop: KitchenLoop) -> None:
    told: list[str] = []
    loop.call_soon(loop.stop)
    loop.call_soon(told.append, "this turn")
    loop.call_soon(loop.call_soon, told.append, "next turn")
    loop.run_forever()
    assert told == ["this turn"]
    loop.stop()  # before it runs: one turn
    loop.run_forever()
    assert told == ["this turn", "next turn"]
    loop.call_later(5, told.append, "later")
    loop.stop()
    loop.run_forever()
    assert (told[2:], loop.time()) == ([], 0.0)


def test_never_is_infinity(loop: KitchenLoop) -> None:
    handle = loop.call_at(float("inf"), print, "never")
    assert loop.idle
    loop.call_at(7, loop.stop)
    assert not loop.idle
    loop.run_forever()
    with pytest.raises(Stalled):
        loop.run_forever()
    assert loop.time() == 7.0
    handle.cancel()
    with pytest.raises(ValueError, match="NaN"):
        loop.call_later(float("nan"), print)


# -- timers that are cancelled -----------------------------------------------------------------


def test_cancelled_timers_are_swept(loop: KitchenLoop) -> None:
    fired: list[int] = []
    for number in range(10_000):
        handle = loop.call_later(1000, fired.append, number)
        if number % 1000:
            handle.cancel()
        assert len(loop.heap) < 400
    loop.call_later(1000, loop.stop)
    loop.run_forever()
    assert fired == list(range(0, 10_000, 1000))
    assert loop._cancelled_timers == 0


def test_timers_that_fired_do_not_count_as_cancelled(loop: KitchenLoop) -> None:
    async def sleeper(seconds: float) -> None:
        for _ in range(20):
            await asyncio.sleep(seconds)  # which cancels its timer in the end

    async def main() -> None:
        await asyncio.gather(*(sleeper(i) for i in range(1, 50)))

    loop.run_until_complete(main())
    assert loop._cancelled_timers == 0
    assert not loop.heap


def test_a_timer_cancelled_by_one_of_the_same_moment_does_not_fire(loop: KitchenLoop) -> None:
    fired: list[str] = []
    handles: list[asyncio.TimerHandle] = []
    loop.call_at(1, lambda: handles[0].cancel())
    handles.append(loop.call_at(1, fired.append, "cancelled"))
    loop.call_at(2, loop.stop)
    loop.run_forever()
    assert fired == []
    assert loop._cancelled_timers == 0


# -- steps that take time ----------------------------------------------------------------------


class Hand:
    """A worker with two hands for everything, who takes each step as soon as it is ready."""

    def __init__(self, loop: KitchenLoop) -> None:
        self.loop = loop
        self.ends: list[float] = []

    def step_ready(
        self, callback: Callable[..., object], args: tuple[Any, ...], context: contextvars.Context
    ) -> None:
        self.loop.call_backstage(partial(self._run, callback, args, context))

    def _run(self, *step: Any) -> None:
        self.ends.append(self.loop.run_step(*step))

    def start(self, program: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        context = contextvars.Context()
        context.run(WORKER.set, self)
        return self.loop.create_task(program, context=context)


def test_a_step_reads_the_clock_with_its_work(loop: KitchenLoop) -> None:
    hand = Hand(loop)

    async def main() -> list[float]:
        read = [loop.time()]
        loop.work(5)
        read.append(loop.time())
        assert loop.working
        await asyncio.sleep(10)
        read.append(loop.time())
        assert not loop.working
        return read

    assert loop.run_until_complete(hand.start(main())) == [0.0, 5.0, 15.0]
    assert hand.ends == [5.0, 15.0]


def test_what_a_step_sets_going_counts_from_its_work(loop: KitchenLoop) -> None:
    hand = Hand(loop)
    told: list[tuple[str, float]] = []

    def tell(name: str) -> None:
        told.append((name, loop.time()))

    async def helper() -> None:
        tell("helper")

    async def main() -> None:
        loop.work(5)
        loop.call_soon(tell, "soon")
        loop.call_at(1, tell, "at 1")
        loop.call_at(5, tell, "at 5")
        loop.call_later(2, tell, "later")
        loop.call_command(lambda: tell("command"))
        helping = asyncio.create_task(helper())
        loop.work(1)
        loop.call_soon(tell, "sooner or later")
        await helping

    loop.call_at(3, tell, "meanwhile")
    loop.run_until_complete(hand.start(main()))
    loop.call_later(5, loop.stop)
    loop.run_forever()
    assert told == [
        ("meanwhile", 3.0),
        *[("soon", 5.0), ("at 1", 5.0), ("at 5", 5.0), ("helper", 5.0), ("command", 5.0)],
        ("sooner or later", 6.0),
        ("later", 7.0),
    ]


def test_tasks_inherit_their_worker_and_others_are_backstage(loop: KitchenLoop) -> None:
    hand = Hand(loop)

    async def nothing() -> None:
        await asyncio.sleep(1)

    async def main() -> None:
        await asyncio.gather(nothing(), nothing())
        loop.create_task(nothing(), context=contextvars.Context())
        await asyncio.sleep(5)

    loop.run_until_complete(hand.start(main()))
    assert len(hand.ends) == 1 + 2 * 2 + 1 + 1


def test_a_step_that_cannot_be_taken_is_reported(loop: KitchenLoop) -> None:
    hand = Hand(loop)
    reported: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _, context: reported.append(context))

    class Meddled(asyncio.Task[Any]):
        def meddle(self) -> None:
            asyncio.Future.set_result(self, "early")

    async def main() -> None:
        await asyncio.sleep(1)

    context = contextvars.Context()
    context.run(WORKER.set, hand)
    task = Meddled(main(), loop=loop, context=context)
    loop.call_at(0.5, task.meddle)
    loop.call_at(2, loop.stop)
    loop.run_forever()
    assert [type(context["exception"]) for context in reported] == [asyncio.InvalidStateError]
    assert reported[0]["task"] is task
    task.get_coro().close()


def test_tasks_of_a_kind_that_the_loop_does_not_know_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without the C accelerator both kinds of step are bound methods: nothing tells them apart."""
    assert learn_steps()
    monkeypatch.setattr(asyncio, "Task", asyncio.tasks._PyTask)  # type: ignore[attr-defined]
    with pytest.raises(ImportError, match="of a kind that the kitchen does not know"):
        learn_steps()


# -- threads -----------------------------------------------------------------------------------


def test_kitchen_time_stands_still_while_a_thread_works() -> None:
    async def main() -> tuple[float, list[float]]:
        woken: list[float] = []
        release = threading.Event()

        async def sleeper() -> None:
            for _ in range(1000):
                await asyncio.sleep(1)
                woken.append(now())

        sleeping = asyncio.create_task(sleeper())
        await asyncio.sleep(2.5)
        asyncio.get_running_loop().call_soon(release.set)
        await asyncio.to_thread(release.wait)
        done = now(), woken.copy()
        sleeping.cancel()
        return done

    assert play(main()) == (2.5, [1.0, 2.0])


def test_a_result_is_in_before_time_goes_on() -> None:
    async def main() -> list[float]:
        ticking = asyncio.create_task(asyncio.sleep(1e9))
        asyncio.get_running_loop().call_later(1, int)
        times = []
        for _ in range(100):
            await asyncio.to_thread(int)
            times.append(now())
        ticking.cancel()
        return times

    assert play(main()) == [0.0] * 100


def test_a_thread_that_calls_the_loop_may_wait_for_it() -> None:
    async def cook(seconds: float) -> float:
        await asyncio.sleep(seconds)
        return now()

    async def main() -> tuple[float, float]:
        loop = asyncio.get_running_loop()

        def errand() -> float:
            return asyncio.run_coroutine_threadsafe(cook(60), loop).result(10)

        return await asyncio.to_thread(errand), now()

    assert play(main()) == (60.0, 60.0)


def test_call_soon_threadsafe_keeps_the_order(loop: KitchenLoop) -> None:
    told: list[int] = []

    def call() -> None:
        for number in range(1000):
            loop.call_soon_threadsafe(told.append, number)
        loop.call_soon_threadsafe(loop.stop)

    thread = threading.Thread(target=call)
    loop.call_soon(thread.start)
    loop.run_forever()
    thread.join()
    assert told == list(range(1000))
    assert loop.time() == 0.0


def test_an_error_in_a_thread_reaches_who_waits() -> None:
    async def main() -> None:
        with pytest.raises(ZeroDivisionError):
            await asyncio.to_thread(lambda: 1 // 0)
        assert await asyncio.get_running_loop().run_in_executor(None, int, "7") == 7

    play(main())


def test_an_executor_of_ones_own(loop: KitchenLoop) -> None:
    with concurrent.futures.ThreadPoolExecutor(1) as executor:
        assert loop.run_until_complete(loop.run_in_executor(executor, int, "7")) == 7
        loop.set_default_executor(executor)
        assert loop.run_until_complete(loop.run_in_executor(None, int, "8")) == 8
    with pytest.raises(TypeError, match="must be ThreadPoolExecutor"):
        loop.set_default_executor("no executor")  # type: ignore[arg-type]


def test_the_default_executor_is_shut_down(loop: KitchenLoop) -> None:
    loop.run_until_complete(loop.shutdown_default_executor())  # there is none yet
    with pytest.raises(RuntimeError, match="Executor shutdown has been called"):
        loop.run_in_executor(None, int)


def test_a_thread_that_never_ends_is_waited_for_so_long(loop: KitchenLoop) -> None:
    release = threading.Event()

    async def main() -> None:
        hanging = loop.run_in_executor(None, release.wait)
        with pytest.warns(RuntimeWarning, match=r"within 0\.01 seconds"):
            await loop.shutdown_default_executor(0.01)
        release.set()
        await hanging

    loop.run_until_complete(main())


def test_a_cancelled_wait_for_a_thread_lets_time_go_on() -> None:
    async def main() -> float:
        release = threading.Event()
        task = asyncio.create_task(asyncio.to_thread(release.wait))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        release.set()
        await asyncio.sleep(5)
        return now()

    assert play(main()) == 5.0


# -- what it is called -------------------------------------------------------------------------


def test_handles_are_called_what_asyncio_calls_them(loop: KitchenLoop) -> None:
    assert repr(loop.call_soon(print)).startswith("<Handle ")
    safe = getattr(asyncio.events, "_ThreadSafeHandle", asyncio.Handle)
    assert repr(loop.call_soon_threadsafe(print)).startswith(f"<{safe.__name__} ")
    assert repr(loop.call_later(1, print)).startswith("<TimerHandle ")


def test_tasks_are_numbered_for_each_loop_anew() -> None:
    async def main() -> list[str]:
        tasks = [asyncio.create_task(asyncio.sleep(0)) for _ in range(3)]
        await asyncio.wait(tasks)
        return [task.get_name() for task in tasks]

    assert play(main()) == play(main()) == ["Task-2", "Task-3", "Task-4"]


def test_asyncio_is_as_it_was_once_no_kitchen_loop_is_open() -> None:
    gc.collect()  # loops that other tests have left behind
    before = dict(vars(asyncio.tasks)), dict(vars(asyncio))
    first, second = KitchenLoop(), KitchenLoop()
    while_open = vars(asyncio.tasks)["all_tasks"]
    first.close()
    assert vars(asyncio.tasks)["all_tasks"] is while_open
    second.close()
    assert (dict(vars(asyncio.tasks)), dict(vars(asyncio))) == before


def test_a_loop_of_another_kind_beside_it_sees_its_own_tasks(loop: KitchenLoop) -> None:
    async def main() -> set[asyncio.Task[None]]:
        return asyncio.all_tasks() - {task}

    other = asyncio.new_event_loop()
    task = other.create_task(main())
    assert other.run_until_complete(task) == set()
    other.close()


def test_the_package_can_be_imported_within_a_step_of_a_task() -> None:
    program = (
        "import asyncio\n"
        "async def cell():\n"
        "    import kitchen\n"
        "    print(kitchen.run('egg-and-chicken').makespan)\n"
        "    await asyncio.sleep(0)\n"
        "asyncio.run(cell())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout.strip(), done.stderr) == (str(run("egg-and-chicken").makespan), "")


# -- what every event loop does ----------------------------------------------------------------


def test_runner_and_run() -> None:
    async def main() -> float:
        await asyncio.sleep(3)
        return now()

    with asyncio.Runner(loop_factory=KitchenLoop) as runner:
        assert runner.run(main()) == 3.0
        assert runner.run(main()) == 6.0
        loop = runner.get_loop()
    assert loop.is_closed()
    if sys.version_info >= (3, 12):
        assert asyncio.run(main(), loop_factory=KitchenLoop) == 3.0


def test_misuse_is_an_error(loop: KitchenLoop) -> None:
    async def main() -> None:
        other = KitchenLoop()
        with pytest.raises(RuntimeError, match="already running"):
            loop.run_forever()
        begun = asyncio.all_tasks()
        for nested in (loop, other):
            with pytest.raises(RuntimeError, match=r"running"):
                nested.run_until_complete(asyncio.sleep(0))
        assert asyncio.all_tasks() == begun and not other.ready
        with pytest.raises(RuntimeError, match="while another loop is running"):
            other.run_forever()
        with pytest.raises(RuntimeError, match="Cannot close a running"):
            loop.close()
        other.close()

    with pytest.warns(RuntimeWarning, match="never awaited"):
        loop.run_until_complete(main())
        gc.collect()
    future = loop.create_future()
    loop.call_soon(loop.stop)
    with pytest.raises(RuntimeError, match="stopped before Future completed"):
        loop.run_until_complete(future)
    loop.close()
    loop.close()
    for call in (loop.call_soon, loop.call_soon_threadsafe, partial(loop.call_later, 1)):
        with pytest.raises(RuntimeError, match="Event loop is closed"):
            call(print)
    for schedule in (loop.call_at, loop.call_later):
        with pytest.raises(TypeError, match="None"):
            schedule(None, print)  # type: ignore[arg-type]


def interface() -> list[str]:
    """The methods of an event loop."""
    members = inspect.getmembers(asyncio.AbstractEventLoop, inspect.isfunction)
    return [name for name, _ in members if not name.startswith("_")]


def test_every_method_of_an_event_loop_is_there() -> None:
    for name in interface():
        method = getattr(KitchenLoop, name)
        assert method is not getattr(asyncio.AbstractEventLoop, name), name


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in interface()
        if name.startswith(("sock_", "create_", "connect_", "add_", "remove_", "subprocess_"))
        and name not in ("create_future", "create_task")
    ],
)
def test_what_needs_a_socket_fails_at_once(loop: KitchenLoop, name: str) -> None:
    with pytest.raises(NotImplementedError) as caught:
        getattr(loop, name)(None, None)
    assert str(caught.value) == (
        f"{name}(): the kitchen loop runs on kitchen time; it has no sockets, pipes, signals or "
        f"subprocesses"
    )


async def test_streams_and_subprocesses_fail_at_once() -> None:
    with pytest.raises(NotImplementedError, match=r"create_connection\(\): the kitchen loop"):
        await asyncio.open_connection("localhost", 80)
    with pytest.raises(NotImplementedError, match=r"subprocess_exec\(\): the kitchen loop"):
        await asyncio.create_subprocess_exec(sys.executable)


def test_debug_mode_checks_what_it_is_given(loop: KitchenLoop) -> None:
    loop.set_debug(True)

    async def coroutine() -> None: ...

    program = coroutine()
    for schedule in (loop.call_soon, loop.call_soon_threadsafe, partial(loop.call_later, 1)):
        with pytest.raises(TypeError, match="coroutines cannot be used with call_"):
            schedule(program)  # type: ignore[arg-type]
        with pytest.raises(TypeError, match="coroutines cannot be used with call_"):
            schedule(coroutine)
        with pytest.raises(TypeError, match="a callable object was expected by call_"):
            schedule(7)  # type: ignore[arg-type]
    program.close()


def test_debug_mode_notices_calls_from_other_threads(loop: KitchenLoop) -> None:
    loop.set_debug(True)

    async def main() -> None:
        for schedule in (loop.call_soon, partial(loop.call_later, 1)):
            with pytest.raises(RuntimeError, match="Non-thread-safe operation"):
                await asyncio.to_thread(schedule, print)

    loop.run_until_complete(main())


def test_debug_mode_reports_slow_callbacks(
    loop: KitchenLoop, caplog: pytest.LogCaptureFixture
) -> None:
    async def slow() -> None:
        await asyncio.sleep(1)

    loop.set_debug(True)
    loop.slow_callback_duration = 0.0
    with caplog.at_level(logging.WARNING, "asyncio"):
        loop.run_until_complete(loop.create_task(slow(), name="slow one"))
    assert any("Executing <Task" in line and "slow one" in line for line in caplog.messages)
    assert all(" seconds" in line for line in caplog.messages)


def test_debug_mode_says_who_made_it(loop: KitchenLoop) -> None:
    loop.set_debug(True)
    line = inspect.currentframe().f_lineno + 1  # type: ignore[union-attr]
    made = [loop.call_soon(print), loop.call_later(1, print), loop.call_soon_threadsafe(print)]
    for handle in made:
        assert f"{__file__}:{line}" in repr(handle)
        handle.cancel()
    task = loop.create_task(asyncio.sleep(0))
    assert f"{__file__}:{line + 4}" in repr(task)
    loop.run_until_complete(task)


def test_debug_mode_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for wanted in ("", "1"):
        monkeypatch.setenv("PYTHONASYNCIODEBUG", wanted)
        loop = KitchenLoop()
        assert loop.get_debug() == (bool(wanted) or sys.flags.dev_mode)
        loop.close()


def test_debug_mode_can_be_set_while_it_runs(loop: KitchenLoop) -> None:
    async def main() -> None:
        depths = []
        for on in (True, False):
            loop.set_debug(on)
            await asyncio.sleep(0)
            depths.append(sys.get_coroutine_origin_tracking_depth() > 0)
        assert depths == [True, False]

    loop.run_until_complete(main())


def test_errors_in_callbacks_go_to_the_handler(loop: KitchenLoop) -> None:
    handled: list[dict[str, Any]] = []
    loop.set_exception_handler(lambda _, context: handled.append(context))
    loop.call_soon(lambda: 1 // 0)
    loop.call_later(1, lambda: 1 // 0)
    loop.call_soon_threadsafe(lambda: 1 // 0)
    loop.call_later(2, loop.stop)
    loop.run_forever()
    assert [type(context["exception"]) for context in handled] == [ZeroDivisionError] * 3
    assert all("Exception in callback" in context["message"] for context in handled)
    with pytest.raises(TypeError, match="callable object or None"):
        loop.set_exception_handler("no handler")  # type: ignore[arg-type]


def test_without_a_handler_errors_are_logged(
    loop: KitchenLoop, caplog: pytest.LogCaptureFixture
) -> None:
    loop.call_soon(lambda: 1 // 0)
    loop.call_soon(loop.stop)
    loop.run_forever()
    (record,) = caplog.records
    assert record.name == "asyncio"
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError


def test_errors_of_the_rules_end_the_run(loop: KitchenLoop) -> None:
    """What is called without a handle is the kitchen's own: its errors are not to be logged and
    forgotten."""
    for schedule in (loop.call_backstage, loop.call_settled, partial(loop.push, 1)):
        schedule(lambda: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            loop.run_forever()
    loop.run_until_complete(asyncio.sleep(1))


def test_an_exception_is_freed_with_its_task(loop: KitchenLoop) -> None:
    """No frame of the loop may keep it: the report that nobody retrieved it would come too late."""

    class Oops(Exception):
        pass

    async def fail() -> None:
        raise Oops

    async def main() -> None:
        task = asyncio.create_task(fail())
        await asyncio.wait([task])
        gone = weakref.ref(task), weakref.ref(task.exception())
        del task
        await asyncio.sleep(0)
        assert [ref() for ref in gone] == [None, None]

    gc.disable()
    try:
        for debug in (False, True):
            loop.set_debug(debug)
            loop.run_until_complete(main())
    finally:
        gc.enable()


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_in_a_callback_leaves_the_loop_usable(
    loop: KitchenLoop, error: type[BaseException]
) -> None:
    def interrupt() -> None:
        raise error

    told: list[str] = []
    loop.call_soon(told.append, "before")
    loop.call_soon(interrupt)
    loop.call_soon(told.append, "after")
    with pytest.raises(error):
        loop.run_forever()
    assert told == ["before"]
    assert not loop.is_running()
    loop.run_until_complete(asyncio.sleep(1))
    assert told == ["before", "after"]
    assert loop.time() == 1.0


@pytest.mark.parametrize("hands", [False, True])
def test_an_interrupt_in_a_step_leaves_the_loop_usable(loop: KitchenLoop, hands: bool) -> None:
    async def interrupt() -> None:
        loop.work(5 if hands else 0)
        raise KeyboardInterrupt

    program = interrupt()
    task = Hand(loop).start(program) if hands else loop.create_task(program)
    with pytest.raises(KeyboardInterrupt):
        loop.run_until_complete(task)
    assert isinstance(task.exception(), KeyboardInterrupt)
    assert (loop.time(), loop.working) == (0.0, False)
    loop.run_until_complete(asyncio.sleep(1))


@pytest.mark.skipif(sys.version_info < (3, 12), reason="eager tasks are new in Python 3.12")
def test_eager_tasks(loop: KitchenLoop) -> None:
    async def quick() -> float:
        return now()

    async def slow() -> float:
        await asyncio.sleep(2)
        return now()

    async def main() -> None:
        tasks = asyncio.create_task(quick()), asyncio.create_task(slow(), name="slow")
        assert [task.done() for task in tasks] == [True, False]
        assert tasks[1].get_name() == "slow"
        assert list(await asyncio.gather(*tasks)) == [0.0, 2.0]

    loop.set_task_factory(asyncio.eager_task_factory)  # type: ignore[attr-defined, unused-ignore]
    loop.run_until_complete(main())


def test_a_task_factory_of_ones_own(loop: KitchenLoop) -> None:
    made: list[dict[str, Any]] = []

    def factory(loop: KitchenLoop, coro: Any, **options: Any) -> asyncio.Task[Any]:
        made.append(options)
        return asyncio.Task(coro, loop=loop, **options)

    async def nothing() -> None: ...

    loop.set_task_factory(factory)
    assert loop.get_task_factory() is factory
    context = contextvars.copy_context()
    tasks = [
        loop.create_task(nothing(), name="soup"),
        loop.create_task(nothing(), context=context),
        loop.create_task(nothing()),
    ]
    assert tasks[0].get_name() == "soup"
    assert tasks[2].get_name().startswith("Task-")
    assert [options.get("context") for options in made] == [None, context, None]
    loop.run_until_complete(asyncio.wait(tasks))
    with pytest.raises(TypeError, match="task factory must be"):
        loop.set_task_factory("no factory")  # type: ignore[arg-type]


def test_asynchronous_generators_are_shut_down_in_order() -> None:
    async def pot(number: int) -> AsyncGenerator[int, None]:
        try:
            while True:
                yield number
        finally:
            await asyncio.sleep(1)
            closed.append((number, now()))

    async def main() -> None:
        pots.extend(pot(number) for number in range(20))
        for each in pots:
            await anext(each)

    pots: list[AsyncGenerator[int, None]] = []
    closed: list[tuple[int, float]] = []
    play(main())
    assert closed == [(number, 1.0) for number in range(20)]


async def test_an_asynchronous_generator_that_is_dropped_is_closed() -> None:
    async def pot() -> AsyncGenerator[int, None]:
        try:
            yield 1
        finally:
            closed.append(now())

    closed: list[float] = []
    async for _ in pot():
        break
    gc.collect()
    await asyncio.sleep(1)
    assert closed == [0.0]


async def test_context_variables() -> None:
    variable = contextvars.ContextVar("variable", default="none")
    loop = asyncio.get_running_loop()
    seen: list[str] = []

    async def task() -> None:
        seen.append(variable.get())
        variable.set("task")
        await asyncio.sleep(1)
        seen.append(variable.get())

    variable.set("main")
    own = contextvars.Context()
    loop.call_soon(lambda: seen.append(variable.get()))
    loop.call_later(2, lambda: seen.append(variable.get()), context=own)
    await asyncio.create_task(task())
    await asyncio.create_task(task(), context=own)
    await asyncio.to_thread(lambda: seen.append(variable.get()))
    assert seen == ["main", "main", "task", "none", "task", "task", "main"]


def test_a_loop_that_was_forgotten_is_closed_without_a_word() -> None:
    loop = KitchenLoop()
    gone = weakref.ref(loop)
    del loop
    gc.collect()
    assert gone() is None


def test_frames_of_a_loop_that_jumps(loop: KitchenLoop) -> None:
    """They come when nothing else is due, and time rests meanwhile."""

    async def main() -> list[Frame]:
        loop.call_later(3, int)
        async with contextlib.aclosing(loop.frames()) as frames:
            return [await anext(frames) for _ in range(3)]

    shown = loop.run_until_complete(main())
    assert [(frame.number, frame.time) for frame in shown] == [(0, 3.0), (1, 3.0), (2, 3.0)]


# -- the programs of the article, as they are --------------------------------------------------


@pytest.fixture
def article(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], tuple[list[str], float]]:
    """Run a program for which every new event loop is a kitchen loop; return the lines that it
    printed and the kitchen time that it took."""
    made: list[KitchenLoop] = []

    def new_event_loop() -> KitchenLoop:
        made.append(KitchenLoop())
        return made[-1]

    monkeypatch.setattr(asyncio, "new_event_loop", new_event_loop)
    monkeypatch.setattr(asyncio.events, "new_event_loop", new_event_loop)

    def run(source: str) -> tuple[list[str], float]:
        exec(compile(textwrap.dedent(source), "article.py", "exec"), {"__name__": "__main__"})
        (loop,) = made
        loop.close()
        return capsys.readouterr().out.splitlines(), loop.time()

    return run


def test_my_coroutine(article: Callable[[str], tuple[list[str], float]]) -> None:
    assert article(
        """
        import asyncio

        async def my_coroutine():
            print("Start")
            await asyncio.sleep(1)
            print("End")

        asyncio.run(my_coroutine())
        """
    ) == (["Start", "End"], 1.0)


def test_my_coroutine_as_a_task(article: Callable[[str], tuple[list[str], float]]) -> None:
    assert article(
        """
        import asyncio

        async def my_coroutine():
            print("Start")
            await asyncio.sleep(1)
            print("End")

        async def main():
            task = asyncio.create_task(my_coroutine())
            await task

        asyncio.run(main())
        """
    ) == (["Start", "End"], 1.0)


def test_a_loop_of_its_own(article: Callable[[str], tuple[list[str], float]]) -> None:
    assert article(
        """
        import asyncio

        async def my_coroutine():
            print("Start")
            await asyncio.sleep(1)
            print("End")

        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        try:
            loop.run_until_complete(my_coroutine())
        finally:
            asyncio.set_event_loop(None)
            loop.close()
        """
    ) == (["Start", "End"], 1.0)


def test_two_downloads_at_once(article: Callable[[str], tuple[list[str], float]]) -> None:
    assert article(
        """
        import asyncio

        async def download_page(name):
            print(f"Start {name}")
            await asyncio.sleep(0.2)
            print(f"End {name}")

        async def main():
            await asyncio.gather(download_page("lol"), download_page("sike"))

        asyncio.run(main())
        """
    ) == (["Start lol", "Start sike", "End lol", "End sike"], 0.2)
