"""The timeline: who was needed when. One lane a dish under one chef's; or one lane a chef."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pygame

from kitchen.game import format as fmt
from kitchen.game import paint
from kitchen.game import palette as p
from kitchen.game.art import Art
from kitchen.game.cache import Lru
from kitchen.game.ease import Tween, out_cubic
from kitchen.game.lanes import MOST_ORDERS, Lane, lanes
from kitchen.game.moment import Moment
from kitchen.game.stage import Stage
from kitchen.game.strips import Strips
from kitchen.game.type import Type
from kitchen.game.vessels import icon
from kitchen.sim.views import Segment, SegmentKind

SLIDE_SECONDS = 0.25  # lanes move up when an older one goes
FIRST_SPAN, LAST_SPAN = 45.0, 90.0  # wall seconds at 1x in the window: it widens, then scrolls
NOW_AT = 0.62  # the marker's place in the window, once it has got there

TOP, HEIGHT, WIDTH = 540.0, 180.0, 1280.0  # logical px
HEAD_Y, AXIS_Y = 560.0, 577.0
LANES_X, LANES_END = 116.0, 1264.0
LANES_Y, LANES_H = 586.0, 132.0
PITCH_LEAST, PITCH_MOST = 12.0, 22.0
NAME_W = 59.0  # room for a dish's name
TICK_ROOM = 84.0  # logical px between two ticks, at least
TICKS = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 36000)  # s

BED_TOP: p.Colour = (0x23, 0x16, 0x2D)
BED_BOTTOM: p.Colour = (0x1B, 0x11, 0x23)
ROW: p.Colour = (0x27, 0x1C, 0x31)
CHEF_ROW: p.Colour = (0x23, 0x29, 0x39)
GRID: p.Colour = (0x39, 0x2B, 0x44)
DEPTH = {"blocked": 0, "cooking": 1, "staring": 2, "ready": 3, "burning": 4, "hands": 5}
LEGEND: dict[SegmentKind, str] = {
    "hands": "hands on",
    "cooking": "cooking, nobody needed",
    "ready": "waiting for the chef",
    "burning": "burning",
    "staring": "staring at the pot",
    "blocked": "wants a station",
}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of kitchen time in view, in device px."""

    start: float
    """Seconds at the left edge; a whole number of device px from the kitchen's opening."""
    scale: float
    """Device px for each second."""
    left: int
    right: int

    def x(self, t: float) -> int:
        return self.left + round((t - self.start) * self.scale)

    def time(self, x: float) -> float:
        return self.start + (x - self.left) / self.scale

    @property
    def end(self) -> float:
        return self.time(self.right)


def window(now: float, tempo: float, left: int, right: int) -> Window:
    """At first 45 wall seconds' worth, from the opening; wider up to 90; then it scrolls.

    It moves by whole px: what is past keeps its shape while it scrolls.
    """
    span = min(max(now / NOW_AT, tempo * FIRST_SPAN), tempo * LAST_SPAN)
    scale = (right - left) / span
    start = max(0.0, now - span * NOW_AT)
    return Window(round(start * scale) / scale, scale, left, right)


