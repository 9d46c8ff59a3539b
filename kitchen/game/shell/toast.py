"""A toast: one line that comes at the upper edge, is read, and goes."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import Kit

SECONDS, COMES, GOES = 6.0, 0.28, 0.25
MIDDLE, Y, MOST, HIGH = 640.0, 22.0, 1000.0, 34.0  # logical px


class Toast:
    """Shows the last line said."""

    def __init__(self) -> None:
        self.line = ""
        self._since: float | None = None

    def say(self, line: str) -> None:
        self.line, self._since = line, None

    def showing(self, wall: float) -> bool:
        return bool(self.line) and (self._since is None or wall - self._since < SECONDS)

    def box(self, kit: Kit, wall: float, at: Pos = (MIDDLE, Y), room: float = MOST) -> Box | None:
        """Where it stands, in logical px; None: nothing is said."""
        if not self.showing(wall):
            return None
        wide = self._words(kit, room)[2]
        return at[0] - wide / 2, at[1] - HIGH / 2, wide, HIGH

    def _words(self, kit: Kit, room: float) -> tuple[str, float, float]:
        """What is said, its size, and how wide the toast is."""
        text, size = kit.type.told((self.line,), 15, room - 40.0, weight="bold")
        return text, size, kit.type.width(text, size, weight="bold") + 40.0

    def draw(
        self, canvas: pygame.Surface, kit: Kit, wall: float, at: Pos = (MIDDLE, Y),
        room: float = MOST,
    ) -> None:  # fmt: skip
        """Around that point, no wider than ``room`` logical px."""
        if not self.showing(wall):
            return
        if self._since is None:
            self._since = wall
        age = wall - self._since
        drop = -26.0 * (1.0 - Tween(0.0, 1.0, COMES, out_back).at(age))
        fade = min(1.0, age / COMES, (SECONDS - age) / GOES)
        if fade <= 0.0:
            return
        text, size, wide = self._words(kit, room)
        words = kit.type.ui(text, size, p.CREAM, "bold")
        box = kit.stage.rect(at[0] - wide / 2, at[1] - HIGH / 2 + drop, wide, HIGH)
        layer = paint.clear(box.size, p.PLUM)
        layer.blit(paint.pill(box.size, p.PLUM_HI, p.SAFFRON, kit.stage.line(1.5)), (0, 0))
        layer.blit(words, words.get_rect(center=layer.get_rect().center))
        layer.set_alpha(round(255 * max(0.0, fade)))
        canvas.blit(layer, box)
