"""The lanes of the timeline: which there are, and what stretches each of them shows."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from operator import is_

from kitchen.game.draw import format as fmt
from kitchen.game.signs.subjects import Chef, OrderedDish, Thing
from kitchen.sim.view.chefview import ChefView
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView
from kitchen.sim.view.segment import Segment, segments_between
from kitchen.sim.view.uppermost import Bar, uppermost

MOST = 10  # lanes of dishes in the plain layout: one for each table
HANDS_H, HANDS_SHARE = 22.0, 1.6
"""The lane of the hands is so high (logical px), or as high as that of a dish if that is higher;
where lanes are low, it is at most that many times as high as they are."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: of a chef, of all chefs together, of an order, or of the orders without a lane."""

    subject: Chef | OrderedDish | Thing
    title: str
    view: KitchenView
    chefs: tuple[ChefView, ...] = ()
    orders: tuple[OrderView, ...] = ()

    def height(self, pitch: float) -> float:
        """In logical px, where that of a dish is ``pitch`` high."""
        return hands_height(pitch) if self.of_all_hands else pitch

    @property
    def of_all_hands(self) -> bool:
        """Whether it tells of everybody's hands: of the only chef, or of all of them."""
        return self.is_band or (self.chef is not None and len(self.view.chefs) == 1)

    @property
    def is_band(self) -> bool:
        """Whether it tells of many chefs how many are at work."""
        return len(self.chefs) > 1

    @property
    def order(self) -> OrderView | None:
        return self.orders[0] if len(self.orders) == 1 else None

    @property
    def chef(self) -> ChefView | None:
        return self.chefs[0] if len(self.chefs) == 1 else None

    def segments(self, start: float, end: float) -> list[Segment]:
        """Its stretches from ``start`` to ``end``, in the order of their starts; none of a band."""
        if self.chef is not None:
            return segments_between(self.chef.segments, start, end)
        # Parts of a dish overlap: the search that chefs' lanes use does not hold here.
        found = [
            [s for s in order.segments if s.start <= end and (s.end is None or s.end >= start)]
            for order in self.orders
        ]
        return list(heapq.merge(*found, key=lambda s: s.start))

    def bars(self, start: float, end: float) -> list[Bar]:
        """What of them can be seen."""
        return uppermost(self.segments(start, end))

    def tells_the_same(self, other: Lane) -> bool:
        """Whether the other one, perhaps of a later list, is about the same of the same kitchen."""
        known = len(self.orders) == len(other.orders) and all(map(is_, self.orders, other.orders))
        return self.view is other.view and self.subject == other.subject and known

    def in_view(self, other: KitchenView) -> Lane:
        """The same lane in another view of the kitchen, with those of its orders known there."""
        chefs = tuple(other.chefs[chef.number - 1] for chef in self.chefs)
        known = (order.number for order in self.orders if order.number in other.orders)
        orders = tuple(other.orders[number] for number in known)
        return Lane(self.subject, self.title, other, chefs, orders)

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


def hands_height(pitch: float) -> float:
    """Of the lane of all hands, above lanes ``pitch`` high (logical px)."""
    return max(pitch, min(HANDS_H, HANDS_SHARE * pitch))


def lanes(view: KitchenView, attention: str, most: int = MOST) -> list[Lane]:
    """The lanes, of which there is room for so many, beside that of all hands.

    Many chefs who stay: a lane for each, for each has a dish. Else one for all hands together, and
    one for each of the orders to be seen.
    """
    if attention == "stay" and len(view.chefs) > 1:
        return [
            Lane(Chef(chef.number), f"Chef {chef.number}", view, (chef,))
            for chef in view.chefs[:most]
        ]
    hands = _hands(view)
    shown = visible(view, most)
    rest = tuple(order for order in view.open_orders.values() if order not in shown)
    if rest:
        rest = (shown.pop(), *rest)
    found = [Lane(OrderedDish(order.number), order.title, view, (), (order,)) for order in shown]
    more = [Lane(Thing("more"), f"{len(rest)} more", view, (), rest)] if rest else []
    return [*hands, *found, *more]


def coming(view: KitchenView, later: KitchenView, most: int) -> list[Lane]:
    """Those of the next orders, at most so many, that are known later and not here: lanes stay as
    high as they are, and where they are, while time is moved."""
    numbers = [number for number in later.orders if number not in view.orders]
    return [
        Lane(OrderedDish(number), later.orders[number].title, later, (), (later.orders[number],))
        for number in numbers[: max(0, most)]
    ]


def _hands(view: KitchenView) -> list[Lane]:
    """The lane of the only chef, or that of all chefs; none before the kitchen opens."""
    if len(view.chefs) > 1:
        title = fmt.count(len(view.chefs), "chef")
        return [Lane(Thing("hands"), title, view, tuple(view.chefs))]
    return [Lane(Chef(chef.number), "Chef", view, (chef,)) for chef in view.chefs]


def visible(view: KitchenView, most: int = MOST) -> list[OrderView]:
    """At most so many orders: the open ones, oldest first, then those that ended last."""
    chosen = list(view.open_orders.values())[:most]
    if len(chosen) < most and len(view.orders) > len(chosen):
        for order in reversed(view.orders.values()):
            if len(chosen) == most:
                break
            if order.number not in view.open_orders:
                chosen.append(order)
    return sorted(chosen, key=lambda order: order.number)
