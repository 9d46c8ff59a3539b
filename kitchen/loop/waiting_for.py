"""What a suspended task waits for, in words, and the tasks without which it will not come."""

from __future__ import annotations

import asyncio
import gc
import types
from collections.abc import Iterable, Sequence
from contextvars import Context
from dataclasses import dataclass
from typing import Any, Protocol

from kitchen.loop.await_chain import AnyTask, await_chain, by_number, frame_of
from kitchen.loop.groups import awaited_group
from kitchen.loop.lock_holders import Holdings
from kitchen.loop.source import Reading, Sources, attribute, own_attributes
from kitchen.loop.users_own import of_asyncio, users_own
from kitchen.loop.worker import WORKER
from kitchen.plain import INFINITY

TOLD = 10
"""Names in a list of them, and tasks in a report, at most."""

A_CHEF = "a chef"
"""What a task waits for whose next step is ready, and which no worker takes up."""

ITS_TURN = "its turn"
"""What one waits for whose next step is ready, and which wants no worker."""

NOTHING = "nothing"
"""What one waits for whose step is under way."""

WORDS: dict[tuple[type, str], str] = {
    (asyncio.Lock, "acquire"): "{a} lock{name}",
    (asyncio.Semaphore, "acquire"): "{a} semaphore{name}",
    (asyncio.Event, "wait"): "{an} event{name}",
    (asyncio.Condition, "wait"): "{a} condition{name}",
    (asyncio.Condition, "wait_for"): "{a} condition{name}",
    (asyncio.Condition, "__aenter__"): "the lock of {a} condition{name}",
    (asyncio.Barrier, "wait"): "{a} barrier{name} ({thing.n_waiting} of {thing.parties} have come)",
    (asyncio.Queue, "get"): "something in {a} queue{name}",
    (asyncio.Queue, "put"): "room in {a} queue{name}",
    (
        asyncio.Queue,
        "join",
    ): "{a} queue{name} to be worked off ({thing._unfinished_tasks} unfinished)",
}
"""What somebody waits for who is in that method of asyncio."""


class Counted(Protocol):
    """Something that is there so many times, as whoever hands it out tells of it."""

    @property
    def kind(self) -> str: ...

    @property
    def taken(self) -> int: ...

    @property
    def places(self) -> int: ...

    def waiting(self) -> list[AnyTask]:
        """The tasks that stand in line for it, in their order."""


@dataclass(frozen=True)
class Want:
    what: str
    needs: tuple[AnyTask, ...] = ()
    """The pending tasks without which it will not come, as far as anybody can tell."""
    held: bool = False
    """They hold it."""
    lost: bool = False
    """It is held, and whoever took it has ended."""
    thing: Any = None
    """What it is, where several can wait for it: something of asyncio's, or a `Counted`."""
    name: str = ""
    """As the user's source calls that, empty if it has no name there."""
    enough: bool = False
    """One of those whom it needs is enough."""
    until: float | None = None
    """When it comes by itself, in seconds of the loop's time."""
    group: Any = None
    """The task group, or the gather, whose tasks they are."""
    passing: bool = False
    """They let go of it by themselves, whatever they wait for."""


def want_of(task: AnyTask, sources: Sources, holdings: Holdings) -> Want:
    """What a pending task waits for."""
    future = getattr(task, "_fut_waiter", None)
    if future is None or _has_come(future):
        return _ready(task)
    if what := getattr(future, "waits_for", None):
        line: Counted | None = getattr(future, "in_line_at", None)
        needs = _pending(future.holders())
        rings_at = getattr(future, "rings_at", None)
        name, until = ("", rings_at) if line is None else (line.kind, None)
        return Want(str(what), needs, True, thing=line, name=name, enough=True, until=until)
    return _Suspended(task, future, sources, holdings).want()


def _has_come(future: Any) -> bool:
    """Whether what it waits for is there, and only its next step is not."""
    waits = getattr(future, "waits", None)
    return not waits if waits is not None else bool(future.done())


