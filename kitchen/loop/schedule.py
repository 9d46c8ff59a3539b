"""The schedule: what a loop calls next and what later, in one total order, and what time it is."""

from __future__ import annotations

import asyncio
import contextvars
import itertools
import time
import weakref
from collections import deque
from collections.abc import Callable, Collection, Iterator
from functools import partial
from heapq import heapify, heappop, heappush
from operator import call
from typing import Any, TypeVarTuple, Unpack

from kitchen.loop.base import Housekeeping, logger
from kitchen.loop.handles import Handle, TimerHandle, describe, drop_frames
from kitchen.loop.worker import NO_HANDLE, STEP, WAKEUP, WAKEUP_NAME, WORKER
from kitchen.plain import INFINITY

Ts = TypeVarTuple("Ts")
Entry = tuple[float, int, Callable[[Any], object], Any]
"""Moment, place among the entries of that moment, and what is called with what."""

COMMAND = 1 << 62
"""Added to a command's serial. At one moment timers come first, until nothing is ready; then one
command at a time; then a frame."""

BATCH = 20_000
"""Entries between two times that the `KitchenLoop.checks` are called."""


IN_WORDS: dict[Callable[..., object], Callable[[Any], str]] = {}
"""What an entry is for, by the function that it calls and told by its argument: the rules' own."""


def bound(entry: Entry) -> Callable[[], object]:
    """What an entry calls, as one callable."""
    _, _, function, argument = entry
    return argument if function is call else partial(function, argument)


def _serials(loop: weakref.ref[Schedule]) -> Iterator[int]:
    """0, 1, 2, and so on, for a loop that is told of each batch of them."""

    def batch(first: int) -> range:
        if (own := loop()) is not None:
            own._batch_begins()
        return range(first, first + BATCH)

    return itertools.chain.from_iterable(map(batch, itertools.count(0, BATCH)))


