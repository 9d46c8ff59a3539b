"""The lanes of the timeline: which there are, and what stretches each of them shows."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from kitchen.sim.views import ChefView, KitchenView, OrderView, Segment, segments_between

MOST = 11  # lanes in the plain layout


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: a chef's, or an order's. ``key`` is the order's number, or minus the chef's."""

    key: int
    title: str
    dish: str
    chef: ChefView | None
    order: OrderView | None
    view: KitchenView

    def between(self, start: float, end: float) -> Iterable[Segment]:
        """Its stretches that can be seen from ``start`` to ``end``."""
        if self.chef is not None:
            return segments_between(self.chef.segments, start, end)
        if self.order is None:
            return []
        # Parts of a dish overlap: the search that chefs' lanes use does not hold here.
        return [
            s for s in self.order.segments if s.start <= end and (s.end is None or s.end >= start)
        ]

    def endings(self, start: float, now: float, room: float) -> list[tuple[float, bool]]:
        """(when, served) of the orders that ended in this lane.

        In a chef's lane the next stretch must be ``room`` seconds away, or the mark has no place.
        """
        order = self.order
        if order is not None:
            return [] if order.ended is None else [(order.ended, order.state == "served")]
        if self.chef is None or len(self.view.chefs) == 1:
            return []
        segments = segments_between(self.chef.segments, start, now)
        starts = [*(segment.start for segment in segments[1:]), math.inf]
        return [
            (segment.end, True)
            for segment, following in zip(segments, starts, strict=False)
            if segment.end is not None and following - segment.end > room and self._last(segment)
        ]

    def _last(self, segment: Segment) -> bool:
        """Whether the order of this stretch was served at its end."""
        order = self.view.orders[segment.order]
        return order.state == "served" and order.ended == segment.end

    def ring(self, segment: Segment) -> float:
        """When the timer that this stretch waits for rings; its start if there is none."""
        order = self.view.orders.get(segment.order)
        part = order.parts.get(segment.part) if order is not None else None
        timer = part.timer if part is not None else None
        return timer.until if timer is not None else segment.start


def lanes(view: KitchenView, most: int = MOST) -> list[Lane]:
    """At most so many lanes.

    Many chefs: a lane for each. One: the chef's, and one for each of the orders to be seen.
    """
    many = len(view.chefs) > 1
    found = [
        Lane(-chef.number, f"Chef {chef.number}" if many else "Chef", "", chef, None, view)
        for chef in view.chefs[:most]
    ]
    if not many:
        found += [
            Lane(order.number, order.title, order.dish, None, order, view)
            for order in visible(view, most - 1)
        ]
    return found


def visible(view: KitchenView, most: int = MOST - 1) -> list[OrderView]:
    """At most so many orders: the open ones, oldest first, then those that ended last."""
    chosen = list(view.open_orders.values())[:most]
    if len(chosen) < most and len(view.orders) > len(chosen):
        for order in reversed(view.orders.values()):
            if len(chosen) == most:
                break
            if order.number not in view.open_orders:
                chosen.append(order)
    return sorted(chosen, key=lambda order: order.number)
