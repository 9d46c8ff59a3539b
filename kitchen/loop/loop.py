"""The kitchen loop: an asyncio event loop on kitchen time, whose workers are chefs.

Everything in asyncio that needs no sockets and no subprocesses runs on it unmodified, on the
standard `asyncio.Task` and `asyncio.Future`. Three things are different:

* **Time is virtual.** `KitchenLoop.time` is kitchen time in seconds, from 0. It moves only when
  nothing is ready, and only to the exact moment of the next entry. A `Pacing` may hold that move
  back on the wall clock (see `kitchen.loop.pacing`); it never changes what happens, only when one
  sees it.
* **Order is total.** Equal moments fire in the order in which they were set, timers before commands
  before frames.
* **Steps can need hands.** A task whose context names a `Worker` has its steps handed to that
  worker, which sees to it that they are run when somebody is free. A step may take time: what it
  adds to `KitchenLoop.clock` is what the step reads, and all that it schedules counts from there.
  All other tasks and callbacks are *backstage* and run at once.

For a plain worker there are `run_step` and `work`. A kitchen does the same in
`kitchen.sim.work.part`, with its own book-keeping in between.
"""

from __future__ import annotations

import asyncio
import contextvars
import itertools
import sys
import threading
import time
import weakref
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterator
from functools import partial
from heapq import heapify, heappop, heappush
from operator import call
from typing import Any, TypeVarTuple, Unpack

from kitchen.loop.base import logger
from kitchen.loop.frames import Frame, Frames
from kitchen.loop.handles import Handle, TimerHandle, describe, drop_frames
from kitchen.loop.pacing import Jump, Pacing
from kitchen.loop.stall import Stalled, describe_stall
from kitchen.loop.stand_ins import stand_back
from kitchen.loop.threads import Threads
from kitchen.loop.worker import NO_HANDLE, STEP, WAKEUP, WAKEUP_NAME, WORKER, Worker
from kitchen.plain import INFINITY

__all__ = ["WORKER", "KitchenLoop", "Stalled", "Worker"]

Ts = TypeVarTuple("Ts")
Entry = tuple[float, int, Callable[[Any], object], Any]
"""Moment, place among the entries of that moment, and what is called with what."""

COMMAND = 1 << 62
"""Added to a command's serial. At one moment timers come first, until nothing is ready; then one
command at a time; then a frame."""

GRACE = 0.05
"""Seconds of wall time that other threads get to call before the loop counts as stalled."""

BATCH = 20_000
"""Entries between two times that the `KitchenLoop.checks` are called."""

BUSY = 100_000
"""Turns at one moment with no worker's step among them, after which time goes on all the same. A
program that polls (``while not done: await asyncio.sleep(0)``) waits for time to go by."""

POLLING = 1_000
"""As many turns are enough for a program that has been found to poll, until it waits for once."""

EAGER = 10
"""Turns that are enough at last, where nothing is due: only for time to go by can it wait."""

TICK = 0.001
"""Seconds of kitchen time. Timers that are shorter do not count as waiting: with
``asyncio.sleep(1e-9)`` a program polls as well."""


def _bound(entry: Entry) -> Callable[[], object]:
    """What an entry calls, as one callable."""
    _, _, function, argument = entry
    return argument if function is call else partial(function, argument)


def _serials(loop: weakref.ref[KitchenLoop]) -> Iterator[int]:
    """0, 1, 2, and so on, for a loop that is told of each batch of them."""

    def batch(first: int) -> range:
        if (own := loop()) is not None:
            own._batch_begins()
        return range(first, first + BATCH)

    return itertools.chain.from_iterable(map(batch, itertools.count(0, BATCH)))


