"""A runner: one kitchen of a heat, brought to the moment that is looked at."""

from __future__ import annotations

from kitchen.game.race.lead import Placing
from kitchen.plain import INFINITY
from kitchen.runs.heat import Heat
from kitchen.runs.past import Past, Stop
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
        self._past = Past(self._fresh)
        self._past.facts = facts
        self.view = self._past.at(Stop(0, 0.0))

    def _fresh(self) -> KitchenView:
        menu = frozenset(recipe.title for recipe in self.shift.recipes().values())
        return KitchenView(self._plans, menu, self.shift.pace.hands)

    @property
    def end(self) -> float:
        """When it closes."""
        return self.result.makespan

    def look(self, now: float) -> list[Fact]:
        """Bring the view to ``now``; the facts that are new in it: none, for an earlier moment than
        before."""
        before, place = self.view.facts, self._past.stop_at(now)
        self.view = self._past.at(place)
        return self.result.facts[before : place.facts]

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
