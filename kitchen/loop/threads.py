"""The loop and other threads: calls that it has threads make, and calls that threads make to it.

While a thread is at work for the loop, kitchen time stands still; while it sleeps or waits, time
goes by (see `kitchen.loop.errand`). What such threads want of the loop is dealt with once none of
them is at work, in the order in which their calls were sent: so the outcome hangs neither on how
fast they are nor on who was first.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import contextvars
import logging
import sys
import threading
import time
import warnings
import weakref
from collections import Counter
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any, TypeVar, TypeVarTuple, Unpack

import kitchen.loop.sleeping as sleeping
from kitchen.loop.await_chain import UNKNOWN, waiting_line
from kitchen.loop.errand import Errand
from kitchen.loop.handles import SAFE_FRAMES, ThreadSafeHandle, drop_frames
from kitchen.loop.nudge import LOOK_UP, Nudge
from kitchen.loop.pool import Pool
from kitchen.loop.schedule import Schedule

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

FIRST_LOOK = 0.0002
"""Seconds of wall time until the loop looks a second time at a thread that is at work. Each look
after that comes twice as late, but never later than `LOOK_UP`: a thread that begins to wait does
not say so."""

IMPATIENT = 2.0
"""Seconds of wall time after which what one thread wants is dealt with though another one is still
at work: that one may be waiting for just this, in a loop of its own."""

TELL = 5.0
"""Seconds of wall time without progress after which the loop says, once, whom it waits for."""


logger = logging.getLogger("kitchen")
"""Not asyncio's own, which whoever runs the kitchen may want to be silent."""


