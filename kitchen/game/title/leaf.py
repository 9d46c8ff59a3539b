"""The leaf: a page on its way over, bent as paper is."""

from __future__ import annotations

import math

import pygame

from kitchen.game.draw.ease import in_out_cubic
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.light import sideways
from kitchen.game.title.book import CREASE
from kitchen.game.title.layout import FOLD, PAGES

SECONDS = 0.46
STRIPS = 28
BEND = 0.9  # radians between the spine and the outer edge, at most
SHADOW = 0.55  # how dark its shadow is, at most
NEAR = 0.16  # how much larger what stands upright is


class Leaf:
    """From the picture of one spread to that of another; ``way`` 1 is on, -1 is back.

    Pictures are of the whole book in device px, from its pages' upper left corner.
    """

    def __init__(
        self, kit: Kit, old: pygame.Surface, new: pygame.Surface, way: int, wall: float
    ) -> None:
        self._way = way
        self._begun = wall
        area = kit.stage.rect(*PAGES)
        self._corner = area.topleft
        self._spine = kit.stage.px(FOLD) - area.x
        self._front = (old if way > 0 else new).subsurface(self._half(area, right=True))
        self._back = (new if way > 0 else old).subsurface(self._half(area, right=False))
        self._left = (old if way > 0 else new).subsurface(self._half(area, right=False))
        self._right = (new if way > 0 else old).subsurface(self._half(area, right=True))

    def _half(self, area: pygame.Rect, right: bool) -> pygame.Rect:
        first, last = (self._spine, area.w) if right else (0, self._spine)
        return pygame.Rect(first, 0, last - first, area.h)

    def done(self, wall: float) -> bool:
        return wall - self._begun >= SECONDS

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        """What lies below on both sides, then the leaf, strip by strip from the spine."""
        share = in_out_cubic(min(1.0, max(0.0, (wall - self._begun) / SECONDS)))
        turned = share if self._way > 0 else 1.0 - share
        x, y = self._corner
        canvas.blit(self._left, (x, y))
        canvas.blit(self._right, (x + self._spine, y))
        self._shadow(canvas, turned)
        width = self._front.get_width()
        bend = BEND * math.sin(math.pi * turned)
        place, high = 0.0, 0.0
        for index in range(STRIPS):
            along = index / STRIPS
            angle = math.pi * turned - bend * (along - 0.35)
            step = width / STRIPS
            wide, rise = step * math.cos(angle), step * math.sin(angle)
            self._strip(canvas, index, place, wide, max(0.0, high + rise / 2) / width, angle)
            place, high = place + wide, high + rise

    def _shadow(self, canvas: pygame.Surface, turned: float) -> None:
        """Of the leaf on the page that it leaves or comes to."""
        width, high = self._front.get_size()
        dark = SHADOW * math.sin(math.pi * turned)
        reach = round(width * abs(math.cos(math.pi * turned)) ** 0.5)
        if reach < 2:
            return
        shade = pygame.transform.scale(sideways((64, 1), CREASE, dark, 0.0), (reach, high))
        if turned > 0.5:
            shade = pygame.transform.flip(shade, True, False)
        x, y = self._corner
        canvas.blit(shade, (x + self._spine - (reach if turned > 0.5 else 0), y))

    def _strip(
        self, canvas: pygame.Surface, index: int, place: float, wide: float, high: float,
        angle: float,
    ) -> None:  # fmt: skip
        """One strip of the side that is seen, lighter or darker by how it stands to the light."""
        shows_front = wide >= 0.0
        side = self._front if shows_front else self._back
        total, tall = side.get_size()
        first, last = (round(total * (index + i) / STRIPS) for i in (0, 1))
        if not shows_front:
            first, last = total - last, total - first
        left, right = sorted((round(place), round(place + wide)))
        if right <= left or last <= first:
            return
        grown = tall * (1.0 + NEAR * high)
        piece = side.subsurface((first, 0, last - first, tall))
        drawn = pygame.transform.smoothscale(piece, (right - left, round(grown)))
        light = 255 - round(86 * math.sin(min(math.pi, max(0.0, angle))) ** 1.5)
        drawn.fill((light, light, max(0, light - 6)), None, pygame.BLEND_RGB_MULT)
        x = self._corner[0] + self._spine + left
        canvas.blit(drawn, (x, self._corner[1] - round((grown - tall) * 0.5)))
