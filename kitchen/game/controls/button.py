"""Buttons: a face on a lip, with words and perhaps a picture and a second line."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour

LIP = 3.0  # logical px below the face


class Button(Control):
    """``main``: the one button of an area that stands out. ``icon`` is a drawing of `Art`."""

    def __init__(
        self,
        kit: Kit,
        box: Box,
        words: str,
        act: Callable[[], object],
        *,
        main: bool = False,
        icon: str = "",
        icon_size: float = 28.0,
        sub: str = "",
        size: float = 18.0,
        hint: str = "",
    ) -> None:
        super().__init__(kit, box, hint)
        self.words = words
        self.sub = sub
        self.act = act
        self.main = main
        self.icon = icon
        self._icon_size = icon_size
        self._size = size

    def press(self) -> None:
        self.act()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        x, y, w, h = self.box
        stage, grow, sunk = self.kit.stage, self.swell(touch), self.sunk(touch)
        top, bottom, edge, lip = self._colours(touch)
        radius = stage.px(self.radius)
        below = stage.rect(x, y + LIP, w, h - LIP)
        canvas.blit(paint.box(below.size, radius, lip), below)
        face = stage.rect(x - grow, y - grow + sunk, w + 2 * grow, h - LIP + 2 * grow)
        canvas.blit(paint.box(face.size, radius, top, edge, stage.line(1), bottom), face)
        self._inside(canvas, y + sunk + (h - LIP) / 2)

    def _colours(self, touch: Touch) -> tuple[Colour, Colour, Colour, Colour]:
        theme = self.kit.theme
        top, bottom, edge, lip = theme.top, theme.bottom, theme.edge, theme.lip
        if self.main:
            top, bottom = palette.ACTION, palette.ACTION_D
            edge, lip = (
                palette.mix(top, palette.WHITE, 0.25),
                palette.mix(bottom, palette.NIGHT, 0.6),
            )
        if not self.enabled:
            return bottom, bottom, edge, bottom
        if touch.hovered:
            top = palette.mix(top, palette.WHITE if self.main else palette.SAFFRON, 0.10)
        return top, bottom, edge, lip

    def _inside(self, canvas: pygame.Surface, middle: float) -> None:
        """Picture and words; in the middle if there is neither a picture nor a second line."""
        x, _, w, _ = self.box
        kit, theme = self.kit, self.kit.theme
        colour = palette.WHITE if self.main else theme.text if self.enabled else theme.muted
        title = kit.type.display(*self._fitting(w), colour)
        if not self.icon and not self.sub:
            kit.put(canvas, title, x + w / 2, middle, "center")
            return
        if not self.words:
            picture = kit.art.get(self.icon, height=self._icon_size)
            kit.put(canvas, picture, x + w / 2, middle, "center")
            return
        left = x + 16
        if self.icon:
            picture = kit.art.get(self.icon, height=self._icon_size)
            kit.put(canvas, picture, left + self._icon_size / 2, middle, "center")
            left += self._icon_size + 12
        if not self.sub:
            kit.put(canvas, title, left, middle)
            return
        kit.put(canvas, title, left, middle - self._size * 0.5)
        second = palette.WHITE if self.main else theme.muted
        size = 15 if self.main else 13
        line = kit.type.elide(self.sub, size, x + w - 12 - left, weight="medium")
        kit.put(canvas, kit.type.ui(line, size, second, "medium"), left, middle + self._size * 0.62)

    def _fitting(self, width: float) -> tuple[str, float]:
        """The words, and their size."""
        room = width - 16 - (self._icon_size + 16 if self.icon else 0)
        return self.kit.type.told((self.words,), self._size, room, "display", "", least=0.85)
