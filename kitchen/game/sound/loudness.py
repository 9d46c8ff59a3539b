"""How loud each loop of the kitchen's ambience is, by how much goes on."""

from __future__ import annotations

import math

from kitchen.game.sound.cues import vessel
from kitchen.sim.view.kitchenview import KitchenView

BURNING_COUNTS = 2.0  # pans


def levels(view: KitchenView, now: float) -> dict[str, float]:
    """By loop, 0 to 1. It grows fast at first, and never beyond 1."""
    guests = len(view.open_orders)
    if view.makespan is not None:
        return {"hum": 0.4, "murmur": 0.4, "bubbles": 0.0, "frying": 0.0, "clatter": 0.0}
    hands = sum(chef.state == "hands" and chef.until > now for chef in view.chefs)
    pots, pans = _cooking(view)
    return {
        "hum": 0.5 + 0.5 * _full(guests, 6.0),
        "murmur": 0.15 + 0.85 * _full(guests, 5.0),
        "bubbles": _full(pots, 3.0),
        "frying": _full(pans, 2.5),
        "clatter": _full(hands + 0.25 * len(view.ready), 2.0),
    }


def _full(amount: float, scale: float) -> float:
    return 1.0 - math.exp(-amount / scale)


def _cooking(view: KitchenView) -> tuple[float, float]:
    """Pots that simmer, and pans that fry or food that burns."""
    pots = pans = 0.0
    for order in view.open_orders.values():
        for timer in order.timers:
            if timer.burnt is not None:
                pans += BURNING_COUNTS
            elif timer.rang is None:
                kind = vessel(view, order, timer.part, timer.what)
                pots += kind == "pot"
                pans += kind == "pan"
    return pots, pans
