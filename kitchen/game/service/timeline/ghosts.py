"""Ghosts: what the lanes of the timeline become if the dish that is pointed at is picked now."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.service.timeline.band import draw_band
from kitchen.game.service.timeline.lanes import Lane
from kitchen.game.service.timeline.timespan import TimeSpan
from kitchen.game.service.timeline.uppermost import Bar
from kitchen.game.signs.strips import GHOST_MINT, Strips
from kitchen.game.signs.tables import figure
from kitchen.lab.lookahead import Foresight

FRAME = 1.6  # logical px, around the hands-on work on the dish that is pointed at
SIZE, LOW_SIZE, LOW = 13.0, 12.0, 14.0  # of the numbers; in bars lower than that, in logical px
ROOM = 5.0  # logical px beside a number


class Ghosts:
    """Draws them into ``area`` (device px): all that is told of after ``now``."""

    def __init__(self, kit: Kit, strips: Strips, area: pygame.Rect) -> None:
        self._kit, self._strips, self._area = kit, strips, area

    def band(
        self,
        surface: pygame.Surface,
        lane: Lane,
        box: pygame.Rect,
        view: TimeSpan,
        now: float,
        foresight: Foresight,
    ) -> None:
        """Of many chefs: how many are at work then."""
        ahead = lane.in_view(foresight.view)
        draw_band(surface, ahead, box, view, now, min(view.end, foresight.until), GHOST_MINT)

    def draw(
        self,
        surface: pygame.Surface,
        lane: Lane,
        top: int,
        height: int,
        view: TimeSpan,
        now: float,
        foresight: Foresight,
        flags: Sequence[pygame.Rect] = (),
    ) -> None:
        """Of one lane, whose bars' upper edge and height these are, in device px; no number is
        written where a flag will be."""
        ahead = lane.in_view(foresight.view)
        for bar in ahead.bars(now, min(view.end, foresight.until)):
            end = foresight.until if bar.end is None else bar.end
            if end > now:
                self._bar(surface, bar, view.x(max(bar.start, now)), view.x(end), top, height)
                if bar.segment.kind == "hands":
                    self._number(surface, lane, bar, view, now, top, height, foresight.order, flags)

    def _bar(
        self, surface: pygame.Surface, bar: Bar, x: int, end: int, top: int, height: int
    ) -> None:
        if bar.segment.kind in ("hands", "staring"):
            end -= self._kit.stage.line(1)  # steps that follow each other stay apart
        self._strips.ghost(surface, bar.segment.kind, x, max(end, x + 1), top, height)

    def _number(
        self,
        surface: pygame.Surface,
        lane: Lane,
        bar: Bar,
        view: TimeSpan,
        now: float,
        top: int,
        height: int,
        pointed: int,
        flags: Sequence[pygame.Rect],
    ) -> None:
        """Whose hands-on work it is, and a white frame around that on the dish pointed at."""
        s, order = self._kit.stage, bar.segment.order
        assert bar.end is not None, "hands-on work has an end"
        x, end = view.x(max(bar.start, now)), view.x(bar.end) - s.line(1)
        if order == pointed and end > x:
            around = pygame.Rect(x, top, end - x, height).inflate(2 * s.line(1), 2 * s.line(1))
            surface.blit(paint.box(around.size, s.line(3), None, p.CREAM, s.line(FRAME)), around)
        size = LOW_SIZE if height < s.px(LOW) else SIZE
        text = self._kit.type.ui(figure(lane.view.orders[order]), size, p.CREAM, "bold")
        end = min(end, self._area.right)
        spot = text.get_rect(center=((x + end) // 2, top + height // 2))
        if text.get_width() + s.px(ROOM) <= end - x and spot.collidelist(flags) < 0:
            surface.blit(text, spot)
