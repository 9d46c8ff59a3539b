"""Which part of a dish a cell shows, and its state in one word."""

from __future__ import annotations

from kitchen.game.signs.states import State, part_state
from kitchen.sim.view.orderview import OrderView, PartView


def focus(order: OrderView) -> PartView | None:
    """The leading part, with two exceptions.

    In the *stay* modes a part may hold up its hand while its own chef is blocked by another part:
    nobody else will come, so the blocked chef is the news. And of parts that all wait for each
    other, the one that waits for a station is the reason.
    """
    leading = order.leading
    if leading is not None and leading.state == "waiting" and leading.timer is None:
        return next((part for part in order.live_parts if part.wants is not None), leading)
    if leading is None or leading.state != "ready" or order.burning is not None:
        return leading
    stared_at = [part for part in order.live_parts if part.state == "staring"]
    return stared_at[0] if stared_at else leading


def state_of(order: OrderView) -> State:
    """How a dish looks in its cell."""
    if order.cleared:
        return "done"
    part = focus(order)
    return part_state(part) if part is not None else "blocked"
