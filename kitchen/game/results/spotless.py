"""Spotless: the page of what went wrong where nothing did, and what was best."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.tables import name_of
from kitchen.game.signs.vessels import icon
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

PICTURE, CHECK = 132.0, 44.0  # logical px
PANEL = (600.0, 300.0)
HEAD, SIZES = 28.0, (17.0, 16.0, 15.0, 14.0, 13.0)


def best(view: KitchenView) -> OrderView | None:
    """The plate that came out soonest for its guest's patience, by its tip; of equals the first."""
    served = [order for order in view.orders.values() if order.state == "served"]
    return max(served, key=lambda order: order.tip / max(1, order.price), default=None)


def praise(order: OrderView) -> str:
    """``1:00 from the order to the plate, and a tip of $1.08``."""
    took = fmt.taken((order.ended or order.placed) - order.placed)
    tip = f", and a tip of {fmt.money(order.tip)}" if order.tip else ""
    return f"{took} from the order to the plate{tip}"


def draw_spotless(canvas: pygame.Surface, kit: Kit, view: KitchenView, box: Box) -> None:
    """The best plate, in the middle of a box (logical px)."""
    order = best(view)
    if order is None:
        return
    x, y, w, h = box
    middle, top, (wide, high) = x + w / 2, y + (h - PANEL[1]) / 2, PANEL
    area = kit.stage.rect(middle - wide / 2, top, wide, high)
    line = kit.stage.line(2.5)
    face = paint.box(area.size, kit.stage.px(16.0), p.WHITE, p.MINT_PAPER, line, p.PAPER)
    canvas.blit(face, area)
    head = kit.type.display("The best plate", HEAD, p.MINT_PAPER)
    kit.put(canvas, head, middle, top + 36.0, "center")
    kit.put(canvas, kit.art.get(icon(order.dish), PICTURE, PICTURE), middle, top + 128.0, "center")
    check = kit.art.get("check", height=CHECK)
    kit.put(canvas, check, middle + 0.46 * PICTURE, top + 176.0, "center")
    for words, down, colour in (
        (name_of(order), 222.0, p.INK), (praise(order), 256.0, p.PAPER_MUTED),
    ):  # fmt: skip
        size = kit.type.one_size(SIZES, [words], wide - 32.0)
        kit.put(canvas, kit.type.ui(words, size, colour), middle, top + down, "center")
