"""What the ready queue and the line of picks have in common: they are rows of chips."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit

HEIGHT, ROW_GAP = 34.0, 4.0  # logical px, of a chip and between two rows of them
FACE: p.Colour = (0x2A, 0x1D, 0x33)
EDGE: p.Colour = (0x46, 0x33, 0x4F)


def draw_empty(surface: pygame.Surface, kit: Kit, box: Box, words: str) -> None:
    """A row without a chip, and why."""
    _draw(surface, kit, box, EDGE, kit.type.ui(words, 13, p.LILAC, "medium"))


def draw_more(surface: pygame.Surface, kit: Kit, box: Box, more: int, tone: p.Colour) -> None:
    """Those that have no room: a paler chip that counts them."""
    count = kit.type.ui(f"+{more}", 15, tone, "bold")
    _draw(surface, kit, box, p.mix(FACE, tone, 0.5), count)


def _draw(
    surface: pygame.Surface, kit: Kit, box: Box, edge: p.Colour, words: pygame.Surface
) -> None:
    area = kit.stage.rect(*box)
    surface.blit(paint.box(area.size, kit.stage.px(9), FACE, edge, kit.stage.line(1)), area)
    surface.blit(words, words.get_rect(center=area.center))
