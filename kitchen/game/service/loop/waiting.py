"""Who waits, and for what: the tasks at an await, and the chefs who stare, as rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kitchen.game.signs.tables import figure
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView, PartView

PartKey = tuple[int, int]
"""(order, part)."""


@dataclass(frozen=True, slots=True)
class WaitRow:
    """One task that waits."""

    key: PartKey
    table: str
    dish: str
    what: str
    until: float | None
    """When its timer rings; None: it has none."""
    wants: str | None
    line: int | None
    """Place in the line for a station, from 1."""
    own: bool
    """There are parts of its own that it may wait for; else it waits for a lock, an event."""


def waiting(view: KitchenView) -> list[WaitRow]:
    """The tasks that nobody is with: soonest timer first, then those who wait for a station."""
    return _sorted(
        _row(view, order, part)
        for order in view.open_orders.values()
        for part in order.parts.values()
        if part.state == "waiting"
    )


def staring(view: KitchenView) -> list[WaitRow]:
    """One row for each chef who stares, in the same order."""
    found = []
    for chef in view.chefs:
        order = view.orders.get(chef.order) if chef.order is not None else None
        part = order.parts.get(chef.part) if order is not None else None
        if chef.state == "staring" and order is not None and part is not None:
            found.append(_row(view, order, part))
    return _sorted(found)


def _sorted(found: Iterable[WaitRow]) -> list[WaitRow]:
    return sorted(found, key=lambda row: (row.until is None, row.until or 0.0, row.line or 99))


def _row(view: KitchenView, order: OrderView, part: PartView) -> WaitRow:
    timer, line = part.timer, None
    if timer is None and part.wants is not None:
        line_up = view.wanting.get(part.wants, [])
        mine = (order.number, part.number)
        line = line_up.index(mine) + 1 if mine in line_up else None
    what = timer.what if timer is not None else part.what
    return WaitRow(
        (order.number, part.number),
        figure(order),
        order.dish,
        what,
        timer.until if timer is not None else None,
        part.wants if timer is None else None,
        line,
        not part.number and len(order.live_parts) > 1,
    )
