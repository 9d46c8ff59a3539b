"""Ghosts: what the lanes of the timeline become if the dish that is pointed at is picked now."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.service.timeline.band import at_work, draw_foot, draw_steps
from kitchen.game.service.timeline.lanes import Lane
from kitchen.game.service.timeline.timespan import TimeSpan
from kitchen.game.service.timeline.uppermost import Bar
from kitchen.game.signs.strips import GHOST_MINT, Strips
from kitchen.game.signs.subjects import Subject
from kitchen.game.signs.tables import figure
from kitchen.lab.lookahead import Foresight

FRAME = 1.6  # logical px, around the hands-on work on the dish that is pointed at
SIZE, LOW_SIZE, LOW = 13.0, 12.0, 14.0  # of the numbers; in bars lower than that, in logical px
ROOM = 5.0  # logical px beside a number


class Ghosts:
    """Draws them into ``area`` (device px): all that is told of after ``now``."""

    def __init__(self, kit: Kit, strips: Strips, area: pygame.Rect) -> None:
        self._kit, self._strips, self._area = kit, strips, area
        self.forget()

    def forget(self) -> None:
        self._of: Foresight | None = None
        self._bars: dict[Subject, tuple[Lane, list[Bar]]] = {}
        self._band: list[tuple[float, int]] = []

    def _follow(self, lane: Lane, foresight: Foresight) -> list[Bar]:
        """The bars of a lane: of one foresight they are always the same."""
        if self._of is not foresight:
            self.forget()
            self._of = foresight
        of, bars = self._bars.get(lane.subject, (None, []))
        if of is not lane:
            ahead = lane.in_view(foresight.view)
            bars = ahead.bars(foresight.since, foresight.until)
            self._bars[lane.subject] = lane, bars
            if lane.is_band:
                self._band = at_work(ahead.chefs, foresight.since, foresight.until)
        return bars

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
        self._follow(lane, foresight)
        left = view.x(now)
        draw_foot(surface, box, left, view.x(min(view.end, foresight.until)))
        first = bisect_right(self._band, now, key=lambda step: step[0])
        draw_steps(surface, lane, box, view, self._band[max(0, first - 1) :], left, GHOST_MINT)

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
        s = self._kit.stage
        for bar in self._follow(lane, foresight):
            end = foresight.until if bar.end is None else bar.end
            if end <= now or bar.start > view.end:
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
