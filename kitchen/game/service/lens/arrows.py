"""Arrows between the chips of a picture: smooth lines, solid or dashed, with a head."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.kit import Kit

WIDTH, HEAD, SPREAD = 2.4, 9.0, 4.6  # logical px
DASH, GAP = 6.0, 4.5
STEP = 0.4


def draw_arrows(
    surface: pygame.Surface, kit: Kit, area: Box,
    arrows: Iterable[tuple[tuple[Pos, ...], bool, p.Colour]],
) -> None:  # fmt: skip
    """Each has points from its tail to its head, whether it is dashed, and a colour; in logical px,
    from the upper left corner of the area."""
    rect, k = kit.stage.rect(*area), kit.stage.k
    every = list(arrows)
    for colour in dict.fromkeys(tone for _, _, tone in every):

        def draw(large: pygame.Surface, scale: int, colour: p.Colour = colour) -> None:
            for points, dashed, tone in every:
                if tone == colour and len(points) > 1:
                    _draw(large, [(x * k * scale, y * k * scale) for x, y in points],
                          dashed, colour, k * scale)  # fmt: skip

        surface.blit(paint.smooth(rect.size, colour, draw), rect)


def _draw(
    large: pygame.Surface, points: list[Pos], dashed: bool, colour: p.Colour, unit: float
) -> None:
    fill = (*colour, 255)
    length = sum(math.dist(a, b) for a, b in pairwise(points))
    neck = max(0.0, length - HEAD * unit * 0.8)
    radius = max(1.0, WIDTH * unit / 2)
    for way, pos in _along(points, STEP * unit):
        if way > neck:
            break
        if not dashed or way % ((DASH + GAP) * unit) < DASH * unit:
            pygame.draw.circle(large, fill, pos, radius)
    tip = points[-1]
    back = next((pos for way, pos in _along(points, STEP * unit) if way >= length - HEAD * unit),
                points[0])  # fmt: skip
    dx, dy = tip[0] - back[0], tip[1] - back[1]
    far = math.hypot(dx, dy) or 1.0
    across = (-dy / far * SPREAD * unit, dx / far * SPREAD * unit)
    foot = tip[0] - dx / far * HEAD * unit, tip[1] - dy / far * HEAD * unit
    sides = [(foot[0] + s * across[0], foot[1] + s * across[1]) for s in (1, -1)]
    pygame.draw.polygon(large, fill, [tip, *sides])


def _along(points: list[Pos], step: float) -> Iterable[tuple[float, Pos]]:
    """How far it is to there, and where that is, at every step of the way."""
    gone = 0.0
    for a, b in pairwise(points):
        part = math.dist(a, b)
        for at in range(max(1, round(part / step))):
            share = at * step / part if part else 0.0
            yield gone + at * step, (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
        gone += part
    yield gone, points[-1]
