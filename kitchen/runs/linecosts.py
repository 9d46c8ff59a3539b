"""Line costs: the seconds that each line of source took, told apart by what they went to.

The seconds of a wait are those of the line that awaits, and those of work are of the line with
`Cook.hands`. What a helper function does counts for its own line and for the line that awaits the
helper. A task waits for its first step at its ``def``, and what the kitchen itself asks for,
scraping a pan, say, counts there as well. So the lines of a recipe add up to the seconds from the
order to its end; tasks that it began are added up apart, at the lines of what they run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kitchen.runs.spells import TIME_KINDS, Call, Spell, TimeKind

Line = tuple[str, int]
"""A file, and a line of it, from 1."""


@dataclass(slots=True)
class Cost:
    """Seconds of kitchen time."""

    hands: float = 0.0
    chef: float = 0.0
    """Its hand was up, and no chef there."""
    burning: float = 0.0
    """So it was, and the food burnt."""
    fire: float = 0.0
    """It waited for time alone: for a cooking timer, or asleep."""
    others: float = 0.0
    """It waited for a station, or for something else that other tasks let go of."""
    times: int = 0
    """How often a work or a wait began there."""

    @property
    def seconds(self) -> float:
        return self.hands + self.chef + self.burning + self.fire + self.others

    def add(self, kind: TimeKind, seconds: float) -> None:
        setattr(self, kind, getattr(self, kind) + seconds)

    def of(self, kind: TimeKind) -> float:
        seconds: float = getattr(self, kind)
        return seconds

    def as_json(self) -> dict[str, float]:
        return {"times": self.times} | {kind: self.of(kind) for kind in TIME_KINDS}


@dataclass(slots=True)
class LineCosts:
    """What lines cost up to a moment."""

    total: Cost = field(default_factory=Cost)
    """Of all tasks together."""
    lines: dict[Line, Cost] = field(default_factory=dict)
    functions: dict[tuple[str, int], Call] = field(default_factory=dict)
    """By the file and the line of their ``def``: those that these lines are of, as they came up."""

    def at(self, file: str, line: int) -> Cost:
        """Of one line; nothing if it has not cost anything."""
        return self.lines.get((file, line)) or Cost()

    def add(self, spell: Spell, now: float) -> None:
        """A spell, as far as it lies before ``now``."""
        times, reached = list(spell.times(now)), [self.total]
        for call in spell.stack:
            self.functions.setdefault((call.file, call.first), call)
            cost = self.lines.setdefault((call.file, call.line), Cost())
            if not any(cost is other for other in reached):  # else it calls itself
                reached.append(cost)
        for cost in reached:
            cost.times += 1
            for kind, start, end in times:
                cost.add(kind, end - start)


def line_costs(spells: Iterable[Spell], now: float) -> LineCosts:
    """What the lines of those spells cost up to ``now``."""
    costs = LineCosts()
    for spell in spells:
        if spell.since <= now:
            costs.add(spell, now)
    return costs


def at_moment(spells: Sequence[Spell], now: float) -> dict[int, Spell]:
    """What each task is at, by its number; none that has ended."""
    found = {spell.part: spell for spell in spells if spell.since <= now}
    return {
        part: spell for part, spell in found.items() if spell.until is None or spell.until > now
    }
