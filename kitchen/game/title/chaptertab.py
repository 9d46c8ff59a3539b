"""The tab of a spread, at the head of the book: a press opens the book there."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.title.layout import PAGES

HIDDEN = 8.0  # of it behind the book, in logical px
RAISED = 3.0  # how much higher the one is whose spread is open
WOOD: tuple[Colour, Colour] = ((0xD9, 0xC2, 0x97), (0xB9, 0x9C, 0x6C))
PAPER: tuple[Colour, Colour] = ((0xFF, 0xFB, 0xF1), (0xFF, 0xF3, 0xDF))
LETTERS: Colour = (0x5E, 0x46, 0x33)
SIZE, SIGN = 17.0, 17.0


class ChapterTab(Control):
    """``sign`` is a numeral, or the name of a drawing; ``here``: its spread is open."""

    radius = 8.0

    def __init__(
        self, kit: Kit, box: Box, sign: str, title: str, here: bool, act: Callable[[], object]
    ) -> None:
        super().__init__(kit, box, title)
        self.sign, self.here, self._act = sign, here, act

    def press(self) -> None:
        self._act()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        x, y, w, _ = self.box
        stage = self.kit.stage
        up = RAISED if self.here or touch.hovered or touch.focused else 0.0
        top, low = PAPER if self.here else WOOD
        if touch.hovered and not self.here:
            top = palette.mix(top, palette.WHITE, 0.35)
        foot = PAGES[1] if self.here else PAGES[1] - HIDDEN
        area = stage.rect(x, y + RAISED - up, w, foot - y - RAISED + up)
        radius, line = stage.px(self.radius), stage.line(1.4)
        face = paint.box(area.size, radius, top, palette.INK, line, low, corners="top")
        canvas.blit(face, area)
        if self.here:  # the page goes on into it
            foot_area = pygame.Rect(
                area.x + line, area.bottom - line - 1, area.w - 2 * line, line + 2
            )
            canvas.fill(low, foot_area)
        self._sign(canvas, x + w / 2, y + RAISED - up + (12.0 if self.here else 9.5))

    def _sign(self, canvas: pygame.Surface, x: float, y: float) -> None:
        kit = self.kit
        if kit.art.has(self.sign):
            kit.put(canvas, kit.art.get(self.sign, height=SIGN), x, y, "center")
            return
        colour = palette.ACTION_D if self.here else LETTERS
        size = kit.type.fitted(self.sign, SIZE, self.box[2] - 8, "display")
        kit.put(canvas, kit.type.display(self.sign, size, colour), x, y, "center")
