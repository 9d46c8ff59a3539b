"""Groups drawn with letters: who waits for one or is inside of it, and below that its tasks."""

from __future__ import annotations

from kitchen.loop.relations import GROUPS, Node, Relations, the
from kitchen.loop.strokes import Strokes
from kitchen.loop.waiting_for import NOTHING, TOLD

DEEPEST = 8
"""Groups one within another that are drawn as such; what is deeper begins anew at the left."""

MOST = 10 * TOLD
"""Rows, after which no other group is begun."""


def in_groups(graph: Relations) -> set[int]:
    """The tasks, by number, that `group_rows` tells of."""
    groups = [node for node in graph.nodes if node.kind in GROUPS]
    found = {node.number for group in groups for node in graph.made_of(group)}
    return found | {owner.number for group in groups for owner in _owners(graph, group)}


def group_rows(graph: Relations, strokes: Strokes) -> list[str]:
    """All of them, each once, those that are within no other first."""
    return _Rows(graph, strokes).every()


class _Rows:
    def __init__(self, graph: Relations, strokes: Strokes) -> None:
        self._graph, self._strokes = graph, strokes
        self._drawn: set[int] = set()

    def every(self) -> list[str]:
        graph = self._graph
        groups = [node for node in graph.nodes if node.kind in GROUPS]
        outer = [node for node in groups if not _is_within(graph, node)]
        rows: list[str] = []
        for group in (*outer, *groups):
            if group.number in self._drawn:
                continue
            if len(rows) >= MOST:
                return [*rows, f"and {len(groups) - len(self._drawn)} groups more"]
            rows += [_head(graph, group), *self._within(group, 1)]
        return rows

    def _within(self, group: Node, depth: int) -> list[str]:
        """What a group is made of, one in a row, and below each what that waits for as a group."""
        self._drawn.add(group.number)
        members = self._graph.made_of(group)
        shown = members[:TOLD]
        rows: list[str] = []
        for at, member in enumerate(shown):
            last = at == len(members) - 1
            mark = self._strokes.last if last else self._strokes.branch
            ahead = "   " if last else self._strokes.ahead
            told, below = self._member(member, depth)
            rows += [f"{mark} {told}", *(ahead + row for row in below)]
        if len(members) > TOLD:
            rows.append(f"{self._strokes.last} {len(members) - TOLD} more")
        return rows

    def _member(self, member: Node, depth: int) -> tuple[str, list[str]]:
        inner = [member] if member.kind in GROUPS else _groups_of(self._graph, member)
        inner = [group for group in inner if group.number not in self._drawn]
        if depth >= DEEPEST:
            inner = []
        if member.kind in GROUPS:
            told = _told(member)
        elif len(inner) == 1:
            waits = inner[0] in self._graph.waits_for(member)
            told = f"{member.name} {_owns(inner[0], waits)}{at_line(member)}"
        else:
            told = told_alone(member)
        named = [[_told(group)] if len(inner) > 1 else [] for group in inner]
        each = zip(named, inner, strict=True)
        return told, [row for name, g in each for row in (*name, *self._within(g, depth + 1))]


def _owners(graph: Relations, group: Node) -> list[Node]:
    """Who waits for it, else who has begun it."""
    begun = graph.begun_by(group)
    return list(graph.behind(group)) or ([begun] if begun is not None else [])


def _groups_of(graph: Relations, task: Node) -> list[Node]:
    """Those that it has begun, and those that it waits for."""
    found = [*graph.begun(task), *(n for n in graph.waits_for(task) if n.kind in GROUPS)]
    return list({node.number: node for node in found}.values())


def _is_within(graph: Relations, group: Node) -> bool:
    return bool(graph.groups_of(group)) or any(
        graph.groups_of(owner) for owner in _owners(graph, group)
    )


def _head(graph: Relations, group: Node) -> str:
    """``main waits at kitchen.py:9 for the task group 'parts', 2 tasks``."""
    owners = _owners(graph, group)
    if not owners:
        return _told(group)
    names = ", ".join(owner.name for owner in owners[:TOLD])
    waits = bool(graph.behind(group))
    return f"{names} {_owns(group, waits)}{at_line(owners[0])}"


def _owns(group: Node, waits: bool) -> str:
    return f"{'waits for' if waits else 'has'} {the(group)}, {group.state}"


def _told(group: Node) -> str:
    return f"{group.label}, {group.state}"


def told_alone(node: Node) -> str:
    """A task, and what it waits for."""
    if node.state == NOTHING:
        return f"{node.name} runs{at_line(node)}"
    return f"{node.name} waits for {node.state}{at_line(node)}"


def at_line(node: Node) -> str:
    return f" at {node.where}" if node.where else ""
