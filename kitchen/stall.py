"""The stall report: nothing is ready, no timer runs, and yet there are tasks that wait."""

from __future__ import annotations

import asyncio
import os
import re
import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

UNKNOWN = "?"
"""In place of a line that nobody knows."""

TOLD = 10
"""Tasks that the message names. `Stalled.waiting` has them all."""

WORDS = {
    "Lock.acquire": "a lock",
    "Semaphore.acquire": "a semaphore",
    "BoundedSemaphore.acquire": "a semaphore",
    "Event.wait": "an event",
    "Condition.wait": "a condition",
    "Condition.wait_for": "a condition",
    "Barrier.wait": "a barrier",
    "Queue.get": "something in a queue",
    "Queue.put": "room in a queue",
    "Queue.join": "a queue to be worked off",
    "sleep": "a time that never comes",
}
"""What somebody waits for who is in that function of asyncio."""


class Explains(Protocol):
    """A future that can say what it waits for, and on whom that hangs."""

    waits_for: str
    holders: Callable[[], list[asyncio.Task[Any]]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One task that waits for ever."""

    name: str
    where: str
    """File name and line of the innermost await that is the user's own, ``"?"`` if none is."""
    what: str


class Stalled(RuntimeError):
    """Nothing can ever happen again, and tasks are pending.

    ``waiting`` says of each task where it waits and for what; ``cycle`` holds the names of tasks
    that wait for one another in a circle, and is empty where there is no circle.
    """

    def __reduce__(self) -> tuple[type[Stalled], tuple[object, ...]]:
        return type(self), (self.waiting, self.cycle)

    def __init__(self, waiting: tuple[Waiting, ...] = (), cycle: tuple[str, ...] = ()) -> None:
        self.waiting = waiting
        self.cycle = cycle
        lines = [_told(w) for w in waiting[:TOLD]]
        if len(waiting) > TOLD:
            lines.append(f"and {len(waiting) - TOLD} more wait")
        if cycle:
            names = " > ".join([*cycle[:TOLD], "..."] if len(cycle) > TOLD else cycle)
            lines.append(f"they wait for one another: {names} > {cycle[0]}")
        super().__init__(
            "the kitchen has stalled: " + ("; ".join(lines) or "nobody is left to act")
        )


def _told(waiting: Waiting) -> str:
    at = "" if waiting.where == UNKNOWN else f" at {waiting.where}"
    return f"{waiting.name} waits for {waiting.what}{at}"


def await_chain(task: asyncio.Task[Any]) -> list[Any]:
    """The coroutines and awaitables that a task is suspended in, outermost first."""
    chain: list[Any] = []
    link: Any = task.get_coro()
    while link is not None:
        chain.append(link)
        link = (
            getattr(link, "cr_await", None)
            or getattr(link, "gi_yieldfrom", None)
            or getattr(link, "ag_await", None)
        )
    return chain


def waiting_line(task: asyncio.Task[Any], mine: Callable[[str], bool] | None = None) -> str:
    """``file:line`` of the innermost await whose file is ``mine`` (default: outside asyncio and
    this package)."""
    mine = mine or users_own
    for link in reversed(await_chain(task)):
        frame = getattr(link, "cr_frame", None) or getattr(link, "gi_frame", None)
        if isinstance(frame, types.FrameType) and mine(frame.f_code.co_filename):
            return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}"
    return UNKNOWN


_HERE = Path(__file__).parent
_ASYNCIO = str(Path(asyncio.__file__).parent) + os.sep
_INSIDE = (_ASYNCIO, str(_HERE) + os.sep)
_MENU = str(_HERE / "menu") + os.sep


def users_own(file: str) -> bool:
    """Whether it is neither of asyncio nor of this package; the menu counts as the user's."""
    return file.startswith(_MENU) or not file.startswith(_INSIDE)


