"""Steps of tasks that need somebody to run them, and how to tell such a step from a callback."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Callable
from typing import Any, Protocol, cast


class Worker(Protocol):
    """Somebody who sees to it that the steps of some tasks get run."""

    def step_ready(
        self, callback: Callable[..., object], args: tuple[Any, ...], context: contextvars.Context
    ) -> None:
        """A step is ready: run it, sooner or later, as `KitchenLoop.run_step` does.

        ``callback.__self__`` is the task. A task never has two steps ready.
        """


WORKER: contextvars.ContextVar[Worker | None] = contextvars.ContextVar("WORKER", default=None)
"""Who runs the steps of this task. Tasks inherit it from the context that started them."""


class _Recorder:
    """Just enough of a loop to see with which callbacks a task asks for its steps."""

    def __init__(self) -> None:
        self.callbacks: list[Any] = []

    def get_debug(self) -> bool:
        return False

    def call_soon(self, callback: Any, *args: Any, context: Any = None) -> None:
        self.callbacks.append(callback)


def learn_steps() -> tuple[type, type, str]:
    """The types of callback that are a task's first step and its wake-up, learnt from a real task.

    asyncio has no public name for them, and guessing wrong would run dishes without a chef. From
    Python 3.14 on a task can be stepped only on the loop that runs in its thread, and while no
    other task is: in a thread of its own it is in nobody's way, a notebook's loop for instance.
    Raises ImportError if this Python's tasks ask for their steps in some other way.
    """
    learnt: list[tuple[type, type, str] | None] = []
    thread = threading.Thread(target=lambda: learnt.append(_watch_a_task()), name="learn_steps")
    thread.start()
    thread.join()
    if not learnt or learnt[0] is None:
        raise ImportError("this Python's asyncio.Task is of a kind that the kitchen does not know")
    return learnt[0]


def _watch_a_task() -> tuple[type, type, str] | None:
    """Step a task by hand; None if it is not as expected."""
    loop: Any = _Recorder()
    future: asyncio.Future[None] = asyncio.Future(loop=loop)
    again: asyncio.Future[None] = asyncio.Future(loop=loop)

    async def wait() -> None:
        await future
        await again

    asyncio._set_running_loop(loop)
    task = asyncio.Task(wait(), loop=loop)
    task._log_destroy_pending = False  # type: ignore[attr-defined]
    step = loop.callbacks.pop()
    step()
    future.set_result(None)
    wakeup = loop.callbacks.pop()
    wakeup(future)
    again.set_result(None)
    step()  # a part resumes its task with the callback of the first step: see `Part.wake`
    owners = (getattr(step, "__self__", None), getattr(wakeup, "__self__", None))
    if owners != (task, task) or type(step) is type(wakeup) or not task.done():
        return None
    return type(step), type(wakeup), wakeup.__name__


STEP, WAKEUP, WAKEUP_NAME = learn_steps()

NO_HANDLE = asyncio.Handle(lambda: None, (), cast(Any, _Recorder()))
"""What a task gets for asking for a step. It drops it."""
