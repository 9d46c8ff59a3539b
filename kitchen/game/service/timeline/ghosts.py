"""Ghosts: what the lanes of the timeline become if the dish that is pointed at is picked now."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.service.timeline.band import at_work, draw_foot, draw_steps
from kitchen.game.service.timeline.lanes import Lane
from kitchen.game.service.timeline.timespan import TimeSpan
from kitchen.game.signs.strips import GHOST_MINT, Strips
from kitchen.game.signs.subjects import Subject
from kitchen.game.signs.tables import figure
from kitchen.lab.lookahead import Foresight
from kitchen.sim.view.uppermost import Bar

FRAME = 1.6  # logical px, around the hands-on work on the dish that is pointed at
SIZE, LOW_SIZE, LOW = 13.0, 12.0, 14.0  # of the numbers; in bars lower than that, in logical px
ROOM = 5.0  # logical px beside a number


class LaneGhost:
    """What is foreseen of one lane, whose bars are so high (device px), and the picture of it."""

    def __init__(self, lane: Lane, view: TimeSpan, height: int, foresight: Foresight) -> None:
        self.lane, self.height = lane, height
        self.order, self.until = foresight.order, foresight.until
        self.bars = lane.in_view(foresight.view).bars(foresight.since, foresight.until)
        self.whole = [bar for bar in self.bars if bar.start >= foresight.since]
        """The bars of the picture: those that began before are cut, a little more in each frame."""
        self.loose: list[Bar] = []
        """Those of them that are drawn by themselves, over the picture."""
        self.told = [
            bar
            for bar in self.bars
            if bar.segment.kind == "hands"
            and (bar.segment.order == self.order or lane.chef is not None)
        ]
        """The bars that are framed or have a number, over the picture."""
        left, right = view.x(foresight.since), view.x(foresight.until)
        self.span = TimeSpan(view.origin + left - view.left, view.scale, 0, right - left)
        """Where moments are in the picture."""
        self.picture = paint.clear((0 if lane.is_band else right - left + 1, height))
        self.steps = self._steps(foresight) if lane.is_band else []
        """Of the lane of many chefs: when how many are at work."""

    def _steps(self, foresight: Foresight) -> list[tuple[float, int]]:
        chefs = self.lane.in_view(foresight.view).chefs
        return at_work(chefs, foresight.since, foresight.until)

    def fits(self, lane: Lane, height: int) -> bool:
        return self.height == height and self.lane.tells_the_same(lane)


class Ghosts:
    """Draws them into ``area`` (device px): all that is told of after ``now``."""

    def __init__(self, kit: Kit, strips: Strips, area: pygame.Rect) -> None:
        self._kit, self._strips, self._area = kit, strips, area
        self.forget()

    def forget(self) -> None:
        self._of: Foresight | None = None
        self._lanes: dict[Subject, LaneGhost] = {}
        self._coming: Foresight | None = None
        """What is to be shown next."""
        self._ready: dict[Subject, LaneGhost] = {}
        """The ghosts of that, as far as they are made."""

    def prepare(self, lane: Lane, view: TimeSpan, height: int, foresight: Foresight) -> bool:
        """Make the ghost of a lane before it is shown; whether that was still to be done."""
        if self._coming is not foresight:
            self._coming, self._ready = foresight, {}
        ready = self._ready.get(lane.subject)
        if ready is not None and ready.fits(lane, height):
            return False
        self._ready[lane.subject] = self._make(lane, view, height, foresight)
        return True

    def _follow(self, lane: Lane, view: TimeSpan, height: int, foresight: Foresight) -> LaneGhost:
        """The ghost of a lane: of one foresight it is always the same."""
        if self._of is not foresight:
            ready = self._ready if self._coming is foresight else {}
            self.forget()
            self._of, self._lanes = foresight, ready
        ghost = self._lanes.get(lane.subject)
        if ghost is None or not ghost.fits(lane, height):
            ghost = self._lanes[lane.subject] = self._make(lane, view, height, foresight)
        return ghost

    def _make(self, lane: Lane, view: TimeSpan, height: int, foresight: Foresight) -> LaneGhost:
        ghost = LaneGhost(lane, view, height, foresight)
        self._paint(ghost)
        return ghost

    def _paint(self, ghost: LaneGhost) -> None:
        """Its picture. What is too short for its px lies over others: on nothing, the smooth edges
        of both would not mix as they do on the ground."""
        end = 0
        for bar in ghost.whole:
            left, right = self._edges(ghost, bar, ghost.span)
            if left < end:
                ghost.loose.append(bar)
            else:
                kind = bar.segment.kind
                self._strips.ghost(ghost.picture, kind, left, right, 0, ghost.height)
            end = max(end, right)

    def _edges(
        self, ghost: LaneGhost, bar: Bar, view: TimeSpan, now: float = 0.0
    ) -> tuple[int, int]:
        """From where to where a bar is drawn, if it is ``now``."""
        left = view.x(max(bar.start, now))
        width = max(1, view.x(ghost.until if bar.end is None else bar.end) - left)
        if bar.segment.kind in ("hands", "staring"):
            width = max(1, width - self._kit.stage.line(1))  # steps that follow each other: apart
        return left, left + width

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
        steps = self._follow(lane, view, box.height, foresight).steps
        left = view.x(now)
        draw_foot(surface, box, left, view.x(min(view.end, foresight.until)))
        first = bisect_right(steps, now, key=lambda step: step[0])
        draw_steps(surface, lane, box, view, steps[max(0, first - 1) :], left, GHOST_MINT)

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
        ghost = self._follow(lane, view, height, foresight)
        cut = bisect_left(ghost.bars, now, key=lambda bar: bar.start)
        for bar in ghost.bars[max(0, cut - 1) : cut]:
            if bar.end is None or bar.end > now:
                left, right = self._edges(ghost, bar, view, now)
                self._strips.ghost(surface, bar.segment.kind, left, right, top, height)
        if cut < len(ghost.bars):
            x = view.x(ghost.bars[cut].start)
            seen = (ghost.span.x(ghost.bars[cut].start), 0, view.right - x, height)
            surface.blit(ghost.picture, (x, top), seen)
        for bar in ghost.loose:
            if bar.start >= now:
                left, right = self._edges(ghost, bar, view)
                self._strips.ghost(surface, bar.segment.kind, left, right, top, height)
        for bar in ghost.told:
            if bar.end is None or bar.end > now:
                left, right = self._edges(ghost, bar, view, now)
                self._tell(surface, ghost, bar, pygame.Rect(left, top, right - left, height), flags)

    def _tell(
        self, surface: pygame.Surface, ghost: LaneGhost, bar: Bar, box: pygame.Rect,
        flags: Sequence[pygame.Rect],
    ) -> None:  # fmt: skip
        order = bar.segment.order
        if order == ghost.order:
            self._frame(surface, box)
        if ghost.lane.chef is not None:
            self._number(surface, figure(ghost.lane.view.orders[order]), box, flags)

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
