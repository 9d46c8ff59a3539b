"""What an await graph is made of: tasks, things, and who waits for or holds what. It is plain data,
which holds on to no task."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

import msgspec

NodeKind = Literal[
    "task", "lock", "semaphore", "condition", "event", "queue", "barrier", "station", "chef",
    "timer", "future", "task group", "gather",
]  # fmt: skip
"""A ``station`` is whatever a program hands out so many of; a ``chef`` is who runs the next step;
``future`` is all the rest: one that somebody has to set, or that never comes."""

EdgeKind = Literal["waits", "held", "has", "begun"]
"""A task waits for a thing, a group or another task; a thing is held by a task; a group has tasks
and other groups, and was begun by a task."""

SELDOM = ("lock", "semaphore", "condition", "event", "queue", "barrier")
"""What asyncio itself has to wait for one another with."""

GROUPS = ("task group", "gather")
"""What is done when all tasks are that it is made of."""

NAMED = (*SELDOM, *GROUPS)
"""What is told with its kind and its name."""


class Node(msgspec.Struct, frozen=True):
    """A task, or what tasks wait for."""

    number: int
    """Its place in `AwaitGraph.nodes`."""
    kind: NodeKind
    name: str
    """Of a task its own; of a thing what the source calls it; empty: it has none there."""
    state: str = ""
    """Of a thing that is not counted: ``set``, ``not set``, ``3 unfinished``, ``1 of 3 done``. Of
    a task: what it waits for, in words."""
    where: str = ""
    """Of a task: file and line of the innermost await that is the user's own."""
    taken: int = 0
    """Places that are held, things that are in the queue, tasks that have come to the barrier, that
    are in the task group, or that are done of the gather."""
    places: int | None = None
    """How many there are of them; None: that has no bound, or is not counted."""
    line: tuple[int, ...] = ()
    """The tasks that wait for it, by number, in the order in which they will have it."""
    until: float | None = None
    """Of a timer: when it is up, in seconds of the loop's time."""

    @property
    def label(self) -> str:
        """``egg``, ``lock 'oven'``, ``hob``, ``a queue``."""
        if self.kind in ("task", "station"):
            return self.name
        if self.name:
            return f"{self.kind} '{self.name}'" if self.kind in NAMED else self.name
        return f"an {self.kind}" if self.kind[0] in "aeiou" else f"a {self.kind}"

    @property
    def fill(self) -> str:
        """How full it is: ``3/5``, ``free``, ``not set``; empty where there is nothing to say."""
        if self.kind == "lock":
            return "held" if self.taken else "free"
        if self.places is not None:
            return f"{self.taken}/{self.places}"
        if self.kind == "queue":
            return f"{self.taken} in it"
        return "" if self.kind == "task" else self.state


class Edge(msgspec.Struct, frozen=True):
    """From who waits to what for, or from what is held to who holds it."""

    kind: EdgeKind
    start: int
    end: int


Circle = tuple[int, ...]
"""The nodes of one, in their order: each task waits for the next, through the thing between."""


Ends = dict[tuple[EdgeKind, int], list[int]]
"""By the kind of edges and the node at one end of them, the nodes at the other."""