class Schedule(Housekeeping):
    """The part of the kitchen loop that keeps time and order."""

    # What everything reads and writes all the time: an object's slots are found the quickest, and
    # a loop has more attributes than Python has a quick way for.
    __slots__ = (
        "_cancelled_timers", "call_backstage", "call_settled", "clock", "get_debug", "heap",
        "itself", "now", "ready", "serial",
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        """The present moment, in seconds of kitchen time."""
        self.clock = 0.0
        """What `time` tells: `now`, or later within a step that has worked. Work adds to it."""
        self.heap: list[Entry] = []
        """What is called later. The rules put their own entries in, as `push_with` does: nearly all
        of a shift goes through here."""
        self.ready: deque[Callable[[], object]] = deque()
        """What is called next, in this order."""
        self.call_backstage = self.ready.append
        """Call a callback as soon as what is ready now has run."""
        self._settled: deque[Callable[[], object]] = deque()
        self.call_settled = self._settled.append
        """Call a callback once nothing backstage is ready at this moment."""
        self.settled: Collection[Callable[[], object]] = self._settled
        """Those, for whoever looks."""
        self.itself = weakref.ref(self)
        """For a future's ``get_loop``, which asyncio calls at every await. Nothing is quicker, and
        `asyncio.get_running_loop` asks the system each time which process this is."""
        self.serial = _serials(self.itself).__next__
        self._cancelled_timers = 0  # in the heap, or just out of it and not called yet

    def _batch_begins(self) -> None:
        """Another `BATCH` of entries is going to be made."""
        raise NotImplementedError

    # -- time ----------------------------------------------------------------------------------

    def time(self) -> float:
        """Kitchen time in seconds; within a step, including the work that it has done so far."""
        return self.clock

    def work(self, seconds: float) -> None:
        """The step under way takes ``seconds`` of kitchen time more."""
        self.clock += seconds

    @property
    def working(self) -> bool:
        """Whether the step under way has done work that is not over yet."""
        return self.clock != self.now

    # -- what is called next, and what later ---------------------------------------------------

    def call_soon(
        self,
        callback: Callable[[Unpack[Ts]], object],
        *args: Unpack[Ts],
        context: contextvars.Context | None = None,
    ) -> asyncio.Handle:
        if context is not None:
            worker = context.get(WORKER)
            if worker is not None:
                kind = type(callback)
                if kind is STEP or (kind is WAKEUP and callback.__name__ == WAKEUP_NAME):
                    if self.clock == self.now:
                        worker.step_ready(callback, args, context)
                    else:
                        self.push(self.clock, partial(worker.step_ready, callback, args, context))
                    return NO_HANDLE
        if self._closed or self._debug:
            self._check_closed()
            self._check_callback(callback, "call_soon")
            self._check_thread()
        handle = Handle(callback, args, self, context)
        if self._debug:
            drop_frames(handle)
        if self.clock == self.now:
            self.ready.append(handle)
        else:
            self.push(self.clock, handle)
        return handle

    def call_later(
        self,
        delay: float,
        callback: Callable[[Unpack[Ts]], object],
        *args: Unpack[Ts],
        context: contextvars.Context | None = None,
    ) -> asyncio.TimerHandle:
        if delay is None:
            raise TypeError("delay must not be None")
        handle = self.call_at(self.clock + delay, callback, *args, context=context)
        if self._debug:
            drop_frames(handle)
        return handle

    def call_at(
        self,
        when: float,
        callback: Callable[[Unpack[Ts]], object],
        *args: Unpack[Ts],
        context: contextvars.Context | None = None,
    ) -> asyncio.TimerHandle:
        """Call ``callback`` at ``when``, never if that is infinity."""
        if when is None:
            raise TypeError("when cannot be None")
        if not when <= INFINITY:
            raise ValueError("when cannot be NaN")
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_at")
            self._check_thread()
        handle = TimerHandle(when, callback, args, self, context)
        if self._debug:
            drop_frames(handle)
        if when < self.clock != self.now:
            when = self.clock  # nothing comes of a step's work before that work is done
        if when < INFINITY:
            self.push(when, handle)
            handle._scheduled = True
        return handle

    def push(self, when: float, callback: Callable[[], object]) -> None:
        """Call ``callback`` backstage at ``when``. No handle, no context: for the rules."""
        heappush(self.heap, (when, self.serial(), call, callback))

    def push_with(self, when: float, function: Callable[[Any], object], argument: Any) -> None:
        """Call ``function`` with ``argument`` backstage at ``when``."""
        heappush(self.heap, (when, self.serial(), function, argument))

    def call_command(self, callback: Callable[[], object], at: float | None = None) -> None:
        """Call ``callback`` at ``at`` (default: now) once all timers of that moment are done.

        A replayed command and a command given on the screen both come this way, so both find the
        kitchen in the same state.
        """
        # Never in the past: timers that are due now go first.
        when = self.clock if at is None else max(at, self.clock)
        heappush(self.heap, (when, COMMAND + self.serial(), call, callback))

    def run_step(
        self, callback: Callable[..., object], args: tuple[Any, ...], context: contextvars.Context
    ) -> float:
        """Run one step of a worker's task; return the kitchen time at which its work ends."""
        try:
            context.run(callback, *args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            # Not the coroutine's own exception, which the task keeps: the task could not go on.
            self._step_failed(callback, error)
        finally:
            end, self.clock = self.clock, self.now
            del callback  # see kitchen.loop.handles
        return end

    def _step_failed(self, callback: Callable[..., object], error: BaseException) -> None:
        task = getattr(callback, "__self__", None)
        self.call_exception_handler(
            {"message": f"Exception in a step of {task!r}", "exception": error, "task": task}
        )

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        """asyncio's hook. Sweep cancelled timers out once they are most of the heap."""
        if not getattr(handle, "_scheduled", False):
            return
        self._cancelled_timers += 1
        if self._cancelled_timers > 100 and self._cancelled_timers * 2 > len(self.heap):
            heap = [e for e in self.heap if not (type(e[3]) is TimerHandle and e[3]._cancelled)]
            # The one being cancelled is not marked yet. It stays, as do those about to be called.
            self._cancelled_timers -= len(self.heap) - len(heap)
            heapify(heap)
            self.heap[:] = heap  # the same list still: others hold on to it

    def _drop_cancelled(self) -> None:
        """Leave no cancelled timer in front."""
        heap = self.heap
        while heap and type(heap[0][3]) is TimerHandle and heap[0][3]._cancelled:
            heappop(heap)
            self._cancelled_timers -= 1

    def _fire_due(self) -> None:
        heap, now, ready = self.heap, self.now, self.ready
        while heap and heap[0][0] <= now and heap[0][1] < COMMAND:
            ready.append(bound(heappop(heap)))

    def _call_watched(self, count: int) -> None:
        """Call what is ready as debug mode does, with an eye on the wall clock."""
        for _ in range(count):
            callback = self.ready.popleft()
            self._handle = callback if isinstance(callback, asyncio.Handle) else None
            start = time.perf_counter()
            try:
                callback()
            finally:
                self._handle = None
            took = time.perf_counter() - start
            if took >= self.slow_callback_duration:
                logger.warning("Executing %s took %.3f seconds", describe(callback), took)
            del callback  # see kitchen.loop.handles
