"""What is foreseen of a pick, in words: food that will burn, guests who will leave."""

from __future__ import annotations

from kitchen.english import SIDES, agreeing
from kitchen.game.draw import format as fmt
from kitchen.game.signs.tables import figure
from kitchen.game.signs.titles import short_title
from kitchen.lab.lookahead import Foresight, Loss
from kitchen.sim.view.kitchenview import KitchenView

TOLD = 3
"""So many losses at most are told one by one."""

NAME = 14
"""Letters of a dish's name at most."""


def condition(foresight: Foresight, view: KitchenView) -> str:
    """When that becomes true: ``if 4 is next``."""
    if not foresight.picked:
        return "as it goes on"
    order = view.orders[foresight.order]
    return f"if {order.title if order.table is None else order.table} is next"


def deed(loss: Loss, dish: str) -> str:
    """``Steak burns``, ``Soft eggs burn``; the badge beside it says whose guest leaves."""
    if loss.kind == "burns":
        return agreeing(dish, "burns")
    return "guest leaves" if loss.kind == "leaves" else "turned away"


def cost(foresight: Foresight, view: KitchenView, grain: float) -> str:
    """What it costs to pick that dish now, as a sentence or two."""
    first = "If picked now" if foresight.picked else "As it goes on"
    if not foresight.losses:
        until = fmt.clock(foresight.until, grain)
        return f"{first}: until {until} nothing burns and nobody leaves."
    told = [_sentence(loss, view, grain) for loss in foresight.losses[:TOLD]]
    more = len(foresight.losses) - len(told)
    return f"{first}: {'; '.join(told)}" + (f"; and {more} more." if more else ".")


def _sentence(loss: Loss, view: KitchenView, grain: float) -> str:
    order, at = view.orders[loss.order], fmt.clock(loss.at, grain)
    name = f"{figure(order)} {short_title(order.title, _short, view.menu)}"
    if loss.kind == "burns":
        return f"{agreeing(name, 'burns')} at {at}"
    how = "leaves" if loss.kind == "leaves" else "is turned away"
    return f"the guest of {name} {how} at {at}"


def _short(name: str) -> bool:
    return len(name) <= NAME and SIDES.search(name) is None
