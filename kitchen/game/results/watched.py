"""The ribbon in the results, where stars would be: why there are none, and how they are earned."""

from __future__ import annotations

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.results import layout
from kitchen.game.results.entrance import Entrance
from kitchen.game.signs.ribbon import ribbon, ribbon_of
from kitchen.game.signs.yours import how_to_earn, why_watched
from kitchen.runs.service import Watched

HEIGHT = 29.0  # logical px
SIZE, LEADING, WIDEST, GAP = 15.0, 20.0, 420.0, 16.0
MOST = 2
"""Lines of each sentence."""


class WatchedStars:
    """``kitchen`` is the one that the shift names; None: any of one chef. ``stars`` would have been
    earned, if they counted."""

    def __init__(self, kit: Kit, watched: Watched, kitchen: str | None, stars: int = 0) -> None:
        self._kit = kit
        self._ribbon = ribbon(kit, ribbon_of(watched), HEIGHT)
        self._lines = [
            (line, colour)
            for words, colour in (
                (why_watched(watched, stars), p.INK),
                (how_to_earn(kitchen, watched), p.PAPER_MUTED),
            )
            for line in kit.lines(words, SIZE, WIDEST, most=MOST)
        ]  # fmt: skip
        half = self._ribbon.get_width() / kit.stage.k / 2
        self._right = layout.STARS_X - half - GAP
        self.left = self._right - max(kit.type.width(line, SIZE) for line, _ in self._lines)

    def reasons(self, canvas: pygame.Surface) -> None:
        """The words, which are there from the start."""
        y = layout.STARS_Y - LEADING * (len(self._lines) - 1) / 2
        for line, colour in self._lines:
            words = self._kit.type.ui(line, SIZE, colour)
            self._kit.put(canvas, words, self._right, y, "midright")
            y += LEADING

    def draw(self, canvas: pygame.Surface, entrance: Entrance) -> None:
        """The ribbon, at once: it is nothing to celebrate."""
        self._kit.put(canvas, self._ribbon, layout.STARS_X, layout.STARS_Y, "center")
