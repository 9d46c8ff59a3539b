"""A tick or a cross: right or wrong, never by colour alone."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw.cache import kept
from kitchen.game.draw.palette import Colour

Stroke = tuple[tuple[float, float], ...]
TICK: tuple[Stroke, ...] = (((0.10, 0.55), (0.40, 0.84), (0.92, 0.18)),)
CROSS: tuple[Stroke, ...] = (((0.15, 0.15), (0.85, 0.85)), ((0.85, 0.15), (0.15, 0.85)))
THICK = 0.17  # of its side


@kept
def right_mark(side: int, right: bool, tone: Colour) -> pygame.Surface:
    """``side`` in device px."""

    def draw(large: pygame.Surface, scale: int) -> None:
        width = large.get_width()
        thick = max(2, round(width * THICK))
        for stroke in TICK if right else CROSS:
            ends = [(x * width, y * width) for x, y in stroke]
            pygame.draw.lines(large, tone, False, ends, thick)
            for end in ends:
                pygame.draw.circle(large, tone, end, thick / 2)

    return paint.smooth((side, side), tone, draw)
