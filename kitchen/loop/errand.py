"""An errand: a call that the loop has a thread make.

While a thread is at work for the loop, kitchen time stands still, so that the outcome does not hang
on how fast it was. When it sleeps, it sleeps in kitchen time. When it waits for somebody, time goes
by: who else should wake it?
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import functools
import math
import os
import sys
import threading
from collections import deque
from collections.abc import Callable
from types import FrameType
from typing import Any, Literal, Protocol

import kitchen.loop.sleeping as sleeping
import kitchen.loop.standstill as standing
from kitchen.loop.numbered_tasks import Future, Numbers
from kitchen.loop.pacing import waits_here
from kitchen.loop.pool import Pool
from kitchen.loop.standstill import Standing
from kitchen.loop.users_own import users_own

_WAIT = threading.Condition.wait.__code__


class Sender(Protocol):
    """The loop that sends threads on errands."""

    numbers: Numbers
    nudge: Callable[[], None]
    clock: float

    def is_closed(self) -> bool:
        """Whether nobody listens any more."""

    def errand_begins(self, errand: Errand) -> None:
        """The thread that calls this has taken up the errand."""

    def frame(self) -> FrameType | None:
        """Where the thread that runs the loop has got to, if one does."""


class Errand:
    """One call in a thread, from `run_in_executor` until its result is in.

    The thread tells of what it wants, and the loop listens when no errand is at work any more: then
    what all of them want is dealt with in the order in which they were sent.
    """

    def __init__(
        self, loop: Sender, func: Callable[..., Any], executor: concurrent.futures.Executor
    ) -> None:
        self.loop = loop
        self.executor = executor
        self.threads = _threads_of(executor)
        """How many threads the executor has at most; 0: it has other means than threads."""
        self.future = Awaited(self)
        self.calls: deque[Callable[[], object]] = deque()
        """What the thread wants the loop to call."""
        self.back = False
        """The call is over."""
        self.thread: int | None = None
        """The thread that makes it, once it has begun."""
        self.naps: deque[tuple[float, int]] = deque()
        """Seconds that the thread wants to sleep, until the loop knows of it, and which of its
        sleeps this is."""
        self.asleep = False
        self.sent_at = loop.clock
        """Kitchen time at which the step that sends it has come to that line."""
        self._func = _sleeping_here(func, self.sleep)
        self.job: Callable[..., Any] = self if self.threads else func
        """What the executor is to call."""
        self._call: concurrent.futures.Future[Any]
        self._alarm = threading.Lock()
        self._called = False
        self.nap = 0
        """How often it has slept so far."""
        self._standing = Standing()
        self._loop_standing = Standing()

    # -- in the thread -------------------------------------------------------------------------

    def __call__(self, *args: Any) -> Any:
        """Make the call."""
        self.thread = threading.get_ident()
        self.loop.errand_begins(self)
        with sleeping.here(self.sleep):
            return self._func(*args)

    def sleep(self, seconds: float) -> None:
        """Stands in for `time.sleep`: sleeps in kitchen time."""
        if not isinstance(seconds, int | float) or not 0.0 <= seconds < math.inf:
            sleeping.REAL(seconds)  # which says what is wrong with it
            return
        if self._loop_standing.at(self.loop.frame()):
            sleeping.REAL(seconds)
            return
        self._alarm.acquire(blocking=False)
        self.asleep = True
        self.nap += 1
        self.naps.append((float(seconds), self.nap))
        self.loop.nudge()
        if self.loop.is_closed():
            self.wake(self.nap)
        while not self._alarm.acquire(timeout=standing.BLOCKED):
            if self._loop_is_held():
                self.wake(self.nap)

    def _loop_is_held(self) -> bool:
        """Whether the loop waits for somebody, in the middle of a callback, or is not run: kitchen
        time will not go by until this thread goes on."""
        frame = self.loop.frame()
        waits_for_us = frame is not None and waits_here(frame)
        return not waits_for_us and self._loop_standing.still(frame)

    def over(self, _: concurrent.futures.Future[Any]) -> None:
        """The call has ended. In whatever thread."""
        self.back = True
        self.loop.nudge()

    # -- on the loop ---------------------------------------------------------------------------

    def sent(self, call: concurrent.futures.Future[Any]) -> None:
        """The executor has taken the call."""
        self._call = call
        call.add_done_callback(self.over)
        self.future.add_done_callback(self._cancel_call)

    def _cancel_call(self, future: asyncio.Future[Any]) -> None:
        if future.cancelled():
            self._call.cancel()

    def settle(self) -> None:
        """The result is in: whoever awaits it shall have it."""
        future, call = self.future, self._call
        if future.done():
            return
        error = None if call.cancelled() else call.exception()
        if call.cancelled() or isinstance(error, concurrent.futures.CancelledError):
            future.cancel()
        elif isinstance(error, StopIteration):
            future.set_exception(RuntimeError(f"a call in a thread raised {error!r}"))
        elif error is not None:
            future.set_exception(error)
        else:
            future.set_result(call.result())

    def wake(self, nap: int) -> None:
        """The time that it wanted to sleep is over, if it still does."""
        if nap != self.nap:
            return
        self.asleep = False
        with contextlib.suppress(RuntimeError):
            self._alarm.release()

    def listen(self) -> list[Callable[[], object]]:
        """What the thread wants the loop to call by now."""
        calls = []
        while self.calls:
            calls.append(self.calls.popleft())
            self._called = True
        return calls

    def at_work(self, frames: dict[int, FrameType]) -> bool:
        """Whether it will go on by itself. ``frames`` are those of all threads."""
        if self.back or self.asleep:
            return False
        frame = frames.get(self.thread) if self.thread is not None else None
        if frame is None:
            return True  # it is about to begin
        return not self._waits(frame)

    def _waits(self, frame: FrameType) -> bool:
        waits = _waits_in(frame)
        if waits is None or (waits == "for a time" and not self._called):
            return self._standing.still(frame)
        return waits != "no more"

    def waits_for_ever(self, frames: dict[int, FrameType]) -> bool:
        """Whether it certainly waits, with no end to that unless somebody wakes it."""
        frame = frames.get(self.thread or 0)
        return frame is not None and not self.back and _waits_in(frame) == "for ever"

    def where(self) -> str:
        """What it calls, and ``file:line`` where the thread is, as far as is known."""
        top = sys._current_frames().get(self.thread or 0)
        frame = _innermost(top, _strange) or _innermost(top, users_own)
        at = f" at {frame.f_code.co_filename}:{frame.f_lineno}" if frame is not None else ""
        return f"{name_of(self._func)}(){at}"


def _innermost(frame: FrameType | None, wanted: Callable[[str], bool]) -> FrameType | None:
    """The innermost frame, from this one on, of a file that is wanted."""
    while frame is not None and not wanted(frame.f_code.co_filename):
        frame = frame.f_back
    return frame


def _strange(file: str) -> bool:
    """Whether it is neither ours nor Python's own."""
    python, beside = _folders()
    return users_own(file) and (not file.startswith(python) or file.startswith(beside))


