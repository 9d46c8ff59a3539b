"""The sign at the rail's end that says for a moment that it was full, and a guest went away."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.moment import Moment
from kitchen.sim import facts as f

SECONDS = 2.5  # of the wall clock
PAD = 5.0  # logical px, from its edge to the words
WORDS, SECOND = ("Rail full", "Full"), ("a guest went", "guest went", "1 went")


class RailFullSign:
    """A guest who finds no place on the rail has no ticket: this is all that is seen of it."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._until = -1e9
        self._made: Lru[pygame.Surface] = Lru(2)

    def take_over(self, old: RailFullSign) -> None:
        self._until = old._until

    def follow(self, moment: Moment) -> None:
        if any(isinstance(fact, f.RailFull) for fact in moment.facts):
            self._until = moment.wall + SECONDS

    def showing(self, wall: float) -> bool:
        return wall < self._until

    def draw(self, surface: pygame.Surface, area: pygame.Rect) -> None:
        surface.blit(self._made.get(area.size, lambda: self._make(area.size)), area)

    def _make(self, size: tuple[int, int]) -> pygame.Surface:
        s, kind = self._kit.stage, self._kit.type
        made = paint.box(size, s.px(5), p.AUBERGINE, p.RED, s.line(2.0)).copy()
        room = size[0] / s.k - 2 * PAD
        words, large = kind.told(WORDS, 17, room, "display", whole=True)
        second, small = kind.told(SECOND, 12, room, whole=True)
        middle, half = size[0] // 2, size[1] // 2
        for text, y in (
            (kind.display(words, large, p.RED_TEXT), half - s.px(9)),
            (kind.ui(second, small, p.CREAM), half + s.px(12)),
        ):
            made.blit(text, text.get_rect(center=(middle, y)))
        return made
