"""Looking around: the await graph of some tasks, made when somebody asks for it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from kitchen.loop.await_chain import UNKNOWN, AnyTask, by_number, waiting_line
from kitchen.loop.awaitgraph import AwaitGraph
from kitchen.loop.circles import circles
from kitchen.loop.groups import begun_by, group_kind, groups_of, members_of, state_of
from kitchen.loop.lock_holders import Holdings
from kitchen.loop.relations import GROUPS, Circle, Edge, EdgeKind, Node, NodeKind
from kitchen.loop.sharedthings import fill_of, kind_of, used_by, waiting_at
from kitchen.loop.source import Sources
from kitchen.loop.waiting_for import A_CHEF, ITS_TURN, NOTHING, Want, want_of

LOST = "held by nobody that is left"


@dataclass(frozen=True, slots=True)
class Glance:
    """What there is to see of one pending task."""

    task: AnyTask
    where: str
    want: Want


class Looks:
    """A glance at each of some tasks that are pending, of ``told`` alone where not all are asked
    about, in the order of their names. ``sources`` may be kept from one time to the next."""

    def __init__(
        self,
        tasks: Iterable[AnyTask],
        told: Iterable[AnyTask] | None = None,
        sources: Sources | None = None,
    ) -> None:
        pending = sorted((t for t in tasks if not t.done()), key=lambda t: by_number(t.get_name()))
        sources = sources or Sources()
        self.holdings = Holdings(pending, sources)
        asked = None if told is None else set(told)
        self._sources = sources
        self.each = [self._look(task) for task in pending if asked is None or task in asked]

    def _look(self, task: AnyTask) -> Glance:
        want, where = Want("a future"), UNKNOWN
        with contextlib.suppress(Exception):  # a report that fails would hide what it is about
            where = waiting_line(task)
            want = want_of(task, self._sources, self.holdings)
        return Glance(task, where, want)

    def graph(self, certain: Sequence[Sequence[AnyTask]] | None = None) -> AwaitGraph:
        """``certain``: the circles, where they are known."""
        found = (
            circles({look.task: look.want for look in self.each}) if certain is None else certain
        )
        return _Maker(self).graph(found)


def await_graph(loop: asyncio.AbstractEventLoop | None = None) -> AwaitGraph:
    """Who waits for whom just now: all tasks of ``loop``, by default the one that runs, and what
    they wait for, with fill and line, holders and circles. ``print`` draws it.

    For any program of asyncio, on this loop or another; it changes nothing. Raises RuntimeError
    where no loop runs and none is given.
    """
    loop = loop or asyncio.get_running_loop()
    return Looks(asyncio.all_tasks(loop)).graph()


class _Maker:
    """Puts nodes and edges together."""

    def __init__(self, looks: Looks) -> None:
        self._looks, self._holdings = looks.each, looks.holdings
        self._tasks = {look.task: number for number, look in enumerate(looks.each)}
        self._waiters: dict[int, AnyTask] = {}
        for look in looks.each:
            future = getattr(look.task, "_fut_waiter", None)
            if future is not None:
                self._waiters.setdefault(id(future), look.task)
        self._things: dict[int, int] = {}
        """By the id of each, the number of its node."""
        self._kept: list[Any] = []
        """So that no id is another thing's meanwhile."""
        self._guards: set[int] = set()
        """The ids of what is held of things that are known: of a condition its lock."""
        self._waited_for: dict[int, list[int]] = {}
        """By the number of a task, the nodes that it waits for."""
        self._chefs: dict[tuple[AnyTask, ...], int] = {}
        """By those who have them."""
        self._groups = [group for look in looks.each for group in _groups_at(look.task)]
        self._made_of: dict[int, list[int]] = {}
        """By the number of a group, the nodes in it."""
        self._wait_for_group: dict[int, list[AnyTask]] = {}
        for look in looks.each:
            if look.want.group is not None:
                self._wait_for_group.setdefault(id(look.want.group), []).append(look.task)
        self._names = {id(group): name for name, group in self._groups if name}
        self._nodes = [self._task(look) for look in looks.each]
        self._edges: list[Edge] = []

    def graph(self, found: Iterable[Sequence[AnyTask]]) -> AwaitGraph:
        for look in self._looks:
            self._wants(look)
        self._name_the_rest()
        loop = self._looks[0].task.get_loop() if self._looks else None
        rings = tuple(self._circle(tasks) for tasks in found)
        now = 0.0 if loop is None else loop.time()
        return AwaitGraph(tuple(self._nodes), tuple(self._edges), rings, now)

    def _task(self, look: Glance) -> Node:
        where = "" if look.where == UNKNOWN else look.where
        number = self._tasks[look.task]
        return Node(number, "task", look.task.get_name(), look.want.what, where)

    def _wants(self, look: Glance) -> None:
        """What a task waits for, and who has that."""
        want, task = look.want, self._tasks[look.task]
        if want.what in (NOTHING, ITS_TURN):
            return
        if want.group is not None:
            self._names.setdefault(id(want.group), want.name)
            self._edge("waits", task, self._group(want.group))
            return
        if want.thing is None and want.needs and not want.held:
            for other in want.needs:
                self._edge("waits", task, self._tasks.get(other))
            return
        number = self._thing(look)
        self._edge("waits", task, number)

    def _thing(self, look: Glance) -> int:
        want = look.want
        if want.thing is not None:
            return self._shared(want.thing, want.name, want.needs, LOST if want.lost else "")
        if want.what == A_CHEF:
            return self._chef(want, self._tasks[look.task])
        kind: NodeKind = "future" if want.until is None else "timer"
        name = want.what.removeprefix("the timer ").strip("'") if kind == "timer" else want.what
        task = self._tasks[look.task]
        return self._add(object(), kind, name, (), line=(task,), until=want.until)

    def _chef(self, want: Want, task: int) -> int:
        """Who wait for one wait in one line, if they wait for the same ones; in which order, only
        their worker knows."""
        if want.needs not in self._chefs:
            self._chefs[want.needs] = self._add(object(), "chef", A_CHEF, want.needs)
        number = self._chefs[want.needs]
        line = (*self._nodes[number].line, task)
        self._nodes[number] = msgspec.structs.replace(self._nodes[number], line=line)
        return number

    def _shared(
        self, thing: Any, name: str, holders: Iterable[AnyTask] = (), known: str = ""
    ) -> int:
        """Something that several can wait for; what is ``known`` of its state goes before what it
        tells itself."""
        number = self._things.get(id(thing))
        if number is not None:
            return number
        kind = kind_of(thing)
        if kind is None:  # so many of something, as whoever hands it out tells
            line = self._numbers(thing.waiting())
            taken, places = thing.taken, thing.places
            return self._add(thing, "station", thing.kind, holders, line, "", taken, places)
        holders = list(holders) or self._holdings.holders(_guard(thing))
        state, taken, places = fill_of(thing, len(holders))
        line = self._numbers(waiting_at(thing, self._waiters))
        return self._add(thing, kind, name, holders, line, known or state, taken, places)

    def _group(self, group: Any) -> int:
        """A task group or a gather, with what it is made of."""
        number = self._things.get(id(group))
        if number is not None:
            return number
        waiting = self._wait_for_group.get(id(group), [])
        kind, name = group_kind(group) or "gather", self._names.get(id(group), "")
        line, (state, taken, places) = self._numbers(waiting), state_of(group)
        number = self._add(group, kind, name, (), line, state, taken, places)
        for member in sorted(members_of(group), key=_first):
            inner = group_kind(member)
            end = self._tasks.get(member) if inner is None else self._group(member)
            self._edge("has", number, end)
        parent = begun_by(group)
        self._edge("begun", number, None if parent is None else self._tasks.get(parent))
        return number

    def _add(
        self, thing: Any, kind: NodeKind, name: str, holders: Iterable[AnyTask],
        line: tuple[int, ...] = (), state: str = "", taken: int = 0, places: int | None = None,
        until: float | None = None,
    ) -> int:  # fmt: skip
        number = self._things[id(thing)] = len(self._nodes)
        self._kept.append(thing)
        self._guards.add(id(_guard(thing)))
        node = Node(number, kind, name, state, "", taken, places, line, until)
        self._nodes.append(node)
        for holder in holders:
            self._edge("held", number, self._tasks.get(holder))
        return number

    def _edge(self, kind: EdgeKind, start: int, end: int | None) -> None:
        if end is not None:
            self._edges.append(Edge(kind, start, end))
            if kind == "waits":
                self._waited_for.setdefault(start, []).append(end)
            elif kind == "has":
                self._made_of.setdefault(start, []).append(end)

    def _numbers(self, tasks: Iterable[AnyTask]) -> tuple[int, ...]:
        return tuple(self._tasks[task] for task in tasks if task in self._tasks)

    # -- what nobody waits for -------------------------------------------------------------------

    def _name_the_rest(self) -> None:
        """The things and groups that tasks know of, whoever waits there."""
        for _, group in self._groups:
            self._group(group)
        for look in self._looks:
            with contextlib.suppress(Exception):
                for name, thing in used_by(look.task):
                    if id(thing) not in self._things and id(thing) not in self._guards:
                        self._shared(thing, name)

    def _circle(self, tasks: Sequence[AnyTask]) -> Circle:
        """With the things between them."""
        found: list[int] = []
        for at, task in enumerate(tasks):
            after = self._tasks[tasks[(at + 1) % len(tasks)]]
            number = self._tasks[task]
            found.append(number)
            ends = self._waited_for.get(number, [])
            between = [end for end in ends if end != after and self._nodes[end].kind != "task"]
            found += self._way(between[0], after) if between else []
        return tuple(found)

    def _way(self, start: int, after: int) -> list[int]:
        """From a thing, or through a group and those within it, to a task."""
        ways = [[start]]
        while ways:  # no group is within itself
            way = ways.pop()
            within = self._made_of.get(way[-1], [])
            if after in within:
                return way
            ways += [[*way, end] for end in within if self._nodes[end].kind in GROUPS]
        return [start]


def _groups_at(task: AnyTask) -> list[tuple[str, Any]]:
    """The groups that it knows of, with their names there."""
    with contextlib.suppress(Exception):
        return list(groups_of(task))
    return []


def _first(member: Any) -> Any:
    """Tasks of a group are in a set, which has no order of its own."""
    return by_number(member.get_name() if isinstance(member, asyncio.Task) else "")


def _guard(thing: Any) -> Any:
    """What is held of it: of a condition its lock."""
    found: Mapping[str, Any] = getattr(thing, "__dict__", {})
    return found.get("_lock", thing) if isinstance(thing, asyncio.Condition) else thing