class Timeline:
    """Draws the lower strip of the service scene."""

    def __init__(self, stage: Stage, type_: Type, art: Art) -> None:
        self._stage, self._type, self._art = stage, type_, art
        self._strips = Strips(stage)
        self._labels: Lru[pygame.Surface] = Lru(80)
        self._beds: Lru[pygame.Surface] = Lru(6)
        self._area = stage.rect(LANES_X, LANES_Y, LANES_END - LANES_X, LANES_H)
        self.reset()

    def reset(self) -> None:
        """Forget what moves."""
        self._places: dict[int, tuple[Tween, float]] = {}

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        shown = lanes(moment.view)
        pitch = min(PITCH_MOST, max(PITCH_LEAST, LANES_H / max(1, len(shown))))
        pitch = PITCH_LEAST if len(moment.view.chefs) <= 1 else pitch
        rows = MOST_ORDERS + 1 if len(moment.view.chefs) <= 1 else len(shown)
        surface.blit(self._bed(moment, rows, pitch), (0, self._stage.px(TOP)))
        view = window(moment.now, moment.tempo, self._area.left, self._area.right)
        self._axis(surface, view, moment)
        self._share(surface, moment)
        before, self._places = self._places, {}
        for index, lane in enumerate(shown):
            y = LANES_Y + pitch * self._place(lane, index, before, moment.wall)
            self._label(surface, lane, y, pitch)
            clip = surface.get_clip()
            surface.set_clip(self._area)
            self._lane(surface, lane, y, pitch, view, moment)
            surface.set_clip(clip)
        self._marker(surface, view, moment)
        self._tip(surface, shown, pitch, view, moment)

    def _place(
        self, lane: Lane, index: int, before: dict[int, tuple[Tween, float]], wall: float
    ) -> float:
        """The lane's row, on its way from the row where it was."""
        tween, since = before.get(lane.key, (Tween(index, index, 0.0), wall))
        if tween.end != index:
            tween = Tween(tween.at(wall - since), index, SLIDE_SECONDS, out_cubic)
            since = wall
        self._places[lane.key] = tween, since
        return tween.at(wall - since)

    def _axis(self, surface: pygame.Surface, view: Window, moment: Moment) -> None:
        s, marker = self._stage, view.x(moment.now)
        least = s.px(TICK_ROOM) / view.scale
        step = next((tick for tick in TICKS if tick >= least), TICKS[-1])
        t = step * -(-view.start // step)
        while t <= view.end + 1e-9:
            x = view.x(t)
            surface.fill(GRID, (x, self._area.top, s.line(1), self._area.height))
            if abs(x - marker) > s.px(46):
                text = self._type.code(
                    fmt.duration(t) if step < 60 else fmt.clock(t), 12, p.LILAC
                )
                spot = text.get_rect(center=(x, s.px(AXIS_Y)))
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
        view: Window,
        moment: Moment,
    ) -> None:
        top, height = self._bar(y, pitch)
        for segment in _by_depth(lane.between(view.start, view.end)):
            end = segment.until(moment.now)
            x, right_end = view.x(segment.start), view.x(end)
            if segment.kind in ("hands", "staring"):
                right_end -= self._stage.line(1)  # steps that follow each other stay apart
            right_end = max(right_end, x + 1)
            self._future(surface, lane, segment, view, top, height, moment.now)
            self._strips.draw(surface, segment.kind, x, right_end, top, height)
            if lane.chef and segment.kind == "hands":
                self._number(surface, segment.order, x, right_end, top + height / 2, pitch)
        for end, served in lane.endings(view.start, moment.now, self._stage.px(18) / view.scale):
            self._end(surface, served, view.x(end), top + height // 2)

    def _bar(self, y: float, pitch: float) -> tuple[int, int]:
        """Upper edge and height of a lane's bars, in device px; all lanes have the same."""
        height = self._stage.px(min(pitch - 2.0, 14.0))
        return self._stage.px(y + pitch / 2) - height // 2, height

    def _future(
        self,
        surface: pygame.Surface,
        lane: Lane,
        segment: Segment,
        view: Window,
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
        self, surface: pygame.Surface, order: int, x: int, end: int, middle: float, pitch: float
    ) -> None:
        """Whose work it is, where there is room to say so."""
        text = self._type.ui(str(order), 12 if pitch < 16 else 13, p.INK, "bold")
        x, end = max(x, self._area.left), min(end, self._area.right)
        if text.get_width() + self._stage.px(5) <= end - x:
            surface.blit(text, text.get_rect(center=((x + end) // 2, round(middle))))

    def _end(self, surface: pygame.Surface, served: bool, x: int, middle: int) -> None:
        """How a dish ended: a check mark, or a cross."""
        if not self._area.left <= x < self._area.right - self._stage.px(12):
            return
        place = (x + self._stage.px(9), middle)
        cross = self._type.ui("×", 15, p.RED_TEXT, "bold")
        mark = self._art.get("check", 11) if served else cross
        surface.blit(mark, mark.get_rect(center=place))

    def _marker(self, surface: pygame.Surface, view: Window, moment: Moment) -> None:
        s, x = self._stage, view.x(moment.now)
        top = s.px(AXIS_Y)
        surface.fill(p.TOMATO, (x, top, s.line(2), self._area.bottom - top))
        text = self._type.code(fmt.clock(moment.now), 12, p.CREAM, "semibold")
        width = max(s.px(42), text.get_width() + s.px(14))
        tag = paint.pill((width, s.px(17)), p.ACTION)
        spot = tag.get_rect(center=(x + s.line(2) // 2, top))
        spot.left = max(spot.left, s.px(LANES_X - 21))
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
        right, y = self._stage.px(LANES_END), self._stage.px(HEAD_Y)
        spot = words.get_rect(midright=(right, y))
        surface.blit(words, spot)
        tone = p.MINT if share >= 0.6 else p.AMBER if share >= 0.3 else p.RED_TEXT
        number = self._type.display(f"{round(100 * share)}%", 18, tone)
        surface.blit(number, number.get_rect(midright=(spot.left - self._stage.px(8), y)))

    # -- under the pointer ---------------------------------------------------------------------

    def _tip(
        self,
        surface: pygame.Surface,
        shown: list[Lane],
        pitch: float,
        view: Window,
        moment: Moment,
    ) -> None:
        """What the bar under the pointer is."""
        if moment.hover is None or not LANES_Y <= moment.hover[1] < LANES_Y + LANES_H:
            return
        index = int((moment.hover[1] - LANES_Y) // pitch)
        x = moment.hover[0] * self._stage.k
        if index >= len(shown) or not self._area.left <= x < self._area.right:
            return
        t, s = view.time(x), self._stage
        found = [
            segment
            for segment in _by_depth(shown[index].between(view.start, view.end))
            if segment.start <= t < (moment.now if segment.end is None else segment.end)
        ]
        if not found:
            return
        text = self._type.ui(_describe(found[-1], moment.now), 13, p.CREAM)
        size = (text.get_width() + s.px(18), s.px(24))
        spot = pygame.Rect((0, 0), size)
        spot.midbottom = round(x), s.px(LANES_Y + pitch * index - 3)
        spot.clamp_ip(pygame.Rect(s.px(8), s.px(TOP), s.px(WIDTH - 16), s.px(HEIGHT)))
        surface.blit(paint.box(size, s.px(7), p.PLUM_HI, p.MAUVE, s.line(1)), spot)
        surface.blit(text, text.get_rect(center=spot.center))

    # -- baked ---------------------------------------------------------------------------------

    def _label(self, surface: pygame.Surface, lane: Lane, y: float, pitch: float) -> None:
        label = self._labels.get((lane.key, lane.title, pitch), lambda: self._make_label(lane))
        spot = label.get_rect(midleft=(self._stage.px(12), self._stage.px(y + pitch / 2)))
        surface.blit(label, spot)

    def _make_label(self, lane: Lane) -> pygame.Surface:
        """Icon, number and name in a row of 102 x 14 logical px."""
        s = self._stage
        label = paint.clear((s.px(102), s.px(14)), p.CREAM)
        middle = label.get_height() // 2
        picture = self._art.get("chef_hat" if lane.chef else icon(lane.dish), 13, 11)
        label.blit(picture, picture.get_rect(center=(s.px(12), middle)))
        if lane.chef:
            text = self._type.ui(lane.title, 13, p.CREAM, "semibold")
            label.blit(text, text.get_rect(midleft=(s.px(26), middle)))
            return label
        number = self._type.ui(str(lane.key), 13, p.CREAM, "bold")
        label.blit(number, number.get_rect(midright=(s.px(38), middle)))
        name = fmt.short_title(lane.title, self._fits)
        size = 13 if self._fits(name) else 12
        name = self._type.elide(name, size, NAME_W, weight="medium")
        text = self._type.ui(name, size, p.LILAC, "medium")
        label.blit(text, text.get_rect(midleft=(s.px(43), middle)))
        return label

    def _fits(self, name: str) -> bool:
        return self._type.width(name, 13, weight="medium") <= NAME_W

    def _bed(self, moment: Moment, count: int, pitch: float) -> pygame.Surface:
        key = (count, pitch, len(moment.view.chefs), moment.attention)
        return self._beds.get(key, lambda: self._make_bed(*key))

    def _make_bed(self, count: int, pitch: float, chefs: int, attention: str) -> pygame.Surface:
        """Everything behind the lanes, opaque; the title and the legend."""
        s = self._stage
        bed = pygame.Surface((s.px(WIDTH), s.px(TOP + HEIGHT) - s.px(TOP)))
        bed.blit(paint.gradient(bed.get_size(), BED_TOP, BED_BOTTOM), (0, 0))
        bed.fill(p.AUBERGINE, (0, 0, s.px(WIDTH), s.px(4)))
        bed.fill((0x46, 0x36, 0x50), (0, s.px(4), s.px(WIDTH), s.line(1)))
        for index in range(count):
            y = LANES_Y - TOP + pitch * index
            row = s.rect(12, y, LANES_END - 12, pitch)
            if chefs <= 1 and index == 0:
                bed.fill(CHEF_ROW, row)
            elif index % 2 == (0 if chefs <= 1 else 1):
                bed.fill(ROW, row)
        title = self._type.display("Timeline", 18, p.CREAM)
        bed.blit(title, title.get_rect(midleft=(s.px(16), s.px(HEAD_Y - TOP))))
        self._legend(bed, chefs, attention)
        return bed

    def _legend(self, bed: pygame.Surface, chefs: int, attention: str) -> None:
        s, x, y = self._stage, LANES_X, HEAD_Y - TOP
        height = s.px(10)
        for kind in _legend(chefs, attention):
            words = LEGEND[kind]
            left = s.px(x)
            self._strips.draw(bed, kind, left, left + s.px(22), s.px(y) - height // 2, height)
            text = self._type.ui(words, 13, p.LILAC, "medium")
            bed.blit(text, text.get_rect(midleft=(s.px(x + 28), s.px(y))))
            x += 28 + text.get_width() / s.k + 18


def _legend(chefs: int, attention: str) -> list[SegmentKind]:
    """The kinds of bars that such a brigade's timeline can show."""
    if attention == "stay":
        return ["hands", "staring", "ready"] if chefs == 1 else ["hands", "staring"]
    return ["hands"] if chefs > 1 else ["hands", "cooking", "ready", "burning", "blocked"]


def _by_depth(segments: Iterable[Segment]) -> list[Segment]:
    """Parts of one dish share its lane: what needs a chef lies on top."""
    return sorted(segments, key=lambda segment: DEPTH[segment.kind])


def _describe(segment: Segment, now: float) -> str:
    words = {
        "hands": segment.what,
        "cooking": segment.what,
        "ready": "waits for a chef",
        "burning": "burns",
        "staring": f"staring: {segment.what}",
        "blocked": "waits for a station or its parts",
    }[segment.kind]
    end = now if segment.end is None else segment.end
    return f"#{segment.order} {words}, {fmt.duration(end - segment.start)}"
