"""Rehearsals: how a recipe goes when it has a chef and a kitchen to itself.

The plan that comes of it feeds the ghosts in the timeline, the pips on the tickets and the policy
``shortest``. It is found by cooking the dish once (see `kitchen.runs.courses.rehearse`), not
by reading its source: by an understudy (see `kitchen.usercode.understudy`), which leaves no trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from kitchen.sim import facts as f
from kitchen.sim.plan import PlanStep


def plan_of(facts: Sequence[f.Fact]) -> tuple[PlanStep, ...]:
    """The hands-on steps and timers of the only dish in these facts, in order of time."""
    held: list[str] = []
    steps = []
    for fact in facts:
        if isinstance(fact, f.StationTaken):
            held.append(fact.station)
        elif isinstance(fact, f.StationFreed):
            held.remove(fact.station)
        elif isinstance(fact, f.Hands | f.TimerSet):
            kind: Literal["hands", "timer"] = "hands" if isinstance(fact, f.Hands) else "timer"
            at = held[-1] if held else None
            steps.append(PlanStep(kind, fact.what, fact.seconds, fact.part, at, fact.line))
    return tuple(steps)
