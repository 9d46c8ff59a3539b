"""A slider: a number between two ends."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Touch
from kitchen.game.controls.row import Row
from kitchen.game.draw import paint
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit

KNOB = 20.0  # logical px
READING = 62.0  # logical px for the number on the right


class Slider(Row):
    """From ``low`` to ``high`` in steps of ``step``; ``shown`` writes the number.

    ``changed`` is told every new value, also while it is being dragged.
    """

    def __init__(
        self,
        kit: Kit,
        box: Box,
        label: str,
        value: float,
        ends: tuple[float, float],
        step: float,
        changed: Callable[[float], object],
        shown: Callable[[float], str] = "{:g}".format,
        part: float = 0.45,
        hint: str = "",
    ) -> None:
        super().__init__(kit, box, label, part, hint)
        self.low, self.high = ends
        self.step = step
        self.value = value
        self._changed = changed
        self._shown = shown

    @property
    def _track(self) -> tuple[float, float]:
        """Where the knob's middle may be: left end and width."""
        x, _, w, _ = self.field
        return x + KNOB / 2, w - READING - KNOB

    def place_of(self, value: float) -> float:
        """Where the knob's middle is for that value: its x in logical px."""
        left, width = self._track
        return left + width * (value - self.low) / (self.high - self.low)

    def adjust(self, step: int) -> bool:
        self._set(self.value + step * self.step)
        return True

    def drag(self, pos: tuple[float, float]) -> None:
        left, width = self._track
        share = min(1.0, max(0.0, (pos[0] - left) / width))
        steps = round(share * (self.high - self.low) / self.step)
        self._set(self.low + steps * self.step)

    def _set(self, value: float) -> None:
        value = round(min(self.high, max(self.low, value)), 9)
        if value != self.value:
            self.value = value
            self._changed(value)

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        super().draw(canvas, touch)
        stage, theme = self.kit.stage, self.kit.theme
        left, width = self._track
        share = (self.value - self.low) / (self.high - self.low)
        bed = stage.rect(left - 4, self.middle - 4, width + 8, 8)
        paint.bar(canvas, bed, share, theme.accent, theme.track)
        edge, grow = theme.accent, 2 if touch.down or touch.hovered else 0
        knob = paint.disc(stage.px(KNOB + grow), theme.top, edge, stage.line(2))
        self.kit.put(canvas, knob, self.place_of(self.value), self.middle, "center")
        number = self.kit.type.ui(self._shown(self.value), 14, theme.text)
        x, _, w, _ = self.field
        self.kit.put(canvas, number, x + w, self.middle, "midright")
