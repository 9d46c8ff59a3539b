"""What a shift brings, in a few words."""

from __future__ import annotations

from kitchen.game.draw.format import clock, count
from kitchen.sim.shift.shift import Shift


def orders(shift: Shift) -> str:
    """How many there are: ``1 order``, or ``9+ orders`` where more come by chance."""
    number = len(shift.orders)
    if not shift.arrivals:
        return count(number, "order")
    return f"{number}+ orders" if number else "Orders by chance"


def means(shift: Shift) -> list[str]:
    """Orders, stations, a short rail and closing time, a line each: ``10 orders``, ``4 hobs,
    2 ovens``."""
    stations = ", ".join(count(places, kind) for kind, places in shift.stations.items())
    closes = f"Closes at {clock(shift.closes)}" if shift.closes else ""
    rail = f"A rail of {shift.rail}" if shift.rail is not None else ""
    return [line for line in (orders(shift), stations, rail, closes) if line]
