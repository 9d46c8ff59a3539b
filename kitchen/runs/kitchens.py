"""Kitchens made ready to be opened, each with the state of the user's files for itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kitchen.loop.loop import KitchenLoop
from kitchen.runs.courses import courses
from kitchen.sim.bounds import MOST_FACTS
from kitchen.sim.plan import PlanStep
from kitchen.sim.policy import Policy, policy_name
from kitchen.sim.shift.modes import Mode
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift
from kitchen.sim.work.kitchen import Kitchen, Plans
from kitchen.usercode.userfile import anew, have_user_files


def one_kitchen(
    loop: KitchenLoop, shift: Shift, mode: Mode, seed: int, policy: str | Policy, plans: Plans
) -> Kitchen:
    """A kitchen that nobody plays. ``plans`` is called if the policy needs a rehearsal."""
    own, policy, plans = _fresh(shift, policy, plans)
    kitchen = Kitchen(loop, own, mode, seed, policy, plans)
    _prepare(kitchen, kitchen.policy)
    return kitchen


def four_kitchens(
    loop: KitchenLoop,
    shift: Shift,
    seed: int,
    policy: str | Policy = "fifo",
    played: str | None = None,
    plans: Plans | None = None,
) -> list[Kitchen]:
    """A kitchen of each mode, ready to be opened. The one ``played`` begins with the policy
    ``player``, and can change to ``policy``. Without ``plans``, a rehearsal is held if the policy
    needs one. Each has the state of the user's files for itself."""
    plans = plans or cache(lambda: courses(shift))
    kitchens = []
    for name, mode in shift.four.items():
        own, own_policy, own_plans = _fresh(shift, policy, plans)
        functions = {policy_name(own_policy): own_policy} if callable(own_policy) else None
        begins = "player" if name == played else own_policy
        kitchens.append(Kitchen(loop, own, mode, seed, begins, own_plans, functions))
    for kitchen in kitchens:
        kitchen.headway.most_facts = MOST_FACTS // len(kitchens)
        _prepare(kitchen, policy_name(policy))
    return kitchens


def _prepare(kitchen: Kitchen, policy: str) -> None:
    """What a policy needs to know it must know before the loop runs."""
    if policy not in ("fifo", "deadline", "burning-first", "player"):
        kitchen.learn()


def _fresh(shift: Shift, policy: str | Policy, plans: Plans) -> tuple[Shift, str | Policy, Plans]:
    """The same for one more kitchen, with the state of the user's files as it is when they are
    executed."""
    if not have_user_files():
        return shift, policy, plans
    own = anew([*shift.every_recipe(), policy])
    fresh = shift.with_recipes(own)
    if fresh is shift:
        return shift, own(policy), plans

    def own_plans() -> Mapping[Recipe, tuple[PlanStep, ...]]:
        known, pairs = plans(), zip(fresh.every_recipe(), shift.every_recipe(), strict=True)
        return {recipe: known[first] for recipe, first in pairs}

    return fresh, own(policy), own_plans
