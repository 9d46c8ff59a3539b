"""Prose with code in it: what stands between backticks is drawn as code."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.draw.wrap import wrapped

SMALLER = 0.94
"""Of its size code looks as large as the letters beside it."""

Piece = tuple[str, bool]
"""Letters, and whether they are code."""

Word = list[Piece]
"""Between two spaces: code with a comma behind it is one word of two pieces."""


def words_in(text: str) -> list[Word]:
    """The words of a text in their order; backticks are left out."""
    words: list[Word] = [[]]
    for index, part in enumerate(text.split("`")):
        for place, letters in enumerate(part.split(" ")):
            if place:
                words.append([])
            if letters:
                words[-1].append((letters, index % 2 == 1))
    return [word for word in words if word]


class CodeProse:
    """A text broken so that no line is wider than ``width`` logical px, and that at the first of
    these ``sizes`` at which there are at most ``most`` lines; else at the last."""

    def __init__(
        self, kit: Kit, text: str, sizes: Sequence[float], width: float, most: int = 99,
        weight: str = "medium",
    ) -> None:  # fmt: skip
        self._kit, self._weight = kit, weight
        for size in sizes:
            self.size = size
            self.lines = wrapped(words_in(text), lambda line: self._width(line) <= width)
            if len(self.lines) <= most:
                break

    @property
    def leading(self) -> float:
        """From line to line."""
        return self._kit.type.grown(self.size) * 1.42

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading

    def _width(self, line: Sequence[Word]) -> float:
        gap = self._kit.type.width(" ", self.size, weight=self._weight)
        return sum(map(self._wide, line)) + gap * (len(line) - 1)

    def _wide(self, word: Word) -> float:
        return sum(self._piece_width(piece) for piece in word)

    def _piece_width(self, piece: Piece) -> float:
        text, code = piece
        if code:
            return self._kit.type.width(text, self.size * SMALLER, "code", "semibold")
        return self._kit.type.width(text, self.size, weight=self._weight)

    def draw(
        self, canvas: pygame.Surface, x: float, y: float, colour: Colour, tint: Colour
    ) -> None:
        """From there to the right and down; code in its own ``tint``."""
        kit = self._kit
        gap = kit.type.width(" ", self.size, weight=self._weight)
        for index, line in enumerate(self.lines):
            left, middle = x, y + (index + 0.5) * self.leading
            for piece in [piece for word in line for piece in [*word, ("", False)]]:
                text, code = piece
                if not text:
                    left += gap
                    continue
                drawn = (
                    kit.type.code(text, self.size * SMALLER, tint, "semibold")
                    if code
                    else kit.type.ui(text, self.size, colour, self._weight)
                )
                kit.put(canvas, drawn, left, middle)
                left += self._piece_width(piece)


def fitting_prose(
    kit: Kit, text: str, sizes: Sequence[float], width: float, height: float, weight: str = "medium"
) -> CodeProse:
    """At the largest of the sizes at which it is no higher than that; else at the last."""
    for size in sizes:
        prose = CodeProse(kit, text, (size,), width, weight=weight)
        if prose.height <= height:
            break
    return prose


def draw_prose(
    canvas: pygame.Surface, kit: Kit, text: str, sizes: Sequence[float], at: Box, colour: Colour,
    tint: Colour,
) -> float:  # fmt: skip
    """In a box, at the largest of the sizes that its height has room for; returns the height that
    is used (logical px)."""
    x, y, w, h = at
    prose = fitting_prose(kit, text, sizes, w, h)
    prose.draw(canvas, x, y, colour, tint)
    return prose.height
