"""The note over the source: a word and its sentence on paper, where else the panel's title is."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.service.loop.panelhead import LEFT
from kitchen.game.signs.marginnote import MarginNote
from kitchen.game.signs.wordtext import fitted

Y, HEIGHT = 59.0, 41.0  # logical px: it ends above RUNNING
OVER = 8.0  # by which it is wider than the source, to either side
PAD, EDGE = 14.0, 4.0
SIZES = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
LINES, LEADING = 2, 1.22
FOOT = Y + HEIGHT


class NoteCard:
    """``width`` is that of the source, in logical px."""

    def __init__(self, kit: Kit, width: float) -> None:
        self._kit = kit
        self._box: Box = (LEFT - OVER, Y, width + 2 * OVER, HEIGHT)
        self._made: dict[str, pygame.Surface] = {}

    def draw(self, surface: pygame.Surface, note: MarginNote, calm: bool) -> None:
        word = note.word.word
        if word not in self._made:
            self._made[word] = self._make(note)
        card = self._made[word]
        card.set_alpha(255 if calm else round(255 * note.share))
        surface.blit(card, self._kit.stage.rect(*self._box))

    def _make(self, note: MarginNote) -> pygame.Surface:
        kit, stage = self._kit, self._kit.stage
        size = stage.rect(*self._box).size
        card = paint.box(size, stage.px(7), p.PAPER, p.SAFFRON, stage.line(1.5)).copy()
        edge = paint.box((stage.px(EDGE) * 2, size[1]), stage.px(7), p.SAFFRON, corners="left")
        card.blit(edge, (0, 0), (0, 0, stage.px(EDGE), size[1]))
        room = self._box[2] - 2 * PAD
        text = fitted(kit, note.word.word, note.word.sentence, SIZES, room, LINES)
        leading = kit.type.grown(text.size) * LEADING
        first = HEIGHT / 2 - leading * (len(text.lines) - 1) / 2
        text.draw(card, PAD, first, leading, p.STEAM_PAPER, p.INK)
        return card
