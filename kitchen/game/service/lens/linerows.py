"""What there is to be said of each line of a dish's source at a moment. All pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kitchen.lab.insight import DishInsight
from kitchen.runs.linecosts import Cost, Line, LineCosts, at_moment, line_costs
from kitchen.runs.spells import Spell, Stack

LineState = Literal["run", "here", "calls", "ahead"]
"""Something of it has been run; a task is at it; a function that it awaits is at work; or nothing
of it has been run yet."""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line: ``number`` counts from 1 in its listing, and ``listing`` from 0."""

    listing: int
    number: int
    state: LineState
    cost: Cost
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
    rows = [
        _row(index, number, (listing.file, listing.first + number - 1), costs, here, calls, far)
        for index, listing in enumerate(dish.listings)
        for far in [_farthest(costs, listing.file, listing.first, len(listing.lines))]
        for number in range(1, len(listing.lines) + 1)
    ]
    first = min(at.values(), key=lambda spell: (spell.kind != "hands", spell.part), default=None)
    return DishLines(rows, costs.total, first.stack if first is not None else ())


def _row(
    listing: int, number: int, line: Line, costs: LineCosts, here: Mapping[Line, Spell],
    calls: set[Line], farthest: int,
) -> LineRow:  # fmt: skip
    spell, cost = here.get(line), costs.at(*line)
    if spell is not None:
        return LineRow(listing, number, "here", cost, spell.since)
    if line in calls:
        return LineRow(listing, number, "calls", cost)
    return LineRow(listing, number, "run" if line[1] <= farthest else "ahead", cost)


def _farthest(costs: LineCosts, file: str, first: int, count: int) -> int:
    """The last line of a listing at which anything has been; 0: nothing has."""
    lines = (line for of, line in costs.lines if of == file and first <= line < first + count)
    return max(lines, default=0)
