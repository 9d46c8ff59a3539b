"""The await graph drawn with letters: its circles, then who waits at what, then what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kitchen.loop.groupdrawing import at_line, group_rows, in_groups, told_alone
from kitchen.loop.relations import GROUPS, Circle, Node, Relations
from kitchen.loop.strokes import BOXES, Strokes
from kitchen.loop.waiting_for import TOLD
from kitchen.terminal import one_line, printable

WIDEST = 60
"""Letters of what stands in a box."""


ALONE = ("timer", "future")
"""What one task waits for and no other."""


def drawn(graph: Relations, strokes: Strokes = BOXES, only_circles: bool = False) -> str:
    """In lines, none of which ends with a blank; empty if there is nothing to draw."""
    parts = [_circle(graph, circle, strokes) for circle in graph.circles]
    if not only_circles:
        rows = _tree(graph, strokes), group_rows(graph, strokes), _free(graph)
        parts += [[*map(printable, part)] for part in rows]
    return "\n\n".join("\n".join(part) for part in parts if part)


# -- circles -------------------------------------------------------------------------------------


def _circle(graph: Relations, circle: Circle, strokes: Strokes) -> list[str]:
    """One under the other, and a line that leads from the last back to the first."""
    nodes = [graph.nodes[number] for number in circle]
    more = len(nodes) - 2 * TOLD
    shown = nodes if more <= 0 else nodes[: 2 * TOLD]
    rows: list[str] = []
    for at, node in enumerate(shown):
        after = nodes[(at + 1) % len(nodes)]
        rows += _box(node, strokes)
        rows.append(f"  {strokes.down} {_link(node, after)}")
        rows.append(f"  {strokes.arrow}")
    rows = rows[:-1]
    if more > 0:
        rows += [f"  {strokes.arrow}", f"  ... {more} more"]
    told = [one_line(sentence) for sentence in graph.sentences(circle)[:TOLD]]
    return [*_closed(rows, strokes), "", *told]


def _link(node: Node, after: Node) -> str:
    if node.kind != "task":
        return "held by" if node.kind not in GROUPS else "of which one is"
    at = f" at {node.where}" if node.where else ""
    return f"waits{at}"


def _box(node: Node, strokes: Strokes) -> list[str]:
    words = _clip(node.label) + (
        f" ({node.fill})" if node.places is not None and node.places > 1 else ""
    )
    upper_left, upper_right, lower_left, lower_right = strokes.corners
    line = strokes.across * (len(words) + 2)
    return [
        f"{upper_left}{line}{upper_right}",
        f"{strokes.down} {words} {strokes.down}",
        f"{lower_left}{line}{lower_right}",
    ]


def _clip(label: str) -> str:
    """Whatever a stranger has called it."""
    words = printable(" ".join(label.split()))
    return words if len(words) <= WIDEST else words[: WIDEST - 3] + "..."


def _closed(rows: list[str], strokes: Strokes) -> list[str]:
    """With the way back on the right: out of the last box, up, and into the first."""
    width = max(map(len, rows)) + 2
    _, upper_right, _, lower_right = strokes.corners
    last = len(rows) - 1
    found = []
    for at, row in enumerate(rows):
        if at == 1:
            gap = strokes.across * (width - len(row) - 1)
            found.append(f"{row}{strokes.back}{gap}{upper_right}")
        elif at == last:
            gap = strokes.across * (width - len(row) - 1)
            found.append(f"{row} {gap}{lower_right}")
        elif at > 1:
            found.append(f"{row.ljust(width)}{strokes.down}")
        else:
            found.append(row)
    return found


# -- who waits at what ---------------------------------------------------------------------------


def _tree(graph: Relations, strokes: Strokes) -> list[str]:
    """Each thing that is waited for, and whoever waits there; then the tasks that wait for others,
    or for what is theirs alone."""
    lines: list[str] = []
    for node in graph.things:
        if node.line and node.kind not in (*ALONE, *GROUPS):
            lines.append(_head(graph, node))
            waiting = enumerate(graph.behind(node), 1)
            lines += _branches(
                (f"{n} {task.name} waits{at_line(task)}" for n, task in waiting), strokes
            )
    grouped = in_groups(graph)
    rest = [node for node in graph.tasks if all(_is_own(end) for end in graph.waits_for(node))]
    rest = [node for node in rest if node.number not in grouped]
    more = [f"and {len(rest) - TOLD} tasks more"] if len(rest) > TOLD else []
    return lines + [told_alone(node) for node in rest[:TOLD]] + more


def _is_own(end: Node) -> bool:
    """Whether it stands nowhere else."""
    return end.kind == "task" or end.kind in ALONE


def _head(graph: Relations, node: Node) -> str:
    holders = graph.held_by(node)
    fill = node.fill if node.kind != "lock" else ""
    state = node.state if node.kind in ("queue", "lock") else ""
    told = [fill, state, _held(holders)]
    words = ", ".join(word for word in told if word)
    return node.label + (f": {words}" if words else "")


def _held(holders: Iterable[Node]) -> str:
    names = [holder.name for holder in holders]
    more = f" and {len(names) - TOLD} more" if len(names) > TOLD else ""
    return f"held by {', '.join(names[:TOLD])}{more}" if names else ""


def _branches(rows: Iterator[str], strokes: Strokes) -> list[str]:
    every = list(rows)
    shown = every[:TOLD] + ([f"{len(every) - TOLD} more wait"] if len(every) > TOLD else [])
    marks = [strokes.branch] * (len(shown) - 1) + [strokes.last]
    return [f"{mark} {row}" for mark, row in zip(marks, shown, strict=True)]


def _free(graph: Relations) -> list[str]:
    """What nobody waits for just now."""
    idle = [n for n in graph.things if not n.line and n.kind not in (*ALONE, *GROUPS, "chef")]
    return [_head(graph, node) + (": free" if _is_free(graph, node) else "") for node in idle]


def _is_free(graph: Relations, node: Node) -> bool:
    return node.kind == "lock" and not graph.held_by(node)
