"""One of the three answers of a question: its number, its words, and how it turned out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.codeprose import CodeProse
from kitchen.game.signs.rightmark import right_mark

WhyState = Literal["open", "right", "wrong"]

DISC, TEXT_X, TEXT_END = 30.0, 54.0, 14.0
SIZES = (15.5, 14.5, 13.5, 12.5, 11.5, 10.5)


class WhyAnswer(Control):
    """``state`` is how it turned out: open, or right or wrong once it was given."""

    radius = 10.0

    def __init__(
        self, kit: Kit, box: Box, number: int, words: str, act: Callable[[], object]
    ) -> None:
        super().__init__(kit, box)
        self.number, self.words, self._act = number, words, act
        self.state: WhyState = "open"

    def press(self) -> None:
        self._act()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        stage, (x, y, w, h) = self.kit.stage, self.box
        grow, sunk = self.swell(touch) / 2, self.sunk(touch)
        area = stage.rect(x - grow, y - grow + sunk, w + 2 * grow, h + 2 * grow)
        ground, edge = self._colours(touch)
        thick = stage.line(1 if self.state == "open" else 2)
        canvas.blit(paint.box(area.size, stage.px(self.radius), ground, edge, thick), area)
        middle = y + h / 2 + sunk
        self._sign(canvas, x + 27.0, middle)
        self._words(canvas, middle)

    def _colours(self, touch: Touch) -> tuple[p.Colour, p.Colour]:
        if self.state == "right":
            return p.mix(p.PAPER, p.MINT, 0.30), p.MINT
        if self.state == "wrong":
            return p.mix(p.PAPER, p.RED, 0.26), p.RED
        return (p.mix(p.PAPER, p.SAFFRON, 0.2), p.SAFFRON) if touch.hovered else (
            p.PAPER, p.PAPER_EDGE)  # fmt: skip

    def _sign(self, canvas: pygame.Surface, x: float, y: float) -> None:
        """Its number, or a tick or a cross in its place."""
        kit, stage = self.kit, self.kit.stage
        tones = {"open": p.INK, "right": p.MINT_PAPER, "wrong": p.RED_PAPER}
        kit.put(canvas, paint.disc(stage.px(DISC), tones[self.state]), x, y, "center")
        if self.state == "open":
            number = kit.type.display(str(self.number), 18, p.CREAM)
            kit.put(canvas, number, x, y, "center")
        else:
            mark = right_mark(stage.px(15), self.state == "right", p.WHITE)
            kit.put(canvas, mark, x, y, "center")

    def _words(self, canvas: pygame.Surface, middle: float) -> None:
        x, _, w, h = self.box
        room = w - TEXT_X - TEXT_END
        for size in SIZES:
            prose = CodeProse(self.kit, self.words, (size,), room, weight="semibold")
            if prose.height <= h:
                break
        prose.draw(canvas, x + TEXT_X, middle - prose.height / 2, p.INK, p.STEAM_PAPER)
