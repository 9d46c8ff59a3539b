"""Lines: which line of a plot each dish has, and what stretches it shows."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView
from kitchen.sim.view.segment import DEPTH, Segment, SegmentKind


@dataclass(frozen=True, slots=True)
class Strip:
    """What a dish does from ``start`` to ``end`` (seconds of kitchen time)."""

    line: int
    kind: SegmentKind
    start: float
    end: float


class Lines:
    """All stretches of a kitchen that has closed, what says more last.

    A line is one dish while there are at most ``most``; else dishes that do not meet share one.
    """

    def __init__(self, view: KitchenView, most: int) -> None:
        self._end = view.makespan or 0.0
        orders = list(view.orders.values())
        self.shared = len(orders) > most
        places = _shared(orders, self._end) if self.shared else list(range(len(orders)))
        self.count = max(places, default=0) + 1
        self._on: list[list[OrderView]] = [[] for _ in range(self.count)]
        for order, place in zip(orders, places, strict=True):
            self._on[place].append(order)
        self._of = {order.number: place for order, place in zip(orders, places, strict=True)}
        found = [
            Strip(place, segment.kind, segment.start, segment.until(self._end))
            for order, place in zip(orders, places, strict=True)
            for segment in order.segments
        ]
        self.stretches = sorted(found, key=lambda s: (DEPTH[s.kind], s.line, s.start))

    def line_of(self, number: int) -> int:
        """The line of an order."""
        return self._of[number]

    def order_at(self, line: int, t: float) -> OrderView | None:
        """The dish of a line at that time, or the last one before it."""
        if not 0 <= line < self.count:
            return None
        begun = [order for order in self._on[line] if order.placed <= t]
        return begun[-1] if begun else self._on[line][0] if self._on[line] else None


def segment_at(order: OrderView, t: float, end: float) -> Segment | None:
    """What a dish does at that time: what says most, if its parts do several things."""
    found = [s for s in order.segments if s.start <= t <= s.until(end)]
    return max(found, key=lambda s: (DEPTH[s.kind], s.start), default=None)


def _shared(orders: list[OrderView], end: float) -> list[int]:
    """For each dish, in order of arrival, the first line whose last dish has ended."""
    free_at: list[float] = []
    places = []
    for order in orders:
        place = next((i for i, t in enumerate(free_at) if t <= order.placed), len(free_at))
        if place == len(free_at):
            free_at.append(0.0)
        last = max((s.until(end) for s in order.segments), default=order.placed)
        free_at[place] = max(last, order.ended or 0.0, order.placed)
        places.append(place)
    return places
