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
from kitchen.game.signs.rightmark import right_mark

AnswerState = Literal["open", "right", "wrong"]

DISC, TEXT_X, TEXT_END = 30.0, 54.0, 14.0
LEADING = 1.28


class AnswerButton(Control):
    """``state`` is how it turned out: open, or right or wrong once it was given."""

    radius = 10.0

    def __init__(
        self, kit: Kit, box: Box, number: int, words: str, act: Callable[[], object]
    ) -> None:
        super().__init__(kit, box)
        self.number, self.words, self._act = number, words, act
        self.state: AnswerState = "open"

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
        kit, (x, _, w, h) = self.kit, self.box
        size, room = 15.5, w - TEXT_X - TEXT_END
        lines = kit.lines(self.words, size, room)
        while size > 11 and len(lines) * kit.type.grown(size) * LEADING > h - 8:
            size -= 0.5
            lines = kit.lines(self.words, size, room)
        pitch = kit.type.grown(size) * LEADING
        top = middle - pitch * (len(lines) - 1) / 2
        for index, line in enumerate(lines):
            kit.put(canvas, kit.type.ui(line, size, p.INK), x + TEXT_X, top + index * pitch)
