"""Courses: how each dish of a shift goes when it has the kitchen to itself."""

from __future__ import annotations

from collections.abc import Mapping

from kitchen.errors import KitchenError
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.stall import Stalled
from kitchen.runs.careful import play_out
from kitchen.sim.facts import Fact
from kitchen.sim.plan import PlanStep, plan_of
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Order, Shift
from kitchen.sim.shift.too_large import check_bounds
from kitchen.sim.work.kitchen import Kitchen
from kitchen.usercode.understudy import understudy


def courses(shift: Shift) -> dict[Recipe, tuple[PlanStep, ...]]:
    """For each recipe of a shift, its steps when it has the kitchen to itself; none where nobody
    can know them: of a dish that needs another one's help to end, or fails when it is alone, and of
    one that shares with others what its rehearsal would change (see `kitchen.usercode.understudy`).
    """
    return {recipe: course(recipe, shift) for recipe in dict.fromkeys(shift.every_recipe())}


def rehearse(shift: Shift) -> dict[str, tuple[PlanStep, ...]]:
    """The `courses` of a shift by the names that its facts use."""
    return by_name(courses(shift))


def by_name(plans: Mapping[Recipe, tuple[PlanStep, ...]]) -> dict[str, tuple[PlanStep, ...]]:
    return {recipe.name: plan for recipe, plan in plans.items()}


def course(recipe: Recipe, shift: Shift) -> tuple[PlanStep, ...]:
    """Of one recipe, in the kitchen of that shift."""
    double = understudy(recipe)
    if double is None:
        return ()
    try:
        alone = [Order(0.0, double, None)]
        own = Shift(alone, shift.stations, pace=shift.pace, prepped=shift.prepped)
        return plan_of(_alone(own))
    except (KitchenError, Stalled):  # what is wrong with it is told when somebody orders it
        return ()


def _alone(shift: Shift) -> list[Fact]:
    """What happens in a shift of one dish."""
    check_bounds(shift)
    loop = KitchenLoop()
    kitchen = Kitchen(loop, shift, shift.mode())
    play_out(loop, [kitchen])
    return kitchen.facts.in_order()