class Threads(Schedule):
    """The part of the kitchen loop that other threads have to do with."""

    _jumping: bool
    _jumps: bool

    def __init__(self) -> None:
        super().__init__()
        self._nudge = Nudge()
        self.nudge: Callable[[], None] = self._nudge.set
        """Have the loop look up. From any thread."""
        self._jumping = False
        self._errands: list[Errand] = []
        """Those whose results are not in, in the order in which they were sent."""
        self._by_thread: dict[int, Errand] = {}
        self._looks = 0
        self._held_since = 0.0
        self._told: set[object] = set()
        self._sleeping = contextlib.ExitStack()
        """Left when no errand is under way."""
        self._executor: concurrent.futures.Executor | None = None
        self._executor_shut = False
        self._ended: asyncio.Future[bool] | None = None
        """Done when the default executor's threads have ended, while that is waited for."""
        self._ending_since = 0.0
        here = threading.current_thread()
        self._elders = weakref.WeakSet(t for t in threading.enumerate() if t is not here)
        self._own: weakref.WeakSet[threading.Thread] = weakref.WeakSet()
        """Threads that only do what the loop asks of them."""
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
        handle = ThreadSafeHandle(callback, args, self, context)
        if self._debug:
            self._check_callback(callback, "call_soon_threadsafe")
            drop_frames(handle, SAFE_FRAMES)
        caller = threading.get_ident()
        if (errand := self._by_thread.get(caller)) is not None:
            errand.calls.append(handle)
        elif caller == self._thread and self.clock != self.now:
            self.push(self.clock, handle)  # nothing comes of a step's work before it is done
        else:
            if caller != self._thread:
                self._callers.add(threading.current_thread())
            self.ready.append(handle)  # in its place among other calls
        self._nudge.set()
        return handle

    def _somebody_may_call(self) -> bool:
        """Whether another thread is likely to call: one that has called before, made the loop, or
        was started since; or one that the loop waits for, and that can go on without it."""
        if self._strangers():
            return True
        frames = sys._current_frames()
        return not all(errand.waits_for_ever(frames) for errand in self._errands)

    def _strangers(self) -> list[threading.Thread]:
        """Those of them that do nothing for the loop."""
        here = threading.current_thread()
        others = [t for t in threading.enumerate() if t is not here and t not in self._own]
        return [t for t in others if t in self._callers or not (t.daemon or t in self._elders)]

    # -- calls in threads ----------------------------------------------------------------------

    def run_in_executor(
        self,
        executor: concurrent.futures.Executor | None,
        func: Callable[[Unpack[Ts]], T],
        *args: Unpack[Ts],
    ) -> asyncio.Future[T]:
        """Run ``func`` in a thread. Kitchen time stands still while it is at work; `time.sleep`
        takes kitchen time there, and while it waits for another thread, time goes by."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, "run_in_executor")
        executor = executor or self._default_executor_made()
        if not self._errands:
            self._sleeping.enter_context(sleeping.stood_in())
        errand = Errand(self, func, executor)
        future: asyncio.Future[T] = errand.future
        call = executor.submit(errand.job, *args)
        self._jumping = False
        self._errands.append(errand)
        errand.sent(call)
        return future

    def _default_executor_made(self) -> concurrent.futures.Executor:
        if self._executor_shut:
            raise RuntimeError("Executor shutdown has been called")
        if self._executor is None:
            self._executor = Pool()
        return self._executor

    def set_default_executor(self, executor: concurrent.futures.Executor) -> None:
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._executor = executor

    def errand_begins(self, errand: Errand) -> None:
        """The thread that calls this takes up the errand, and puts the one before down."""
        self._own.add(threading.current_thread())
        self._by_thread[threading.get_ident()] = errand

    def frame(self) -> FrameType | None:
        """Where the thread that runs the loop has got to, if one does. From any thread."""
        return sys._current_frames().get(self._thread or 0)

    # -- what threads want ---------------------------------------------------------------------

    def _at_work(self) -> list[Errand]:
        """The errands that will go on by themselves."""
        frames = sys._current_frames()
        taken = Counter(e.executor for e in self._errands if e.thread is not None and not e.back)
        return [e for e in self._errands if self._goes_on(e, frames, taken)]

    def _goes_on(self, errand: Errand, frames: dict[int, FrameType], taken: Counter[Any]) -> bool:
        if errand.thread is None and not errand.back:
            return not errand.threads or taken[errand.executor] < errand.threads
        return errand.at_work(frames)

    def _listen(self) -> bool:
        """None is at work: deal with what all of them want. False: they want nothing."""
        ready, entries = len(self.ready), len(self.heap)
        for errand in list(self._errands):
            calls = errand.listen()
            while errand.naps:
                seconds, nap = errand.naps.popleft()
                start = max(self.now, errand.sent_at)
                self.push(start + seconds, partial(errand.wake, nap))
            if errand.back:
                self._errands.remove(errand)
                if errand.thread is not None and self._by_thread.get(errand.thread) is errand:
                    del self._by_thread[errand.thread]
                calls.append(errand.settle)
            self._deal_with(calls, errand.sent_at)
        if not self._errands:
            self._sleeping.close()
        wanted = (len(self.ready), len(self.heap)) != (ready, entries)
        if wanted or self.heap:
            self._looks = 0  # it goes on
        return wanted

    def _deal_with(self, calls: list[Callable[[], object]], sent_at: float) -> None:
        """Now; or, where the step that sent for them works until later, then."""
        if sent_at <= self.now:
            self.ready.extend(calls)
            return
        for call in calls:
            self.push(sent_at, call)

    def _patience(self) -> float:
        """Seconds of wall time until the next look at threads that are at work. Whoever has been
        at work for long is told of."""
        now = time.perf_counter()
        if not self._looks:
            self._held_since = now
        self._looks += 1
        waited = now - self._held_since
        if waited > IMPATIENT:
            for errand in self._errands:
                self.ready.extend(errand.listen())
        if waited > TELL:
            for errand in self._at_work():
                self._tell(errand, self._why(errand))
        return min(FIRST_LOOK * 2.0 ** min(self._looks, 20), LOOK_UP)

    def _why(self, errand: Errand) -> str:
        return f"kitchen time stands still while a thread is at work: {self._of(errand)}"

    def _of(self, errand: Errand) -> str:
        """Where it has got to, and who waits for it, where."""
        waits = [
            t for t in asyncio.all_tasks(self) if getattr(t, "_fut_waiter", 0) is errand.future
        ]
        lines = [(t.get_name(), waiting_line(t)) for t in waits]
        who = (f"{name} waits for it" + f" at {at}" * (at != UNKNOWN) for name, at in lines)
        return "; ".join([errand.where(), *who])

    def _tell(self, what: object, words: str) -> None:
        """Say it, once: the program may be waiting for ever."""
        if what not in self._told:
            self._told.add(what)
            logger.warning("%s", words)

    def _tell_of_threads(self) -> None:
        """Nothing can happen unless another thread calls: after a while, say which there are."""
        now = time.perf_counter()
        if not self._looks:
            self._held_since = now
        self._looks += 1
        if now - self._held_since > TELL:
            names = [thread.name for thread in self._strangers()]
            names += [self._of(errand) for errand in self._errands]
            self._tell(None, f"the loop waits for a call from another thread: {', '.join(names)}")

    # -- the end -------------------------------------------------------------------------------

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        """Wait until the default executor's threads have ended, ``timeout`` seconds of wall time
        at most."""
        self._executor_shut = True
        if self._executor is None:
            return
        self._ended = ended = self.create_future()
        self._ending_since = time.perf_counter()
        jumps, self._jumps, self._jumping = self._jumps, False, False
        waiter = threading.Thread(target=self._shut_down, args=(self._executor, timeout, ended))
        self._own.add(waiter)
        waiter.daemon = True
        waiter.start()
        try:
            if not await ended:
                for errand in self._errands:
                    self._tell(errand, f"a thread is left alone: {errand.where()} never ends")
                warnings.warn(  # in asyncio's own words, which a filter may name
                    f"The executor did not finishing joining its threads within {timeout} seconds.",
                    RuntimeWarning,
                    stacklevel=2,
                )
        finally:
            self._ended, self._jumps = None, jumps
            self._executor.shutdown(wait=False)

    def _about_to_end(self) -> bool:
        """Whether that is waited for and will not take long: it takes no kitchen time."""
        if self._ended is None or self._ended.done() or self._errands:
            return False
        return time.perf_counter() - self._ending_since < IMPATIENT

    def _threads_are_ending(self) -> bool:
        """Whether that is waited for. Those that never will, since nobody is left to wake them, are
        given up."""
        if self._ended is None or self._ended.done():
            return False
        if self._errands:
            self._ended.set_result(False)
        return True

    def _shut_down(
        self,
        executor: concurrent.futures.Executor,
        timeout: float | None,
        ended: asyncio.Future[bool],
    ) -> None:
        """In a thread of its own: wait for the others."""
        closer = threading.Thread(target=executor.shutdown, daemon=True)
        self._own.add(closer)
        closer.start()
        closer.join(timeout)
        in_time = not closer.is_alive()

        def report() -> None:
            if not ended.done():
                ended.set_result(in_time)

        self.ready.append(report)
        self._nudge.set()

    def _let_threads_go(self) -> None:
        """The loop is closed: nobody will wake those that sleep in its time."""
        for errand in self._errands:
            errand.wake(errand.nap)
        self._sleeping.close()
