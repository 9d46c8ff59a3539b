"""Who runs: which chef the loop panel shows, and at which line of which recipe."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.draw import palette as p
from kitchen.game.service.loop.codebox import Cursor
from kitchen.game.signs.moment import Moment
from kitchen.sim.view.chefview import ChefView
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView, PartView


@dataclass(frozen=True, slots=True)
class Running:
    """A chef at work on a dish, or blocked at its pot."""

    order: OrderView
    part: PartView
    cursor: Cursor
    left: float | None
    """Seconds until the step ends or the timer rings; None: nobody can say."""
    blocked: bool


def busy(view: KitchenView, state: str) -> list[ChefView]:
    """The chefs in this state, lowest number first."""
    return [chef for chef in view.chefs if chef.state == state and chef.order in view.orders]


def choose(view: KitchenView, last: int | None) -> ChefView | None:
    """Whom to show: still the same chef while these hands work, else who began last.

    With nobody's hands on anything, the blocked chef whose timer rings first.
    """
    working = busy(view, "hands")
    if working:
        same = next((chef for chef in working if chef.number == last), None)
        return same or max(working, key=lambda chef: (chef.since, -chef.number))
    return min(busy(view, "staring"), key=lambda chef: _ring(view, chef), default=None)


def let_go(moment: Moment) -> Running | None:
    """The dish that the note beside the source is about, at the line where it waits: shown while
    nobody runs."""
    if moment.note is None:
        return None
    for order in moment.view.open_orders.values():
        for part in order.live_parts:
            timer = part.timer
            if order.dish == moment.note.dish and timer is not None and part.state == "waiting":
                share = 1.0 - timer.fraction_left(moment.now)
                cursor = Cursor(timer.line, share, p.STEAM, "let go", timer.what)
                return Running(order, part, cursor, timer.left(moment.now), blocked=False)
    return None


def running(view: KitchenView, chef: ChefView, now: float) -> Running | None:
    """What this chef does at ``now``."""
    order = view.orders.get(chef.order) if chef.order is not None else None
    part = order.parts.get(chef.part) if order is not None else None
    if order is None or part is None:
        return None
    if chef.state == "hands":
        return _at_work(chef, order, part, now)
    return _staring(chef, order, part, now)


def _at_work(chef: ChefView, order: OrderView, part: PartView, now: float) -> Running:
    whole = max(1e-9, chef.until - chef.since)
    share = (now - chef.since) / whole
    cursor = Cursor(part.line, share, p.MINT, "hands on", chef.what, "hand")
    return Running(order, part, cursor, max(0.0, chef.until - now), blocked=False)


def _staring(chef: ChefView, order: OrderView, part: PartView, now: float) -> Running:
    timer = part.timer
    share = 1.0 - timer.fraction_left(now) if timer is not None else 0.0
    line = timer.line if timer is not None else part.line
    cursor = Cursor(line, share, p.SLATE, "blocked", chef.what, "dots")
    left = timer.left(now) if timer is not None else None
    return Running(order, part, cursor, left, blocked=True)


def _ring(view: KitchenView, chef: ChefView) -> tuple[float, int]:
    part = view.orders[chef.order].parts.get(chef.part) if chef.order is not None else None
    timer = part.timer if part is not None else None
    return (timer.until if timer is not None else float("inf")), chef.number
