"""What newer Pythons do otherwise in asyncio, for older ones: a recipe does the same on all."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable
from typing import Any

_tasks: Any = asyncio.tasks


async def wait_for(fut: Any, timeout: float | None) -> Any:
    """`asyncio.wait_for` as it is from Python 3.12 on: what is waited for runs in the task that
    waits. Until then it had a task of its own, which a kitchen counts as one more part of a dish.
    """
    if timeout is None or timeout > 0:
        async with asyncio.timeout(timeout):
            return await fut
    fut = asyncio.ensure_future(fut)
    if fut.done():
        return fut.result()
    fut.cancel()
    await asyncio.wait([fut])
    try:
        return fut.result()
    except asyncio.CancelledError as error:
        raise TimeoutError from error


def gather_at_once(gather: Callable[..., Any]) -> Callable[..., Any]:
    """`asyncio.gather` as it is from Python 3.12 on: of what is done already it takes the result at
    once, and not a turn of the loop later."""

    @functools.wraps(gather)
    def at_once(*aws: Any, return_exceptions: bool = False) -> Any:
        done = {id(given): given for given in aws if asyncio.isfuture(given) and given.done()}
        futures = {key: future.get_loop().create_future() for key, future in done.items()}
        outer = gather(
            *(futures.get(id(given), given) for given in aws), return_exceptions=return_exceptions
        )
        for key, future in futures.items():
            ((callback, _),) = future._callbacks  # this is for Python 3.11 alone, which has it
            future.remove_done_callback(callback)
            _tasks.futures._copy_future_state(done[key], future)
            callback(future)
        return outer

    return at_once


def condition_wait(wait: Callable[..., Any]) -> Callable[..., Any]:
    """`asyncio.Condition.wait` as it is from Python 3.13 on: who leaves it by an exception may have
    been notified already, and so notifies another one."""

    @functools.wraps(wait)
    async def waited_on(condition: asyncio.Condition) -> Any:
        held = condition.locked()
        try:
            return await wait(condition)
        except BaseException:
            if held:
                _notify_one(condition)
            raise

    return waited_on


def _notify_one(condition: Any) -> None:
    """`asyncio.Condition.notify`, also for who has not got the lock back."""
    for waiter in condition._waiters:
        if not waiter.done():
            waiter.set_result(False)
            break


def task_group_exit(leave: Callable[..., Any]) -> Callable[..., Any]:
    """`asyncio.TaskGroup.__aexit__` as it is from Python 3.13 on: a cancellation from outside while
    the group ends by its own errors is not lost."""

    @functools.wraps(leave)
    async def left(group: Any, *error: Any) -> Any:
        parent, aborted = group._parent_task, group._parent_cancel_requested
        group._parent_cancel_requested = False  # its own cancellation counts until all have ended
        try:
            return await leave(group, *error)
        except BaseExceptionGroup:
            if aborted or group._parent_cancel_requested:
                parent.uncancel()
            if parent.cancelling():
                # Not at once, for until then nobody can take it back: a limit may have done it.
                group._loop.call_soon(_cancel_again, parent)
            raise

    return left


def _cancel_again(task: asyncio.Task[Any]) -> None:
    if task.cancelling():
        task.uncancel()
        task.cancel()
