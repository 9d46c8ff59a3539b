"""The crown of who leads."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit

SHAPE = ((0.0, 0.22), (0.26, 0.55), (0.5, 0.05), (0.74, 0.55), (1.0, 0.22), (0.88, 0.95),
         (0.12, 0.95))  # fmt: skip
INSIDE = 0.12


def crown(kit: Kit, height: float) -> pygame.Surface:
    """``height`` logical px high."""
    size = kit.stage.rect(0, 0, height * 1.3, height).size
    picture = paint.polygon(size, SHAPE, p.INK).copy()
    inner = round(size[0] * (1 - 2 * INSIDE)), round(size[1] * (1 - 2 * INSIDE))
    gold = paint.polygon(inner, SHAPE, p.SAFFRON)
    picture.blit(gold, gold.get_rect(center=picture.get_rect().center))
    return picture
