"""A version of the player's program in its list: its number, a star for each goal that it reached,
and its figures. A press brings it back into the file."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.format import clock
from kitchen.game.draw.kit import Kit
from kitchen.keep.drafts import Version

ROW = 25.0
STARS_X = 0.17
COLUMNS = (("time", 0.50), ("hands", 0.75), ("lines", 0.97))
"""What a row tells, and at which share of its width that ends."""


class VersionRow(Control):
    """``here``: it is what is in the file."""

    radius = 7.0

    def __init__(
        self, kit: Kit, box: Box, version: Version, here: bool, act: Callable[[], object]
    ) -> None:
        says = "This is in your file" if here else "Press to have this version in your file again"
        super().__init__(kit, box, says)
        self.version, self.here, self._act = version, here, act

    def press(self) -> None:
        if not self.here:
            self._act()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        x, y, w, h = self.box
        kit, stage, middle = self.kit, self.kit.stage, y + h / 2
        area = stage.rect(x, y + 1, w, h - 2)
        if self.here or touch.hovered or touch.focused:
            fill = p.PLUM_HI if self.here else p.mix(p.PLUM, p.PLUM_HI, 0.6)
            edge = p.SAFFRON if self.here else p.MAUVE
            canvas.blit(paint.box(area.size, stage.px(7), fill, edge, stage.line(1)), area)
        number = kit.type.code(str(self.version.number), 13, p.CREAM, "semibold")
        kit.put(canvas, number, x + w * 0.13, middle, "midright")
        figures = self.version.figures
        if figures is None:
            kit.put(canvas, kit.type.ui("not run", 13, p.LILAC, "medium"), x + w * STARS_X, middle)
            return
        for index, reached in enumerate((figures.works, figures.par)):
            star = kit.art.get("star" if reached else "star_empty", height=13.0)
            kit.put(canvas, star, x + w * STARS_X + 8 + index * 15, middle, "center")
        tone = p.CREAM if figures.works else p.LILAC
        texts = (clock(figures.makespan), clock(figures.hands), str(figures.lines))
        for text, (_, end) in zip(texts, COLUMNS, strict=True):
            kit.put(canvas, kit.type.code(text, 13, tone), x + w * end, middle, "midright")


def draw_heads(kit: Kit, canvas: pygame.Surface, box: Box) -> None:
    """The names of the columns, in a row of that box."""
    x, y, w, h = box
    for name, end in COLUMNS:
        words = kit.type.ui(name, 12, p.LILAC, "medium")
        kit.put(canvas, words, x + w * end, y + h / 2, "midright")
