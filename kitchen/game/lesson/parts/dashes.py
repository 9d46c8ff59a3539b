"""Dashed frames and dotted lines, in device px."""

from __future__ import annotations

import pygame

from kitchen.game.draw.palette import Colour


def dashed(canvas: pygame.Surface, area: pygame.Rect, tone: Colour, dash: int, line: int) -> None:
    """A dashed frame."""
    step = max(2, 2 * dash)
    for x in range(area.left, area.right, step):
        wide = min(dash, area.right - x)
        canvas.fill(tone, (x, area.top, wide, line))
        canvas.fill(tone, (x, area.bottom - line, wide, line))
    for y in range(area.top, area.bottom, step):
        high = min(dash, area.bottom - y)
        canvas.fill(tone, (area.left, y, line, high))
        canvas.fill(tone, (area.right - line, y, line, high))


def dotted(canvas: pygame.Surface, area: pygame.Rect, tone: Colour, pitch: int, dot: int) -> None:
    """A dotted line along the middle of an area."""
    for x in range(area.left, area.right - dot, max(2, pitch)):
        canvas.fill(tone, (x, area.centery - dot // 2, dot, dot))
