"""What there is to be said of each line of a dish's source at a moment. All pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kitchen.game.signs.highlight import DEF
from kitchen.lab.insight import DishInsight
from kitchen.runs.linecosts import Cost, Line, LineCosts, at_moment, line_costs
from kitchen.runs.listings import Listing
from kitchen.runs.spells import Spell, Stack

LineState = Literal["run", "here", "calls", "ahead"]
"""Something of it has been run; a task is at it; a function that it awaits is at work; or nothing
of it has been run yet."""


LineSign = Literal["hands", "await", ""]
"""What is written there: work for a chef's hands, or something that is awaited."""

_HANDS, _AWAIT = re.compile(r"\.hands\("), re.compile(r"\b(await|async\s+(with|for))\b")


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line: ``number`` counts from 1 in its listing, and ``listing`` from 0."""

    listing: int
    number: int
    state: LineState
    cost: Cost
    sign: LineSign = ""
    since: float | None = None
    """From when on a task is at it, where one is."""


@dataclass(frozen=True, slots=True)
class DishLines:
    """A dish at a moment."""

    rows: Sequence[LineRow]
    total: Cost
    stack: Stack
    """Of the task that its cook would look at: who is at hand, who waits, who went first."""


def dish_lines(dish: DishInsight, now: float) -> DishLines:
    """All lines of all its listings."""
    costs, at = line_costs(dish.spells, now), at_moment(dish.spells, now)
    here: dict[Line, Spell] = {}
    calls: set[Line] = set()
    for spell in at.values():
        *outer, inner = spell.stack
        here.setdefault((inner.file, inner.line), spell)
        calls |= {(call.file, call.line) for call in outer}
    rows: list[LineRow] = []
    for index, listing in enumerate(dish.listings):
        been = _been(dish, costs, listing, now)
        for number, text in enumerate(listing.lines, 1):
            line = listing.file, listing.first + number - 1
            state: LineState = "run" if line[1] in been else "ahead"
            there = here.get(line)
            state = "here" if there is not None else "calls" if line in calls else state
            since = there.since if there is not None else None
            rows.append(LineRow(index, number, state, costs.at(*line), sign_of(text), since))
    first = min(at.values(), key=lambda spell: (spell.kind != "hands", spell.part), default=None)
    return DishLines(rows, costs.total, first.stack if first is not None else ())


def sign_of(text: str) -> LineSign:
    """What a line of source says, its comments aside."""
    code = text.partition("#")[0]
    return "hands" if _HANDS.search(code) else "await" if _AWAIT.search(code) else ""


def _been(dish: DishInsight, costs: LineCosts, listing: Listing, now: float) -> set[int]:
    """The lines of a listing that have been run. One with nothing to be run, the end of a call that
    is written on several lines, say, is as the line before it."""
    lines = range(listing.first, listing.first + len(listing.lines))
    known = {line for file, line in costs.lines if file == listing.file}
    if dish.run is None:  # then all up to the last at which anything has been seen
        last = max(known.intersection(lines), default=0)
        return {line for line in lines if line <= last}
    known |= {line for (file, line), t in dish.run.items() if file == listing.file and t <= now}
    been: set[int] = set()
    before, head = bool(known.intersection(lines)), True
    for line, text in zip(lines, listing.lines, strict=True):
        if (listing.file, line) in dish.coded and not head:
            before = line in known
        if before:
            been.add(line)
        head = head and not DEF.match(text)  # Python does not tell that a function begins
    return been