def _ready(task: AnyTask) -> Want:
    loop = task.get_loop()
    if loop.is_running() and asyncio.current_task(loop) is task:
        return Want(NOTHING)
    worker = worker_of(task)
    if worker is None and loop.is_running():
        return Want(ITS_TURN)
    method = attribute(type(worker), "with_the_chefs")
    having = list(method(worker)) if isinstance(method, types.FunctionType) else []
    passing = bool(getattr(worker, "chefs_leave", False))
    return Want(A_CHEF, _pending(having), held=True, enough=True, passing=passing)


def worker_of(task: AnyTask) -> Any:
    """Who sees to it that its steps get run, of those in the task's context; None: the loop."""
    contexts = (ref for ref in gc.get_referents(task) if isinstance(ref, Context))
    return next((context[WORKER] for context in contexts if WORKER in context), None)


def _pending(found: Iterable[Any]) -> tuple[AnyTask, ...]:
    """In the order in which they are found."""
    tasks = (task for task in found if isinstance(task, asyncio.Task) and not task.done())
    return tuple(dict.fromkeys(tasks))


class _Suspended:
    """A task, the user's frames that it is suspended in, and those of asyncio inside them."""

    def __init__(self, task: AnyTask, future: Any, sources: Sources, holdings: Holdings) -> None:
        self._links = await_chain(task)
        frames = [f for f in map(frame_of, self._links) if f is not None]
        mine = [i for i, f in enumerate(frames) if users_own(f.f_code.co_filename)]
        first = mine[-1] + 1 if mine else 0
        self.inner = [frame for frame in frames[first:] if of_asyncio(frame)]
        self._own = [frames[i] for i in reversed(mine)]
        self.future = future
        self._sources = sources
        self._holdings = holdings

    def want(self) -> Want:
        if any(frame.f_code.co_name == "_wait_for_one" for frame in self.inner):
            tasks = _pending(self._as_they_complete())
            return Want("the next of " + (_told(tasks) or "some tasks"), tasks, enough=True)
        for frame in self.inner:
            thing = frame.f_locals.get("self")
            if words := _words_for(thing, frame.f_code.co_name):
                return self._guarded(thing, words)
        for frame in self.inner:
            if frame.f_code.co_name == "sleep":
                return _asleep(frame)
        return self._of_others()

    def _guarded(self, thing: Any, words: str) -> Want:
        """Of a lock, or what else asyncio has to wait for one another with."""
        name = self._name(thing) or ""
        what = _with_name(words, name, thing)
        last = self.inner[-1]
        guard = last.f_locals.get("self") if last.f_code.co_name == "acquire" else None
        if not isinstance(guard, asyncio.Lock | asyncio.Semaphore):
            return Want(what, thing=thing, name=name)
        holders = _pending(self._holdings.holders(guard))
        lost = self._holdings.surely_nobody(guard)
        return Want(what, holders, bool(holders), lost, thing, name, enough=True)

    def _name(self, thing: object) -> str | None:
        """As the innermost of the user's lines calls it that has a name for it."""
        names = (Reading(frame, self._sources).name_of(thing) for frame in self._own)
        return next((name for name in names if name), None)

    # -- other tasks, and futures --------------------------------------------------------------

    def _of_others(self) -> Want:
        group = awaited_group(next(iter(_shielded(self.future)), self.future), self.inner)
        inside = _inside(self.future) or (_inside(group) if asyncio.isfuture(group) else [])
        found = inside or self._in_the_hands_of_asyncio() or [self.future]
        tasks = _pending(found)
        told = _told(tasks) or self._told_futures(found)
        enough = self._one_is_enough and len(found) > 1
        what, name = ("the first of " if enough else "") + told, ""
        if group is not None:
            name = self._name(group) or ""
        return Want(what, tasks, name=name, enough=enough, group=group)

    def _told_futures(self, found: list[Any]) -> str:
        pending = (future for future in found if not future.done())
        names = [f"'{name}'" for future in pending if (name := self._name(future))]
        return _listed("future", sorted(names)) or "a future"

    def _in_the_hands_of_asyncio(self) -> list[Any]:
        """What the innermost function of asyncio has among its variables: what a `TaskGroup`,
        `asyncio.wait` or `asyncio.wait_for` waits for."""
        for frame in reversed(self.inner):
            values = list(frame.f_locals.values())
            held = [own_attributes(value).get("_tasks", value) for value in values]
            groups = [group for group in held if isinstance(group, list | set | tuple)]
            found = [future for group in groups for future in group if asyncio.isfuture(future)]
            found += [] if found else [value for value in values if isinstance(value, asyncio.Task)]
            if found:
                return sorted(found, key=_by_name)
        return []

    def _as_they_complete(self) -> list[Any]:
        """What an `asyncio.as_completed` has left, over which the innermost of the user's frames
        loops: a generator that has a variable for it, or an iterator with an attribute."""
        found: list[Any] = []
        for link in self._links:
            for thing in gc.get_referents(link):
                if isinstance(thing, types.GeneratorType) and thing.__name__ == "as_completed":
                    frame = frame_of(thing)
                    found += frame.f_locals.get("todo", ()) if frame is not None else ()
                elif type(thing).__name__ == "_AsCompletedIterator":
                    found += own_attributes(thing).get("_todo", ())
        return sorted(found, key=_by_name)

    @property
    def _one_is_enough(self) -> bool:
        ways = [frame.f_locals.get("return_when") for frame in self.inner]
        return asyncio.FIRST_COMPLETED in ways


