"""A stepper: one value of many, with an arrow on either side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from kitchen.game.controls.control import Touch
from kitchen.game.controls.row import Row
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit

ARROW_W = 17.0  # logical px
LEFT_ARROW = ((0.75, 0.1), (0.75, 0.9), (0.15, 0.5))
RIGHT_ARROW = ((0.25, 0.1), (0.25, 0.9), (0.85, 0.5))


class Stepper(Row):
    """Goes round through ``options``; without any, up and down through the whole numbers from 0."""

    def __init__(
        self,
        kit: Kit,
        box: Box,
        label: str,
        value: str | int,
        changed: Callable[[str | int], object],
        options: Sequence[str] = (),
        part: float = 0.33,
        hint: str = "",
    ) -> None:
        super().__init__(kit, box, label, part, hint)
        self.value = value
        self._options = list(options)
        self._changed = changed

    def press(self) -> None:
        self._step(1)

    def adjust(self, step: int) -> bool:
        self._step(step)
        return True

    def click(self, pos: tuple[float, float]) -> None:
        x, _, w, _ = self.field
        self._step(-1 if pos[0] < x + w / 2 else 1)

    def _step(self, by: int) -> None:
        old, value = self.value, self.value
        if isinstance(value, int):
            self.value = max(0, value + by)
        else:
            place = self._options.index(value) if value in self._options else 0
            self.value = self._options[(place + by) % len(self._options)]
        if self.value != old:
            self._changed(self.value)

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        super().draw(canvas, touch)
        stage, theme = self.kit.stage, self.kit.theme
        x, y, w, h = self.field
        bed = stage.rect(x, y + 4, w, h - 8)
        canvas.blit(paint.box(bed.size, stage.px(9), theme.track), bed)
        words, fitted = self.kit.type.told((str(self.value),), 14, w - 2 * ARROW_W, least=0.8)
        text = self.kit.type.ui(words, fitted, theme.text)
        self.kit.put(canvas, text, x + w / 2, self.middle, "center")
        lit = palette.SAFFRON if touch.hovered or touch.focused else theme.muted
        size = (stage.px(9), stage.px(12))
        for points, middle in ((LEFT_ARROW, x + 12), (RIGHT_ARROW, x + w - 12)):
            arrow = paint.polygon(size, points, lit)
            self.kit.put(canvas, arrow, middle, self.middle, "center")