def describe_stall(
    tasks: Iterable[asyncio.Task[Any]],
) -> tuple[tuple[Waiting, ...], tuple[str, ...]]:
    """What every pending task waits for, and a circle among them if there is one."""
    pending = sorted((t for t in tasks if not t.done()), key=_order)
    waiting = []
    needs: dict[asyncio.Task[Any], list[asyncio.Task[Any]]] = {}
    for task in pending:
        future = getattr(task, "_fut_waiter", None)
        needs[task] = needed = _needed(task, future)
        waiting.append(Waiting(task.get_name(), waiting_line(task), _what(task, future, needed)))
    cycle = _find_cycle(pending, needs)
    return tuple(waiting), tuple(t.get_name() for t in cycle)


def _order(task: asyncio.Task[Any]) -> list[tuple[int, str]]:
    """By name, numbers as numbers: the set of all tasks has no order of its own."""
    pieces = re.split("([0-9]+)", task.get_name())
    return [(int(piece), "") if i % 2 else (-1, piece) for i, piece in enumerate(pieces)]


def _needed(task: asyncio.Task[Any], future: Any) -> list[asyncio.Task[Any]]:
    """The pending tasks without which this future will not be done."""
    found: Iterable[Any]
    if isinstance(future, asyncio.Task):
        found = [future]
    elif holders := getattr(future, "holders", None):
        found = holders()
    elif children := getattr(future, "_children", None):  # a gather
        found = children
    else:
        found = _in_the_hands_of_asyncio(task)
    needed = {t for t in found if isinstance(t, asyncio.Task) and not t.done()}
    return sorted(needed, key=_order)


def _in_the_hands_of_asyncio(task: asyncio.Task[Any]) -> list[Any]:
    """The tasks that the innermost function of asyncio has among its variables: those that a
    `TaskGroup`, `asyncio.wait` or `asyncio.wait_for` waits for."""
    for link in reversed(await_chain(task)):
        frame = getattr(link, "cr_frame", None)
        if isinstance(frame, types.FrameType) and frame.f_code.co_filename.startswith(_ASYNCIO):
            found: list[Any] = []
            for value in frame.f_locals.values():
                held = getattr(value, "_tasks", value)  # a task group's own
                found += held if isinstance(held, list | set | tuple) else [held]
            return found
    return []


def _what(task: asyncio.Task[Any], future: Any, needed: list[asyncio.Task[Any]]) -> str:
    if what := getattr(future, "waits_for", None):
        return str(what)
    chain = [getattr(link, "__qualname__", "") for link in await_chain(task)]
    for name in chain:
        if name in WORDS:
            return WORDS[name]
    if needed:
        names = [other.get_name() for other in needed[:TOLD]]
        more = f" and {len(needed) - TOLD} more" if len(needed) > TOLD else ""
        return f"the task{'s' if len(needed) > 1 else ''} {', '.join(names)}{more}"
    return "a chef" if future is None else "a future"


def _find_cycle(
    tasks: list[asyncio.Task[Any]], needs: dict[asyncio.Task[Any], list[asyncio.Task[Any]]]
) -> list[asyncio.Task[Any]]:
    """Some circle of tasks each of which needs the next; empty if there is none.

    Whoever needs nobody is put aside, and then whoever needs only those. The rest go in circles.
    """
    left = {task: sum(other in needs for other in needs[task]) for task in tasks}
    needed_by: dict[asyncio.Task[Any], list[asyncio.Task[Any]]] = {task: [] for task in tasks}
    for task in tasks:
        for other in needs[task]:
            needed_by.get(other, []).append(task)
    aside = [task for task in tasks if not left[task]]
    for task in aside:
        for other in needed_by[task]:
            left[other] -= 1
            if not left[other]:
                aside.append(other)  # a queue
    walk: dict[asyncio.Task[Any], None] = {}
    here = next((task for task in tasks if left[task]), None)
    while here is not None and here not in walk:
        walk[here] = None
        here = next(other for other in needs[here] if left.get(other))
    circle = list(walk)
    return circle[circle.index(here) :] if here is not None else []
