"""Rehearsals: how a recipe goes when it has a chef and a kitchen to itself.

The plan that comes of it feeds the ghosts in the timeline, the pips on the tickets and the policy
``shortest``. It is found by cooking the dish once, not by reading its source.
"""

from __future__ import annotations

from collections.abc import Mapping

from kitchen.loop import KitchenLoop
from kitchen.sim import facts as f
from kitchen.sim.kitchen import Kitchen
from kitchen.sim.modes import Mode
from kitchen.sim.recipe import Recipe
from kitchen.sim.shift import Order, Shift
from kitchen.sim.views import PlanStep


def rehearse(recipe: Recipe, stations: Mapping[str, int]) -> tuple[PlanStep, ...]:
    """The hands-on steps and timers of one undisturbed dish, in order of time.

    Raises what the recipe raises, and `kitchen.stall.Stalled` if it can never end by itself.
    """
    loop = KitchenLoop()
    shift = Shift(orders=[Order(0.0, recipe, None)], stations=stations)
    kitchen = Kitchen(loop, shift, Mode(1, "leave"))
    kitchen.open()
    try:
        loop.run_until_complete(kitchen.done)
    finally:
        kitchen.sweep()
        loop.close()
    return plan_of(kitchen.facts.in_order())


def plan_of(facts: list[f.Fact]) -> tuple[PlanStep, ...]:
    """The steps of the only dish in these facts."""
    held: list[str] = []
    steps = []
    for fact in facts:
        if isinstance(fact, f.StationTaken):
            held.append(fact.station)
        elif isinstance(fact, f.StationFreed):
            held.remove(fact.station)
        elif isinstance(fact, f.Hands | f.TimerSet):
            kind = "hands" if isinstance(fact, f.Hands) else "timer"
            steps.append(
                PlanStep(
                    kind, fact.what, fact.seconds, fact.part, held[-1] if held else None, fact.line
                )  # type: ignore[arg-type]
            )
    return tuple(steps)


def rehearse_all(shift: Shift) -> dict[str, tuple[PlanStep, ...]]:
    """The plan of every dish of a shift, by name."""
    return {name: rehearse(recipe, shift.stations) for name, recipe in shift.recipes().items()}
