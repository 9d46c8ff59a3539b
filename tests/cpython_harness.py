"""Runs CPython's own tests of asyncio on the kitchen loop. A program: one process for each file.

    python cpython_harness.py list RESULTS test_tasks test_locks ...
    python cpython_harness.py run RESULTS test_tasks

``RESULTS`` is a file that gets one JSON object a line. The tests are the interpreter's, unchanged;
what they ask for a loop is answered with `JudgedLoop`.
"""

from __future__ import annotations

import asyncio
import contextvars
import faulthandler
import importlib
import json
import sys
import unittest
from collections.abc import Callable, Generator, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TextIO

import kitchen.housekeeping
import kitchen.loop
from kitchen.loop import WORKER, KitchenLoop

HANG = 50.0
"""Seconds of wall time after which a file of tests is taken to hang."""


class JudgedLoop(KitchenLoop):
    """The kitchen loop, with the few private names of asyncio's own loop that its tests use."""

    _process_events: Any
    _selector: Any
    _write_to_self: Any

    @property
    def _default_executor(self) -> Any:
        return self._executor

    def _run_once(self) -> None:
        self.call_soon(self.stop)
        self.run_forever()


class Willing:
    """A worker who runs each step as soon as it is ready."""

    def step_ready(
        self, callback: Callable[..., object], args: tuple[Any, ...], context: contextvars.Context
    ) -> None:
        loop = callback.__self__.get_loop()  # type: ignore[attr-defined]
        loop.call_backstage(partial(loop.run_step, callback, args, context))


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

    def call_at(self, when: float, *args: Any, **kwargs: Any) -> asyncio.TimerHandle:
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
        if self._gen is not None:
            gen, self._gen = self._gen, None
            for _ in iter(lambda: gen.send(0.0), None):
                raise AssertionError("Time generator is not finished")


class _MockedLogger:
    """Whoever replaces asyncio's logger, as its tests do, replaces the kitchen loop's."""

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio.base_events.logger, name)


def put_in_place() -> None:
    """Have asyncio and its tests make kitchen loops."""
    events = asyncio.events
    base: Any = getattr(events, "_BaseDefaultEventLoopPolicy", None) or getattr(
        events, "BaseDefaultEventLoopPolicy"
    )
    policy = type("KitchenPolicy", (base,), {"_loop_factory": JudgedLoop})
    for name in ("DefaultEventLoopPolicy", "_DefaultEventLoopPolicy"):
        setattr(asyncio, name, policy)
    for module, name in (
        (asyncio, "BaseEventLoop"),
        (asyncio.base_events, "BaseEventLoop"),
        (asyncio, "EventLoop"),
    ):
        setattr(module, name, JudgedLoop)
    utils = importlib.import_module("test.test_asyncio.utils")
    utils.TestLoop = TimedLoop  # type: ignore[attr-defined]
    kitchen.loop.logger = kitchen.housekeeping.logger = _MockedLogger()  # type: ignore
    kitchen.housekeeping.debug_wanted = lambda: asyncio.coroutines._is_debug_mode()  # type: ignore


def load(file: str) -> unittest.TestSuite:
    return unittest.defaultTestLoader.loadTestsFromName(f"test.test_asyncio.{file}")


def tests_in(suite: unittest.TestSuite) -> Iterator[unittest.TestCase]:
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from tests_in(test)
        else:
            yield test


def short_id(test: Any) -> str:
    """``test_tasks.WaitTests.test_wait``. A failed import or module fixture has an id as well."""
    return str(test.id()).removeprefix("test.test_asyncio.")


class Scribe(unittest.TestResult):
    """Writes each test's outcome in the file of results as soon as it is known."""

    def __init__(self, results: TextIO) -> None:
        super().__init__()
        self._results = results
        self._why: dict[str, list[str]] = {}

    def write(self, **fields: str) -> None:
        print(json.dumps(fields), file=self._results, flush=True)

    def startTest(self, test: Any) -> None:  # noqa: N802
        super().startTest(test)
        self.write(begun=short_id(test))

    def stopTest(self, test: Any) -> None:  # noqa: N802
        super().stopTest(test)
        why = self._why.pop(short_id(test), [])
        self.write(id=short_id(test), outcome="failed" if why else "passed", why="\n".join(why))

    def addSkip(self, test: Any, reason: str) -> None:  # noqa: N802
        super().addSkip(test, reason)
        self.write(id=short_id(test), outcome="skipped", why=reason)

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
        else:
            self.write(id=short_id(test), outcome="failed", why=why)


def main(what: str, results: str, *files: str) -> None:
    with Path(results).open("w", encoding="utf-8") as file:
        if what == "list":
            for name in files:
                for test in tests_in(load(name)):
                    print(json.dumps({"id": short_id(test)}), file=file)
        else:
            faulthandler.dump_traceback_later(HANG - 5.0)
            put_in_place()
            if what == "hands":
                WORKER.set(Willing())
            for name in files:
                load(name).run(Scribe(file))


if __name__ == "__main__":
    main(*sys.argv[1:])
