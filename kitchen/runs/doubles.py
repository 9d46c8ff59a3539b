"""Doubles: the kitchens of a service once more, cooked by understudies, so that running one leaves
no trace."""

from __future__ import annotations

from collections.abc import Callable

from kitchen.loop.loop import KitchenLoop
from kitchen.runs.courses import courses
from kitchen.sim.policy import PLAYER, Policy, policy_name
from kitchen.sim.shift.modes import Mode
from kitchen.sim.shift.shift import Shift
from kitchen.sim.work.kitchen import Kitchen, Plans
from kitchen.usercode.understudy import understudies


class Doubles:
    """Makes them. To be made itself before any kitchen opens: what recipes share is as new then."""

    def __init__(self, shift: Shift, seed: int, policy: str | Policy, plans: Plans) -> None:
        known, recipes = plans(), list(shift.every_recipe())
        of = understudies([*recipes, policy])
        self.possible = of is not None
        """Whether there can be any: not where a recipe, or the policy, reaches for more than plain
        data."""
        self._seed = seed
        if of is not None:
            self._shift, self._policy = shift.with_recipes(of), of(policy)
            self._plans = {of(recipe): known[recipe] for recipe in recipes}

    def kitchen(
        self,
        loop: KitchenLoop,
        mode: Mode,
        played: bool,
        otherwise: Callable[[Shift], Shift] | None = None,
        policy: str | None = None,
    ) -> Kitchen:
        """That of one mode, ready to be opened. One that is ``played`` begins in the player's
        hands, and can change to the policy. ``otherwise`` says what is different in it, beside its
        recipes, and ``policy`` names another one; None: nothing, and no other."""
        of = understudies([*self._shift.every_recipe(), self._policy])
        assert self.possible and of is not None, "an understudy has an understudy"
        own = of(self._policy)
        functions = {policy_name(own): own} if callable(own) else None
        shift, begins = self._shift.with_recipes(of), PLAYER if played else policy or own
        plans = {of(recipe): plan for recipe, plan in self._plans.items()}
        if otherwise is not None:
            shift, before = otherwise(shift), shift
            same = (shift.pace, shift.prepped) == (before.pace, before.prepped)
            if not same and (functions or "shortest" in (own, begins)):  # who looks at plans
                plans = courses(shift)
        kitchen = Kitchen(loop, shift, mode, self._seed, begins, lambda: plans, functions)
        kitchen.learn()
        return kitchen
