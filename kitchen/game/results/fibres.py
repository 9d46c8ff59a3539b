"""Fibres: the thin bars of a compared strip. Each kind is baked once, long; a bar is a slice."""

from __future__ import annotations

import pygame

from kitchen.game import paint
from kitchen.game import palette as p
from kitchen.game.cache import Lru
from kitchen.game.stage import Stage
from kitchen.sim.views import SegmentKind

LONGEST = 1300.0  # logical px
DOT, DOT_PITCH = 2.2, 5.0  # logical px
TOOTH = 6.0
MINT_TOP: p.Colour = (0x58, 0xE0, 0xB4)

KINDS: dict[SegmentKind, SegmentKind] = {"staring": "cooking"}
"""A pot at which a chef stares is cooking: the strips show pots."""


class Fibres:
    """Draws bars ``height`` device px high, in lines of any pitch."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._baked: Lru[pygame.Surface] = Lru(40)

    def bake(self, kind: SegmentKind, height: int) -> pygame.Surface:
        kind = KINDS.get(kind, kind)
        return self._baked.get((kind, height), lambda: self._make(kind, height))

    def draw(
        self, surface: pygame.Surface, kind: SegmentKind, left: int, right: int, y: int, height: int
    ) -> None:
        """A bar from ``left`` to ``right``; ``y`` is the upper edge of its line's bars."""
        strip = self.bake(kind, height)
        top, edge = y + (height - strip.get_height()) // 2, surface.get_width()
        if left < -8:
            left += (-8 - left) // self._pitch * self._pitch  # dots and teeth keep their places
        width = min(right, edge + 8) - left
        if kind in ("ready", "blocked", "burning"):
            surface.blit(strip, (left, top), (0, 0, width, strip.get_height()))
            return
        cap = min(strip.get_height() // 2 + 1, width // 2)
        surface.blit(strip, (left, top), (0, 0, width - cap, strip.get_height()))
        end = strip.get_width() - cap
        surface.blit(strip, (left + width - cap, top), (end, 0, cap, strip.get_height()))

    @property
    def _pitch(self) -> int:
        return max(3, self._stage.px(DOT_PITCH))

    def _make(self, kind: SegmentKind, height: int) -> pygame.Surface:
        s, length = self._stage, self._stage.px(LONGEST)
        if kind == "hands":
            radius = min(s.line(2), height // 2)
            return paint.box((length, height), radius, MINT_TOP, None, 1, p.MINT)
        if kind == "cooking":
            thin = max(1, min(s.line(3), round(height * 0.5)))
            return paint.pill((length, thin), p.STEAM)
        if kind == "burning":
            tall = max(3, height)
            return paint.flames((length, tall), p.RED, (0x8E, 0x10, 0x22), max(3, s.px(TOOTH)))
        return self._dots(length, p.AMBER if kind == "ready" else p.mix(p.LILAC, p.NIGHT, 0.45))

    def _dots(self, length: int, colour: p.Colour) -> pygame.Surface:
        size, pitch = max(1, round(DOT * self._stage.k)), self._pitch
        row = paint.clear((length, max(1, size - 1)), colour)
        for x in range(0, length, pitch):
            row.fill(colour, (x, 0, size, row.get_height()))
        return row
