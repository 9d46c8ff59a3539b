"""The handle: the tag on the axis by which time is moved, and the hand that holds it."""

from __future__ import annotations

from dataclasses import replace

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.service.timeline.timespan import TimeSpan

HIGH, PAD, ARROW, SIZE = 19.0, 7.0, 5.0, 13.0  # logical px
EDGE, PACE = 14.0, 0.8
"""How near the window's edge (logical px) time goes on by itself while the handle is held there,
and how many windows of it in a second of wall time."""
LEFT = ((1.0, 0.0), (0.0, 0.5), (1.0, 1.0))
RIGHT = ((0.0, 0.0), (1.0, 0.5), (0.0, 1.0))


class TimeHandle:
    """While it is held the stretch of time in the window stays where it is, unless it is held at an
    edge of it. ``area`` is that of the lanes, in device px."""

    def __init__(self, kit: Kit, area: pygame.Rect, axis_y: float) -> None:
        self._kit, self._area, self._axis_y = kit, area, axis_y
        self.held: TimeSpan | None = None
        """What the window shows meanwhile; None: nobody holds it."""
        self._x = 0.0
        self._wall: float | None = None

    # -- the hand ------------------------------------------------------------------------------

    def take(self, span: TimeSpan, x: float) -> float:
        """Take it there (device px); the moment that it is at."""
        self.held, self._wall = span, None
        return self.move(x)

    def move(self, x: float) -> float:
        assert self.held is not None
        self._x = min(max(x, self._area.left), self._area.right)
        return self.held.time(self._x)

    def drop(self) -> None:
        self.held = None

    def go_on(self, wall: float, present: float) -> float | None:
        """The moment that it has come to by being held at an edge; None: it is not, or there is
        nothing more on that side."""
        before, self._wall = self._wall, wall
        way = self._way()
        if before is None or self.held is None or not way:
            return None
        moved = round(way * (wall - before) * PACE * self._area.width)
        latest = max(0, round(present * self.held.scale) - self._area.width // 2)
        origin = min(max(0, self.held.origin + moved), max(latest, self.held.origin))
        if origin == self.held.origin:
            return None
        self.held = replace(self.held, origin=origin)
        return self.held.time(self._x)

    def _way(self) -> int:
        near = self._kit.stage.px(EDGE)
        if self._x < self._area.left + near:
            return -1
        return 1 if self._x > self._area.right - near else 0

    # -- its picture ---------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, x: int, now: float, grain: float) -> None:
        """At that x (device px), with a line down through all lanes."""
        stage = self._kit.stage
        top = stage.px(self._axis_y)
        surface.fill(p.TOMATO, (x, top, stage.line(2), self._area.bottom - top))
        tag = self._tag(fmt.clock(now, grain))
        spot = tag.get_rect(center=(x + stage.line(2) // 2, top))
        surface.blit(tag, spot)

    def box(self, x: int) -> Box:
        """Of the tag, in logical px."""
        k, wide = self._kit.stage.k, 76.0
        return x / k - wide / 2, self._axis_y - HIGH / 2, wide, HIGH

    def _tag(self, words: str) -> pygame.Surface:
        stage = self._kit.stage
        text = self._kit.type.code(words, SIZE, p.WHITE, "semibold")
        side = stage.px(PAD + ARROW)
        size = (text.get_width() + 2 * side + stage.px(PAD), stage.px(HIGH))
        edge = p.mix(p.ACTION, p.WHITE, 0.45)
        tag = paint.pill(size, p.ACTION, edge, stage.line(1)).copy()
        tag.blit(text, text.get_rect(center=tag.get_rect().center))
        high = stage.px(ARROW + 2.0)
        for points, middle in ((LEFT, side * 0.62), (RIGHT, size[0] - side * 0.62)):
            arrow = paint.polygon((stage.px(ARROW), high), points, p.WHITE)
            tag.blit(arrow, arrow.get_rect(center=(round(middle), size[1] // 2)))
        return tag
