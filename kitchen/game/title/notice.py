"""The notice: something that the player should be told, until it is dismissed."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint, palette
from kitchen.game.draw.kit import Kit
from kitchen.game.title.layout import NOTICE

SIZE, LEADING, LINES = 14.0, 18.0, 5
INSET, ICON, BUTTON = 14.0, 26.0, 42.0  # logical px
PAPER_EDGE = (0xE0, 0xC4, 0x92)


class Notice(Control):
    """A press anywhere on it dismisses it."""

    radius = 10.0

    def __init__(self, kit: Kit, text: str, dismiss: Callable[[], object]) -> None:
        x, y, w, _ = NOTICE
        room = w - 3 * INSET - ICON - BUTTON
        self._lines = kit.lines(text, SIZE, room, "semibold", LINES)
        high = max(ICON, len(self._lines) * LEADING) + 2 * INSET - 6
        super().__init__(kit, (x, y, w, high))
        self._dismiss = dismiss

    def press(self) -> None:
        self._dismiss()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        x, y, w, h = self.box
        kit, stage, sunk = self.kit, self.kit.stage, self.sunk(touch)
        area, blur = stage.rect(x, y + sunk, w, h), stage.px(8)
        radius = stage.px(self.radius)
        shade = paint.shadow(area.size, radius, blur, 0.5)
        canvas.blit(shade, (area.x - 2 * blur, area.y - 2 * blur + stage.px(3)))
        face = paint.box(area.size, radius, palette.PAPER, PAPER_EDGE, stage.line(2))
        canvas.blit(face, area)
        middle = y + sunk + h / 2
        kit.put(canvas, kit.art.get("warn", ICON), x + INSET + ICON / 2, middle, "center")
        top = middle - len(self._lines) * LEADING / 2
        for index, line in enumerate(self._lines):
            words = kit.type.ui(line, SIZE, palette.INK)
            kit.put(canvas, words, x + 2 * INSET + ICON - 2, top + (index + 0.5) * LEADING)
        ok = stage.rect(x + w - BUTTON - INSET + 4, middle - 14, BUTTON, 28)
        lit = palette.mix(palette.ACTION, (255, 255, 255), 0.12 if touch.hovered else 0.0)
        canvas.blit(paint.box(ok.size, stage.px(8), lit, None, 1, palette.ACTION_D), ok)
        word = kit.type.display("OK", 16, (255, 255, 255))
        canvas.blit(word, word.get_rect(center=ok.center))
