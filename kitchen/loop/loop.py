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
import sys
import threading
from collections.abc import AsyncGenerator, Callable
from heapq import heappop
from typing import Any

from kitchen.loop.frames import Frame, Frames
from kitchen.loop.handles import TimerHandle
from kitchen.loop.pacing import Jump, Pacing
from kitchen.loop.polling import MOMENT, Polling
from kitchen.loop.schedule import bound
from kitchen.loop.stall import Stalled, describe_stall
from kitchen.loop.stand_ins import stand_back
from kitchen.loop.threads import Threads
from kitchen.plain import INFINITY

GRACE = 0.05
"""Seconds of wall time that other threads get to call before the loop counts as stalled."""


class KitchenLoop(Threads):
    """An event loop on kitchen time. ``pacing`` holds it back; by default it jumps."""

    __slots__ = ("_errands", "_jumping", "_stopping")  # as in `Schedule`

    def __init__(self, pacing: Pacing | None = None) -> None:
        super().__init__()
        self.pacing = pacing or Jump()
        self._jumps = isinstance(self.pacing, Jump)
        self.checks: list[Callable[[], object]] = []
        """Called backstage each time that another `BATCH` of entries has been made: a place to
        see whether anything comes of them, which costs nothing until then."""
        self._frames: Frames | None = None
        self._stopping = False
        self._polling = Polling()

    def __repr__(self) -> str:
        return (
            f"<{type(self).__name__} t={self.clock:g} running={self.is_running()}"
            f" closed={self._closed}>"
        )

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

    # -- running -------------------------------------------------------------------------------

    def _run(self) -> None:
        """Run until stopped, moment by moment. A moment is: what is due and what is ready, a batch
        a turn as in asyncio, until nothing is; then one settled callback, and so on; when there is
        none, the next moment comes."""
        heap, ready, settled = self.heap, self.ready, self._settled
        while True:
            if heap and heap[0][0] <= self.now:
                self._fire_due()
            if ready:
                self._turn()
            elif settled:
                self._polling.turns = 0
                settled.popleft()()
            elif not self._stopping:
                self._next_moment()
            if self._stopping:
                return

    def _turn(self) -> None:
        """Call what is ready, but not what becomes ready meanwhile."""
        ready, polling = self.ready, self._polling
        if self._debug:
            self._call_watched(len(ready))
        else:
            for _ in range(len(ready)):
                ready.popleft()()
        polling.turns += 1
        if polling.turns > polling.patience and polling.found(self.now, bool(self.heap)):
            self._let_time_go_by()

    def _next_moment(self) -> None:
        """Nothing is left to do at this one."""
        self._polling.waits(self.now)
        if self.heap and self._jumps and not (self._frames or self._errands or self._debug):
            self._jump()
        else:
            self._advance()

    def _jump(self) -> None:
        """Headless: on to the next moment, and from there to the one after it, and so on, as long
        as each has but one entry, which leaves nothing ready but what waits until the moment has
        settled. What `_run` would do in several turns is done at once: nearly all of a shift
        happens here."""
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
                ready.append(bound((when, order, function, argument)))
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

    # -- a program that polls ------------------------------------------------------------------

    def _let_time_go_by(self) -> None:
        """On to the next moment that is not this one, though there is something to do at this."""
        polling = self._polling
        polling.over()
        if self._settled:  # who polls never lets a moment settle: take it to have done so
            self.ready.extend(self._settled)
            self._settled.clear()
            return
        if self._frames or self._errands or not self._jumps:
            self._go_on()
            return
        heap = self.heap
        while heap and heap[0][0] <= polling.quiet:
            self.ready.append(bound(heappop(heap)))
        self.now = self.clock = heap[0][0] if heap else polling.quiet
        polling.quiet = self.now + MOMENT

    def _batch_begins(self) -> None:
        self.ready.extend(self.checks)
        self._polling.count_batch(self.now, len(self.heap))
        if self._polling.many_batches(bool(self.checks)):
            self.ready.append(self._look_at_timers)

    def _look_at_timers(self) -> None:
        if self._polling.many_batches(bool(self.checks)):  # nobody has let time go by meanwhile
            self._polling.found_by_batches()
            self._let_time_go_by()

    # -- on to the next moment -----------------------------------------------------------------

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
            self.ready.append(bound(heappop(heap)))

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

    def run_to(self, moment: float) -> None:
        """Run on to that moment of kitchen time at once, however time is paced otherwise: all that
        is due by then has happened, commands as well."""
        pacing, jumps = self.pacing, self._jumps
        self.pacing, self._jumps = Jump(), True
        try:
            self.call_command(self.stop, moment)
            self.run_forever()
        finally:
            self.pacing, self._jumps = pacing, jumps

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

    def leave_out_frames(self, count: int) -> None:
        """Leave out so many frames before the next, for there is nothing to be seen. That one
        comes when it comes: nobody spends processor time on waiting for it to the millisecond."""
        if self._frames is not None:
            self._frames.leave_out(count)
