"""The words of a task group or a gather: what it is made of, and who goes on after it."""

from __future__ import annotations

from kitchen.game.draw import format as fmt
from kitchen.game.service.explain.explanation import listed
from kitchen.game.service.explain.graphwords import FEW, Names
from kitchen.loop.relations import GROUPS, Node
from kitchen.terminal import one_line


def part_name(names: Names, part: Node) -> str:
    """What a task of a dish is called, if somebody has named it; else what it waits for."""
    if part.kind != "task" or not part.name.startswith(("order ", "Task-")):
        return names.short(part) if part.kind != "task" else one_line(part.name)
    wanted = names.graph.waits_for(part)
    if not wanted or wanted[0].kind in ("task", "future"):
        return names.short(part)
    return "wants a chef" if wanted[0].kind == "chef" else names.short(wanted[0])


def part_note(names: Names, part: Node) -> str:
    """For how long its timer runs, or how much is done of the group that it is or waits for."""
    wanted = names.graph.waits_for(part)
    if part.kind in GROUPS:
        return names.fill(part)
    if wanted and (wanted[0].until is not None or wanted[0].kind in GROUPS):
        return names.fill(wanted[0])
    return ""


def group_words(names: Names, chosen: int | None, group: Node) -> str:
    """``3 Roast waits until the gather is done: roast and peas.``"""
    order = next((order for order in names.line(group) if order == chosen), None)
    line = names.line(group)
    who = order if order is not None else next(iter(line), None)
    parts = [part_name(names, part) for part in names.graph.made_of(group)]
    more = len(parts) - FEW
    told = listed([*parts[:FEW], f"{more} more"] if more > 0 else parts)
    left = f": {told}" if told else ""
    if who is None:
        return f"{fmt.count(len(parts), 'task')} of {names.told(group)}{left}."
    return f"{names.full(who)} waits until {names.told(group)} is done{left}."
