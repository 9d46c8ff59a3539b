"""The stall report: nothing is ready, no timer runs, and yet there are tasks that wait."""

from __future__ import annotations

import asyncio
import types
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


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

    def __init__(self, waiting: tuple[Waiting, ...] = (), cycle: tuple[str, ...] = ()) -> None:
        self.waiting = waiting
        self.cycle = cycle
        lines = [f"{w.name} waits for {w.what} at {w.where}" for w in waiting]
        if cycle:
            lines.append("they wait for one another: " + " > ".join([*cycle, cycle[0]]))
        super().__init__(
            "the kitchen has stalled: " + ("; ".join(lines) or "nobody is left to act")
        )


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
    mine = mine or _users_own
    for link in reversed(await_chain(task)):
        frame = getattr(link, "cr_frame", None) or getattr(link, "gi_frame", None)
        if isinstance(frame, types.FrameType) and mine(frame.f_code.co_filename):
            return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}"
    return "?"


_INSIDE = (str(Path(asyncio.__file__).parent), str(Path(__file__).parent))
_MENU = str(Path(__file__).parent / "menu")


def _users_own(file: str) -> bool:
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
        needs[task] = _needed(future)
        waiting.append(Waiting(task.get_name(), waiting_line(task), _what(task, future)))
    cycle = _find_cycle(pending, needs)
    return tuple(waiting), tuple(t.get_name() for t in cycle)


def _order(task: asyncio.Task[Any]) -> tuple[int, str]:
    """By name, numbers as numbers: the set of all tasks has no order of its own."""
    digits = "".join(c for c in task.get_name() if c.isdigit())
    return int(digits or 0), task.get_name()


def _needed(future: Any) -> list[asyncio.Task[Any]]:
    """The tasks without which this future will not be done."""
    if isinstance(future, asyncio.Task):
        return [future]
    if holders := getattr(future, "holders", None):
        return list(holders())
    children = getattr(future, "_children", None) or []  # a gather
    return [child for child in children if isinstance(child, asyncio.Task) and not child.done()]


def _what(task: asyncio.Task[Any], future: Any) -> str:
    if what := getattr(future, "waits_for", None):
        return str(what)
    if isinstance(future, asyncio.Task):
        return f"the task {future.get_name()}"
    for link in reversed(await_chain(task)):
        name = getattr(link, "__qualname__", "")
        if "." in name and isinstance(link, types.CoroutineType):
            return name  # Lock.acquire, Queue.get, Event.wait: asyncio's own words
    return "a future"


def _find_cycle(
    tasks: list[asyncio.Task[Any]], needs: dict[asyncio.Task[Any], list[asyncio.Task[Any]]]
) -> list[asyncio.Task[Any]]:
    """Some circle of tasks each of which needs the next; empty if there is none."""
    cleared: dict[asyncio.Task[Any], bool] = {}

    def search(task: asyncio.Task[Any], path: list[asyncio.Task[Any]]) -> list[asyncio.Task[Any]]:
        if task in path:
            return path[path.index(task) :]
        if task in cleared:
            return []
        for needed in needs.get(task, []):
            if found := search(needed, [*path, task]):
                return found
        cleared[task] = True
        return []

    for task in tasks:
        if cycle := search(task, []):
            return cycle
    return []
