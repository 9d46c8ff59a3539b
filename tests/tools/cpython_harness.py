"""Runs CPython's own tests of asyncio on the kitchen loop. A program: one process for each file.

    python cpython_harness.py backstage RESULTS test_tasks
    python cpython_harness.py hands RESULTS test_tasks

``RESULTS`` is a file that gets one JSON object a line. The tests are the interpreter's, unchanged;
what they ask for a loop is answered with `JudgedLoop`. They run backstage, or as the steps of a
worker's tasks do, by way of `kitchen.loop.worker.WORKER`.
"""

from __future__ import annotations

import asyncio
import contextvars
import faulthandler
import gc
import importlib.util
import json
import signal
import sys
import unittest
from collections import deque
from collections.abc import Callable, Generator, Iterator
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, TextIO

import kitchen.loop.base
import kitchen.loop.schedule
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.worker import WORKER

FILES = (
    "test_tasks",
    "test_futures",
    "test_futures2",
    "test_locks",
    "test_queues",
    "test_taskgroups",
    "test_timeouts",
    "test_waitfor",
    "test_runners",
    "test_eager_task_factory",
    "test_threads",
    "test_pep492",
    "test_context",
    "test_staggered",
    "test_base_events.BaseEventTests",
    "test_base_events.BaseEventLoopTests",
    "test_base_events.BaseEventLoopWithSelectorTests",
    "test_base_events.RunningLoopTests",
    "test_events.SelectEventLoopTests",
    "test_events.HandleTests",
    "test_events.TimerTests",
    "test_events.AbstractEventLoopTests",
    "test_events.PolicyTests",
    "test_events.TestPyGetEventLoop",
    "test_events.TestCGetEventLoop",
    "test_streams",
    "test_free_threading",
    "test_graph.TestCallStackC",
    "test_tools",
)
"""Those that an event loop without sockets and subprocesses can be judged by. Not every Python
ships each of them. A test that asks for a socket after all, and is refused, is left out."""

LOOPLESS = (
    "test_base_events.BaseEventTests",
    "test_base_events.BaseEventLoopWithSelectorTests",
    "test_base_events.RunningLoopTests",
    "test_events.HandleTests",
    "test_events.TimerTests",
    "test_events.AbstractEventLoopTests",
    "test_events.PolicyTests",
    "test_events.TestPyGetEventLoop",
    "test_events.TestCGetEventLoop",
    "test_tools",
)
"""Those that may do without a loop, or step no task. All others must make loops, or they judge
nothing of ours."""

LEFT_OUT = ("the kitchen loop runs on kitchen time; it has no sockets", "openpty")
"""What stands in the report of a test that needs input or output."""

_PRIVATE = "tests private methods and attributes of asyncio's own loop, which nothing else uses"
_SELECTOR = "tests when asyncio's own loop asks its selector; the kitchen loop has none"

_IN_PYTHON = "tests the tasks that asyncio has where it was built without its C parts"
_EAGER = "test_all_tasks_from_other_thread_includes_eager_tasks"

DEVIATIONS = {
    "test_base_events.BaseEventLoopTests.test__add_callback_handle": _PRIVATE,
    "test_base_events.BaseEventLoopTests.test__add_callback_cancelled_handle": _PRIVATE,
    "test_base_events.BaseEventLoopTests.test__run_once": _PRIVATE,
    "test_base_events.BaseEventLoopTests.test__run_once_cancelled_event_cleanup": _PRIVATE,
    "test_base_events.BaseEventLoopTests.test__run_once_schedule_handle": _PRIVATE,
    "test_base_events.BaseEventLoopTests.test_custom_run_forever_integration": _PRIVATE,
    "test_base_events.BaseEventLoopTests.test_not_implemented": _PRIVATE,
    "test_base_events.BaseEventLoopTests.test_run_forever_pre_stopped": _SELECTOR,
    "test_base_events.BaseEventLoopTests.test_single_selecter_event_callback_after_stopping": (
        _SELECTOR
    ),
    "test_base_events.BaseEventLoopWithSelectorTests.test_accept_connection_exception": _PRIVATE,
    "test_base_events.BaseEventLoopWithSelectorTests.test_accept_connection_retry": _PRIVATE,
    "test_events.SelectEventLoopTests.test_timeout_rounding": _PRIVATE,
    f"test_free_threading.TestPyFreeThreading.{_EAGER}": _IN_PYTHON,
    f"test_free_threading.TestEagerPyFreeThreading.{_EAGER}": _IN_PYTHON,
}
"""Every test that fails, and why that is right. One that is listed and passes is an error too."""

