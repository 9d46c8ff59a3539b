"""Lines of a plot: solid, dotted or dashed, so that colour is not all that tells them apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import pygame

from kitchen.game.draw.box import Pos
from kitchen.game.draw.palette import Rgba

Style = Literal["solid", "dotted", "dashed"]

DOT_PITCH = 3.0  # thicknesses from one dot to the next
DASH, DASH_PITCH = 5.0, 8.5  # thicknesses


def stroke(
    surface: pygame.Surface, points: Sequence[Pos], colour: Rgba, thick: float, style: Style
) -> None:
    """Draw a line through the points, ``thick`` px wide. Its edges are as the surface's pixels
    are: draw it large and scale it down."""
    radius = max(1, round(thick / 2))
    if style == "solid":
        for start, end in pairwise(points):
            _bar(surface, start, end, colour, thick)
        for point in points:
            pygame.draw.circle(surface, colour, point, radius)
    elif style == "dotted":
        for point in along(points, DOT_PITCH * thick):
            pygame.draw.circle(surface, colour, point, radius)
    else:
        starts = along(points, DASH_PITCH * thick)
        for x, y in starts:
            _bar(surface, (x, y), (x + DASH * thick, y), colour, thick)


def along(points: Sequence[Pos], pitch: float) -> Iterator[Pos]:
    """Places on the line, so far from one to the next as one walks along it."""
    due = 0.0
    for (x0, y0), (x1, y1) in pairwise(points):
        length = math.hypot(x1 - x0, y1 - y0)
        while due <= length and length:
            share = due / length
            yield x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
            due += pitch
        due -= length


def _bar(surface: pygame.Surface, start: Pos, end: Pos, colour: Rgba, thick: float) -> None:
    """A straight piece with square ends."""
    (x0, y0), (x1, y1) = start, end
    length = math.hypot(x1 - x0, y1 - y0)
    if not length:
        return
    dx, dy = -(y1 - y0) / length * thick / 2, (x1 - x0) / length * thick / 2
    corners = [(x0 + dx, y0 + dy), (x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x0 - dx, y0 - dy)]
    pygame.draw.polygon(surface, colour, corners)
