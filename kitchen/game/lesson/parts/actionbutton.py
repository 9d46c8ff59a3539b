"""The button of a step's action: its sign and its words together in the middle."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit

GAP = 12.0


class ActionButton(Button):
    """The one thing to do in a step."""

    def __init__(self, kit: Kit, box: Box, words: str, act: Callable[[], object]) -> None:
        super().__init__(kit, box, words, act, main=True, icon="play", icon_size=17.0, size=23)

    def _inside(self, canvas: pygame.Surface, middle: float) -> None:
        kit, (x, _, w, _) = self.kit, self.box
        tone = p.WHITE if self.enabled else kit.theme.muted
        words = kit.type.display(*self._fitting(w), tone)
        sign = kit.art.get(self.icon, height=self._icon_size)
        wide = (sign.get_width() + words.get_width()) / kit.stage.k + GAP
        left = x + (w - wide) / 2
        area = kit.put(canvas, sign, left, middle)
        kit.put(canvas, words, left + area.width / kit.stage.k + GAP, middle)