if sys.version_info >= (3, 14):
    DEVIATIONS |= {
        f"test_events.TestPyGetEventLoop.{name}": _IN_PYTHON
        for name in ("test_get_event_loop_new_process", "test_get_running_loop_already_running")
    }
else:
    DEVIATIONS["test_runners.RunTests.test_loop_factory_default_event_loop"] = (
        "tests which loop the interpreter has for each platform, not what a loop does"
    )

if sys.version_info < (3, 12):
    _LATER = "tests how asyncio.wait_for was up to 3.11; a kitchen loop has it as it is since 3.12"
    DEVIATIONS |= {
        "test_futures2.FutureReprTests.test_recursive_repr_for_pending_tasks": _LATER,
        "test_waitfor.AsyncioWaitForTest.test_wait_for_self_cancellation": _LATER,
    }

CHILD_ENDS = getattr(signal, "SIGCHLD", None)

HANG = 120.0
"""Seconds of wall time after which a single test is taken to hang, on however busy a machine."""


class JudgedLoop(KitchenLoop):
    """The kitchen loop, with the few private names of asyncio's own loop that its tests use."""

    made: ClassVar[int] = 0

    def __init__(self, selector: object = None) -> None:
        super().__init__()
        JudgedLoop.made += 1

    @property
    def _default_executor(self) -> Any:
        return self._executor

    @property
    def _scheduled(self) -> list[Any]:
        return [argument for _, _, _, argument in self.heap]

    @property
    def _ready(self) -> deque[Callable[[], object]]:
        return self.ready

    def add_signal_handler(self, sig: int, *args: Any) -> Any:  # type: ignore[override]
        """Tests of no subprocess are set up as if they were: that a child ends is never told."""
        if sig != CHILD_ENDS:
            super().add_signal_handler(sig, *args)

    def remove_signal_handler(self, sig: int) -> Any:
        if sig != CHILD_ENDS:
            super().remove_signal_handler(sig)

    def _run_once(self) -> None:
        self.call_soon(self.stop)
        self.run_forever()


class TimedLoop(JudgedLoop):
    """Stands in for ``test_utils.TestLoop``, whose time is in the hands of a generator.

    The generator is sent the moment of every timer that is set, which it checks, and yields how far
    time moves. Here kitchen time moves by itself: the tests' own checks of it judge the outcome.
    """

    def __init__(self, gen: Callable[[], Generator[float, float, None]] | None = None) -> None:
        super().__init__()
        self._jumps = False  # so that _advance is always asked
        self._gen = gen() if gen is not None else None
        if self._gen is not None:
            next(self._gen)
        self._timers: list[float] = []

    def call_at(  # type: ignore[override]
        self, when: float, *args: Any, **kwargs: Any
    ) -> asyncio.TimerHandle:
        self._timers.append(when)
        return super().call_at(when, *args, **kwargs)

    def advance_time(self, seconds: float) -> None:
        self.now += seconds
        self.clock = self.now

    def _advance(self) -> None:
        self._check_timers()
        super()._advance()

    def run_forever(self) -> None:
        """``TestLoop`` moves time at the end of each turn, be it the last."""
        super().run_forever()
        self.advance_time(self._check_timers())

    def _check_timers(self) -> float:
        timers, self._timers = self._timers, []
        if self._gen is None:
            return 0.0
        return sum(self._gen.send(when) or 0.0 for when in timers)

    def close(self) -> None:
        super().close()
        self._check_timers()
        gen, self._gen = self._gen, None
        if gen is not None:
            try:
                gen.send(0.0)
            except StopIteration:
                return
            raise AssertionError("Time generator is not finished")


class Willing:
    """A worker who runs each step as soon as it is ready."""

    steps = 0

    def step_ready(
        self, callback: Callable[..., object], args: tuple[Any, ...], context: contextvars.Context
    ) -> None:
        self.steps += 1
        loop = callback.__self__.get_loop()  # type: ignore[attr-defined]
        loop.call_backstage(partial(loop.run_step, callback, args, context))


class _MockedLogger:
    """Whoever replaces asyncio's logger, as its tests do, replaces the kitchen loop's."""

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module("asyncio.base_events").logger, name)


_POLICY = {"_loop_factory": JudgedLoop, "set_child_watcher": lambda self, watcher: None}
"""Up to Python 3.13 tests are set up with a watcher of subprocesses, be there any or not."""