def _asleep(frame: types.FrameType) -> Want:
    """In `asyncio.sleep`, which has the timer that ends it among its variables."""
    handles = [h for h in frame.f_locals.values() if isinstance(h, asyncio.TimerHandle)]
    when = handles[0].when() if handles else INFINITY
    if when == INFINITY:
        return Want("a time that never comes")
    return Want(f"the clock to show {when:g} s", until=when)


def _with_name(words: str, name: str, thing: Any) -> str:
    a, an = ("the", "the") if name else ("a", "an")
    return words.format(a=a, an=an, name=f" '{name}'" if name else "", thing=thing)


def _words_for(thing: object, method: str) -> str:
    kinds = ((kind, name) for kind, name in WORDS if name == method and isinstance(thing, kind))
    return next((WORDS[found] for found in kinds), "")


def _inside(future: Any) -> list[Any]:
    """What a future itself stands for: a task, what is gathered, what is shielded."""
    if isinstance(future, asyncio.Task):
        return [future]
    children = getattr(future, "_children", None) or _shielded(future)
    return [inner for child in children for inner in _inside(child) or [child]]


def _shielded(future: Any) -> list[Any]:
    """A shield knows what it is for only in its own callback, which is told to let go of it."""
    for callback, *_ in getattr(future, "_callbacks", None) or ():
        if getattr(callback, "__name__", "") == "_outer_done_callback":
            names = zip(callback.__code__.co_freevars, callback.__closure__ or (), strict=True)
            return [cell.cell_contents for name, cell in names if name == "inner"]
    return []


def _by_name(future: Any) -> Any:
    return by_number(future.get_name() if isinstance(future, asyncio.Task) else "")


def _told(tasks: tuple[AnyTask, ...]) -> str:
    return _listed("task", [task.get_name() for task in tasks])


def _listed(what: str, names: list[str]) -> str:
    """``the tasks a, b``; empty if there is none."""
    return f"the {what}{'s' if len(names) > 1 else ''} {some_of(names)}" if names else ""


def some_of(names: Sequence[str]) -> str:
    """``a, b, c``, and how many more there are from the eleventh on."""
    more = f" and {len(names) - TOLD} more" if len(names) > TOLD else ""
    return ", ".join(names[:TOLD]) + more
