"""The wooden tray in which cards lie that are not in their place yet."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit

TOP, BED, EDGE = (0xD9, 0xA5, 0x6B), (0xA8, 0x74, 0x46), (0x7A, 0x4E, 0x2C)


def draw_tray(kit: Kit, canvas: pygame.Surface, box: Box, title: str, head: float) -> Box:
    """Draw it in ``box``, its title in a head so high (logical px); returns its bed."""
    stage, (x, y, w, h) = kit.stage, box
    area = stage.rect(*box)
    canvas.blit(paint.box(area.size, stage.px(9), TOP, EDGE, stage.line(2), BED), area)
    bed = x + 6.0, y + head, w - 12.0, h - head - 6.0
    inner, ground = stage.rect(*bed), p.mix(BED, EDGE, 0.5)
    canvas.blit(paint.box(inner.size, stage.px(7), ground, EDGE, stage.line(1.5), BED), inner)
    words, size = kit.type.told((title,), 15, w - 28.0, "ui", "bold", 0.7)
    kit.put(canvas, kit.type.ui(words, size, p.INK, "bold"), x + 14.0, y + head / 2 + 0.5)
    return bed
