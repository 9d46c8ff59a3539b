"""The contest: what the bosses ask, and on the page beside them the ten orders of each, as long as
they take."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.proportions import draw_pips, pips, planned
from kitchen.game.title.layout import BOSS, CARDS_Y, PAGE_X
from kitchen.game.title.spread import Offer

ABOUT = (
    "In one of them, leaving the pot is worth nine more chefs; in the other it is worth nothing. "
    "Which is which? Bet before the doors open."
)
WIDE, SIZE, LEADING = 332.0, 15.0, 20.0
PANELS: tuple[Box, Box] = (
    (PAGE_X[0], CARDS_Y, WIDE, 260.0), (PAGE_X[0], CARDS_Y + 274.0, WIDE, 260.0),
)  # fmt: skip
HEAD, FIRST, PITCH, HIGH, INSET = 24.0, 54.0, 20.5, 12.0, 16.0


def draw_contest(kit: Kit, surface: pygame.Surface, offers: Sequence[Offer]) -> None:
    """What is asked, and the dishes as long as they take, one line each."""
    room = (PAGE_X[1], CARDS_Y + BOSS[1] + 13, WIDE, 4 * LEADING)
    kit.paragraph(surface, ABOUT, SIZE, palette.INK, room, LEADING, "medium")
    for offer, box in zip(offers, PANELS, strict=True):
        _panel(kit, surface, offer, box)


def _panel(kit: Kit, surface: pygame.Surface, offer: Offer, box: Box) -> None:
    x, y, w, _ = box
    stage = kit.stage
    area = stage.rect(*box)
    face = paint.box(
        area.size, stage.px(12), palette.WHITE, palette.PAPER_EDGE, stage.line(1.4), palette.PAPER
    )
    surface.blit(face, area)
    count = len(offer.shift.orders)
    title, size = kit.type.told_at((18, 17, 16), (offer.title,), w * 0.5, "display")
    kit.put(surface, kit.type.display(title, size, palette.INK), x + INSET, y + HEAD)
    words, small = kit.type.told_at((14, 13, 12), (f"{count} orders",), w * 0.4)
    tint = palette.PAPER_MUTED
    kit.put(surface, kit.type.ui(words, small, tint), x + w - INSET, y + HEAD, "midright")
    plan = offer.steps()
    row, fills = pips(plan, w - 2 * INSET), planned(plan)
    for line in range(count):
        draw_pips(surface, kit, row, fills, x + INSET, y + FIRST + line * PITCH, HIGH)
