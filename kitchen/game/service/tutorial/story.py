"""What is true in the tutorial's kitchen at this moment: all that the guide goes by."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.input.actions import TogglePick
from kitchen.game.input.intents import Intent
from kitchen.game.service.keys import action_for
from kitchen.runs.service import Service
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

HOME, OTHER = "concurrent", "blocking"
"""The kitchen in which it is told, and the one that is looked into."""

SOUP, EGG = 1, 2
"""Order numbers in the shift ``first-steps``."""


@dataclass(frozen=True, slots=True)
class Story:
    """Questions about a service, each answered by its facts alone. ``read``: the player has just
    said that the card is read; ``stopped``: that the clock stands."""

    service: Service
    read: bool = False
    stopped: bool = False

    @property
    def view(self) -> KitchenView:
        return self.service.views[HOME]

    @property
    def mode(self) -> str:
        """The kitchen that is looked into."""
        return self.service.mode

    @property
    def over(self) -> bool:
        """Whether the tutorial's kitchen has closed."""
        return self.view.makespan is not None

    @property
    def served(self) -> bool:
        return self.view.served > 0

    # -- of one order --------------------------------------------------------------------------

    def order(self, number: int) -> OrderView | None:
        return self.view.orders.get(number)

    def ended(self, number: int) -> bool:
        order = self.order(number)
        return order is not None and order.state != "open"

    def begun(self, number: int) -> bool:
        """Whether hands have ever been on it, or never will be."""
        order = self.order(number)
        return order is not None and (order.worked > 0.0 or order.state != "open")

    def given(self, number: int) -> bool:
        """Whether it has had a chef, or will have the next one who comes to it."""
        return self.begun(number) or number in self.view.picks

    def let_go(self, number: int) -> bool:
        """Whether it has ever come to an await, or is over."""
        order = self.order(number)
        cooked = order is not None and any(s.kind == "cooking" for s in order.segments)
        return cooked or self.ended(number)

    def hands_on(self, number: int) -> bool:
        order = self.order(number)
        return order is not None and any(part.state == "hands" for part in order.live_parts)

    def cooks(self, number: int) -> bool:
        """Whether it needs nobody now: its timer runs."""
        order = self.order(number)
        return order is not None and any(timer.rang is None for timer in order.timers)

    def waits(self, number: int) -> bool:
        """Whether its hand is up."""
        return number in self.view.line

    # -- of the chef ---------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        return any(chef.state != "free" for chef in self.view.chefs)

    @property
    def next(self) -> int | None:
        """The order whose hand has been up longest while the chef is free; None if nobody waits
        for the player."""
        line = self.view.line
        return line[0] if line and not self.busy else None

    @property
    def at_work(self) -> OrderView | None:
        """The order that the chef's hands are on."""
        chef = next((chef for chef in self.view.chefs if chef.state == "hands"), None)
        return self.order(chef.order) if chef is not None and chef.order is not None else None

    def key(self, number: int) -> Intent | None:
        """The number key that gives this order a chef, at this moment; None if none does."""
        order = self.order(number)
        if order is None or order.table is None:
            return None
        intent = Intent(f"dish_{order.table % 10}")
        picks = action_for(intent, self.service, 1.0) == TogglePick(number)
        return intent if picks and number not in self.service.view.picks else None