class KitchenLoop(Threads):
    """An event loop on kitchen time. ``pacing`` holds it back; by default it jumps."""

    # What everything reads and writes all the time: an object's slots are found the quickest, and
    # a loop has more attributes than Python has a quick way for.
    __slots__ = (
        "_cancelled_timers", "_errands", "_jumping", "_stopping", "call_backstage", "call_settled",
        "clock", "get_debug", "heap", "itself", "now", "ready", "serial",
    )  # fmt: skip

    def __init__(self, pacing: Pacing | None = None) -> None:
        super().__init__()
        self.pacing = pacing or Jump()
        self._jumps = isinstance(self.pacing, Jump)
        self.steps = 0
        """Steps begun with `run_step` so far."""
        self.now = 0.0
        """The present moment, in seconds of kitchen time."""
        self.clock = 0.0
        """What `time` tells: `now`, or later within a step that has worked. Work adds to it."""
        self.heap: list[Entry] = []
        """What is called later. The rules put their own entries in, as `push_with` does: nearly all
        of a shift goes through here."""
        self.ready: deque[Callable[[], object]] = deque()
        """What is called next, in this order."""
        self.checks: list[Callable[[], object]] = []
        """Called backstage each time that another `BATCH` of entries has been made: a place to
        see whether anything comes of them, which costs nothing until then."""
        self.call_backstage = self.ready.append
        """Call a callback as soon as what is ready now has run."""
        self._settled: deque[Callable[[], object]] = deque()
        self.call_settled = self._settled.append
        """Call a callback once nothing backstage is ready at this moment."""
        self.itself = weakref.ref(self)
        """For a future's ``get_loop``, which asyncio calls at every await. Nothing is quicker, and
        `asyncio.get_running_loop` asks the system each time which process this is."""
        self.serial = _serials(self.itself).__next__
        self._cancelled_timers = 0  # in the heap, or just out of it and not called yet
        self._frames: Frames | None = None
        self._stopping = False
        self._turns = 0
        self._patient = BUSY  # turns until a look is taken whether the program polls
        self._quiet = TICK  # until when kitchen time counts as standing still
        self._batches = 0  # of entries that were made and called meanwhile
        self._size = 0  # of the heap when the last of them began

    def __repr__(self) -> str:
        return (
            f"<{type(self).__name__} t={self.clock:g} running={self.is_running()}"
            f" closed={self._closed}>"
        )

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

    def over_at_once(self) -> bool:
        """Let the work of the step under way be over at once, if nothing else happens until then.

        Only where time jumps. The step then need not be left and come back to: nobody could tell.
        """
        heap = self.heap
        if (heap and heap[0][0] <= self.clock) or not self._jumping or self.ready or self._settled:
            return False
        self.now = self.clock
        return True

    @property
    def idle(self) -> bool:
        """Whether nothing is ready and no timer runs: only a command or a thread could go on."""
        self._drop_cancelled()
        return not (self.heap or self.ready or self._settled or self._errands)

    # -- scheduling ----------------------------------------------------------------------------

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
        self.steps += 1
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

    # -- running -------------------------------------------------------------------------------

    def _run(self) -> None:
        """Run until stopped. One turn: what is due, then a batch of what is ready, as in asyncio;
        when nothing is, one settled callback; when there is none, on to the next moment."""
        ready, settled, heap = self.ready, self._settled, self.heap
        while True:
            if heap and heap[0][0] <= self.now and heap[0][1] < COMMAND:
                self._fire_due()
            if ready:
                if self._debug:
                    self._call_watched(len(ready))
                else:
                    for _ in range(len(ready)):
                        ready.popleft()()
                self._turns += 1
                if self._turns > self._patient:
                    self._look_busy()
            elif settled:
                self._turns = 0
                settled.popleft()()
            elif self._stopping:
                return
            else:
                if self.now > self._quiet:
                    self._turns, self._quiet, self._patient = 0, self.now + TICK, BUSY
                if heap and self._jumps and not (self._frames or self._errands or self._debug):
                    self._jump()
                else:
                    self._advance()
            if self._stopping:
                return

    def _look_busy(self) -> None:
        """There is always something ready, or a timer of no length. If that is a program which
        polls, only time will end it: let it go by."""
        if self.now > self._quiet:
            self._turns, self._quiet = 0, self.now + TICK  # it has gone by
        else:
            most = POLLING if self.heap else max(self._patient // 2, EAGER)
            self._patient = min(most, POLLING)
            self._let_time_go_by()

    def _let_time_go_by(self) -> None:
        """On to the next moment that is not this one, though there is something to do at this."""
        self._turns = self._batches = 0
        if self._settled:  # who polls never lets a moment settle: take it to have done so
            self.ready.extend(self._settled)
            self._settled.clear()
            return
        if self._frames or self._errands or not self._jumps:
            self._go_on()
            return
        heap = self.heap
        while heap and heap[0][0] <= self._quiet:
            self.ready.append(_bound(heappop(heap)))
        self.now = self.clock = heap[0][0] if heap else self._quiet
        self._quiet = self.now + TICK

    def _batch_begins(self) -> None:
        """Another `BATCH` of entries is going to be made. Timers of next to no length may be set
        one after the other, with never a turn."""
        self.ready.extend(self.checks)
        size, self._size = self._size, len(self.heap)
        if self.now > self._quiet or self._size - size > BATCH // 2:
            self._batches = 0
            self._quiet = max(self._quiet, self.now + TICK)
        else:
            self._batches += 1
            if self._many_batches:
                self.ready.append(self._look_at_timers)

    @property
    def _many_batches(self) -> bool:
        """Whether so many timers of no length are a poll. Who has a check knows what is too much,
        and a thousand dishes may begin at one moment."""
        patience = BUSY // BATCH * (10 if self.checks else 1)
        return self._batches > (1 if self._patient == POLLING else patience)

    def _look_at_timers(self) -> None:
        if self._many_batches:  # nobody else has let time go by meanwhile
            self._patient = POLLING
            self._let_time_go_by()

    def _jump(self) -> None:
        """Headless: from entry to entry, as long as each leaves nothing ready but what waits until
        the moment has settled. Nearly all of a shift happens here."""
        heap, ready, settled = self.heap, self.ready, self._settled
        argument: Any = None
        self._jumping = True
        while True:  # Python 3.11 speeds up only loops of this form: see its JUMP_BACKWARD
            if not heap:
                break
            when, order, function, argument = heappop(heap)
            if when > self.now:
                if self._cancelled_timers and type(argument) is TimerHandle and argument._cancelled:
                    self._cancelled_timers -= 1
                    continue
                self.now = self.clock = when
            if heap and heap[0][0] <= when:
                ready.append(_bound((when, order, function, argument)))
                break
            function(argument)
            while settled:
                if ready or (heap and heap[0][0] <= self.now):
                    break
                settled.popleft()()
            if ready or not self._jumping:
                break
        self._jumping = False
        del argument  # see kitchen.loop.handles

    def _fire_due(self) -> None:
        heap, now, ready = self.heap, self.now, self.ready
        while heap and heap[0][0] <= now and heap[0][1] < COMMAND:
            ready.append(_bound(heappop(heap)))

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

    def _drop_cancelled(self) -> None:
        """Leave no cancelled timer in front."""
        heap = self.heap
        while heap and type(heap[0][3]) is TimerHandle and heap[0][3]._cancelled:
            heappop(heap)
            self._cancelled_timers -= 1

    def _advance(self) -> None:
        """Nothing is ready: go on to the next entry or the next frame, whichever is first."""
        self._nudge.clear()
        if not self.ready:  # another thread may have called just before
            self._go_on()

    def _go_on(self) -> None:
        self._drop_cancelled()
        heap, frames = self.heap, self._frames
        if self._errands or self._ended is not None:
            if self._about_to_end() or self._at_work():
                patience = self._patience()
                if self.pacing.hold(self.now, frames, self._nudge, patience) and frames is not None:
                    frames.show(self.now)
                return
            if self._listen():
                return
        when = heap[0][0] if heap else INFINITY
        if when == INFINITY and (frames is None or not frames.wanted):
            self._nothing_left()
            return
        moment, frame_due = self.pacing.advance(self.now, when, frames, self._nudge)
        if moment > self.now:
            self.now = self.clock = moment
        if frame_due and frames is not None:
            frames.show(self.now)
        elif heap and heap[0][0] <= self.now:
            self.ready.append(_bound(heappop(heap)))

    def _nothing_left(self) -> None:
        """No entry, nothing ready: only another thread could go on. Alone, raise `Stalled`."""
        if threading.active_count() > 1:
            self._nudge.wait(GRACE)
            if self.ready:
                self._looks = 0
                return
            if self._somebody_may_call():
                self._tell_of_threads()
                return
        if not self._threads_are_ending():
            raise Stalled(*describe_stall(asyncio.all_tasks(self)))

    def _check_running(self) -> None:
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if asyncio._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self) -> None:
        self._check_closed()
        self._check_running()
        self._thread = threading.get_ident()
        old_hooks = sys.get_asyncgen_hooks()
        depth = sys.get_coroutine_origin_tracking_depth()
        if self._debug:
            self._track_origins()
        sys.set_asyncgen_hooks(self._asyncgen_first, self._asyncgen_final)
        asyncio._set_running_loop(self)
        try:
            self._run()
        finally:
            self._stopping = self._jumping = False
            self.clock = self.now
            self._thread = None
            asyncio._set_running_loop(None)
            sys.set_asyncgen_hooks(*old_hooks)
            sys.set_coroutine_origin_tracking_depth(depth)

    def run_until_complete(self, future: Any) -> Any:
        self._check_closed()
        self._check_running()
        new_task = not asyncio.isfuture(future)
        future = asyncio.ensure_future(future, loop=self)
        if new_task:
            future._log_destroy_pending = False
        future.add_done_callback(self._stop_when_done)
        try:
            self.run_forever()
        except BaseException:
            if new_task and future.done() and not future.cancelled():
                future.exception()  # it is on its way up already: not "never retrieved"
            raise
        finally:
            future.remove_done_callback(self._stop_when_done)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _stop_when_done(self, future: asyncio.Future[Any]) -> None:
        if not future.cancelled() and isinstance(
            future.exception(), (SystemExit, KeyboardInterrupt)
        ):
            return  # run_forever is being left by that very exception
        self.stop()

    def stop(self) -> None:
        self._stopping = True
        self._jumping = False

    def close(self) -> None:
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self.ready.clear()
        self.heap.clear()
        self.checks.clear()
        self._settled.clear()
        self._executor_shut = True
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=False)
        self._let_threads_go()
        stand_back()

    def __del__(self) -> None:
        # No warning: a loop that was not closed holds no socket, at most idle threads.
        if not getattr(self, "_closed", True) and not self.is_running():
            self.close()

    # -- frames --------------------------------------------------------------------------------

    async def frames(self, rate: float = 60.0) -> AsyncGenerator[Frame, None]:
        """A frame ``rate`` times a second of wall time, for ever, also while kitchen time rests.

        Each frame comes after all that is due by its moment. One set of frames at a time.
        Raises RuntimeError if there is one already.
        """
        if self._frames is not None:
            raise RuntimeError("this loop already shows frames")
        self._frames = frames = Frames(rate, self.pacing.wall, self.create_future)
        try:
            while True:
                yield await frames.next()
        finally:
            self._frames = None