class Relations(msgspec.Struct, frozen=True, dict=True):
    """What is in an await graph, and what follows from it."""

    nodes: tuple[Node, ...] = ()
    """The tasks first, in order of their names."""
    edges: tuple[Edge, ...] = ()
    circles: tuple[Circle, ...] = ()
    """Those who wait for one another, and will for ever."""
    now: float = 0.0
    """Seconds of the loop's time."""

    @property
    def tasks(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.kind == "task")

    @property
    def things(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.kind != "task")

    def task(self, name: str) -> Node | None:
        """The first of that name."""
        return next((node for node in self.tasks if node.name == name), None)

    def waits_for(self, node: Node) -> tuple[Node, ...]:
        """What a task waits for: one thing, one group, or several tasks."""
        return self._at(self._ends, "waits", node)

    def held_by(self, node: Node) -> tuple[Node, ...]:
        """The tasks that have that thing, as far as anybody can tell."""
        return self._at(self._ends, "held", node)

    def behind(self, node: Node) -> tuple[Node, ...]:
        """The tasks that wait for it; of a thing, in the order in which they will have it."""
        if node.kind != "task":
            return tuple(self.nodes[number] for number in node.line)
        return self._at(self._starts, "waits", node)

    def holds(self, node: Node) -> tuple[Node, ...]:
        """The things that a task has and that are known of."""
        return self._at(self._starts, "held", node)

    def made_of(self, group: Node) -> tuple[Node, ...]:
        """The tasks of a group that are not done, and the groups within it."""
        return self._at(self._ends, "has", group)

    def groups_of(self, node: Node) -> tuple[Node, ...]:
        """The groups that a task, or a group, is one of."""
        return self._at(self._starts, "has", node)

    def begun_by(self, group: Node) -> Node | None:
        """The task that has opened a task group; None: nobody knows."""
        return next(iter(self._at(self._ends, "begun", group)), None)

    def begun(self, task: Node) -> tuple[Node, ...]:
        """The groups that a task has opened."""
        return self._at(self._starts, "begun", task)

    def _at(self, others: Ends, kind: EdgeKind, node: Node) -> tuple[Node, ...]:
        return tuple(self.nodes[number] for number in others.get((kind, node.number), ()))

    @cached_property
    def _ends(self) -> Ends:
        """By their starts. Found once: whoever draws asks for the edges of every node."""
        found: Ends = {}
        for edge in self.edges:
            found.setdefault((edge.kind, edge.start), []).append(edge.end)
        return found

    @cached_property
    def _starts(self) -> Ends:
        """By their ends."""
        found: Ends = {}
        for edge in self.edges:
            found.setdefault((edge.kind, edge.end), []).append(edge.start)
        return found

    def circle_of(self, node: Node) -> Circle:
        """The circle that it is in; empty: none."""
        return next((circle for circle in self.circles if node.number in circle), ())

    def next_task(self, circle: Circle, at: int) -> Node:
        """The one that comes after that place in it."""
        places = ((at + 1 + i) % len(circle) for i in range(len(circle)))
        nodes = (self.nodes[circle[place]] for place in places)
        return next(node for node in nodes if node.kind == "task")

    def told(self, circle: Circle) -> str:
        """A circle in words, with what each one has and who has what it wants: ``a holds the lock
        'pan' and waits for the lock 'oven', held by b; b holds ...``"""
        return "; ".join(self.sentences(circle))

    def sentences(self, circle: Circle) -> list[str]:
        """The same, one for each task."""
        return list(self._parts(circle))

    def _parts(self, circle: Circle) -> Iterator[str]:
        nodes = [self.nodes[number] for number in circle]
        for at, node in enumerate(nodes):
            if node.kind != "task":
                continue
            before, after = nodes[at - 1], nodes[(at + 1) % len(nodes)]
            holds = f"holds {the(before)} and " if is_thing(before) else ""
            if after.kind in GROUPS:
                one = self.next_task(circle, at)
                yield f"{node.name} {holds}waits for {one.name}, of {the(after)}"
                continue
            if after.kind == "task":
                yield f"{node.name} {holds}waits for {after.name}"
                continue
            who = nodes[(at + 2) % len(nodes)]
            by = "itself" if who is node else who.name
            yield f"{node.name} {holds}waits for {the(after)}, held by {by}"


def is_thing(node: Node) -> bool:
    """Whether it can be held."""
    return node.kind != "task" and node.kind not in GROUPS


def the(node: Node) -> str:
    """With an article, as it stands within a sentence."""
    if node.kind == "task" or node.label.startswith(("a ", "an ", "the ")):
        return node.label
    return f"the {node.label}"
