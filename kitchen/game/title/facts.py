"""What a shift brings, in a few words."""

from __future__ import annotations

from kitchen.game.format import clock, count
from kitchen.sim.shift import Shift


def means(shift: Shift) -> list[str]:
    """Orders and stations: ``9 orders and more``, ``4 hobs, 2 ovens``."""
    number = len(shift.orders)
    orders = count(number, "order") if number else "Orders by chance"
    if shift.arrivals and number:
        orders += " and more"
    stations = ", ".join(count(places, kind) for kind, places in shift.stations.items())
    closes = f"Closes at {clock(shift.closes)}" if shift.closes else ""
    return [line for line in (orders, stations, closes) if line]
