"""The timeline: who was needed when. One lane a dish under one chef's; or one lane a chef."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.art import Art
from kitchen.game.draw.ease import Tween, out_cubic
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type
from kitchen.game.moment import Moment
from kitchen.game.telling.subjects import Chef, Dish, Spot, Stretch, Subject
from kitchen.game.timeline.lanelabel import LaneLabels
from kitchen.game.timeline.lanepast import LanePasts
from kitchen.game.timeline.lanes import Lane, lanes
from kitchen.game.timeline.strips import Strips
from kitchen.game.timeline.timelinebed import LABEL, Ground, TimelineBed
from kitchen.game.timeline.timespan import TimeSpan, time_span
from kitchen.sim.views import Segment

SLIDE_SECONDS = 0.25  # lanes move up when an older one goes

PITCH_MOST = 22.0  # logical px
TICK_ROOM = 84.0  # logical px between two ticks, at least
TICKS = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 36000)  # s

GRID: p.Colour = (0x39, 0x2B, 0x44)
DEPTH = {"blocked": 0, "cooking": 1, "staring": 2, "ready": 3, "burning": 4, "hands": 5}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Timeline:
    """Draws the lower strip of the service scene."""

    def __init__(self, stage: Stage, type_: Type, art: Art) -> None:
        self._stage, self._type, self._art = stage, type_, art
        g = self._ground = Ground(stage, type_.grown(LABEL))
        self._strips = Strips(stage)
        self._labels = LaneLabels(stage, type_, art, g.lanes_x)
        self._beds = TimelineBed(stage, type_, self._strips, g)
        self._area = stage.rect(g.lanes_x, g.lanes_y, g.lanes_end - g.lanes_x, g.lanes_h)
        self._pitch = g.lanes_h / g.rows
        self._strips.warm(self._bar(g.lanes_y, self._pitch)[1])
        self._labels_area = stage.rect(0, g.lanes_y, g.lanes_x, g.lanes_h)
        self._whole = stage.rect(0, g.top, g.width, g.height)
        self._picture = pygame.Surface(self._whole.size)
        self.reset()

    def reset(self) -> None:
        """Forget what moves, and the picture of it."""
        self._drawn: tuple[object, ...] | None = None
        self._pasts = LanePasts()
        self._places: dict[int, tuple[Tween, float]] = {}
        self._last = -1.0  # the row of the lane drawn last

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        chefs, rows = len(moment.view.chefs), self._ground.rows
        shown = self._shown(moment)
        pitch = self._lane_height(chefs, len(shown))
        if chefs > 1:
            rows = len(shown)
        view = time_span(moment.now, moment.tempo, self._area.left, self._area.right)
        places = self._slide(shown, moment.wall)
        # All of it moves by whole px and changes with a fact: most frames show the picture before.
        now_px = round(moment.now * view.scale)
        look = (chefs, moment.attention, moment.view.facts, now_px, view.scale, tuple(places))
        if look == self._drawn:
            surface.blit(self._picture, self._whole)
        else:
            self._drawn = look
            self._pasts.keep(shown)
            surface.blit(self._beds.get(rows, pitch, chefs, moment.attention), self._whole)
            self._axis(surface, view, moment)
            self._lanes(surface, shown, places, pitch, view, moment)
            self._picture.blit(surface, (0, 0), self._whole)
        self._share(surface, moment)
        self._marker(surface, view, moment)

    def _lanes(
        self,
        surface: pygame.Surface,
        shown: list[Lane],
        places: list[float],
        pitch: float,
        view: TimeSpan,
        moment: Moment,
    ) -> None:
        clip = surface.get_clip()
        for lane, place in zip(shown, places, strict=True):
            y = self._ground.lanes_y + pitch * place
            surface.set_clip(self._labels_area)
            self._labels.draw(surface, lane, y + pitch / 2, pitch)
            surface.set_clip(self._area)
            self._lane(surface, lane, y, pitch, view, moment)
        surface.set_clip(clip)

    def _shown(self, moment: Moment) -> list[Lane]:
        g, many = self._ground, len(moment.view.chefs) > 1
        return lanes(moment.view, g.most_rows if many else g.rows)

    def _slide(self, shown: list[Lane], wall: float) -> list[float]:
        """The row of every lane, on its way from the row where it was."""
        before, self._places, self._last = self._places, {}, -1.0
        return [self._place(lane, index, before, wall) for index, lane in enumerate(shown)]

    def _place(
        self, lane: Lane, index: int, before: Mapping[int, tuple[Tween, float]], wall: float
    ) -> float:
        """The lane's row, on its way from the row where it was."""
        known = before.get(lane.key)
        tween, since = known or (Tween(index, index, 0.0), wall)
        if known is None:
            # A new lane follows the one above it, which may still be on its way.
            start = max(float(index), self._last + 1.0)
            tween = Tween(start, index, SLIDE_SECONDS, out_cubic)
        elif tween.end != index:
            tween = Tween(tween.at(wall - since), index, SLIDE_SECONDS, out_cubic)
            since = wall
        self._places[lane.key] = tween, since
        self._last = tween.at(wall - since)
        return self._last

    def _axis(self, surface: pygame.Surface, view: TimeSpan, moment: Moment) -> None:
        s, marker = self._stage, view.x(moment.now)
        least = s.px(TICK_ROOM) / view.scale
        step = next((tick for tick in TICKS if tick >= least), TICKS[-1])
        t = step * -(-view.start // step)
        while t <= view.end + 1e-9:
            x = view.x(t)
            surface.fill(GRID, (x, self._area.top, s.line(1), self._area.height))
            if abs(x - marker) > s.px(46):
                text = self._type.code(fmt.duration(t) if step < 60 else fmt.clock(t), 12, p.LILAC)
                spot = text.get_rect(center=(x, s.px(self._ground.axis_y)))
                spot.left = max(spot.left, self._area.left)
                spot.right = min(spot.right, self._area.right)
                surface.blit(text, spot)
            t += step

    def _lane(
        self,
        surface: pygame.Surface,
        lane: Lane,
        y: float,
        pitch: float,
        view: TimeSpan,
        moment: Moment,
    ) -> None:
        (top, height), now = self._bar(y, pitch), moment.now
        over: list[Segment] = []
        below: list[Segment] = []
        above: list[Segment] = []
        for segment in _by_depth(lane.between(view.start, view.end)):
            if segment.end is not None and segment.end <= now:
                over.append(segment)
            else:
                (above if DEPTH[segment.kind] >= DEPTH["ready"] else below).append(segment)
        for segment in below:
            self._going_on(surface, lane, segment, view, top, height, now)
        self._pasts.draw(surface, lane, over, view, top, height, self._segment)
        for segment in above:
            self._going_on(surface, lane, segment, view, top, height, now)
        if lane.chef is not None:
            for segment in (*over, *above):
                self._number(surface, segment, view, now, top + height // 2, height)
        for end, served in lane.endings(view.start, moment.now, self._stage.px(18) / view.scale):
            self._end(surface, served, view.x(end), top + height // 2)

    def _going_on(
        self,
        surface: pygame.Surface,
        lane: Lane,
        segment: Segment,
        view: TimeSpan,
        top: int,
        height: int,
        now: float,
    ) -> None:
        """A stretch that is not over, up to now, and the ghost of the rest."""
        self._future(surface, lane, segment, view, top, height, now)
        x, end = view.x(segment.start), view.x(now)
        self._segment(surface, segment, x, end, top, height)

    def _segment(
        self,
        surface: pygame.Surface,
        segment: Segment,
        x: int,
        end: int,
        top: int,
        height: int,
    ) -> None:
        if segment.kind in ("hands", "staring"):
            end -= self._stage.line(1)  # steps that follow each other stay apart
        end = max(end, x + 1)
        self._strips.draw(surface, segment.kind, x, end, top, height)

    def _bar(self, y: float, pitch: float) -> tuple[int, int]:
        """Upper edge and height of a lane's bars, in device px; all lanes have the same."""
        height = self._stage.px(min(pitch - 2.0, 14.0))
        return self._stage.px(y + pitch / 2) - height // 2, height

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
            x = view.x(now) - self._stage.px(4)
            self._strips.ghost(surface, segment.kind, x, view.x(goal), top, height)

    def _number(
        self,
        surface: pygame.Surface,
        segment: Segment,
        view: TimeSpan,
        now: float,
        middle: int,
        height: int,
    ) -> None:
        """Whose hands-on work it is, where there is room to say so."""
        if segment.kind != "hands":
            return
        x = max(view.x(segment.start), self._area.left)
        end = min(view.x(segment.until(now)) - self._stage.line(1), self._area.right)
        size = 12 if height < self._stage.px(14) else 13
        text = self._type.ui(str(segment.order), size, p.INK, "bold")
        if text.get_width() + self._stage.px(5) <= end - x:
            surface.blit(text, text.get_rect(center=((x + end) // 2, middle)))

    def _end(self, surface: pygame.Surface, served: bool, x: int, middle: int) -> None:
        """How a dish ended: a check mark, or a cross."""
        if not self._area.left <= x < self._area.right - self._stage.px(12):
            return
        place = (x + self._stage.px(9), middle)
        cross = self._type.ui("×", 15, p.RED_TEXT, "bold")
        mark = self._art.get("check", 11) if served else cross
        surface.blit(mark, mark.get_rect(center=place))

    def _marker(self, surface: pygame.Surface, view: TimeSpan, moment: Moment) -> None:
        s, x = self._stage, view.x(moment.now)
        top = s.px(self._ground.axis_y)
        surface.fill(p.TOMATO, (x, top, s.line(2), self._area.bottom - top))
        text = self._type.code(fmt.clock(moment.now), 12, p.CREAM, "semibold")
        width = max(s.px(42), text.get_width() + s.px(14))
        tag = paint.pill((width, s.px(17)), p.ACTION)
        spot = tag.get_rect(center=(x + s.line(2) // 2, top))
        spot.left = max(spot.left, s.px(self._ground.lanes_x - 21))
        surface.blit(tag, spot)
        surface.blit(text, text.get_rect(center=spot.center))

    def _share(self, surface: pygame.Surface, moment: Moment) -> None:
        """How much of what is paid for is work."""
        view = moment.view
        if moment.now < 1.0 or not view.chefs:
            return
        share, count = view.utilisation(moment.now), len(view.chefs)
        whose = NUMBERS[count] if count < len(NUMBERS) else str(count)
        whose = "the chef's" if count == 1 else f"{whose} chefs'"
        words = self._type.ui(f"of {whose} time is hands-on work", 14, p.LILAC, "medium")
        right, y = self._stage.px(self._ground.lanes_end), self._stage.px(self._ground.head_y)
        spot = words.get_rect(midright=(right, y))
        surface.blit(words, spot)
        tone = p.MINT if share >= 0.6 else p.AMBER if share >= 0.3 else p.RED_TEXT
        number = self._type.display(f"{round(100 * share)}%", 18, tone)
        surface.blit(number, number.get_rect(midright=(spot.left - self._stage.px(8), y)))

    # -- pointing ---------------------------------------------------------------------

    def _lane_height(self, chefs: int, shown: int) -> float:
        """In logical px, of so many lanes."""
        return self._pitch if chefs <= 1 else min(PITCH_MOST, self._ground.lanes_h / max(1, shown))

    def spots(self, moment: Moment) -> list[Spot[Subject]]:
        """Its lanes."""
        g, shown = self._ground, self._shown(moment)
        pitch = self._lane_height(len(moment.view.chefs), len(shown))
        return [
            Spot((12.0, g.lanes_y + pitch * index, g.lanes_end - 12.0, pitch), _owner(lane))
            for index, lane in enumerate(shown)
        ]

    def under(self, pos: tuple[float, float], moment: Moment) -> Spot[Subject] | None:
        """The bar under a point; beside the bars, whose lane it is."""
        x, k = pos[0] * self._stage.k, self._stage.k
        spots, shown = self.spots(moment), self._shown(moment)
        index = next((i for i, spot in enumerate(spots) if spot.holds(pos)), None)
        if index is None:
            return None
        if not self._area.left <= x < self._area.right:
            return spots[index] if pos[0] < self._ground.lanes_x else None
        view = time_span(moment.now, moment.tempo, self._area.left, self._area.right)
        t, (_, top, _, pitch) = view.time(x), spots[index].box
        for bar in reversed(_by_depth(shown[index].between(view.start, view.end))):
            end = moment.now if bar.end is None else min(bar.end, moment.now)
            if bar.start <= t < end:
                left = max(self._ground.lanes_x, view.x(bar.start) / k)
                box = (left, top, max(4.0, view.x(end) / k - left), pitch)
                return Spot(box, Stretch(bar.order, bar.part, bar.kind, bar.start))
        return None


def _owner(lane: Lane) -> Subject:
    return Dish(lane.key) if lane.key > 0 else Chef(-lane.key)


def _by_depth(segments: Iterable[Segment]) -> list[Segment]:
    """Parts of one dish share its lane: what needs a chef lies on top."""
    return sorted(segments, key=lambda segment: DEPTH[segment.kind])
