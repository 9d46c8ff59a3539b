"""Tasks and futures with a number, so that nothing on a kitchen loop hangs on where in memory a
thing happens to lie.

asyncio keeps tasks in sets, and so do its users. A set's order is that of its members' hashes, and
an ordinary object's hash is its address: another one in each run. Here the hash is a serial number
of the loop, so a set of tasks has the same order in every run, on every Python.

Where that is not enough, see `kitchen.loop.stand_ins`.
"""

from __future__ import annotations

import asyncio
from itertools import count
from typing import Any, TypeVar

T = TypeVar("T")


class Task(asyncio.Task[T]):
    """A task of a kitchen loop."""

    __slots__ = ("serial",)
    serial: int

    def __hash__(self) -> int:
        return self.serial


_new_task, _begin_task = Task.__new__, Task.__init__


class Future(asyncio.Future[T]):
    """A future of a kitchen loop."""

    __slots__ = ("serial",)
    serial: int

    def __hash__(self) -> int:
        return self.serial


class Numbers:
    """Makes the numbered tasks and futures of one loop."""

    def __init__(self) -> None:
        self._next = count(1).__next__
        self.next_future = count(1).__next__
        self.next_generator = count(1).__next__

    def task(self, coro: Any, loop: Any, name: Any = None, **options: Any) -> Task[Any]:
        """As `asyncio.Task` makes one. Without a name it is called ``Task-`` and its number."""
        task = _new_task(Task)
        task.serial = serial = self._next()  # first: asyncio asks for the hash as the task is made
        if name is None:
            name = f"Task-{serial}"
        try:
            _begin_task(task, coro, loop=loop, name=name, **options)
            return task
        finally:
            del task  # an eager task's exception may hold this frame, and with it the task

    def future(self, loop: Any) -> Future[Any]:
        future = Future.__new__(Future)
        future.serial = self.next_future()
        Future.__init__(future, loop=loop)
        return future
