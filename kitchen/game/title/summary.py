"""What a shift brings, in a few words."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kitchen.game.draw.format import clock, count
from kitchen.runs.courses import courses
from kitchen.sim.plan import PlanStep
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


def minutes(shift: Shift) -> int:
    """How long a service of it takes at the clock's own speed, about, in minutes."""
    plans = courses(shift)
    ends = [order.at + _length(plans[order.recipe]) for order in shift.orders]
    if shift.arrivals is not None:
        ends.append(shift.arrivals.until + max(map(_length, plans.values())))
    hands = sum(
        step.seconds for order in shift.orders for step in plans[order.recipe]
        if step.kind == "hands"
    )  # fmt: skip
    seconds = max([*ends, hands], default=60.0) / shift.tempo
    return max(1, math.ceil(seconds / 60.0))


def _length(plan: Sequence[PlanStep]) -> float:
    """Of a dish that has the kitchen to itself, in seconds of kitchen time."""
    return max((step.at + step.seconds for step in plan), default=0.0)
