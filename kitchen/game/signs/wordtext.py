"""A word of asyncio with its sentence: the word as code, the rest in plain letters, broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.draw.wrap import wrapped

SMALLER = 0.96
"""Of its size code looks as large as the letters beside it."""


@dataclass(frozen=True, slots=True)
class WordText:
    """``word`` is never broken. Sizes and widths in logical px."""

    kit: Kit
    word: str
    size: float
    lines: list[list[str]]
    """The first begins with the word."""

    @property
    def width(self) -> float:
        """Of its longest line."""
        return max(self._end(index) for index in range(len(self.lines)))

    def _end(self, index: int) -> float:
        return line_width(self.kit, self.size, self.lines[index], self.word if not index else "")

    def draw(
        self, surface: pygame.Surface, x: float, y: float, leading: float, tint: Colour,
        colour: Colour,
    ) -> None:  # fmt: skip
        """From the middle of the first line down; the word in its own ``tint``."""
        for index, line in enumerate(self.lines):
            left, words = x, line
            if index == 0:
                code = self.kit.type.code(self.word, self.size * SMALLER, tint, "semibold")
                self.kit.put(surface, code, left, y)
                left, words = left + head_width(self.kit, self.size, self.word), line[1:]
            drawn = self.kit.type.ui(" ".join(words), self.size, colour, "medium")
            self.kit.put(surface, drawn, left, y + index * leading)


def head_width(kit: Kit, size: float, word: str) -> float:
    """Of the word with the gap after it."""
    return kit.type.width(word, size * SMALLER, "code", "semibold") + 0.5 * size


def line_width(kit: Kit, size: float, words: Sequence[str], head: str = "") -> float:
    """``head``: its first word, if that is code."""
    start = head_width(kit, size, head) if head else 0.0
    return start + kit.type.width(" ".join(words[1:] if head else words), size, weight="medium")


def word_text(kit: Kit, word: str, sentence: str, size: float, width: float) -> WordText:
    """Broken so that no line is wider."""
    rest = sentence.split()

    def fits(words: Sequence[str]) -> bool:
        return line_width(kit, size, words, word if words[0] is word else "") <= width

    return WordText(kit, word, size, [list(line) for line in wrapped([word, *rest], fits)])


def fitted(
    kit: Kit, word: str, sentence: str, sizes: Sequence[float], width: float, most: int
) -> WordText:
    """At the first of these sizes at which it takes so many lines at most; else at the last."""
    texts = (word_text(kit, word, sentence, size, width) for size in sizes)
    found = None
    for found in texts:
        if len(found.lines) <= most:
            break
    assert found is not None, "there are sizes"
    return found
