"""What can be done with a sandbox as a whole: buttons below its rules, and a hint."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.controls.row import Row
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.sandbox.layout import PANEL

LEFT, WIDTH = PANEL[0] + 12.0, PANEL[2] - 24.0
UPPER, LOWER = (488.0, 34.0), (530.0, 40.0)  # y and height
WIDE = 158.0
HINT: Box = (LEFT, 582.0, WIDTH, 118.0)


COMPARE = ("Compare from here", "Compare here", "Compare")


class Actions:
    """Four buttons; two of them have no use while nothing is changed."""

    def __init__(
        self,
        kit: Kit,
        compare: Callable[[], object],
        undo: Callable[[], object],
        save: Callable[[], object],
        play: Callable[[], object],
    ) -> None:
        self._kit = kit
        narrow = LEFT + WIDE + 8, WIDTH - WIDE - 8
        (y, h), (y2, h2) = UPPER, LOWER
        self._compare = Button(
            kit, (LEFT, y, WIDE, h), _words(kit), compare, size=16,
            hint="What you have now becomes the unchanged kitchen.",
        )  # fmt: skip
        self._undo = Button(
            kit, (narrow[0], y, narrow[1], h), "Undo all", undo, size=16,
            hint="All rules as in the unchanged kitchen again.",
        )  # fmt: skip
        save_ = Button(
            kit, (LEFT, y2, WIDE, h2), "Save as a shift", save, size=17,
            hint="Write your rules to a shift file, for kitchen run and kitchen play.",
        )  # fmt: skip
        play_ = Button(
            kit, (narrow[0], y2, narrow[1], h2), "Play this", play, main=True, size=17,
            hint="Cook these orders yourself.",
        )  # fmt: skip
        self.controls: list[Control] = [self._compare, self._undo, save_, play_]

    def follow(self, changed: bool) -> None:
        self._compare.enabled = self._undo.enabled = changed

    def bake(self, canvas: pygame.Surface) -> None:
        stage = self._kit.stage
        area = stage.rect(*HINT)
        canvas.blit(paint.box(area.size, stage.px(9), palette.NIGHT), area)

    def draw_hint(self, canvas: pygame.Surface, control: Control | None) -> None:
        """About what has the focus, or is pointed at."""
        if control is None:
            return
        x, y, w, h = HINT
        kit = self._kit
        name = control.label if isinstance(control, Row) else getattr(control, "words", "")
        top = y + 8
        if name:
            kit.put(canvas, kit.type.ui(name, 14, palette.CREAM, "bold"), x + 12, top + 9)
            top += 20
        box = (x + 12, top, w - 24, y + h - 4 - top)
        kit.paragraph(canvas, control.hint, 13, palette.LILAC, box, 17.0, "medium")


def _words(kit: Kit) -> str:
    """The longest name for a comparison that has room on its button."""
    fit = (words for words in COMPARE if kit.type.width(words, 16, "display") <= WIDE - 16)
    return next(fit, COMPARE[-1])
