"""The music in parts that play together, and how loud each is by how much goes on."""

from __future__ import annotations

from kitchen.sim.view.kitchenview import KitchenView

STEMS = ("bed", "groove", "lead", "heat")
"""Bass and soft chords; brushes and guitar; the tune; congas and horns."""

BEAT = 12_600
"""Samples: 105 beats a minute."""
LENGTH = 128 * BEAT
"""Samples of a stem, which then begins again: 73 seconds."""
PAD = 4096
"""Samples of its end before a stem in its file, and of its start after it: whatever a decoder does
to the ends of a file, what lies between is whole."""

TITLE = {"bed": 0.9, "groove": 0.0, "lead": 0.0, "heat": 0.0}
"""Nobody cooks."""
CLOSED = {"bed": 1.0, "groove": 0.3, "lead": 0.0, "heat": 0.0}
"""All is told."""

SOME_POTS, BUSY, PRESSING = (1.0, 3.0), (2.5, 5.0), (2.0, 5.0)
"""Open orders with which the groove and then the tune come in, and hands up or fuses with which it
gets hot: where each begins, and where it is all there."""
BURNING = 2.0  # fuses
LAST_ORDERS = 2.0  # open orders: with the doors closed, those that are left count for more


def music_levels(view: KitchenView, now: float, last_orders: bool = False) -> dict[str, float]:
    """By stem, 0 to 1. ``last_orders``: all guests have come."""
    if view.makespan is not None:
        return CLOSED
    orders = len(view.open_orders)
    finale = LAST_ORDERS if last_orders and orders else 0.0
    return levels_at(orders + finale, len(view.ready) + fuses(view, now))


def levels_at(orders: float, pressing: float) -> dict[str, float]:
    """More of either never makes anything softer."""
    return {
        "bed": 1.0,
        "groove": _between(orders, *SOME_POTS),
        "lead": _between(orders, *BUSY),
        "heat": _between(pressing, *PRESSING),
    }


def fuses(view: KitchenView, now: float) -> float:
    """Food that is done and waits: each counts as much as its fuse has burnt down."""
    timers = [timer for order in view.open_orders.values() for timer in order.timers]
    total = 0.0
    for timer in timers:
        if timer.burnt is not None:
            total += BURNING
        elif timer.rang is not None and timer.hold:
            total += min(1.0, max(0.0, now - timer.rang) / timer.hold)
    return total


def _between(amount: float, first: float, last: float) -> float:
    return min(1.0, max(0.0, (amount - first) / (last - first)))
