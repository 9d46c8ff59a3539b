"""A token of real source as a pill that is pressed to change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.parts.codeink import PAPER_INK, write_code
from kitchen.game.signs.kindsign import kind_sign
from kitchen.game.signs.sheet import COLOURS

SIGN, PAD = 21.0, 7.0
"""Logical px before the letters of a pill, with its sign, and behind them."""


class TokenPill(Control):
    """``parts`` are its pieces, one for each row that it stands on: where, and the letters. The
    first of them has the sign. ``on``: it is changed."""

    radius = 8.0

    def __init__(
        self, kit: Kit, parts: Sequence[tuple[Box, str]], size: float, on: bool,
        act: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__(kit, around([box for box, _ in parts]))
        self.on, self._parts, self._size, self._act = on, parts, size, act

    def press(self) -> None:
        self._act()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        stage, sunk = self.kit.stage, self.sunk(touch)
        fill, bottom, edge, tone = self._colours(touch)
        for index, ((x, y, w, h), text) in enumerate(self._parts):
            area = stage.rect(x, y + 2.0 + sunk, w, h - 4.0)
            shade = area.move(0, stage.px(2.0 - sunk))
            canvas.blit(paint.box(area.size, stage.px(self.radius), (*paint.SHADOW, 160)), shade)
            face = paint.box(area.size, stage.px(self.radius), fill, edge, stage.line(1.5), bottom)
            canvas.blit(face, area)
            left = x + PAD
            if index == 0:
                sign = kind_sign(self.kit, "change", 13.0, tone)
                self.kit.put(canvas, sign, x + 12.0, y + h / 2 + sunk, "center")
                left = x + SIGN
            ink = PAPER_INK if self.on else COLOURS
            write_code(self.kit, canvas, text, self._size, (left, y + h / 2 + sunk), ink)

    def _colours(self, touch: Touch) -> tuple[p.Colour, p.Colour, p.Colour, p.Colour]:
        if self.on:
            edge = p.SAFFRON if touch.hovered else p.MINT
            return p.PAPER, p.PAPER_EDGE, edge, p.MINT_PAPER
        edge = p.SAFFRON if touch.hovered else p.MAUVE
        return p.PLUM_HI, p.PLUM, edge, p.LILAC


def around(boxes: Sequence[Box]) -> Box:
    """The box around several."""
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right = max(box[0] + box[2] for box in boxes)
    return left, top, right - left, max(box[1] + box[3] for box in boxes) - top
