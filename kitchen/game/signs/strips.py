"""The bars of the timeline: each kind baked once, long; a bar of any length is a slice of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import WIDTH
from kitchen.game.signs import hatch
from kitchen.sim.view.segment import SegmentKind

LONGEST = 1152.0  # logical px, in the plain layout
RADIUS, THIN, THIN_SHARE = 2.0, 4.0, 0.3  # a thin bar is so high, or that share of its lane's
TOOTH_PITCH, DOT_PITCH = 7.0, 5.0

PERIODS: dict[SegmentKind, float] = {
    "ready": hatch.PITCH,
    "burning": TOOTH_PITCH,
    "blocked": DOT_PITCH,
}

MINT_TOP: p.Colour = (0x58, 0xE0, 0xB4)
FLAME_FOOT: p.Colour = (0x8E, 0x10, 0x22)
HOLLOW: p.Colour = (0x4C, 0x4F, 0x61)
HOLLOW_EDGE: p.Colour = (0x90, 0xA7, 0xB9)
GHOST_HOLLOW: p.Colour = (0x2A, 0x25, 0x36)
GHOST_EDGE: p.Colour = (0x45, 0x43, 0x55)
GHOST: p.Colour = (0x5A, 0x5A, 0x6C)
GHOST_MINT: p.Colour = (0x20, 0x4A, 0x46)
GHOST_MINT_EDGE: p.Colour = (0x2C, 0xA5, 0x82)
FADED = 0.55
"""How much of a patterned bar's colour its ghost has."""


class Strips:
    """Draws bars of every kind at a height that is the same for all lanes."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._baked: Lru[pygame.Surface] = Lru(60)
        self._cap = kit.stage.line(RADIUS)
        self._periods = {kind: self._period(kind) for kind in PERIODS}

    def warm(self, height: int) -> Iterator[None]:
        """Bake every kind at this height (device px) before it is first shown."""
        for kind in get_args(SegmentKind):
            for form in ("solid", "ghost"):
                self._strip(kind, form, height)
                yield

    def _strip(self, kind: SegmentKind, form: str, height: int) -> pygame.Surface:
        return self._baked.get((kind, form, height), lambda: self._make(kind, form, height))

    def draw(
        self, surface: pygame.Surface, kind: SegmentKind, left: int, right: int, y: int, height: int
    ) -> None:
        """A bar from ``left`` to ``right``; ``y`` is the upper edge of its lane's bars."""
        self._slice(surface, kind, "solid", left, right, y, height)

    def ghost(
        self, surface: pygame.Surface, kind: SegmentKind, left: int, right: int, y: int, height: int
    ) -> None:
        """What is still to come of it, as far as anybody can say."""
        self._slice(surface, kind, "ghost", left, right, y, height)

    def _slice(
        self,
        surface: pygame.Surface,
        kind: SegmentKind,
        form: str,
        left: int,
        right: int,
        y: int,
        height: int,
    ) -> None:
        strip = self._strip(kind, form, height)
        length, cap = strip.get_width(), self._cap
        bounds = surface.get_clip()
        hidden = max(0, bounds.left - 8 - left)
        left, right = left + hidden, min(right, bounds.right + 8)
        width = min(right - left, length)
        if width <= 0:
            return
        top = y + (height - strip.get_height()) // 2
        if width <= 2 * cap or kind in self._periods:
            # A pattern that goes out of the window goes out with its bar.
            middle = hidden % self._periods.get(kind, 1)
            middle = length // 2 if width <= 2 * cap and kind == "hands" else middle
            surface.blit(strip, (left, top), (middle, 0, width, height))
            return
        surface.blit(strip, (left, top), (0, 0, width - cap, height))
        surface.blit(strip, (left + width - cap, top), (length - cap, 0, cap, height))

    def _period(self, kind: SegmentKind) -> int:
        """Device px after which a kind's pattern begins again."""
        return max(3, self._kit.stage.px(PERIODS[kind]))

    def _make(self, kind: SegmentKind, form: str, height: int) -> pygame.Surface:
        s, length = self._kit.stage, self._kit.stage.px(LONGEST + self._kit.stage.width - WIDTH)
        radius, ghost = s.line(RADIUS), form == "ghost"
        if kind == "hands" and ghost:
            return paint.box((length, height), radius, GHOST_MINT, GHOST_MINT_EDGE, s.line(1))
        if kind == "hands":
            return paint.box((length, height), radius, MINT_TOP, None, 1, p.MINT)
        if kind == "cooking":
            thin = max(2, s.px(THIN), round(height * THIN_SHARE))
            return paint.pill((length, thin), GHOST if ghost else p.STEAM)
        if kind == "staring":
            fill, edge = (GHOST_HOLLOW, GHOST_EDGE) if ghost else (HOLLOW, HOLLOW_EDGE)
            return paint.box((length, height), radius, fill, edge, s.line(1))
        fade = FADED if ghost else 1.0
        if kind == "ready":
            return hatch.waiting(s, (length, height), fade=fade)
        if kind == "burning":
            fill, foot = (p.mix(p.NIGHT, tone, fade) for tone in (p.RED, FLAME_FOOT))
            return paint.flames((length, height), fill, foot, self._period(kind))
        return self._dots(length, p.mix(p.NIGHT, p.LILAC, 0.75 * fade))

    def _dots(self, length: int, tone: p.Colour) -> pygame.Surface:
        dot, pitch = self._kit.stage.line(2), self._period("blocked")
        strip = paint.clear((length, dot))
        for x in range(0, length, pitch):
            strip.fill(tone, (x, 0, dot, dot))
        return strip
