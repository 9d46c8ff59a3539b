"""One lane of the timeline as a picture: its bars, what is foreseen, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.service.timeline.band import BandPast
from kitchen.game.service.timeline.ghosts import Ghosts
from kitchen.game.service.timeline.lanepast import LanePast
from kitchen.game.service.timeline.lanes import Lane
from kitchen.game.service.timeline.lanetrack import LaneTrack
from kitchen.game.service.timeline.timespan import TimeSpan
from kitchen.game.signs.strips import Strips
from kitchen.game.signs.subjects import Subject
from kitchen.game.signs.tables import figure
from kitchen.lab.lookahead import Foresight
from kitchen.sim.view.segment import Segment
from kitchen.sim.view.uppermost import Bar

AIR, LOW, SHARE, HIGHEST = 2.0, 10.0, 0.6, 20.0
"""Between the bars of two low lanes (logical px); how high bars are in them, in what share of a
higher one, and at most."""
MARK_ROOM = 18.0  # logical px, for a check mark


def bar_height(stage: Stage, pitch: float) -> int:
    """Of a row's bars, in device px; ``pitch`` in logical px."""
    return stage.px(min(pitch - AIR, max(LOW, pitch * SHARE), HIGHEST))


class LanePainter:
    """Draws lanes into ``area`` (device px)."""

    def __init__(self, kit: Kit, strips: Strips, area: pygame.Rect) -> None:
        self._kit = kit
        self._strips, self._area = strips, area
        self._ghosts = Ghosts(kit, strips, area)
        self.reset()

    def reset(self) -> None:
        self._tracks: dict[Subject, LaneTrack] = {}
        self._pasts: dict[Subject, LanePast] = {}
        self._band: BandPast | None = None
        self._ghosts.forget()

    @property
    def kept(self) -> int:
        """Of so many lanes there is a picture."""
        return len(self._pasts)

    def keep(self, shown: list[Lane]) -> None:
        """Forget all other lanes."""
        keys = {lane.subject for lane in shown}
        self._tracks = {key: track for key, track in self._tracks.items() if key in keys}
        self._pasts = {key: past for key, past in self._pasts.items() if key in keys}

    def draw(
        self,
        surface: pygame.Surface,
        lane: Lane,
        y: float,
        tall: float,
        view: TimeSpan,
        now: float,
        foresight: Foresight | None = None,
        flags: Sequence[pygame.Rect] = (),
    ) -> None:
        """A lane whose upper edge is at ``y``, and which is so ``tall`` (logical px). ``flags``
        will be drawn over what is foreseen: what they would cut in two is left out."""
        if lane.is_band:
            self._draw_band(surface, lane, y, tall, view, now, foresight)
            return
        height = bar_height(self._kit.stage, tall)
        top = self._kit.stage.px(y + tall / 2) - height // 2
        track = self._track(lane, view, now)
        if foresight is not None:
            self._ghosts.draw(surface, lane, top, height, view, now, foresight, flags)
        for segment in track.foreseen if foresight is None else ():
            self._future(surface, lane, segment, view, top, height, now)
        self._past(lane, view, height).draw(surface, track, view, top, self._bar)
        if bar := track.going(now):
            self._bar(surface, bar.segment, view.x(bar.start), view.x(now), top, height)
        if lane.chef is not None:
            self._numbers(surface, track, view, now, top + height // 2, height)
        endings = track.endings if lane.chefs else lane.endings(view.start, now, 0.0)
        for end, served in endings:
            self._end(surface, served, view.x(end), top + height // 2)

    def prepare(
        self, lane: Lane, y: float, tall: float, view: TimeSpan, foresight: Foresight
    ) -> bool:
        """Make what is foreseen of a lane that is there (logical px) before it is shown; whether
        that was still to be done."""
        box = self._band_box(y, tall)
        height = box.height if lane.is_band else bar_height(self._kit.stage, tall)
        return self._ghosts.prepare(lane, view, height, foresight)

    def _band_box(self, y: float, tall: float) -> pygame.Rect:
        return self._kit.stage.rect(0, y + AIR / 2, 0, tall - AIR)

    def _draw_band(
        self, surface: pygame.Surface, lane: Lane, y: float, tall: float, view: TimeSpan,
        now: float, foresight: Foresight | None,
    ) -> None:  # fmt: skip
        box = self._band_box(y, tall)
        if self._band is None or not self._band.fits(view, box.height):
            self._band = BandPast(view, box.height)
        self._band.draw(surface, lane, box, view, now)
        if foresight is not None:
            self._ghosts.band(surface, lane, box, view, now, foresight)

    def bars(self, lane: Lane, view: TimeSpan, now: float) -> list[Bar]:
        """What is to be seen in it, and what was before the window."""
        return self._track(lane, view, now).bars

    def _track(self, lane: Lane, view: TimeSpan, now: float) -> LaneTrack:
        track = self._tracks.get(lane.subject)
        if track is None or track.lane is not lane:
            if track is not None and track.lane.orders != lane.orders:
                self._pasts.pop(lane.subject, None)  # other dishes have no lane of their own
            track = self._tracks[lane.subject] = LaneTrack(lane)
        track.follow(view, now, self._kit.stage.px(MARK_ROOM) / view.scale)
        return track

    def _past(self, lane: Lane, view: TimeSpan, height: int) -> LanePast:
        past = self._pasts.get(lane.subject)
        if past is None or not past.fits(view, height):
            past = self._pasts[lane.subject] = LanePast(view, height)
        return past

    def _bar(
        self, surface: pygame.Surface, segment: Segment, x: int, end: int, top: int, height: int
    ) -> None:
        if segment.kind in ("hands", "staring"):
            end -= self._kit.stage.line(1)  # steps that follow each other stay apart
        end = max(end, x + 1)
        self._strips.draw(surface, segment.kind, x, end, top, height)

    def _future(
        self,
        surface: pygame.Surface,
        lane: Lane,
        segment: Segment,
        view: TimeSpan,
        top: int,
        height: int,
        now: float,
    ) -> None:
        """The ghost of what goes on: to the end of the hands' work, or to the ring."""
        if segment.kind == "hands":
            goal = segment.end if segment.end is not None else now
        elif segment.kind in ("cooking", "staring") and segment.end is None:
            goal = lane.ring(segment)
        else:
            return
        if goal > now:
            x = view.x(now) - self._kit.stage.px(4)
            self._strips.ghost(surface, segment.kind, x, view.x(goal), top, height)

    def _numbers(
        self, surface: pygame.Surface, track: LaneTrack, view: TimeSpan, now: float, middle: int,
        height: int,
    ) -> None:  # fmt: skip
        """Whose hands-on work each is, where there is room to say so."""
        size = 12 if height < self._kit.stage.px(14) else 13
        gap, room = self._kit.stage.line(1), self._kit.stage.px(5)
        orders = track.lane.view.orders
        for bar in track.bars[: track.over + 1]:
            end = min(view.x(bar.until(now)) - gap, self._area.right)
            x = max(view.x(bar.start), self._area.left)
            if bar.segment.kind == "hands" and end - x > room:
                table = figure(orders[bar.segment.order])
                text = self._kit.type.ui(table, size, p.INK, "bold")
                if text.get_width() + room <= end - x:
                    surface.blit(text, text.get_rect(center=((x + end) // 2, middle)))

    def _end(self, surface: pygame.Surface, served: bool, x: int, middle: int) -> None:
        """How a dish ended: a check mark, or a cross."""
        if not self._area.left <= x < self._area.right - self._kit.stage.px(12):
            return
        place = (x + self._kit.stage.px(9), middle)
        cross = self._kit.type.ui("×", 15, p.RED_TEXT, "bold")
        mark = self._kit.art.get("check", 11) if served else cross
        surface.blit(mark, mark.get_rect(center=place))
