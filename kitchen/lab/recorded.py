"""A recorded kitchen: one that has been run to its end, to be seen as it was at any moment.

Nobody commands it, so that what it does at a moment does not hang on when it is looked at: its
facts are those of the same kitchen played on the wall clock, to the byte.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from kitchen.lab.measures import Measures, measures
from kitchen.runs.courses import rehearse
from kitchen.runs.headless import run_shift
from kitchen.runs.result import Result
from kitchen.sim.facts import Fact
from kitchen.sim.plan import PlanStep
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.kitchenview import KitchenView


class Recorded:
    """Runs ``shift`` as it says itself: its own brigade, policy and seed. Raises as `run` does.

    ``like`` spares it the rehearsals, where another kitchen has held the same ones.
    """

    def __init__(self, shift: Shift, like: Recorded | None = None) -> None:
        self.shift = shift
        self.result: Result = run_shift(shift)
        self._plans = _plans(shift, like)
        self._times = [fact.t for fact in self.result.facts]
        self.view = KitchenView(self._plans, hands_pace=self.shift.pace.hands)
        """The kitchen at the moment it was last looked at."""

    @property
    def end(self) -> float:
        """Kitchen time at which it closes."""
        return self.result.makespan

    @cached_property
    def measures(self) -> Measures:
        return measures(self.result.facts)

    def look(self, now: float) -> list[Fact]:
        """Bring the view to the kitchen time ``now``; return the facts that are new in it.

        For an earlier moment than before it begins anew, and nothing counts as new.
        """
        until = bisect_right(self._times, now)
        if until < self.view.facts:
            self.view = KitchenView(self._plans, hands_pace=self.shift.pace.hands)
            self.view.fold(self.result.facts[:until])
            return []
        return self.view.fold(self.result.facts[self.view.facts : until])


def _plans(shift: Shift, like: Recorded | None) -> Mapping[str, tuple[PlanStep, ...]]:
    if like is not None and _rehearsed(like.shift) == _rehearsed(shift):
        return like.view.plans
    return rehearse(shift)


def _rehearsed(shift: Shift) -> tuple[object, ...]:
    """What the plans of a shift's dishes hang on."""
    return dict(shift.stations), shift.pace, shift.prepped, shift.recipes()
