"""Fibres: the thin bars of a compared strip. Each kind is baked once, long; a bar is a slice."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.signs import hatch
from kitchen.game.signs.strips import MINT_TOP
from kitchen.sim.view.segment import SegmentKind

LONGEST = 1300.0  # logical px
DOT, DOT_PITCH = 2.2, 5.0  # logical px
TOOTH = 6.0

KINDS: dict[SegmentKind, SegmentKind] = {"staring": "cooking"}
"""A pot at which a chef stares is cooking: the strips show pots."""


Slice = tuple[pygame.Surface, tuple[int, int], tuple[int, int, int, int]]
"""What `pygame.Surface.blits` takes: a picture, a place, and the part of it to draw."""


@dataclass(frozen=True, slots=True)
class Fibre:
    """One kind of bar at one height; device px."""

    strip: pygame.Surface
    drop: int
    """Its upper edge below that of the line's bars."""
    cap: int
    """Of its end, which is another picture than its middle; 0: it has none."""
    pitch: int
    """Of its pattern."""

    def add(self, pieces: list[Slice], left: int, right: int, y: int, edge: int) -> None:
        """A bar from ``left`` to ``right``, as far as it shows on a picture ``edge`` px wide; ``y``
        is the upper edge of its line's bars."""
        if left < -8:
            left += (-8 - left) // self.pitch * self.pitch  # dots and teeth keep their places
        strip, top, tall = self.strip, y + self.drop, self.strip.get_height()
        width = min(right, edge + 8) - left
        cap = min(self.cap, width // 2)
        pieces.append((strip, (left, top), (0, 0, width - cap, tall)))
        if cap:
            end = strip.get_width() - cap
            pieces.append((strip, (left + width - cap, top), (end, 0, cap, tall)))


class Fibres:
    """Makes fibres and keeps them."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._kept: Lru[Fibre] = Lru(60)

    def get(self, kind: SegmentKind, height: int) -> Fibre:
        """For lines whose bars are ``height`` device px high."""
        kind = KINDS.get(kind, kind)
        return self._kept.get((kind, height), lambda: self._fibre(kind, height))

    def _fibre(self, kind: SegmentKind, height: int) -> Fibre:
        strip = self._make(kind, height)
        tall = strip.get_height()
        cap = tall // 2 + 1 if kind in ("hands", "cooking") and tall > 2 else 0
        pitches = {
            "burning": max(3, self._kit.stage.px(TOOTH)),
            "ready": hatch.period(self._kit.stage),
        }
        pitch = pitches.get(kind, self._pitch)
        return Fibre(strip, (height - tall) // 2, cap, pitch)

    @property
    def _pitch(self) -> int:
        return max(3, self._kit.stage.px(DOT_PITCH))

    def _make(self, kind: SegmentKind, height: int) -> pygame.Surface:
        s, length = self._kit.stage, self._kit.stage.px(LONGEST)
        if kind == "hands":
            radius = min(s.line(2), height // 2)
            return paint.box((length, height), radius, MINT_TOP, None, 1, p.MINT)
        if kind == "cooking":
            thin = max(1, min(s.line(3), round(height * 0.5)))
            return paint.pill((length, thin), p.STEAM)
        if kind == "burning":
            tall = max(3, height)
            return paint.flames((length, tall), p.RED, (0x8E, 0x10, 0x22), max(3, s.px(TOOTH)))
        if kind == "ready":
            return hatch.waiting(s, (length, max(2, height)))
        return self._dots(length, p.mix(p.LILAC, p.NIGHT, 0.45))

    def _dots(self, length: int, colour: p.Colour) -> pygame.Surface:
        size, pitch = max(1, round(DOT * self._kit.stage.k)), self._pitch
        row = paint.clear((length, max(1, size - 1)), colour)
        for x in range(0, length, pitch):
            row.fill(colour, (x, 0, size, row.get_height()))
        return row
