"""The kitchen loop: an asyncio event loop on kitchen time, whose workers are chefs.

Everything in asyncio that needs no sockets and no subprocesses runs on it unmodified, on the
standard `asyncio.Task` and `asyncio.Future`. Three things are different:

* **Time is virtual.** `KitchenLoop.time` is kitchen time in seconds, from 0. It moves only when
  nothing is ready, and only to the exact moment of the next entry. A `Pace` may hold that move back
  on the wall clock (see `kitchen.pacing`); it never changes what happens, only when one sees it.
* **Order is total.** Entries are ordered by ``(when, rank, serial)``: equal moments fire in the
  order in which they were set, timers before commands before frames.
* **Steps can need hands.** A task whose context names a `Worker` has its steps handed to that
  worker, which runs them with `run_step` when somebody is free. `work` makes the step under way
  take time: the clock that the step reads, and all that it schedules, count from there. All other
  tasks and callbacks are *backstage* and run at once.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextvars
import heapq
import logging
import sys
import threading
import weakref
from collections import deque
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator
from functools import partial
from typing import Any, Protocol, TypeVar, TypeVarTuple, Unpack, cast

from kitchen.nosockets import NoSockets
from kitchen.pacing import Frame, Frames, Jump, Pace
from kitchen.stall import Stalled, describe_stall

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
Entry = tuple[float, int, int, Callable[[], object]]

TIMER, COMMAND = 0, 1
"""Ranks at one moment: timers, until nothing is ready; then one command at a time; then a frame."""

logger = logging.getLogger("asyncio")


class Worker(Protocol):
    """Somebody who sees to it that the steps of some tasks get run."""

    def step_ready(
        self, callback: Callable[..., object], args: tuple[Any, ...], context: contextvars.Context
    ) -> None:
        """A step is ready: run it, sooner or later, with `KitchenLoop.run_step`.

        ``callback.__self__`` is the task. A task never has two steps ready.
        """


WORKER: contextvars.ContextVar[Worker | None] = contextvars.ContextVar("WORKER", default=None)
"""Who runs the steps of this task. Tasks inherit it from the context that started them."""


class _Soon(asyncio.Handle):
    """A handle that can be called, so that the ready deque needs no second kind of entry."""

    __slots__ = ()

    def __call__(self) -> None:
        if not self._cancelled:
            self._run()


class _Later(asyncio.TimerHandle):
    __slots__ = ()

    def __call__(self) -> None:
        self._scheduled = False
        if not self._cancelled:
            self._run()


class KitchenLoop(NoSockets):
    """An event loop on kitchen time. ``pace`` holds it back; by default it jumps."""

    def __init__(self, pace: Pace | None = None) -> None:
        self.pace = pace or Jump()
        self.steps = 0
        """Steps of workers' tasks begun so far."""
        self._now = 0.0
        self._clock = 0.0  # equals _now, but for the step under way: _now + the work done so far
        self._serial = 0
        self._heap: list[Entry] = []
        self._ready: deque[Callable[[], object]] = deque()
        self._settled: deque[Callable[[], object]] = deque()
        self._cancelled_timers = 0
        self._frames: Frames | None = None
        self._stopping = False
        self._closed = False
        self._debug = False
        self._thread: int | None = None
        self._outside = 0  # calls that run in threads; kitchen time stands still meanwhile
        self._nudge = threading.Event()
        self._threadsafe: deque[_Soon] = deque()
        self._executor: concurrent.futures.Executor | None = None
        self._executor_shut = False
        self._asyncgens: weakref.WeakSet[AsyncGenerator[Any, Any]] = weakref.WeakSet()
        self._asyncgens_shut = False
        self._task_factory: Callable[..., Any] | None = None
        self._exception_handler: Callable[..., object] | None = None

    def __repr__(self) -> str:
        return (
            f"<{type(self).__name__} t={self._clock:g} running={self.is_running()}"
            f" closed={self._closed}>"
        )

    # -- time ----------------------------------------------------------------------------------

    def time(self) -> float:
        """Kitchen time in seconds; within a step, including the work that it has done so far."""
        return self._clock

    def work(self, seconds: float) -> None:
        """The step under way takes ``seconds`` of kitchen time more."""
        self._clock += seconds

    @property
    def working(self) -> bool:
        """Whether the step under way has done work that is not over yet."""
        return self._clock != self._now

    @property
    def idle(self) -> bool:
        """Whether nothing is ready and no timer runs: only a command or a thread could go on."""
        return not (self._ready or self._heap or self._settled or self._outside)

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
                if kind is _STEP or (kind is _WAKEUP and callback.__name__ == _WAKEUP_NAME):
                    if self._clock == self._now:
                        worker.step_ready(callback, args, context)
                    else:
                        self.push(self._clock, partial(worker.step_ready, callback, args, context))
                    return _NO_HANDLE
        if self._closed or self._debug:
            self._check_closed()
            self._check_callback(callback, "call_soon")
            self._check_thread()
        handle = _Soon(callback, args, self, context)
        if self._clock == self._now:
            self._ready.append(handle)
        else:
            self.push(self._clock, handle)
        return handle

    def call_soon_threadsafe(
        self,
        callback: Callable[[Unpack[Ts]], object],
        *args: Unpack[Ts],
        context: contextvars.Context | None = None,
    ) -> asyncio.Handle:
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_soon_threadsafe")
        handle = _Soon(callback, args, self, context)
        self._threadsafe.append(handle)
        self._nudge.set()
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
        return self.call_at(self._clock + delay, callback, *args, context=context)

    def call_at(
        self,
        when: float,
        callback: Callable[[Unpack[Ts]], object],
        *args: Unpack[Ts],
        context: contextvars.Context | None = None,
    ) -> asyncio.TimerHandle:
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_at")
            self._check_thread()
        handle = _Later(when, callback, args, self, context)
        self.push(when, handle)
        handle._scheduled = True
        return handle

    def push(self, when: float, callback: Callable[[], object], rank: int = TIMER) -> None:
        """Call ``callback`` backstage at ``when``. No handle, no context: for the rules."""
        self._serial += 1
        heapq.heappush(self._heap, (when, rank, self._serial, callback))

    def call_command(self, callback: Callable[[], object], at: float | None = None) -> None:
        """Call ``callback`` at ``at`` (default: now) once all timers of that moment are done.

        A replayed command and a command given on the screen both come this way, so both find the
        kitchen in the same state.
        """
        self.push(self._clock if at is None else at, callback, COMMAND)

    def call_backstage(self, callback: Callable[[], object]) -> None:
        """Call ``callback`` as soon as what is ready now has run."""
        self._ready.append(callback)

    def call_settled(self, callback: Callable[[], object]) -> None:
        """Call ``callback`` once nothing backstage is ready at this moment."""
        self._settled.append(callback)

    def run_step(
        self, callback: Callable[..., object], args: tuple[Any, ...], context: contextvars.Context
    ) -> float:
        """Run one step of a worker's task; return the kitchen time at which its work ends."""
        self.steps += 1
        try:
            context.run(callback, *args)
            return self._clock
        finally:
            self._clock = self._now

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        """asyncio's hook. Sweep cancelled timers out once they are most of the heap."""
        self._cancelled_timers += 1
        if self._cancelled_timers > 100 and self._cancelled_timers * 2 > len(self._heap):
            self._heap = [e for e in self._heap if not (type(e[3]) is _Later and e[3].cancelled())]
            heapq.heapify(self._heap)
            self._cancelled_timers = 0

    # -- running -------------------------------------------------------------------------------

    def _run(self) -> None:
        """Run until stopped. One turn: what is due, then a batch of what is ready, as in asyncio;
        when nothing is, one settled callback; when there is none, on to the next moment."""
        ready, settled = self._ready, self._settled
        while not self._stopping:
            heap = self._heap
            if heap and heap[0][0] <= self._now and heap[0][1] == TIMER:
                self._fire_due()
            if self._threadsafe:
                self._take_threadsafe()
            if ready:
                for _ in range(len(ready)):
                    ready.popleft()()
            elif settled:
                settled.popleft()()
            else:
                self._advance()
        self._stopping = False

    def _fire_due(self) -> None:
        heap, now, ready = self._heap, self._now, self._ready
        while heap and heap[0][0] <= now and heap[0][1] == TIMER:
            ready.append(heapq.heappop(heap)[3])

    def _take_threadsafe(self) -> None:
        self._nudge.clear()
        while self._threadsafe:
            self._ready.append(self._threadsafe.popleft())

    def _advance(self) -> None:
        """Nothing is ready: go on to the next entry or the next frame, whichever is first."""
        heap, frames = self._heap, self._frames
        while heap and type(heap[0][3]) is _Later and heap[0][3].cancelled():
            heapq.heappop(heap)
            self._cancelled_timers -= 1
        if self._outside:
            self._nudge.wait()
            return
        if not heap and frames is None:
            self._nothing_left()
            return
        when = heap[0][0] if heap else float("inf")
        moment, frame_due = self.pace.advance(self._now, when, frames, self._nudge)
        if self._threadsafe:
            return
        if moment > self._now:
            self._now = self._clock = moment
        if frame_due and frames is not None:
            frames.show(moment)
        elif heap and heap[0][0] <= self._now:
            self._ready.append(heapq.heappop(heap)[3])

    def _nothing_left(self) -> None:
        """No entry, nothing ready: only another thread could go on. Alone, raise `Stalled`."""
        if threading.active_count() > 1:
            self._nudge.wait(0.05)
            if self._threadsafe:
                return
            if any(t is not threading.current_thread() and not t.daemon for t in _threads()):
                return
        raise Stalled(*describe_stall(asyncio.all_tasks(self)))

    def run_forever(self) -> None:
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if asyncio._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        self._thread = threading.get_ident()
        old_hooks = sys.get_asyncgen_hooks()
        depth = sys.get_coroutine_origin_tracking_depth()
        if self._debug:
            sys.set_coroutine_origin_tracking_depth(10)
        sys.set_asyncgen_hooks(self._asyncgen_first, self._asyncgen_final)
        asyncio._set_running_loop(self)
        try:
            self._run()
        finally:
            self._stopping = False
            self._clock = self._now
            self._thread = None
            asyncio._set_running_loop(None)
            sys.set_asyncgen_hooks(*old_hooks)
            sys.set_coroutine_origin_tracking_depth(depth)

    def run_until_complete(self, future: Any) -> Any:
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
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

    def is_running(self) -> bool:
        return self._thread is not None

    def is_closed(self) -> bool:
        return self._closed

    def close(self) -> None:
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._heap.clear()
        self._settled.clear()
        executor, self._executor = self._executor, None
        if executor is not None:
            executor.shutdown(wait=False)

    def __del__(self, _warn: Any = None) -> None:
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
        self._frames = frames = Frames(self, rate, self.pace.wall())
        try:
            while True:
                yield await frames.next()
        finally:
            self._frames = None

    # -- futures, tasks, errors ----------------------------------------------------------------

    def create_future(self) -> asyncio.Future[Any]:
        return asyncio.Future(loop=self)

    def create_task(
        self,
        coro: Generator[Any, None, T] | Coroutine[Any, Any, T],
        *,
        name: object = None,
        context: contextvars.Context | None = None,
        **options: Any,
    ) -> asyncio.Task[T]:
        self._check_closed()
        if context is not None:
            options["context"] = context
        if self._task_factory is None:
            task: asyncio.Task[T] = asyncio.Task(coro, loop=self, name=name, **options)  # type: ignore[arg-type]
        elif sys.version_info >= (3, 13, 3):
            task = self._task_factory(self, coro, name=name, **options)
        else:
            task = self._task_factory(self, coro, **options)
            if name is not None and hasattr(task, "set_name"):
                task.set_name(name)
        return task

    def set_task_factory(self, factory: Callable[..., Any] | None) -> None:
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self) -> Callable[..., Any] | None:
        return self._task_factory

    def get_debug(self) -> bool:
        return self._debug

    def set_debug(self, enabled: bool) -> None:
        self._debug = enabled

    def get_exception_handler(self) -> Callable[..., object] | None:
        return self._exception_handler

    def set_exception_handler(self, handler: Callable[..., object] | None) -> None:
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context: dict[str, Any]) -> None:
        error = context.get("exception")
        lines = [context.get("message") or "Unhandled exception in event loop"]
        lines += [f"{k}: {v!r}" for k, v in sorted(context.items()) if k not in _SAID]
        logger.error("\n".join(lines), exc_info=error or False)

    def call_exception_handler(self, context: dict[str, Any]) -> None:
        handler = self._exception_handler
        try:
            if handler is None:
                self.default_exception_handler(context)
            else:
                handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            logger.error("Exception in the event loop's exception handler", exc_info=error)

    def _check_closed(self) -> None:
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_thread(self) -> None:
        if self._thread is not None and self._thread != threading.get_ident():
            raise RuntimeError(
                "Non-thread-safe operation invoked on an event loop other than the current one"
            )

    def _check_callback(self, callback: object, method: str) -> None:
        if asyncio.iscoroutine(callback) or asyncio.iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    # -- threads and asynchronous generators ---------------------------------------------------

    def run_in_executor(
        self,
        executor: concurrent.futures.Executor | None,
        func: Callable[[Unpack[Ts]], T],
        *args: Unpack[Ts],
    ) -> asyncio.Future[T]:
        """Run ``func`` in a thread. Kitchen time stands still until it is done, so that the
        outcome does not hang on how fast the thread was."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, "run_in_executor")
        if executor is None:
            if self._executor_shut:
                raise RuntimeError("Executor shutdown has been called")
            executor = self._executor = self._executor or concurrent.futures.ThreadPoolExecutor(
                thread_name_prefix="kitchen"
            )
        call = executor.submit(func, *args)
        self._outside += 1
        call.add_done_callback(self._outside_done)
        return asyncio.wrap_future(call, loop=self)

    def _outside_done(self, _: object) -> None:
        if not self._closed:
            self.call_soon_threadsafe(self._outside_back)

    def _outside_back(self) -> None:
        self._outside -= 1

    def set_default_executor(self, executor: concurrent.futures.Executor) -> None:
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._executor = executor

    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        self._executor_shut = True
        if self._executor is not None:
            self._executor.shutdown(wait=True)

    async def shutdown_asyncgens(self) -> None:
        self._asyncgens_shut = True
        closing = list(self._asyncgens)
        self._asyncgens.clear()
        results = await asyncio.gather(*(g.aclose() for g in closing), return_exceptions=True)
        for generator, result in zip(closing, results, strict=True):
            if isinstance(result, Exception):
                self.call_exception_handler(
                    {
                        "message": f"an error occurred during closing of {generator!r}",
                        "exception": result,
                        "asyncgen": generator,
                    }
                )

    def _asyncgen_first(self, generator: AsyncGenerator[Any, Any]) -> None:
        self._asyncgens.add(generator)

    def _asyncgen_final(self, generator: AsyncGenerator[Any, Any]) -> None:
        self._asyncgens.discard(generator)
        if not self._closed:
            self.call_soon_threadsafe(self.create_task, generator.aclose())


def _threads() -> list[threading.Thread]:
    return threading.enumerate()


_SAID = ("message", "exception")


# -- how the interpreter writes a task's step --------------------------------------------------


class _Recorder:
    """Just enough of a loop to see with which callbacks a task asks for its steps."""

    def __init__(self) -> None:
        self.callbacks: list[Any] = []

    def get_debug(self) -> bool:
        return False

    def call_soon(self, callback: Any, *args: Any, context: Any = None) -> None:
        self.callbacks.append(callback)


def _learn_steps() -> tuple[type, type, str]:
    """The types of callback that are a task's first step and its wake-up, learnt from a real task.

    asyncio has no public name for them, and guessing wrong would run dishes without a chef.
    """
    loop: Any = _Recorder()
    future: asyncio.Future[None] = asyncio.Future(loop=loop)

    async def wait() -> None:
        await future

    task = asyncio.Task(wait(), loop=loop)
    task._log_destroy_pending = False  # type: ignore[attr-defined]
    step = loop.callbacks.pop()
    step()
    future.set_result(None)
    wakeup = loop.callbacks.pop()
    wakeup(future)
    if step.__self__ is not task or wakeup.__self__ is not task or type(step) is type(wakeup):
        raise ImportError("this Python's asyncio.Task is of a kind that the kitchen does not know")
    return type(step), type(wakeup), wakeup.__name__


_STEP, _WAKEUP, _WAKEUP_NAME = _learn_steps()
_NO_HANDLE = asyncio.Handle(
    lambda: None, (), cast(Any, _Recorder())
)  # asyncio.Task drops what it gets
