"""The lanes of a chart: what each chef and each dish did, from the first order to the last."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kitchen.runs.result import Result
from kitchen.sim.facts import Fact, Opened
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView
from kitchen.sim.view.segment import Segment
from kitchen.sim.view.uppermost import Bar, uppermost

MOST_NAMED = 24
"""Orders up to which each has a lane of its own, with its name."""

MOST_DRAWN = 5_000
"""Orders of a kitchen that are drawn at most."""


@dataclass(frozen=True, slots=True)
class ChartLane:
    """One row: of a chef (``orders`` is empty), or of dishes that follow one another."""

    name: str
    bars: tuple[Bar, ...]
    """Oldest first. No two of them overlap."""
    orders: tuple[OrderView, ...] = ()

    def gone(self, end: float) -> list[tuple[OrderView, float]]:
        """Those that have ended, and when nothing of them was to be seen any more: whose guest has
        left may still have to be cleared away. ``end``: of the chart."""
        return [(order, last_seen(order, end)) for order in self.orders if order.ended is not None]


@dataclass(frozen=True, slots=True)
class Chart:
    """One kitchen that has closed, from 0 to ``end``, in seconds of kitchen time."""

    mode: str
    chefs: tuple[ChartLane, ...]
    dishes: tuple[ChartLane, ...]
    end: float
    makespan: float

    @property
    def named(self) -> bool:
        """Whether each order has a lane of its own."""
        return all(len(lane.orders) == 1 for lane in self.dishes)


class Charting:
    """Folds facts as they come, of one kitchen after the other: `Opened` begins the next.

    A kitchen of more than `MOST_DRAWN` orders has no chart; of its facts nothing is kept.
    """

    def __init__(self) -> None:
        self._views: list[KitchenView | None] = []

    def hear(self, facts: Iterable[Fact]) -> None:
        """These come next, in order of time."""
        for fact in facts:
            if isinstance(fact, Opened):
                self._views.append(KitchenView())
            view = self._views[-1]
            if view is not None:
                view.fold((fact,))
                if len(view.orders) > MOST_DRAWN:
                    self._views[-1] = None

    @property
    def charts(self) -> list[Chart | None]:
        """One for each kitchen so far; None: it had too many orders."""
        return [None if view is None else chart_of_view(view) for view in self._views]


def chart_of(result: Result) -> Chart | None:
    """The chart of a result that has its facts; None: too many orders. Raises `KitchenError` if the
    facts went as they came about."""
    charting = Charting()
    charting.hear(result.facts)
    return charting.charts[0]


def chart_of_view(view: KitchenView) -> Chart:
    """The chart of a kitchen as far as it has got."""
    assert view.opened is not None, "a kitchen that has opened"
    names = ["Chef"] if len(view.chefs) == 1 else [f"Chef {chef.number}" for chef in view.chefs]
    chefs = tuple(
        ChartLane(name, tuple(uppermost(chef.segments)))
        for name, chef in zip(names, view.chefs, strict=True)
    )
    makespan = view.time if view.makespan is None else view.makespan
    return Chart(view.opened.mode, chefs, tuple(_dishes(view)), view.time, makespan)


def _dishes(view: KitchenView) -> Iterator[ChartLane]:
    orders = list(view.orders.values())
    if len(orders) <= MOST_NAMED:
        for order in orders:
            yield ChartLane(
                f"{order.number} {order.title}", tuple(uppermost(order.segments)), (order,)
            )
        return
    for lane in _packed(orders, view.time):
        segments: list[Segment] = [segment for order in lane for segment in order.segments]
        yield ChartLane("", tuple(uppermost(segments)), tuple(lane))


def _packed(orders: Iterable[OrderView], end: float) -> list[list[OrderView]]:
    """As few rows as there are orders at the same time: each takes the row that is longest free."""
    lanes: list[list[OrderView]] = []
    free: list[tuple[float, int]] = []
    for order in orders:
        if free and free[0][0] <= order.placed:
            _, index = heapq.heappop(free)
            lanes[index].append(order)
        else:
            index = len(lanes)
            lanes.append([order])
        heapq.heappush(free, (last_seen(order, end), index))
    return lanes


def last_seen(order: OrderView, end: float) -> float:
    """When nothing of it is to be seen any more."""
    last = max((end if s.end is None else s.end for s in order.segments), default=order.placed)
    return max(last, end if order.ended is None else order.ended)
