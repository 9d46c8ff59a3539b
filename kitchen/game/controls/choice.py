"""A choice: one of a few words, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from kitchen.game.controls.control import Touch
from kitchen.game.controls.row import Row
from kitchen.game.draw import paint
from kitchen.game.draw.box import Box, inside
from kitchen.game.draw.kit import Kit


class Choice(Row):
    """``options`` are values and the words for them; ``changed`` is told the new value."""

    def __init__(
        self,
        kit: Kit,
        box: Box,
        label: str,
        value: str,
        options: Sequence[tuple[str, str]],
        changed: Callable[[str], object],
        part: float = 0.38,
        hint: str = "",
    ) -> None:
        super().__init__(kit, box, label, part, hint)
        self.value = value
        self.options = list(options)
        self._changed = changed

    @property
    def index(self) -> int:
        return next((i for i, (v, _) in enumerate(self.options) if v == self.value), 0)

    def _place(self, index: int) -> Box:
        x, y, w, h = self.field
        each = w / len(self.options)
        return x + index * each, y + 4, each, h - 8

    def press(self) -> None:
        """A key goes round; a click has chosen already."""
        self._choose((self.index + 1) % len(self.options))

    def adjust(self, step: int) -> bool:
        self._choose(min(len(self.options) - 1, max(0, self.index + step)))
        return True

    def click(self, pos: tuple[float, float]) -> None:
        for index in range(len(self.options)):
            if inside(self._place(index), pos):
                self._choose(index)

    def _choose(self, index: int) -> None:
        value = self.options[index][0]
        if value != self.value:
            self.value = value
            self._changed(value)

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        super().draw(canvas, touch)
        stage, theme = self.kit.stage, self.kit.theme
        x, y, w, h = self.field
        bed = stage.rect(x, y + 4, w, h - 8)
        canvas.blit(paint.box(bed.size, stage.px(9), theme.track), bed)
        for index, (value, words) in enumerate(self.options):
            left, top, width, height = self._place(index)
            chosen = value == self.value
            if chosen:
                face = stage.rect(left + 2, top + 2, width - 4, height - 4)
                canvas.blit(paint.box(face.size, stage.px(8), theme.accent), face)
            colour = theme.on_accent if chosen else theme.text
            words, size = self.kit.type.told((words,), 14, width - 8, least=0.7)
            name = self.kit.type.ui(words, size, colour)
            self.kit.put(canvas, name, left + width / 2, top + height / 2, "center")
