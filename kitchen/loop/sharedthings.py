"""What asyncio's own locks, semaphores, conditions, events, queues and barriers look like just now,
and where a program keeps them. Read when somebody looks; nothing of the user's is run for it."""

from __future__ import annotations

import asyncio
import types
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kitchen.loop.await_chain import AnyTask, frames
from kitchen.loop.relations import NodeKind
from kitchen.loop.source import attribute, own_attributes
from kitchen.loop.users_own import users_own

KINDS: dict[type, NodeKind] = {
    asyncio.Lock: "lock", asyncio.Semaphore: "semaphore", asyncio.Condition: "condition",
    asyncio.Event: "event", asyncio.Queue: "queue", asyncio.Barrier: "barrier",
}  # fmt: skip

FEW = 20
"""Members of a list or a dictionary that are looked at."""

_LINES = ("_waiters", "_getters", "_putters", "_finished", "_cond", "_lock")
"""Where they keep who waits: futures, in order, or another of them that has such a line."""


def kind_of(thing: object) -> NodeKind | None:
    """None: it is none of them."""
    return next((kind for known, kind in KINDS.items() if isinstance(thing, known)), None)


Fill = tuple[str, int, int | None]
"""What state it is in, how much of it is taken, and of how much: None, if nobody knows."""


def fill_of(thing: Any, holders: int) -> Fill:
    """Nothing is known of what a user's own class of them makes nonsense of."""
    try:
        return _fill(thing, holders)
    except Exception:  # whatever it may raise
        return "", 0, None


def _fill(thing: Any, holders: int) -> Fill:
    if isinstance(thing, asyncio.Lock):
        return "", int(thing.locked()), 1
    if isinstance(thing, asyncio.Condition):
        return "its lock is held" if thing.locked() else "its lock is free", 0, None
    if isinstance(thing, asyncio.Semaphore):
        return _permits(thing, holders)
    if isinstance(thing, asyncio.Event):
        return "set" if thing.is_set() else "not set", 0, None
    if isinstance(thing, asyncio.Barrier):
        return "", thing.n_waiting, thing.parties
    unfinished = attribute(thing, "_unfinished_tasks")
    state = f"{unfinished} unfinished" if type(unfinished) is int and unfinished else ""
    return state, _length(thing), thing.maxsize if thing.maxsize > 0 else None


def _permits(thing: asyncio.Semaphore, holders: int) -> Fill:
    """It knows only how many are free; how many there are, only a bounded one."""
    free, bound = attribute(thing, "_value"), attribute(thing, "_bound_value")
    if type(free) is not int:
        return "", holders, None
    if type(bound) is int:
        return "", bound - free, bound
    return ("", holders, holders + free) if holders or free else ("none free", 0, None)


def _length(thing: Any) -> int:
    kept = attribute(thing, "_queue")
    return len(kept) if isinstance(kept, Sequence) else 0


def waiting_at(thing: object, waiters: dict[int, AnyTask]) -> list[AnyTask]:
    """The tasks in line, first come first; ``waiters`` are tasks by the id of the future that each
    of them awaits."""
    own = own_attributes(thing)
    found: list[AnyTask] = []
    for name in _LINES:
        line = own.get(name)
        if kind_of(line) is not None:
            found += waiting_at(line, waiters)
        elif isinstance(line, Iterable):
            found += [waiters[id(future)] for future in line if id(future) in waiters]
    return found


# -- where a program keeps them ------------------------------------------------------------------


def used_by(task: AnyTask) -> Iterator[tuple[str, Any]]:
    """All of them that the user's own functions name in which a task is suspended."""
    for frame in reversed(frames(task)):
        if users_own(frame.f_code.co_filename):
            yield from _named_in(frame)


def _named_in(frame: types.FrameType) -> Iterator[tuple[str, Any]]:
    known = dict(frame.f_locals)
    for name in frame.f_code.co_names:
        if name in frame.f_globals:
            known.setdefault(name, frame.f_globals[name])
    for name, value in known.items():
        yield from _within(name, value)


def _within(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """It, its members, and what it has as attributes."""
    if kind_of(value) is not None:
        yield name, value
    elif type(value) in (list, tuple):
        yield from _those(((f"{name}[{i}]", inner) for i, inner in enumerate(value[:FEW])))
    elif type(value) is dict:
        members = [(key, value[key]) for key in list(value)[:FEW] if type(key) in (str, int)]
        yield from _those((f"{name}[{key!r}]", inner) for key, inner in members)
    elif not isinstance(value, type | types.ModuleType | types.FunctionType):
        yield from _those((f"{name}.{key}", v) for key, v in own_attributes(value).items())


def _those(pairs: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    return (pair for pair in pairs if kind_of(pair[1]) is not None)