@functools.cache
def _folders() -> tuple[str, str]:
    """Of Python's own library, and of what is installed."""
    import sysconfig  # only when somebody asks where a thread is

    return sysconfig.get_path("stdlib") + os.sep, sysconfig.get_path("purelib") + os.sep


def name_of(func: Any) -> str:
    """The name of what is called at last; `asyncio.to_thread` wraps it."""
    while isinstance(func, functools.partial):
        inner = func.args[0] if func.args and callable(func.args[0]) else None
        func = inner if inner is not None and _runs_a_context(func.func) else func.func
    return str(getattr(func, "__qualname__", type(func).__name__))


class Awaited(Future[Any]):
    """The future of an errand's result."""

    __slots__ = ("_errand",)

    def __new__(cls, errand: Errand) -> Awaited:
        future: Awaited = super().__new__(cls)
        future.serial = errand.loop.numbers.next_future()
        return future

    def __init__(self, errand: Errand) -> None:
        super().__init__(loop=errand.loop)  # type: ignore[arg-type]
        self._errand = errand

    @property
    def waits_for(self) -> str:
        """For a stall report."""
        return f"a thread that waits itself: {self._errand.where()}"

    def holders(self) -> list[asyncio.Task[Any]]:
        """No task can help."""
        return []


def _waits_in(frame: FrameType) -> Literal["for ever", "for a time", "no more"] | None:
    """How a thread waits in `threading.Condition.wait`, as nearly all that wait in `threading` and
    `queue` do; None if it is not there. Somebody who was woken may not have noticed yet."""
    if frame.f_code is not _WAIT:
        return None
    names = frame.f_locals
    waiter = names.get("waiter")
    if waiter is None or not waiter.locked() or waiter not in names["self"]._waiters:
        return "no more"
    return "for ever" if names.get("timeout") is None else "for a time"


def _threads_of(executor: concurrent.futures.Executor) -> int:
    if isinstance(executor, Pool):
        return executor.size
    kind = type(executor)
    shared = issubclass(kind, concurrent.futures.ThreadPoolExecutor)
    if not shared or "Interpreter" in kind.__name__:  # those have interpreters of their own
        return 0
    return int(getattr(executor, "_max_workers", 1))


def _runs_a_context(func: Any) -> bool:
    return getattr(func, "__name__", "") == "run" and hasattr(func, "__self__")


def _sleeping_here(func: Any, sleep: Callable[[float], None]) -> Any:
    """The same call, with this ``sleep`` in place of `time.sleep` where that is what is called."""
    if func is sleeping.REAL:
        return sleep
    if isinstance(func, functools.partial) and any(
        f is sleeping.REAL for f in (func.func, *func.args)
    ):
        args = [sleep if arg is sleeping.REAL else arg for arg in func.args]
        inner = _sleeping_here(func.func, sleep)
        return functools.partial(inner, *args, **func.keywords)
    return func
