"""Handles that can be called, so that the loop's queues hold nothing but callables.

What was called is dropped before the caller's frame ends: the traceback of an exception may keep
that frame, and with it the handle, its task and the exception itself, until the next collection.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any


class Handle(asyncio.Handle):
    """What `call_soon` returns."""

    __slots__ = ()

    def __call__(self) -> None:
        if not self._cancelled:
            self._run()
        del self


_Safe: Any = getattr(asyncio.events, "_ThreadSafeHandle", asyncio.Handle)


class ThreadSafeHandle(_Safe):  # type: ignore[misc]
    """What `call_soon_threadsafe` returns. From Python 3.14 on, who cancels it while it is being
    called waits until that is over."""

    __slots__ = ()

    def __call__(self) -> None:
        if not self._cancelled:
            self._run()
        del self


SAFE_FRAMES = 1 + ("__init__" in vars(_Safe) and _Safe is not asyncio.Handle)
"""Frames of ours and asyncio's between who makes one and what it remembers of that."""

ThreadSafeHandle.__name__ = _Safe.__name__  # as which it prints itself


class TimerHandle(asyncio.TimerHandle):
    """What `call_at` returns. It counts as scheduled until it is called."""

    __slots__ = ()
    _loop: Any

    def __call__(self) -> None:
        self._scheduled = False
        if self._cancelled:
            self._loop._cancelled_timers -= 1
        else:
            self._run()
        del self


def drop_frames(made: object, frames: int = 1) -> None:
    """Let debug mode say that the caller made it, not the loop: leave the last frames out."""
    source = getattr(made, "_source_traceback", None)
    if source:
        del source[-frames:]


def describe(callback: object) -> str:
    """A callback in words: of a task's step, the task."""
    inner: Any = getattr(callback, "_callback", None)
    if isinstance(callback, partial):  # a step that somebody runs
        inner = next(iter(callback.args), None)
    owner = getattr(inner, "__self__", None)
    return repr(owner if isinstance(owner, asyncio.Task) else callback)
