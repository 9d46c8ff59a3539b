"""Prose: a sentence in several colours, broken into lines."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.draw.wrap import wrapped
from kitchen.report.verdict import Phrase, Tone

SIZES = ((19.0, 28.0, 2), (17.5, 25.0, 3), (16.0, 21.0, 4), (14.0, 18.0, 5))
"""Size, leading and how many lines: the first that fits is taken."""

Word = tuple[str, Tone]


def words_of(phrases: Sequence[Phrase]) -> list[Word]:
    """Single words, each with the space after it where there is one."""
    words: list[Word] = []
    for phrase in phrases:
        pieces = phrase.text.split(" ")
        for index, piece in enumerate(pieces):
            last = index == len(pieces) - 1
            text = piece if last else piece + " "
            if text:
                words.append((text, phrase.tone))
    return words


def _colour(tone: Tone) -> Colour:
    return {"plain": p.CREAM, "good": p.MINT, "cost": p.SAFFRON}[tone]


class Prose:
    """``box`` in logical px; the lines stand in its vertical middle."""

    def __init__(self, kit: Kit, phrases: Sequence[Phrase], box: Box) -> None:
        self._kit, self._box = kit, box
        words = words_of(phrases)
        for size, leading, most in SIZES:
            self.size, self.leading = size, leading
            self.lines = self._broken(words, size, box[2])
            if len(self.lines) <= most and len(self.lines) * leading <= box[3]:
                break

    def _broken(self, words: list[Word], size: float, width: float) -> list[list[Word]]:
        def fits(line: Sequence[Word]) -> bool:
            *_, (before, _), _ = line
            bound = not before.endswith(" ")  # a word without a space before it stays with that one
            return bound or sum(self._kit.type.width(text, size) for text, _ in line) <= width

        return wrapped(words, fits)

    def draw(self, canvas: pygame.Surface) -> None:
        x, y, _, h = self._box
        y += (h - self.leading * (len(self.lines) - 1)) / 2
        for line in self.lines:
            left = x
            for text, tone in line:
                words = self._kit.type.ui(text.rstrip(), self.size, _colour(tone))
                self._kit.put(canvas, words, left, y)
                left += self._kit.type.width(text, self.size)
            y += self.leading
