"""An order's one number: the table that it sits at, which is also its key; and how it is named."""

from __future__ import annotations

from kitchen.sim.policy import PLAYER, POLICIES
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

DOOR = "+"
"""In place of the number while a guest waits at the door."""


def figure(order: OrderView) -> str:
    """``7``; ``10`` is key 0."""
    return DOOR if order.table is None else str(order.table)


def name_of(order: OrderView) -> str:
    """``4 Soft eggs``; ``Soft eggs at the door``."""
    title = order.title.rstrip(".")
    return f"{title} at the door" if order.table is None else f"{order.table} {title}"


def named(view: KitchenView, number: int | None) -> str:
    """The same for an order by its serial number, which nobody but a log needs to know."""
    return name_of(view.orders[number]) if number in view.orders else "nothing"


def next_order(view: KitchenView) -> int | None:
    """Who gets the next free chef, if that is settled: by a pick, or by a policy that has a name.
    The player's, and users' own, decide when a chef is free."""
    first = next(iter(view.line), None)
    settled = view.policy in POLICIES and view.policy != PLAYER
    return first if settled or first in view.picks else None
