"""A toggle: on or off, told by its place and by a word."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Touch
from kitchen.game.controls.row import Row
from kitchen.game.draw import paint
from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import Tween
from kitchen.game.draw.kit import Kit

TRACK = (44.0, 22.0)  # logical px
SLIDE_SECONDS = 0.14


class Toggle(Row):
    """``changed`` is told the new state."""

    def __init__(
        self, kit: Kit, box: Box, label: str, on: bool, changed: Callable[[bool], object],
        hint: str = "",
    ) -> None:  # fmt: skip
        super().__init__(kit, box, label, 0.7, hint)
        self.on = on
        self._changed = changed
        self._knob = Tween(float(on), float(on), 0.0)
        self._since = 0.0

    def press(self) -> None:
        self.on = not self.on
        self._changed(self.on)

    def adjust(self, step: int) -> bool:
        if self.on != (step > 0):
            self.press()
        return True

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        super().draw(canvas, touch)
        stage, theme = self.kit.stage, self.kit.theme
        if self._knob.end != float(self.on):
            start = self._knob.at(touch.wall - self._since)
            self._knob, self._since = Tween(start, float(self.on), SLIDE_SECONDS), touch.wall
        share = self._knob.at(touch.wall - self._since)
        x, _, w, _ = self.field
        left, top = x + w - TRACK[0], self.middle - TRACK[1] / 2
        track = stage.rect(left, top, *TRACK)
        fill = theme.accent if self.on else theme.track
        canvas.blit(paint.pill(track.size, fill, theme.edge, stage.line(1)), track)
        knob = paint.disc(stage.px(TRACK[1] - 6), theme.on_accent if self.on else theme.muted)
        travel = TRACK[0] - TRACK[1]
        self.kit.put(canvas, knob, left + TRACK[1] / 2 + travel * share, self.middle, "center")
        word = self.kit.type.ui("On" if self.on else "Off", 14, theme.text)
        self.kit.put(canvas, word, left - 10, self.middle, "midright")
