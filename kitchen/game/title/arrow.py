"""The arrow at a page's outer edge: it turns the page."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit

HEIGHT = 30.0  # logical px of the sign
NUDGE = 1.5  # outwards under the pointer


class Arrow(Control):
    """``way`` -1: back, at the left; 1: on, at the right."""

    radius = 9.0

    def __init__(self, kit: Kit, box: Box, way: int, turn: Callable[[int], object]) -> None:
        super().__init__(kit, box)
        self.way = way
        self._turn = turn

    def press(self) -> None:
        self._turn(self.way)

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        x, y, w, h = self.box
        stage = self.kit.stage
        area = stage.rect(x + 1, y, w - 2, h)
        strong = touch.hovered or touch.focused
        ground = palette.with_alpha(palette.PAPER_D, 1.0 if strong else 0.75)
        line = stage.line(1.2)
        edge = (0xC9, 0xAF, 0x86)
        canvas.blit(paint.box(area.size, stage.px(8), ground, edge, line), area)
        sign = self.kit.art.get("turn", height=HEIGHT, flip=self.way < 0)
        out = NUDGE * self.way if strong else 0.0
        self.kit.put(canvas, sign, x + w / 2 + out, y + h / 2 + self.sunk(touch), "center")