def put_in_place() -> None:
    """Have asyncio and its tests make kitchen loops."""
    events: Any = importlib.import_module("asyncio.events")
    base_events = importlib.import_module("asyncio.base_events")
    coroutines: Any = importlib.import_module("asyncio.coroutines")
    utils = importlib.import_module("test.test_asyncio.utils")
    base = getattr(events, "_BaseDefaultEventLoopPolicy", None) or events.BaseDefaultEventLoopPolicy
    policy = type("KitchenPolicy", (base,), _POLICY)
    _replace(asyncio, "DefaultEventLoopPolicy", policy)
    _replace(asyncio, "_DefaultEventLoopPolicy", policy)
    for system in ("unix_events", "windows_events"):
        platform: Any = sys.modules.get(f"asyncio.{system}")
        _replace(platform, "_DefaultEventLoopPolicy", policy)
    for name in ("EventLoop", "SelectorEventLoop"):
        _replace(asyncio, name, JudgedLoop)
    _replace(asyncio, "BaseEventLoop", JudgedLoop)
    _replace(base_events, "BaseEventLoop", JudgedLoop)
    _replace(utils, "TestLoop", TimedLoop)
    _replace(kitchen.loop.schedule, "logger", _MockedLogger())
    _replace(kitchen.loop.base, "logger", _MockedLogger())
    _replace(kitchen.loop.base, "debug_wanted", lambda: coroutines._is_debug_mode())


def _replace(module: Any, name: str, value: Any) -> None:
    if name in getattr(module, "__dict__", {}):
        setattr(module, name, value)


def load(file: str) -> unittest.TestSuite:
    return unittest.defaultTestLoader.loadTestsFromName(f"test.test_asyncio.{file}")


def tests_in(suite: unittest.TestSuite) -> Iterator[unittest.TestCase]:
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from tests_in(test)
        else:
            yield test


def short_id(test: Any) -> str:
    """``test_tasks.WaitTests.test_wait``."""
    return str(test.id()).removeprefix("test.test_asyncio.")


def is_shipped(file: str) -> bool:
    """Whether this Python has that file of tests."""
    return importlib.util.find_spec(f"test.test_asyncio.{file.split('.')[0]}") is not None


class Scribe(unittest.TestResult):
    """Writes each test's outcome in the file of results as soon as it is known."""

    def __init__(self, results: TextIO) -> None:
        super().__init__()
        self._results = results
        self._why: dict[str, list[str]] = {}
        self._skipped: dict[str, str] = {}

    def write(self, **fields: object) -> None:
        print(json.dumps(fields), file=self._results, flush=True)

    def startTest(self, test: Any) -> None:  # noqa: N802
        super().startTest(test)
        gc.freeze()  # many tests collect garbage: they look for their own, not through all modules
        faulthandler.dump_traceback_later(HANG - 10.0)
        self.write(begun=short_id(test))

    def stopTest(self, test: Any) -> None:  # noqa: N802
        super().stopTest(test)
        name = short_id(test)
        why = self._why.pop(name, [])
        if any(words in reason for reason in why for words in LEFT_OUT):
            self.write(id=name, outcome="skipped", why="needs sockets, pipes or subprocesses")
        elif why:
            self.write(id=name, outcome="failed", why="\n".join(why))
        elif name in self._skipped:
            self.write(id=name, outcome="skipped", why=self._skipped[name])
        else:
            self.write(id=name, outcome="passed", why="")

    def addSkip(self, test: Any, reason: str) -> None:  # noqa: N802
        super().addSkip(test, reason)
        self._skipped[short_id(test)] = reason

    def addFailure(self, test: Any, err: Any) -> None:  # noqa: N802
        super().addFailure(test, err)
        self._failed(test, self.failures[-1][1])

    def addError(self, test: Any, err: Any) -> None:  # noqa: N802
        super().addError(test, err)
        self._failed(test, self.errors[-1][1])

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:  # noqa: N802
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._failed(test, self._exc_info_to_string(err, test))  # type: ignore[attr-defined]

    def _failed(self, test: Any, why: str) -> None:
        if isinstance(test, unittest.TestCase):
            self._why.setdefault(short_id(test), []).append(why)
        else:  # the set-up or tear-down of a module or class
            self.write(broken=short_id(test), why=why)


def main(what: str, results: str, *files: str) -> None:
    with Path(results).open("w", encoding="utf-8") as out:
        scribe = Scribe(out)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a parent may have ignored it
        put_in_place()
        willing = Willing()
        if what == "hands":
            WORKER.set(willing)
        suites = [load(file) for file in files]
        scribe.write(listed=[short_id(test) for suite in suites for test in tests_in(suite)])
        for suite in suites:
            suite.run(scribe)
        scribe.write(loops=JudgedLoop.made, steps=willing.steps)


if __name__ == "__main__":
    main(*sys.argv[1:])
