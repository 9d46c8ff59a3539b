"""A runner: one kitchen of a heat, brought to the moment that is looked at."""

from __future__ import annotations

from bisect import bisect_right

from kitchen.game.race.lead import Placing
from kitchen.plain import INFINITY
from kitchen.runs.heat import Heat
from kitchen.sim.facts import Fact, Resumed, Served, TurnedAway, WalkedOut
from kitchen.sim.view.kitchenview import KitchenView


class Runner:
    """The kitchen of the heat's entrant number ``index``. ``view`` shows it as of `look`."""

    def __init__(self, heat: Heat, index: int) -> None:
        self.entrant, self.result = heat.entrants[index], heat.results[index]
        self.name, self.shift = heat.names[index], heat.shift
        self._plans = heat.plans
        self.times = [fact.t for fact in self.result.facts]
        """Of its facts, in seconds of kitchen time."""
        facts = self.result.facts
        self.resumed = [fact.t for fact in facts if isinstance(fact, Resumed)]
        """When a task goes on."""
        self.plates = [fact.t for fact in facts if isinstance(fact, Served)]
        self.lost = [fact.t for fact in facts if isinstance(fact, WalkedOut | TurnedAway)]
        half = (self.result.orders + 1) // 2
        self.half = self.plates[half - 1] if 0 < half <= len(self.plates) else INFINITY
        """When half of the orders had been served; infinity: never."""
        self.view = self._fresh()

    def _fresh(self) -> KitchenView:
        menu = frozenset(recipe.title for recipe in self.shift.recipes().values())
        return KitchenView(self._plans, menu, self.shift.pace.hands)

    @property
    def end(self) -> float:
        """When it closes."""
        return self.result.makespan

    def look(self, now: float) -> list[Fact]:
        """Bring the view to ``now``; the facts that are new in it. For an earlier moment than
        before it begins anew, and nothing counts as new."""
        until = bisect_right(self.times, now)
        if until < self.view.facts:
            self.view = self._fresh()
            self.view.fold(self.result.facts[:until])
            return []
        return self.view.fold(self.result.facts[self.view.facts : until])

    def closed(self) -> KitchenView:
        """The kitchen as it is once it has closed."""
        view = self._fresh()
        view.fold(self.result.facts)
        return view

    def placing(self, now: float) -> Placing:
        """How it stands."""
        view = self.view
        since = self.plates[view.served - 1] if view.served else 0.0
        profit = round(view.reached(now).profit * 100)
        return Placing(view.served, since, profit, view.makespan is not None)
