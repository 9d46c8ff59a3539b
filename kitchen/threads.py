"""The loop and other threads: calls that it has threads make, and calls that threads make to it.

While a thread works for the loop, kitchen time stands still, so that the outcome does not hang on
how fast the thread was. A thread that calls the loop may wait for what it asked, so from then on
time goes by again.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextvars
import threading
import warnings
import weakref
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple, Unpack

from kitchen.handles import Soon, drop_frames
from kitchen.housekeeping import Housekeeping
from kitchen.pacing import Nudge

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Threads(Housekeeping):
    """The part of the kitchen loop that other threads have to do with."""

    now: float
    clock: float
    ready: deque[Callable[[], object]]
    _jumping: bool

    def __init__(self) -> None:
        super().__init__()
        self._nudge = Nudge()
        self._threadsafe: deque[Callable[[], object]] = deque()
        self._away = 0  # calls in threads that are not over
        self._held = 0  # those of them for which kitchen time stands still
        self._jumping = False
        self._errands: dict[int, _Errand] = {}  # under way and holding, by thread
        self._executor: concurrent.futures.Executor | None = None
        self._executor_shut = False
        here = threading.current_thread()
        self._elders = weakref.WeakSet(t for t in threading.enumerate() if t is not here)
        self._pooled: weakref.WeakSet[threading.Thread] = weakref.WeakSet()
        self._callers: weakref.WeakSet[threading.Thread] = weakref.WeakSet()

    # -- calls to the loop ---------------------------------------------------------------------

    def call_soon_threadsafe(
        self,
        callback: Callable[[Unpack[Ts]], object],
        *args: Unpack[Ts],
        context: contextvars.Context | None = None,
    ) -> asyncio.Handle:
        """Call ``callback`` soon. From any thread, and from signal handlers and finalizers."""
        self._check_closed()
        handle = Soon(callback, args, self, context)
        if self._debug:
            self._check_callback(callback, "call_soon_threadsafe")
            drop_frames(handle)
        caller = threading.get_ident()
        if caller != self._thread:
            self._callers.add(threading.current_thread())
            if (errand := self._errands.pop(caller, None)) is not None:
                self._threadsafe.append(errand.let_go)
            self._threadsafe.append(handle)
        elif self.clock == self.now:
            self.ready.append(handle)  # in its place among other calls
        else:
            self._threadsafe.append(handle)
        self._nudge.set()
        return handle

    def _take_threadsafe(self, ready: deque[Callable[[], object]]) -> None:
        self._nudge.clear()
        while self._threadsafe:
            ready.append(self._threadsafe.popleft())

    def _somebody_may_call(self) -> bool:
        """Whether another thread is likely to call: one that the loop waits for, has called
        before, made the loop, or was started since."""
        here = threading.current_thread()
        for thread in threading.enumerate():
            if thread is here or thread in self._pooled:
                continue
            if thread in self._callers or not (thread.daemon or thread in self._elders):
                return True
        return self._away > 0

    # -- calls in threads ----------------------------------------------------------------------

    def run_in_executor(
        self,
        executor: concurrent.futures.Executor | None,
        func: Callable[[Unpack[Ts]], T],
        *args: Unpack[Ts],
    ) -> asyncio.Future[T]:
        """Run ``func`` in a thread. Kitchen time stands still until it is done, or calls the
        loop."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, "run_in_executor")
        executor = executor or self._default_executor_made()
        errand = _Errand(self, func)
        pooled = isinstance(executor, concurrent.futures.ThreadPoolExecutor)
        job: Callable[..., T] = errand if pooled else func
        call = executor.submit(job, *args)
        future = asyncio.wrap_future(call, loop=self)
        # After wrap_future: time must not go on before the result is in.
        self._away += 1
        self._held += 1
        self._jumping = False
        call.add_done_callback(errand.over)
        return future

    def _default_executor_made(self) -> concurrent.futures.Executor:
        if self._executor_shut:
            raise RuntimeError("Executor shutdown has been called")
        if self._executor is None:
            self._executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix="kitchen")
        return self._executor

    def set_default_executor(self, executor: concurrent.futures.Executor) -> None:
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._executor = executor

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """Wait until the default executor's threads have ended, ``timeout`` seconds of wall time
        at most."""
        self._executor_shut = True
        if self._executor is None:
            return
        ended: asyncio.Future[bool] = self.create_future()
        waiter = threading.Thread(target=self._shut_down, args=(self._executor, timeout, ended))
        waiter.start()
        try:
            if not await ended:
                warnings.warn(  # in asyncio's own words, which a filter may name
                    f"The executor did not finishing joining its threads within {timeout} seconds.",
                    RuntimeWarning,
                    stacklevel=2,
                )
        finally:
            self._executor.shutdown(wait=False)
        waiter.join()

    def _shut_down(
        self,
        executor: concurrent.futures.Executor,
        timeout: float | None,
        ended: asyncio.Future[bool],
    ) -> None:
        """In a thread of its own: wait for the others."""
        closer = threading.Thread(target=executor.shutdown, daemon=True)
        closer.start()
        closer.join(timeout)
        in_time = not closer.is_alive()

        def report() -> None:
            if not ended.done():
                ended.set_result(in_time)

        self._threadsafe.append(report)
        self._nudge.set()


class _Errand:
    """A call in a thread. It holds kitchen time until it is over, or calls the loop."""

    def __init__(self, loop: Threads, func: Callable[..., Any]) -> None:
        self._loop = loop
        self._func = func
        self._holds = True

    def __call__(self, *args: Any) -> Any:
        loop, thread = self._loop, threading.get_ident()
        loop._pooled.add(threading.current_thread())
        loop._errands[thread] = self
        try:
            return self._func(*args)
        finally:
            loop._errands.pop(thread, None)

    def over(self, _: object) -> None:
        """In whatever thread: tell the loop."""
        self._loop._threadsafe.append(self._back)
        self._loop._nudge.set()

    def _back(self) -> None:
        self._loop._away -= 1
        self.let_go()

    def let_go(self) -> None:
        """On the loop."""
        if self._holds:
            self._holds = False
            self._loop._held -= 1
