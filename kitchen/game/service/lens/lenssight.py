"""Whether the lens is shown, and which dish is seen through it."""

from __future__ import annotations

from kitchen.lab.insight import DishInsight, Insight
from kitchen.runs.service import Service
from kitchen.sim.view.kitchenview import KitchenView

LEAST = 0.001
"""Seconds of wall time for a frame to find out where tasks are."""


class LensSight:
    """The past is looked at through the lens, unless the player wants the loop; and the present is
    not, unless the player wants that."""

    def __init__(self, service: Service) -> None:
        self._insight = Insight(service)
        self._shown = {True: True, False: False}
        """By whether it is the past that is looked at."""
        self._last: int | None = None
        """The order that was seen last."""

    def toggle(self, past: bool) -> None:
        """The lens in place of the loop, or the other way round."""
        self._shown[past] = not self._shown[past]

    def shown(self, past: bool) -> bool:
        return self._shown[past]

    def dish(
        self, view: KitchenView, chosen: int | None, mode: str, now: float, seconds: float = LEAST
    ) -> DishInsight | None:
        """What is seen: the dish that is chosen; else the one that hands are on, or were last."""
        self._last = order = lens_order(view, chosen, self._last)
        return None if order is None else self._insight.dish(order, mode, now, seconds)

    def leave(self) -> None:
        """Leave nothing behind."""
        self._insight.leave()


def lens_order(view: KitchenView, chosen: int | None, last: int | None) -> int | None:
    """The order that is looked at; None: there is none yet."""
    if chosen in view.orders:
        return chosen
    at_work = [chef.order for chef in view.chefs if chef.state == "hands"]
    if last in at_work:
        return last
    found = next((order for order in at_work if order in view.orders), last)
    return found if found in view.orders else max(view.orders, default=None)
