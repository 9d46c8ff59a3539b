"""What every event loop has and no kitchen needs to know of: task factory, debug mode, exception
handler and asynchronous generators, as asyncio documents them."""

from __future__ import annotations

import asyncio
import contextvars
import inspect
import logging
import os
import sys
import threading
import traceback
import warnings
import weakref
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator
from itertools import repeat
from typing import Any, TypeVar

from kitchen.loop.handles import drop_frames
from kitchen.loop.numbered_tasks import Numbers
from kitchen.loop.stand_ins import collecting, stand_in
from kitchen.loop.unsupported import NoSockets
from kitchen.loop.worker import WORKER

T = TypeVar("T")

ORIGIN_DEPTH = 10
"""Frames of where a coroutine was made that debug mode keeps."""

TRACEBACKS = {"source_traceback": "Object created at", "handle_traceback": "Handle created at"}

logger = logging.getLogger("asyncio")


def debug_wanted() -> bool:
    """Whether a new loop is in debug mode: as for asyncio's own, -X dev or PYTHONASYNCIODEBUG."""
    return sys.flags.dev_mode or (
        not sys.flags.ignore_environment and bool(os.environ.get("PYTHONASYNCIODEBUG"))
    )


class Housekeeping(NoSockets):
    """The part of an event loop that has nothing to do with time."""

    def __init__(self) -> None:
        self.slow_callback_duration = 0.1
        """Seconds of wall time from which on debug mode reports a callback as slow."""
        self._closed = False
        self._set_debug(debug_wanted())
        self._thread: int | None = None  # that runs the loop
        self._task_factory: Callable[..., Any] | None = None
        self._exception_handler: Callable[..., object] | None = None
        self._handle: asyncio.Handle | None = None  # under way, in debug mode
        self._asyncgens: weakref.WeakSet[AsyncGenerator[Any, Any]] = weakref.WeakSet()
        self._lost_asyncgens: list[AsyncGenerator[Any, Any]] = []
        """Those that the collector found. When it does hangs on what else there is in memory, so
        they are closed with those that nobody has dropped."""
        self._asyncgen_numbers: dict[int, int] = {}
        """In the order in which they began, by identity."""
        self._asyncgens_shut = False
        self.numbers = Numbers()
        """Makes its tasks and futures."""
        stand_in()

    def is_running(self) -> bool:
        return self._thread is not None

    def is_closed(self) -> bool:
        return self._closed

    # -- futures and tasks ---------------------------------------------------------------------

    def create_future(self) -> asyncio.Future[Any]:
        return self.numbers.future(self)

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
        factory = self._task_factory
        if factory is not None and not self._needs_hands(context):
            if factory is not getattr(asyncio, "eager_task_factory", None):  # new in Python 3.12
                made: asyncio.Task[T] = self._make_task(coro, name, options)
                return made
            options.setdefault("eager_start", True)
        task: asyncio.Task[T] = self.numbers.task(coro, self, name, **options)
        if self._debug:
            drop_frames(task, 2)
        try:
            return task
        finally:
            del task  # an eager task's exception may hold this frame, and with it the task

    def _needs_hands(self, context: contextvars.Context | None) -> bool:
        """Whether an eager task, which would begin at once, has to wait for its worker."""
        worker = WORKER.get() if context is None else context.get(WORKER)
        eager = getattr(asyncio, "eager_task_factory", None)
        code = getattr(self._task_factory, "__code__", None)  # all eager factories have this one
        return getattr(worker, "lazy", False) and eager is not None and code is eager.__code__

    def _make_task(self, coro: Any, name: object, options: dict[str, Any]) -> Any:
        """Have the factory make it. How it learns the name has changed twice."""
        factory = self._task_factory
        assert factory is not None
        if sys.version_info >= (3, 14):
            if name is not None:
                options["name"] = name
            return factory(self, coro, **options)
        if sys.version_info >= (3, 13, 3):
            return factory(self, coro, name=name, **options)
        task = factory(self, coro, **options)
        if name is not None and hasattr(task, "set_name"):
            task.set_name(name)
        return task

    def set_task_factory(self, factory: Callable[..., Any] | None) -> None:
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self) -> Callable[..., Any] | None:
        return self._task_factory

    # -- debug mode ----------------------------------------------------------------------------

    get_debug: Callable[[], bool]

    def _set_debug(self, enabled: bool) -> None:
        self._debug = enabled
        # Every task and handle asks for it as it is made: nothing that has the answer is quicker.
        self.get_debug = repeat(enabled).__next__

    def set_debug(self, enabled: bool) -> None:
        self._set_debug(enabled)
        if self.is_running():
            self.call_soon_threadsafe(self._track_origins)

    def _track_origins(self) -> None:
        """Coroutines remember where they were made, if this is debug mode."""
        sys.set_coroutine_origin_tracking_depth(ORIGIN_DEPTH if self._debug else 0)

    def _check_closed(self) -> None:
        if self._closed:
            raise RuntimeError("Event loop is closed")

    @property
    def here(self) -> bool:
        """Whether the caller is in the thread that runs the loop."""
        return self._thread == threading.get_ident()

    def _check_thread(self) -> None:
        if self._thread is not None and not self.here:
            raise RuntimeError(
                "Non-thread-safe operation invoked on an event loop other than the current one"
            )

    def _check_callback(self, callback: object, method: str) -> None:
        if inspect.iscoroutine(callback) or inspect.iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    # -- errors --------------------------------------------------------------------------------

    def get_exception_handler(self) -> Callable[..., object] | None:
        return self._exception_handler

    def set_exception_handler(self, handler: Callable[..., object] | None) -> None:
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context: dict[str, Any]) -> None:
        """Log it, with what asyncio knows of it."""
        if self._handle is not None and "source_traceback" not in context:
            made = getattr(self._handle, "_source_traceback", None)
            if made:
                context["handle_traceback"] = made
        lines = [context.get("message") or "Unhandled exception in event loop"]
        keys = sorted(context.keys() - {"message", "exception"})
        lines += [f"{key}: {_shown(key, context[key])}" for key in keys]
        error = context.get("exception")
        trace = (type(error), error, error.__traceback__) if error is not None else False
        logger.error("\n".join(lines), exc_info=trace)

    def call_exception_handler(self, context: dict[str, Any]) -> None:
        """Hand it to the handler; to the default one if there is none, or that raises."""
        handler = self._exception_handler
        if handler is None:
            self._handle_by_default(context, "Exception in default exception handler")
            return
        try:
            self._in_its_context(context, handler)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._handle_by_default(
                {
                    "message": "Unhandled error in exception handler",
                    "exception": error,
                    "context": context,
                },
                "Exception in default exception handler while handling an unexpected error "
                "in custom exception handler",
            )

    def _handle_by_default(self, context: dict[str, Any], if_broken: str) -> None:
        try:
            self.default_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException:  # a subclass may have its own
            logger.error(if_broken, exc_info=True)

    def _in_its_context(self, context: dict[str, Any], handler: Callable[..., object]) -> None:
        """From Python 3.12 on, a handler sees the context variables of what went wrong."""
        things = (context.get(key) for key in ("task", "future", "handle"))
        thing = next((thing for thing in things if thing is not None), None)
        own = getattr(thing, "get_context", None)
        if own is None or sys.version_info < (3, 12):
            handler(self, context)
        else:
            own().run(handler, self, context)

    # -- asynchronous generators ---------------------------------------------------------------

    async def shutdown_asyncgens(self) -> None:
        self._asyncgens_shut = True
        closing = [*self._asyncgens, *self._lost_asyncgens]
        closing.sort(key=lambda generator: self._asyncgen_numbers[id(generator)])
        self._asyncgens.clear()
        self._lost_asyncgens.clear()
        results = await asyncio.gather(*(g.aclose() for g in closing), return_exceptions=True)
        for generator, result in zip(closing, results, strict=True):
            if isinstance(result, Exception):
                self.call_exception_handler(
                    {
                        "message": "an error occurred during closing of asynchronous generator "
                        f"{generator!r}",
                        "exception": result,
                        "asyncgen": generator,
                    }
                )

    def _asyncgen_first(self, generator: AsyncGenerator[Any, Any]) -> None:
        if self._asyncgens_shut:
            warnings.warn(
                f"asynchronous generator {generator!r} was scheduled after "
                f"loop.shutdown_asyncgens() call",
                ResourceWarning,
                stacklevel=2,
                source=self,
            )
        self._asyncgens.add(generator)
        numbers = self._asyncgen_numbers
        numbers[id(generator)] = self.numbers.next_generator()

    def _asyncgen_final(self, generator: AsyncGenerator[Any, Any]) -> None:
        self._asyncgens.discard(generator)
        if self._closed:
            return
        if collecting():
            self._lost_asyncgens.append(generator)
        else:
            self.call_soon_threadsafe(self.create_task, generator.aclose())


def _shown(key: str, value: object) -> str:
    if key not in TRACEBACKS:
        return repr(value)
    lines = "".join(traceback.format_list(value))  # type: ignore[arg-type]
    return f"{TRACEBACKS[key]} (most recent call last):\n{lines.rstrip()}"
