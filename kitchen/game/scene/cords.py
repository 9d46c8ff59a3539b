"""Cords on the rail of the fire line: they clip together the stations that one dish holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.scene.standing import Floor

RAIL_DOWN, LEVEL = 51.0, 4.0  # below the fire line's back edge; lower for each cord that crosses
THICK, CLIP = 3.0, (17.0, 11.0)  # logical px
BADGE_X = 18.0  # of a plate's number, from its left edge
CORD: p.Colour = (0xEC, 0xC8, 0x8A)
CLIP_FACE: p.Colour = (0xEF, 0x5B, 0x3C)

Stroke = Callable[[pygame.Surface], object]


class Cords:
    """Draws a cord from each station of a dish to its next, and a clip in the middle."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._floor: Floor | None = None
        self._strokes: list[Stroke] = []
        """All there is to draw on that floor."""

    def draw(self, surface: pygame.Surface, floor: Floor) -> None:
        if floor is not self._floor:
            self._floor, self._strokes = floor, list(self._cords(floor))
        for stroke in self._strokes:
            stroke(surface)

    def _cords(self, floor: Floor) -> Iterator[Stroke]:
        held: dict[int, list[tuple[float, float]]] = {}
        for standing in floor.standings:
            if standing.where.on == "station":
                x, y, w, _ = standing.site.plate
                held.setdefault(standing.order.number, []).append((x + min(BADGE_X, w / 2), y))
        spans = [sorted(ends) for ends in held.values() if len(ends) > 1]
        for level, ends in enumerate(sorted(spans)):
            yield from self._cord([x for x, _ in ends], ends[0][1] - 6.0 - LEVEL * (level % 3))

    def _cord(self, xs: list[float], y: float) -> Iterator[Stroke]:
        """Down to each plate, along the rail; a clip between any two."""
        s, rect, disc = self._kit.stage, pygame.draw.rect, pygame.draw.aacircle
        line, top = s.line(THICK), s.px(y)
        foot = s.px(y + 10.0)
        dark = p.mix(CORD, p.INK, 0.6)
        for colour, grown in ((dark, s.line(1)), (CORD, 0)):
            wide = line + 2 * grown
            left, right = s.px(xs[0]), s.px(xs[-1])
            along = pygame.Rect(left - wide // 2, top - wide // 2, right - left + wide, wide)
            yield partial(rect, color=colour, rect=along, border_radius=wide)
            for x in xs:
                end = pygame.Rect(s.px(x) - wide // 2, top, wide, foot - top)
                yield partial(rect, color=colour, rect=end)
                middle, radius = (s.px(x), foot), wide // 2 + s.line(1)
                yield partial(disc, color=colour, center=middle, radius=radius)
        for a, b in pairwise(xs):
            area = s.rect((a + b - CLIP[0]) / 2, y - CLIP[1] / 2, *CLIP)
            clip = paint.box(area.size, s.px(3), CLIP_FACE, p.INK, s.line(1.5))
            yield partial(pygame.Surface.blit, source=clip, dest=area)
