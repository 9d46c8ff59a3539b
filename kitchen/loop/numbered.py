"""Tasks and futures with a number, so that nothing on a kitchen loop hangs on where in memory a
thing happens to lie.

asyncio keeps tasks in sets, and so do its users. A set's order is that of its members' hashes, and
an ordinary object's hash is its address: another one in each run. Here the hash is a serial number
of the loop, so a set of tasks has the same order in every run, on every Python.

Where that is not enough, asyncio's own functions get a stand-in while a kitchen loop is open.
"""

from __future__ import annotations

import asyncio
import builtins
import contextlib
import functools
import gc
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from kitchen.loop.direct import stand_in_for

T = TypeVar("T")

_tasks: Any = asyncio.tasks

if TYPE_CHECKING:
    _Gathering = asyncio.Future[list[Any]]
else:
    _Gathering = _tasks._GatheringFuture


class Task(asyncio.Task[T]):
    """A task of a kitchen loop."""

    __slots__ = ("serial",)
    serial: int

    def __hash__(self) -> int:
        return self.serial


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
        task = Task.__new__(Task)
        task.serial = serial = self._next()  # first: asyncio asks for the hash as the task is made
        if name is None:
            name = f"Task-{serial}"
        try:
            Task.__init__(task, coro, loop=loop, name=name, **options)
            return task
        finally:
            del task  # an eager task's exception may hold this frame, and with it the task

    def future(self, loop: Any) -> Future[Any]:
        future = Future.__new__(Future)
        future.serial = self.next_future()
        Future.__init__(future, loop=loop)
        return future


# -- stand-ins for functions of asyncio ----------------------------------------------------------


class _AsGiven(set[Any]):
    """A set that is gone through in the order in which its members were given."""

    def __init__(self, given: Iterable[Any]) -> None:
        self._given = dict.fromkeys(given)
        super().__init__(self._given)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._given)


def _set(given: Iterable[Any] | None = None) -> set[Any]:
    """Stands in for the ``set`` that `asyncio.as_completed` and `asyncio.wait` put what they were
    given into: coroutines have no number, and become tasks in the order of that set."""
    return builtins.set() if given is None else _AsGiven(given)


class _GatheringFuture(_Gathering):
    """What `asyncio.gather` returns, numbered like any future."""

    serial: int

    def __init__(self, children: Any, *, loop: Any) -> None:
        numbers: Numbers | None = getattr(loop, "numbers", None)
        self.serial = numbers.next_future() if numbers is not None else object.__hash__(self)
        super().__init__(children, loop=loop)  # type: ignore[misc]

    def __hash__(self) -> int:
        return self.serial


def _ordered(all_tasks: Callable[..., Any]) -> Callable[..., Any]:
    """Where two hashes want one place in a set, the order is that in which they came. asyncio goes
    through the tasks of all loops, and those are a set as well."""

    @functools.wraps(all_tasks)
    def in_order(loop: Any = None) -> set[asyncio.Task[Any]]:
        found = all_tasks(loop)
        ordered = sorted((task for task in found if isinstance(task, Task)), key=hash)
        return builtins.set([*ordered, *found])

    return in_order


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


def _at_once(gather: Callable[..., Any]) -> Callable[..., Any]:
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


def _asked_for(collect: Callable[..., int]) -> Callable[..., int]:
    """A collection that the program asks for has its place in it; one that comes by itself has
    none."""

    @functools.wraps(collect)
    def on_demand(generation: int = 2) -> int:
        global _asked
        _asked = True
        try:
            return collect(generation)
        finally:
            _asked = False

    return on_demand


def _waited_on(wait: Callable[..., Any]) -> Callable[..., Any]:
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


def _left(leave: Callable[..., Any]) -> Callable[..., Any]:
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


Make = Callable[[Any], Any]
_STAND_INS: list[tuple[Any, str, Make]] = [
    (_tasks, "set", lambda _: _set),
    (_tasks, "_GatheringFuture", lambda _: _GatheringFuture),
    (_tasks, "all_tasks", _ordered),
    (asyncio, "all_tasks", _ordered),
    (gc, "collect", _asked_for),
    (asyncio, "Task", lambda kind: stand_in_for(kind, 1, Numbers.task)),
    (asyncio, "Future", lambda kind: stand_in_for(kind, 0, Numbers.future)),
]
"""Where each goes, and what makes it of what is there."""

if sys.version_info < (3, 13):
    _STAND_INS += [
        (asyncio.Condition, "wait", _waited_on),
        (asyncio.TaskGroup, "__aexit__", _left),
    ]

if sys.version_info < (3, 12):
    _STAND_INS += [
        (module, name, make)
        for name, make in (("wait_for", lambda _: wait_for), ("gather", _at_once))
        for module in (_tasks, asyncio)
    ]

_collecting = _asked = False


def collecting() -> bool:
    """Whether the collector of garbage is at work by itself just now, and not a last reference was
    dropped. Known while a kitchen loop is open."""
    return _collecting and not _asked


def _collection(phase: str, _: object) -> None:
    global _collecting
    _collecting = phase == "start"


_MISSING = object()
_lock = threading.RLock()  # a loop may be collected, and so closed, while another one is opened
_open = 0
_before: list[tuple[Any, str, Any]] = []


def stand_in() -> None:
    """A kitchen loop is opened: asyncio's functions get their stand-ins with the first of them."""
    global _open
    with _lock:
        _open += 1
        if _open > 1:
            return
        gc.callbacks.append(_collection)
        for module, name, make in _STAND_INS:
            was = vars(module).get(name, _MISSING)
            _before.append((module, name, was))
            setattr(module, name, make(was))


def stand_back() -> None:
    """A kitchen loop is closed: with the last of them asyncio's own functions are back."""
    global _open
    with _lock:
        _open -= 1
        if _open:
            return
        gc.callbacks.remove(_collection)
        while _before:
            module, name, was = _before.pop()
            if was is _MISSING:
                delattr(module, name)
            else:
                setattr(module, name, was)


@contextlib.contextmanager
def standing_in() -> Iterator[None]:
    """While this is entered, the stand-ins are there, as if a kitchen loop were open."""
    stand_in()
    try:
        yield
    finally:
        stand_back()
