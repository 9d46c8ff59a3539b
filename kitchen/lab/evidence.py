"""Evidence: what the checks of a why are held against, measured in a kitchen that has closed."""

from __future__ import annotations

from kitchen.cookbook.why import Measure
from kitchen.runs.result import Result
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.segment import SegmentKind


def measured(result: Result, view: KitchenView) -> dict[Measure, float]:
    """``view`` is that of the kitchen at its end."""
    end, orders = result.makespan, max(1, result.orders)
    hours = end * result.chefs
    cooked = _seconds(view, "cooking", end) + _seconds(view, "staring", end)
    return {
        "hands": result.utilisation,
        "staring": _seconds(view, "staring", end) / hours if hours else 0.0,
        "together": cooked / end if end else 0.0,
        "waits_for_hands": _seconds(view, "ready", end) / orders,
        "waits_for_station": _seconds(view, "blocked", end) / orders,
        "longest": max(_lengths(view, "hands", end), default=0.0),
        "served": result.served,
        "burnt": result.burnt,
        "walked_out": result.walked_out,
        "wages": result.wages,
        "profit": result.profit,
    }


def _seconds(view: KitchenView, kind: SegmentKind, end: float) -> float:
    return sum(_lengths(view, kind, end))


def _lengths(view: KitchenView, kind: SegmentKind, end: float) -> list[float]:
    """How long each stretch of that kind is, of whatever dish, in seconds."""
    return [
        segment.until(end) - segment.start
        for order in view.orders.values()
        for segment in order.segments
        if segment.kind == kind
    ]
