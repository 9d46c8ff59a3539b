"""Decisions: who said what the chefs of a kitchen do next, a player or a policy."""

from __future__ import annotations

from kitchen.sim.policy import PLAYER


class Decisions:
    """Folded from the facts of one kitchen. It was cooked by hand if only ``picked`` is true."""

    def __init__(self) -> None:
        self.picked = False
        """A player has picked a dish."""
        self.by_policy = False
        """A policy decided while an order was open."""

    def copy(self) -> Decisions:
        same = Decisions()
        same.picked, same.by_policy = self.picked, self.by_policy
        return same

    def pick(self) -> None:
        self.picked = True

    def see(self, policy: str, open_orders: int) -> None:
        """So many orders are open, and that policy holds."""
        if open_orders and policy != PLAYER:
            self.by_policy = True
