"""The tabs on the upper edge of the results card: which of its pages is seen."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit

Y, H = 4.0, 27.0  # logical px; the card covers the lower end
FACE = 21.0  # what is seen of it
X, APART, PAD = 62.0, 6.0, 16.0
SIZES = (15.0, 14.0, 13.0, 12.0, 11.0)
BACK: p.Colour = (0xE4, 0xCF, 0xB0)


class PageTab(Control):
    """``words``: a page's name. ``chosen``: it is the one that is seen."""

    radius = 9.0

    def __init__(
        self, kit: Kit, box: Box, words: str, size: float, chosen: bool, act: Callable[[], object]
    ) -> None:
        super().__init__(kit, box)
        self.words = words
        self.act = act
        self._chosen = chosen
        self._size = size

    def press(self) -> None:
        self.act()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        x, y, w, _ = self.box
        stage = self.kit.stage
        face = stage.rect(x, y, w, FACE)
        ground = (0xFF, 0xFA, 0xEF) if self._chosen else p.mix(BACK, p.WHITE, 0.3 * touch.hovered)
        radius = stage.px(self.radius)
        canvas.blit(paint.box(face.size, radius, ground, corners="top"), face)
        colour = p.INK if self._chosen else p.PAPER_MUTED
        text = self.kit.type.ui(self.words, self._size, colour, "bold")
        self.kit.put(canvas, text, x + w / 2, y + FACE / 2 + 1, "center")


def tabs(kit: Kit, names: list[str], chosen: int, turn: Callable[[int], object]) -> list[PageTab]:
    """Side by side, each as wide as its words."""
    size = next((s for s in SIZES if kit.type.grown(s) <= FACE - 4.0), SIZES[-1])
    found, x = [], X
    for index, words in enumerate(names):
        width = kit.type.width(words, size, weight="bold") + 2 * PAD
        box = (x, Y, width, FACE)
        found.append(
            PageTab(kit, box, words, size, index == chosen, lambda index=index: turn(index))  # type: ignore[misc]
        )
        x += width + APART
    return found
