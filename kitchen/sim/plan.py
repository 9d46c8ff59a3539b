"""A plan: how a recipe goes when it has a chef and a kitchen to itself.

It feeds the ghosts in the timeline, the pips on the tickets and the policy ``shortest``. It is
found by cooking the dish once (see `kitchen.runs.courses.rehearse`), not by reading its source: by
an understudy (see `kitchen.usercode.understudy`), which leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from kitchen.plain import INFINITY
from kitchen.sim import facts as f

SCRAPING = "scrape the pan"
"""What hands do with burnt food, before the recipe starts again."""
SCRAPE = 20.0
"""Seconds of hands-on work that this takes."""

CLEARING = "clear away"
"""What hands do with a dish that nobody waits for any more."""
CLEAR = 10.0
"""Seconds of hands-on work that this takes."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of a recipe as it goes when nobody has to wait."""

    kind: Literal["hands", "timer"]
    what: str
    seconds: float
    part: int
    station: str | None
    line: int
    turn: int = 0
    """Which time it is that hands have come to this part, from 1: steps of one turn follow one
    another without an await between them, but for stations."""
    moves: tuple[tuple[str, int], ...] = ()
    """Kinds of stations that its turn takes (1) or gives back (-1) between the step before and this
    one, in order."""
    at: float = 0.0
    """When it begins, in seconds after the order."""


def plan_of(facts: Sequence[f.Fact]) -> tuple[PlanStep, ...]:
    """The hands-on steps and timers of the only dish in these facts, in order of time."""
    held: list[str] = []
    turns: dict[int, int] = {}
    moves: dict[int, list[tuple[str, int]]] = {}
    steps = []
    for fact in facts:
        if isinstance(fact, f.Resumed):
            turns[fact.part] = turns.get(fact.part, 0) + 1
        elif isinstance(fact, f.StationWanted):
            turns[fact.part] -= 1
        elif isinstance(fact, f.StationTaken):
            held.append(fact.station)
            moves.setdefault(fact.part, []).append((fact.station, 1))
        elif isinstance(fact, f.StationFreed):
            held.remove(fact.station)
            moves.setdefault(fact.part, []).append((fact.station, -1))
        elif isinstance(fact, f.Hands | f.TimerSet):
            kind: Literal["hands", "timer"] = "hands" if isinstance(fact, f.Hands) else "timer"
            at, part = held[-1] if held else None, fact.part
            between = tuple(moves.pop(part, ()))
            steps.append(
                PlanStep(
                    kind, fact.what, fact.seconds, part, at, fact.line, turns[part], between, fact.t
                )
            )
    return tuple(steps)


def hands_of(plan: Iterable[PlanStep]) -> float:
    """Hands-on seconds of a plan; infinity for an empty one: nobody knows. `sum` would not add
    alike on every Python."""
    steps = tuple(plan)
    return fsum(step.seconds for step in steps if step.kind == "hands") if steps else INFINITY
