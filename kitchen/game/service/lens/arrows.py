"""Arrows between the chips of a picture: smooth lines, solid or dashed, with a head."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Pos

WIDTH, HEAD, SPREAD = 2.4, 9.0, 4.6  # logical px
DASH, GAP = 6.0, 4.5
STEP = 0.5


def drawn_arrows(
    k: float, size: tuple[int, int], arrows: Sequence[tuple[tuple[Pos, ...], bool, p.Colour]]
) -> pygame.Surface:
    """On nothing, of that size in device px, of which ``k`` make a logical one. Each arrow has its
    points from tail to head in logical px, whether it is dashed, and a colour."""
    layer = paint.clear(size)
    for points, dashed, colour in arrows:
        if len(points) > 1:
            _lay(layer, [(x * k, y * k) for x, y in points], dashed, colour, k)
    return layer


def _lay(
    layer: pygame.Surface, points: list[Pos], dashed: bool, colour: p.Colour, k: float
) -> None:
    """In a box of its own, as small as can be: smoothing takes as long as the box is large."""
    edge = (SPREAD + WIDTH) * k
    left, top = min(x for x, _ in points) - edge, min(y for _, y in points) - edge
    right, low = max(x for x, _ in points) + edge, max(y for _, y in points) + edge
    at = math.floor(left), math.floor(top)
    size = math.ceil(right) - at[0], math.ceil(low) - at[1]

    def draw(large: pygame.Surface, scale: int) -> None:
        moved = [((x - at[0]) * scale, (y - at[1]) * scale) for x, y in points]
        _draw(large, moved, dashed, colour, k * scale)

    layer.blit(paint.smooth(size, colour, draw), at)


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


def _along(points: list[Pos], step: float) -> Iterator[tuple[float, Pos]]:
    """How far it is to there, and where that is, at every step of the way."""
    gone = 0.0
    for a, b in pairwise(points):
        part = math.dist(a, b)
        for at in range(max(1, round(part / step))):
            share = at * step / part if part else 0.0
            yield gone + at * step, (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
        gone += part
    yield gone, points[-1]
