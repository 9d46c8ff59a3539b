"""The flag on the player's own kitchen in the switch, and its light: a raised hand on amber."""

from __future__ import annotations

import math

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.moment import Moment

WORD = "yours"
HEIGHT, SIZE, PAD, HAND, GAP = 15.0, 12.0, 6.0, 12.0, 3.0  # logical px
RIGHT, TOP = 4.0, -8.0  # of the flag, from the pill's upper right corner
HALO, BREATH = 2.5, 1.0  # logical px around the pill; times a second


class YoursFlag:
    """Draws them around the pill of the kitchen."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._made: Lru[pygame.Surface] = Lru(4)

    def draw_light(self, surface: pygame.Surface, moment: Moment, pill: Box) -> None:
        """Behind the pill's label; it breathes, and with less motion it stays."""
        x, y, w, h = pill
        breath = 0.0 if moment.calm else math.sin(math.tau * BREATH * moment.wall)
        halo = HALO + 0.8 * breath
        area = self._kit.stage.rect(x - halo, y - halo, w + 2 * halo, h + 2 * halo)
        line = self._kit.stage.line(2.5)
        surface.blit(paint.pill(area.size, None, p.AMBER, line), area)

    def draw(self, surface: pygame.Surface, pill: Box, calls: bool) -> None:
        x, y, w, _ = pill
        flag = self._made.get(calls, lambda: self._make(calls))
        self._kit.put(surface, flag, x + w - RIGHT, y + TOP, "topright")

    def _make(self, calls: bool) -> pygame.Surface:
        kit, stage = self._kit, self._kit.stage
        pieces = [kit.type.ui(WORD, SIZE, p.INK, "bold")]
        if calls:
            pieces.insert(0, kit.art.get("hand", height=HAND))
        width = sum(piece.get_width() for piece in pieces) + stage.px(2 * PAD)
        width += stage.px(GAP) * (len(pieces) - 1)
        colour = p.AMBER if calls else p.CREAM
        size = (width, stage.px(HEIGHT))
        flag = paint.clear(size, colour)
        flag.blit(paint.box(size, stage.px(4), colour, p.INK, stage.line(1.5)), (0, 0))
        left = stage.px(PAD)
        for piece in pieces:
            ink = piece.get_bounding_rect()  # nothing of the word is above its small letters
            flag.blit(piece, (left, (size[1] - ink.h) // 2 - ink.y))
            left += piece.get_width() + stage.px(GAP)
        return flag
