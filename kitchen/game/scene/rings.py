"""Rings around the pot: what is left of a step, in the codes of the states.

Hands and cooking: a solid ring that drains from the back to the front, so that the last of it is
never behind the pot. Ready: 14 dashes. Burning: 22 dashes that turn. Never colour alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import lru_cache

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit

STEPS = 96  # a ring drains in this many steps
RINGS_KEPT = 1200  # surfaces
TRACKS_KEPT = 8  # bare rings, large
ARCS_KEPT = 2 * STEPS
SLICES = 160  # corners of a full ring
FLAT = (60.0, 18.5, 7.0, 4.8)  # on the hob: radii across and down, thickness across and down
ROUND = (27.9, 27.9, 4.6, 4.6)  # around the oven's glass
THINNEST = 3.0  # logical px
READY_DASHES, BURNING_DASHES = 14, 22
DASH = 0.62  # share of its pitch that a dash fills
TURN = 20.0  # degrees each second, for burning
TURN_STEPS = 14  # pictures for a turn by one dash
TRACK: p.Rgba = (0x14, 0x0C, 0x1A, 215)
DARK_DASH: p.Colour = (0x2A, 0x18, 0x22)

Shape = tuple[float, float, float, float]
Draw = Callable[[pygame.Surface, int], None]


def sized(shape: Shape, size: float) -> Shape:
    """The same ring, smaller; it is never so thin that its dashes are lost."""
    rx, ry, wx, wy = (value * size for value in shape)
    return rx, ry, max(THINNEST, wx), max(THINNEST, wy)


class Rings:
    """All rings of one stage, each made once. Their middles are the middles of their pictures."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._made: Lru[pygame.Surface] = Lru(RINGS_KEPT)
        self._tracks: Lru[pygame.Surface] = Lru(TRACKS_KEPT)

    def warm(self, shape: Shape) -> Iterator[None]:
        """Make the rings of hands-on work and of cooking."""
        for colour in (p.STEAM, p.MINT):
            for step in range(STEPS + 1):
                self.draining(shape, colour, step / STEPS)
                yield
        self.dashes(shape, p.AMBER, READY_DASHES)
        for step in range(TURN_STEPS):
            turn = 360.0 * step / TURN_STEPS / BURNING_DASHES
            self.dashes(shape, p.RED, BURNING_DASHES, turn)
            yield

    def draining(self, shape: Shape, colour: p.Colour, share: float) -> pygame.Surface:
        """``share`` (0 to 1) is left; the smallest rest still shows."""
        step = min(STEPS, math.ceil(max(0.0, share) * STEPS))
        key = ("draining", shape, colour, step)
        return self._made.get(key, lambda: self._draining(shape, colour, step / STEPS))

    def dashes(
        self, shape: Shape, colour: p.Colour, count: int, turn: float = 0.0
    ) -> pygame.Surface:
        """``turn``: degrees clockwise."""
        step = round(turn * count / 360.0 % 1.0 * TURN_STEPS) % TURN_STEPS
        key = ("dashes", shape, colour, count, step)
        return self._made.get(
            key, lambda: self._dashes(shape, colour, count, step / TURN_STEPS / count)
        )

    def _draining(self, shape: Shape, colour: p.Colour, share: float) -> pygame.Surface:
        def draw(large: pygame.Surface, scale: int) -> None:
            if share > 0.0:
                dark = p.mix(colour, p.INK, 0.35)
                self._arc(large, scale, shape, paint.rgba(dark), 0.25 - share / 2, share, 0.9)
                self._arc(large, scale, shape, paint.rgba(colour), 0.25 - share / 2, share)

        return self._picture(shape, colour, TRACK, draw)

    def _dashes(self, shape: Shape, colour: p.Colour, count: int, turn: float) -> pygame.Surface:
        def draw(large: pygame.Surface, scale: int) -> None:
            for index in range(count):
                start = 0.25 + turn + (index - DASH / 2) / count
                self._arc(large, scale, shape, paint.rgba(colour), start, DASH / count)

        return self._picture(shape, colour, paint.rgba(DARK_DASH), draw)

    def _picture(self, shape: Shape, colour: p.Colour, track: p.Rgba, draw: Draw) -> pygame.Surface:
        """What is drawn on a whole ring of the colour ``track``."""
        size = (self._kit.stage.px(2 * shape[0] + 6), self._kit.stage.px(2 * shape[1] + 8))
        scale = paint.SUPERSAMPLE

        def bare() -> pygame.Surface:
            made = paint.clear((size[0] * scale, size[1] * scale), colour)
            self._arc(made, scale, shape, track, 0.0, 1.0)
            return made

        large = self._tracks.get((shape, colour, track), bare).copy()
        draw(large, scale)
        return pygame.transform.smoothscale(large, size)

    def _arc(
        self,
        large: pygame.Surface,
        scale: int,
        shape: Shape,
        colour: p.Rgba,
        start: float,
        share: float,
        drop: float = 0.0,
    ) -> None:
        """Part of a ring; ``start`` and ``share`` are of a whole turn, clockwise from the right."""
        k = self._kit.stage.k * scale
        x0, y0 = large.get_width() / 2.0, large.get_height() / 2.0 + drop * k
        rx, ry, wx, wy = (value * k for value in shape)
        arc = _arc(start, share)
        outer = [(x0 + rx * cos, y0 + ry * sin) for cos, sin in arc]
        rx, ry = rx - wx, ry - wy
        inner = [(x0 + rx * cos, y0 + ry * sin) for cos, sin in reversed(arc)]
        pygame.draw.polygon(large, colour, outer + inner)


@lru_cache(maxsize=ARCS_KEPT)
def _arc(start: float, share: float) -> list[tuple[float, float]]:
    """Corners along part of a circle: the same for rings of every size and colour."""
    count = max(3, round(SLICES * share))
    angles = (math.tau * (start + share * step / count) for step in range(count + 1))
    return [(math.cos(angle), math.sin(angle)) for angle in angles]
