"""The head of a run: what came of it in a sentence, its clock, and the button that stops it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.draw import format as fmt
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.codeprose import fitting_prose
from kitchen.lessons.judging.judge import Verdict

HEAD = 42.0
BUTTON_W, CLOCK_W = 46.0, 190.0
SIZES = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0)


class RunHead:
    """Draws in the upper ``HEAD`` px of ``box``. ``end`` is when the run ends; None: there is
    none."""

    def __init__(
        self, kit: Kit, box: Box, title: str, end: float | None, toggle: Callable[[], object]
    ) -> None:
        self._kit, self._box, self._title, self._end = kit, box, title, end
        self._grain = fmt.grain_of(end) if end is not None else 1.0
        x, y, w, _ = box
        button = (x + w - BUTTON_W - 10.0, y + 6.0, BUTTON_W, 30.0)
        self.button = Button(kit, button, "", toggle, icon="pause", icon_size=13.0)

    def bake(self, ground: pygame.Surface, verdict: Verdict | None) -> None:
        """What stands still."""
        kit, (x, y, w, _) = self._kit, self._box
        if verdict is None or not verdict.says:
            words = kit.type.display(self._title, 17, p.CREAM)
            kit.put(ground, words, x + 18.0, y + HEAD / 2 - 1.0)
            return
        good = verdict.works and verdict.par
        sign = kit.art.get("check" if good else "warn", height=20.0)
        kit.put(ground, sign, x + 24.0, y + HEAD / 2, "center")
        room = w - CLOCK_W - BUTTON_W - 42.0
        prose = fitting_prose(kit, verdict.says, SIZES, room, HEAD, "semibold")
        tone = p.CREAM if good else p.SAFFRON
        prose.draw(ground, x + 42.0, y + (HEAD - prose.height) / 2 - 1.0, tone, p.CODE_NAME)

    def draw(self, canvas: pygame.Surface, now: float, still: bool, known: bool = True) -> None:
        """``known``: one may say when it ends."""
        self.button.icon = "play" if still else "pause"
        kit, (x, y, w, _) = self._kit, self._box
        middle, right = y + HEAD / 2 - 1.0, x + w - BUTTON_W - 24.0
        left = right
        if self._end is not None and known:
            end = kit.type.ui(f"of {fmt.clock(self._end, self._grain)}", 14, p.LILAC)
            left = right - end.get_width() / kit.stage.k
            kit.put(canvas, end, left, middle + 1.0)
        time = kit.type.code(fmt.clock(now, self._grain), 18, p.WHITE, "semibold")
        area = kit.put(canvas, time, left - 8.0, middle, "midright")
        at = area.left / kit.stage.k - 15.0
        kit.put(canvas, kit.art.get("clock", height=20.0), at, middle, "center")
