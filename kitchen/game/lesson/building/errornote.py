"""An error, on the line where it is."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.shown.prints import in_shown_lines
from kitchen.lessons.judging.judge import Verdict

SIZE, HIGH, GAP, LEAST = 14.0, 26.0, 8.0, 120.0


@dataclass(frozen=True, slots=True)
class ErrorNote:
    """``row`` is that of the text that the player sees, from 0."""

    row: int
    words: str

    @classmethod
    def of(cls, verdict: Verdict | None, first: int, rows: int) -> ErrorNote | None:
        """Why a run ended badly, if a line of that text is to blame. ``first`` is the line of the
        program with which it begins, ``rows`` how many it has."""
        trouble = verdict.run.trouble if verdict is not None and verdict.run is not None else None
        if trouble is None or trouble.line < first or not rows:
            return None
        words = in_shown_lines(trouble.words, first)
        return cls(min(trouble.line - first, rows - 1), words)

    def draw(self, kit: Kit, canvas: pygame.Surface, line: Box, room: Box) -> None:
        """Behind the line whose box is given; below it, where there is no room."""
        left, y, h = line[0] + line[2] + GAP, line[1], line[3]
        end = room[0] + room[2] - GAP
        if kit.type.width(self.words, SIZE * 0.85) + 20.0 > end - left:
            left, y = max(room[0] + 60.0, min(line[0], end - 300.0)), y + h * 0.92
        words, size = kit.type.told((self.words,), SIZE, end - left - 20.0, least=0.75)
        width = kit.type.width(words, size) + 20.0
        area = kit.stage.rect(left, y + h / 2 - HIGH / 2, width, HIGH)
        canvas.blit(paint.box(area.size, kit.stage.px(7), p.RED, p.INK, kit.stage.line(1)), area)
        text = kit.type.ui(words, size, p.INK)
        canvas.blit(text, text.get_rect(center=area.center))
