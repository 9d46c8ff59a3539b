"""A key field: what stands for an intent, and waits for another key when it is pressed."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Touch
from kitchen.game.controls.row import Row
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.input.bindings import shown

CHIP_H = 22.0  # logical px


class KeyField(Row):
    """``names`` are shown as chips; ``asked`` is called when the player wants another."""

    def __init__(
        self, kit: Kit, box: Box, label: str, names: tuple[str, ...], asked: Callable[[], object],
        short: str = "",
    ) -> None:  # fmt: skip
        super().__init__(kit, box, label, 0.6, short=short)
        self.names = names
        self.waiting = False
        self._asked = asked

    def press(self) -> None:
        self._asked()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        super().draw(canvas, touch)
        x, _, w, _ = self.field
        if self.waiting:
            self._chip(canvas, x + w, "press one", palette.SAFFRON)
            return
        right = x + w
        labels = dict.fromkeys(shown(name) for name in self.names or ("none",))
        for index, label in enumerate(labels):
            width = self.kit.type.width(label, 13) + 16
            if right - width < x and index:
                break  # the first one shows in any case
            self._chip(canvas, right, label, palette.PAPER_D)
            right -= width + 4

    def _chip(
        self, canvas: pygame.Surface, right: float, words: str, ground: palette.Colour
    ) -> None:
        stage, kit = self.kit.stage, self.kit
        words, size = kit.type.told((words,), 13, self.field[2] - 16, least=0.7)
        width = kit.type.width(words, size) + 16
        area = stage.rect(right - width, self.middle - CHIP_H / 2, width, CHIP_H)
        edge = palette.mix(ground, palette.INK, 0.35)
        canvas.blit(paint.box(area.size, stage.px(6), ground, edge, stage.line(1)), area)
        text = kit.type.ui(words, size, palette.INK)
        kit.put(canvas, text, right - width / 2, self.middle, "center")
