"""Stand-ins: while a kitchen loop is open, some functions and classes of asyncio are replaced.

Those of today's asyncio, where numbers alone do not make the order of things the same in every run
(see `kitchen.loop.numbered_tasks`); and on older Pythons those that newer ones have mended (see
`kitchen.loop.backports`).
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
from typing import TYPE_CHECKING, Any

from kitchen.loop.backports import condition_wait, gather_at_once, task_group_exit, wait_for
from kitchen.loop.numbered_tasks import Numbers, Task
from kitchen.loop.stand_in_class import stand_in_for

_tasks: Any = asyncio.tasks

if TYPE_CHECKING:
    _Gathering = asyncio.Future[list[Any]]
else:
    _Gathering = _tasks._GatheringFuture


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
        (asyncio.Condition, "wait", condition_wait),
        (asyncio.TaskGroup, "__aexit__", task_group_exit),
    ]

if sys.version_info < (3, 12):
    _STAND_INS += [
        (module, name, make)
        for name, make in (("wait_for", lambda _: wait_for), ("gather", gather_at_once))
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
