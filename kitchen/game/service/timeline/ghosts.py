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
        s, ahead = self._kit.stage, lane.in_view(foresight.view)
        for bar in ahead.bars(now, min(view.end, foresight.until)):
            end = foresight.until if bar.end is None else bar.end
            if end <= now:
                continue
            kind, order = bar.segment.kind, bar.segment.order
            box = pygame.Rect(view.x(max(bar.start, now)), top, 0, height)
            box.width = max(1, view.x(end) - box.left)
            if kind in ("hands", "staring"):
                box.width = max(1, box.width - s.line(1))  # steps that follow each other stay apart
            self._strips.ghost(surface, kind, box.left, box.right, top, height)
            if kind == "hands" and order == foresight.order:
                self._frame(surface, box)
            if kind == "hands" and lane.chef is not None:
                self._number(surface, figure(lane.view.orders[order]), box, flags)

    def _frame(self, surface: pygame.Surface, box: pygame.Rect) -> None:
        """White, around hands-on work on the dish that is pointed at."""
        s = self._kit.stage
        around = box.inflate(2 * s.line(1), 2 * s.line(1))
        surface.blit(paint.box(around.size, s.line(3), None, p.CREAM, s.line(FRAME)), around)

    def _number(
        self, surface: pygame.Surface, table: str, box: pygame.Rect, flags: Sequence[pygame.Rect]
    ) -> None:
        """Whose hands-on work it is, where there is room to say so."""
        s = self._kit.stage
        size = LOW_SIZE if box.height < s.px(LOW) else SIZE
        text = self._kit.type.ui(table, size, p.CREAM, "bold")
        seen = box.clip(self._area)
        spot = text.get_rect(center=seen.center)
        if text.get_width() + s.px(ROOM) <= seen.width and spot.collidelist(flags) < 0:
            surface.blit(text, spot)
