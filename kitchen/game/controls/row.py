"""Rows: a name on the left, and on the right what it is set to."""

from __future__ import annotations

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit

LABEL_SIZE = 15.0


class Row(Control):
    """The part that all rows share: the name, and a tint while it is touched."""

    radius = 9.0

    def __init__(
        self, kit: Kit, box: Box, label: str, part: float = 0.45, hint: str = "", short: str = ""
    ) -> None:
        super().__init__(kit, box, hint)
        self.label = label
        self._ways = (label, short) if short else (label,)
        """The name in full, and what is told where that has no room."""
        self._part = part
        """Share of the width that the name has."""

    @property
    def field(self) -> Box:
        """Where the setting itself is drawn."""
        x, y, w, h = self.box
        return x + w * self._part, y, w * (1 - self._part) - 10, h

    @property
    def middle(self) -> float:
        return self.box[1] + self.box[3] / 2

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        stage, theme = self.kit.stage, self.kit.theme
        if touch.hovered or touch.focused:
            area = stage.rect(*self.box)
            tint = palette.with_alpha(theme.muted, 0.14)
            canvas.blit(paint.box(area.size, stage.px(self.radius), tint), area)
        if not self.label:
            return
        room = self.box[2] * self._part - 18
        words, size = self.kit.type.told(self._ways, LABEL_SIZE, room)
        colour = theme.text if self.enabled else theme.muted
        self.kit.put(canvas, self.kit.type.ui(words, size, colour), self.box[0] + 10, self.middle)
