"""Helping: the calm kitchen and the assists, as the player has set them by now."""

from __future__ import annotations

from collections.abc import Callable

from kitchen.game.signs.truesource import sources_of
from kitchen.keep.settings import Settings
from kitchen.runs.service import Service
from kitchen.sim.commands import Assist
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.kitchenview import KitchenView


class Helping:
    """Tells a service what the player has set, and knows what it makes of the clock and of the
    sources."""

    def __init__(self, shift: Shift, settings: Callable[[], Settings]) -> None:
        self.sources = sources_of(shift)
        self.slowed = False
        """Kitchen time has gone by slower than usual while the player's kitchen was open."""
        self._shift, self._settings = shift, settings
        self._keeps = 1.0
        """Times as long as usual that food keeps in the sources."""

    @property
    def slow(self) -> float:
        """The share of its usual speed at which the clock goes."""
        return self._settings().clock

    def tell(self, service: Service, still: bool) -> None:
        """Let it be so from now on; ``still``: kitchen time stands."""
        settings = self._settings()
        patience = None if settings.calm_kitchen else settings.guests_wait
        service.assist(Assist(settings.food_keeps, patience))
        if self.slow < 1.0 and not still and service.views[service.own()].makespan is None:
            self.slowed = True

    def look(self, view: KitchenView) -> None:
        """Let the sources say for how long food keeps in the kitchen that is looked into."""
        keeps = view.food.times
        if keeps != self._keeps:
            self._keeps, self.sources = keeps, sources_of(self._shift, keeps)
