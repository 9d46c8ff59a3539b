"""What dishes wait for one another with, explained: a lock, a queue, an event, a group of tasks."""

from __future__ import annotations

from kitchen.game.service.explain.explanation import Explanation
from kitchen.game.service.explain.graphwords import Names, few
from kitchen.game.service.explain.groupwords import group_words
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import GraphThing
from kitchen.lab.ties import Ties, ties_told
from kitchen.loop.relations import GROUPS, Node, NodeKind
from kitchen.terminal import one_line

IS: dict[NodeKind, str] = {
    "lock": "One task has it at a time.",
    "semaphore": "So many tasks have it at a time.",
    "condition": "A task waits here until another tells it to look again.",
    "event": "Tasks wait here until somebody sets it.",
    "queue": "Who takes waits while it is empty; who puts waits while it is full.",
    "barrier": "Nobody goes on until all have come.",
    "station": "So many dishes have it at a time.",
    "chef": "Whose step is ready waits here for hands.",
    "timer": "It comes by itself; nobody's hands are needed.",
    "future": "Somebody has to set it.",
    "task group": "Goes on when all its tasks are done; if one fails, the others are cancelled.",
    "gather": "Goes on when all that it gathers is done.",
}


def shown_ties(moment: Moment) -> Ties:
    """What is known of who waits for whom; where it cannot be known, what facts tell."""
    return ties_told(moment.view) if moment.ties.lack == "doubles" else moment.ties


def explain_awaited(moment: Moment, subject: GraphThing) -> Explanation | None:
    """None: there is no such thing any more."""
    ties = shown_ties(moment)
    nodes = ties.graph.nodes
    node = nodes[subject.number] if 0 <= subject.number < len(nodes) else None
    if node is None or (node.kind, node.name) != (subject.kind, subject.name):
        return None
    names = Names(ties, moment.view, moment.now)
    title = one_line(node.label)
    words = [IS.get(node.kind, ""), _state(names, node), _line(names, node)]
    return Explanation(title[:1].upper() + title[1:], " ".join(word for word in words if word))


def _state(names: Names, node: Node) -> str:
    """How full it is, and who has it."""
    if node.kind in GROUPS:
        done = f" {one_line(node.state)}." if node.kind == "gather" else ""
        return group_words(names, None, node) + done
    if node.kind == "task":
        at = f" at {one_line(node.where)}" if node.where else ""
        return f"Waits for {one_line(node.state)}{at}."
    having = names.having(node) if node.kind != "chef" else []
    by = f", by {few(names, having)}" if having else ""
    if node.kind == "lock":
        lost = f" {one_line(node.state).capitalize()}." if node.state else ""
        return lost.strip() or (f"Held{by}." if node.taken else "It is free.")
    if node.kind == "queue":
        room = f", with room for {node.places}" if node.places is not None else ""
        unfinished = f", {one_line(node.state)}" if node.state else ""
        return f"{node.taken} in it{room}{unfinished}."
    if node.kind == "barrier":
        return f"{node.taken} of {node.places} have come."
    if node.places is not None:
        return f"{node.taken} of {node.places} taken{by}."
    state = one_line(node.state)
    if node.kind == "event":
        return f"It is {state}."
    return f"{state[:1].upper()}{state[1:]}." if node.kind in ("condition", "semaphore") else ""


def _line(names: Names, node: Node) -> str:
    """Who waits for it."""
    if node.kind in (*GROUPS, "task", "timer", "future"):
        return ""
    line = names.line(node)
    if not line:
        return "Nobody waits for it."
    order = ", in this order" if len(line) > 1 else ""
    return f"{few(names, line)} {'waits' if len(line) == 1 else 'wait'} for it{order}."
