"""The strips of a run: what the chef and each dish did on one axis, and the handle of its time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import pygame

from kitchen.game.controls.control import Touch
from kitchen.game.controls.slider import Slider
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.lesson.parts.dashes import dashed, dotted
from kitchen.game.lesson.parts.layout import RADIUS
from kitchen.game.lesson.shown.runlanes import LaneStretch, RunLane
from kitchen.game.signs.strips import Strips
from kitchen.lessons.steps import Proof
from kitchen.plain import INFINITY

LABEL_X, ICON_X, TRACK_X, TRACK_END = 50.0, 33.0, 108.0, 706.0
"""From the left edge of the box: the names, their drawings, and the axis."""
AXIS_Y, ROWS_Y, FOOT = 16.0, 30.0, 7.0
PITCH, BAR_SHARE, BAR = 37.0, 0.56, 20.0
LABELS = (0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0,
          7200.0, 14400.0)  # fmt: skip
APART = 104.0
NAMED = 9.0
"""Logical px that a row is high at least that is named."""
TAG_H, NEAR = 19.0, 64.0
FLAG: p.Colour = (0x3A, 0x2C, 0x16)


@dataclass(frozen=True)
class StripWishes:
    """``go_to`` is told the moment that the handle is dragged to; ``step``, which way it is
    stepped."""

    go_to: Callable[[float], object]
    step: Callable[[int], object]


class RunStrips(Slider):
    """``par`` is where the run should have ended; None: there is none. ``value`` is the moment
    looked at, in seconds of kitchen time."""

    radius = RADIUS

    def __init__(
        self, kit: Kit, box: Box, lanes: Sequence[RunLane], end: float, par: float | None,
        wishes: StripWishes, name: str = "",
    ) -> None:  # fmt: skip
        last = max(end, par or 0.0, 1e-6)
        super().__init__(kit, box, "", 0.0, (0.0, end or 1e-6), last / 100, wishes.go_to,
                         fmt.clock, 0.0)  # fmt: skip
        self._lanes, self._par, self._wishes, self._name = lanes, par, wishes, name
        self._last = last * 1.02
        least = self._last * APART / (TRACK_END - TRACK_X)
        self._step = next((step for step in LABELS if step >= least), LABELS[-1])
        self._labels = [i * self._step for i in range(int(self._last / self._step) + 1)]
        self._grain = fmt.grain_of(last)
        self.proof: Proof | None = None
        """What is framed: it proves an answer."""
        self.known = INFINITY
        """What comes after that moment is not told."""
        self._strips = Strips(kit)

    @property
    def _track(self) -> tuple[float, float]:
        """So that the slider's own ends are those of the run."""
        width = TRACK_END - TRACK_X
        return self.box[0] + TRACK_X, width * self.high / self._last

    def adjust(self, step: int) -> bool:
        self._wishes.step(step)
        return True

    def drag(self, pos: tuple[float, float]) -> None:
        left, width = self._track
        self.value = min(1.0, max(0.0, (pos[0] - left) / width)) * self.high
        self._changed(self.value)

    @cached_property
    def _title_size(self) -> float:
        """One size for all names."""
        most = min(15.0, self.pitch * 0.62)
        sizes = [most, most * 0.9, most * 0.8, most * 0.7]
        titles = [lane.title for lane in self._lanes]
        return self.kit.type.one_size(sizes, titles, TRACK_X - LABEL_X - 4.0)

    @cached_property
    def _bright(self) -> pygame.Surface:
        return self._bake(False)

    @cached_property
    def _dim(self) -> pygame.Surface:
        return self._bake(True)

    @cached_property
    def _bare(self) -> pygame.Surface:
        return self._bake(None)

    # -- what stands still ---------------------------------------------------------------------

    @property
    def pitch(self) -> float:
        room = self.box[3] - ROWS_Y - FOOT
        return min(PITCH, room / max(1, len(self._lanes)))

    def _x(self, t: float) -> float:
        """In logical px from the left edge of the box."""
        return TRACK_X + (TRACK_END - TRACK_X) * t / self._last

    def _bake(self, dim: bool | None) -> pygame.Surface:
        """All of it, as what is past (or ``dim``: as what is to come); None: as what nobody knows
        yet."""
        stage = self.kit.stage
        size = stage.rect(*self.box).size
        ground = pygame.Surface(size).convert()
        ground.fill(p.NIGHT)
        ground.blit(paint.panel(size, stage.px(RADIUS), stage.line(1)), (0, 0))
        for index, lane in enumerate(self._lanes):
            self._row(ground, index, lane)
        if self.pitch < NAMED:
            self._groups(ground)
        self._axis(ground)
        for index, lane in enumerate(self._lanes if dim is not None else ()):
            assert dim is not None
            for stretch in lane.stretches:
                self._stretch(ground, index, stretch, dim)
            self._end(ground, index, lane, dim)
        return ground

    def _row(self, ground: pygame.Surface, index: int, lane: RunLane) -> None:
        kit, stage, pitch = self.kit, self.kit.stage, self.pitch
        y = ROWS_Y + pitch * index
        area = stage.rect(14.0, y + 1.0, self.box[2] - 28.0, pitch - 2.0)
        chef = lane.picture == "chef_hat"
        fill = p.mix(p.NIGHT, p.MINT, 0.10) if chef else p.mix(p.NIGHT, p.PLUM, 0.4)
        ground.blit(paint.box(area.size, stage.px(6), fill), area)
        if pitch < NAMED:
            return
        if kit.art.has(lane.picture):
            sign = kit.art.get(lane.picture, height=min(22.0, pitch - 3.0))
            kit.put(ground, sign, ICON_X, y + pitch / 2, "center")
        words = kit.type.elide(lane.title, self._title_size, TRACK_X - LABEL_X - 4.0)
        name = kit.type.ui(words, self._title_size, p.CREAM)
        kit.put(ground, name, LABEL_X, y + pitch / 2)

    def _groups(self, ground: pygame.Surface) -> None:
        """Where rows are too low to be named: how many of a kind there are, beside them."""
        kit, top = self.kit, ROWS_Y
        for picture, lanes in groupby(self._lanes, key=lambda lane: lane.picture):
            count = len(list(lanes))
            high = count * self.pitch
            if high >= NAMED:
                if kit.art.has(picture):
                    sign = kit.art.get(picture, height=min(22.0, high - 2.0))
                    kit.put(ground, sign, ICON_X, top + high / 2, "center")
                words = kit.type.ui(f"{count}", min(15.0, high * 0.62), p.CREAM, "bold")
                kit.put(ground, words, LABEL_X + 8.0, top + high / 2)
            top += high

    def _axis(self, ground: pygame.Surface) -> None:
        kit, stage = self.kit, self.kit.stage
        top, bottom = stage.px(ROWS_Y), stage.px(ROWS_Y + self.pitch * len(self._lanes))
        for t in self._labels:
            ground.fill(p.PLUM_HI, (stage.px(self._x(t)), top, stage.line(1), bottom - top))
        if self._name:
            kit.put(ground, kit.type.ui(self._name, 14, p.CREAM, "bold"), 16.0, AXIS_Y)

    def _stretch(self, ground: pygame.Surface, index: int, s: LaneStretch, dim: bool) -> None:
        stage = self.kit.stage
        high = stage.px(min(BAR, max(5.0, self.pitch * BAR_SHARE)))
        middle = stage.px(ROWS_Y + self.pitch * (index + 0.5))
        left, right = stage.px(self._x(s.start)), stage.px(self._x(s.end))
        top = middle - high // 2
        if s.kind == "idle":
            area = pygame.Rect(left + stage.px(2), top, right - left - stage.px(4), high)
            tone = p.mix(p.NIGHT, p.LILAC, 0.45 if dim else 0.8)
            if area.width > stage.px(6):
                dashed(ground, area, tone, stage.px(4), stage.line(1))
                self._words(ground, "nothing to do", area, dim)
        elif s.kind == "unbegun":
            area = pygame.Rect(left, top, right - left, high)
            tone = p.mix(p.NIGHT, p.LILAC, 0.4 if dim else 0.8)
            dotted(ground, area, tone, stage.px(6), stage.line(2))
            self._words(ground, "not begun", area, dim)
        else:
            draw = self._strips.ghost if dim else self._strips.draw
            draw(ground, s.kind, left, max(right - stage.line(1), left + 1), top, high)

    def _words(self, ground: pygame.Surface, words: str, area: pygame.Rect, dim: bool) -> None:
        """In the middle of a stretch, where they fit."""
        stage, size = self.kit.stage, min(14.0, self.pitch * 0.55)
        if size < 9.0:
            return
        text = self.kit.type.ui(words, size, p.LILAC if dim else p.CREAM)
        if text.get_width() + stage.px(20) > area.width:
            return
        spot = text.get_rect(center=area.center)
        ground.fill(p.mix(p.NIGHT, p.PLUM, 0.4), spot.inflate(stage.px(14), 0).clip(area))
        ground.blit(text, spot)

    def _end(self, ground: pygame.Surface, index: int, lane: RunLane, dim: bool) -> None:
        """A tick behind a dish that was served, a cross behind one that was given up."""
        if lane.ended is None:
            return
        high = min(15.0, self.pitch * 0.7)
        picture = self.kit.art.get("check" if lane.served else "face_cross", height=high)
        if dim:
            picture = picture.copy()
            picture.set_alpha(120)
        y = ROWS_Y + self.pitch * (index + 0.5)
        self.kit.put(ground, picture, self._x(lane.ended) + 5.0, y)

    # -- a frame -------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        area = self.kit.stage.rect(*self.box)
        over = self.value >= self.high - 1e-6
        x = area.width if over else self.kit.stage.px(self._x(self.value))
        known = max(self.known, self.value)
        canvas.blit(self._dim if known >= self.high else self._bare, area)
        if self.value < known < self.high:
            canvas.blit(self._dim, area, (0, 0, self.kit.stage.px(self._x(known)), area.height))
        canvas.blit(self._bright, area, (0, 0, x, area.height))
        self._draw_labels(canvas)
        if self._par is not None:
            self._line(canvas, self._par, p.SAFFRON)
        self._draw_proof(canvas)
        self._draw_handle(canvas, touch)

    def _draw_labels(self, canvas: pygame.Surface) -> None:
        """But for those that a tag would cut."""
        kit, (x, y, _, _) = self.kit, self.box
        near = NEAR * kit.type.grown(13.0) / 13.0
        tags = [self._x(t) for t in (self.value, self._par) if t is not None]
        for t in self._labels:
            at = self._x(t)
            if all(abs(at - tag) > near for tag in tags):
                words = kit.type.code(fmt.clock_between(t, self._step), 13, p.LILAC)
                kit.put(canvas, words, x + at, y + AXIS_Y, "center")

    def _draw_par(self, canvas: pygame.Surface, handle: pygame.Rect) -> None:
        """Its flag, beside the handle's where that is near."""
        if self._par is None:
            return
        words = self.kit.type.code(
            f"par {fmt.clock(self._par, self._grain)}", 13, p.SAFFRON, "semibold"
        )
        self._tag(canvas, self._par, words, FLAG, p.SAFFRON, handle)

    def _draw_proof(self, canvas: pygame.Surface) -> None:
        """A frame around a lane, from one moment to another."""
        proof, stage, (x, y, _, _) = self.proof, self.kit.stage, self.box
        titles = [lane.title for lane in self._lanes]
        if proof is None or proof.lane not in titles:
            return
        top = y + ROWS_Y + self.pitch * titles.index(proof.lane)
        left, right = self._x(proof.since), self._x(min(proof.until, self.high))
        area = stage.rect(x + left - 3.0, top - 1.0, right - left + 6.0, self.pitch + 2.0)
        radius, line = stage.px(7), stage.line(3)
        outer = area.inflate(2 * stage.line(1), 2 * stage.line(1))
        tint = p.with_alpha(p.SAFFRON, 0.16)
        canvas.blit(paint.box(outer.size, radius, None, p.INK, line + stage.line(2)), outer)
        canvas.blit(paint.box(area.size, radius, tint, p.SAFFRON, line), area)

    def _draw_handle(self, canvas: pygame.Surface, touch: Touch) -> None:
        self._line(canvas, self.value, p.TOMATO)
        words = self.kit.type.code(fmt.clock(self.value, self._grain), 13, p.WHITE, "semibold")
        edge = p.mix(p.ACTION, p.WHITE, 0.6 if touch.hovered or touch.down else 0.25)
        self._draw_par(canvas, self._tag(canvas, self.value, words, p.ACTION, edge))

    def _line(self, canvas: pygame.Surface, t: float, tone: p.Colour) -> None:
        stage, (x, y, _, _) = self.kit.stage, self.box
        top = stage.px(y + AXIS_Y)
        bottom = stage.px(y + ROWS_Y + self.pitch * len(self._lanes))
        left = stage.px(x + self._x(t)) - stage.line(2) // 2
        canvas.fill(tone, (left, top, stage.line(2), bottom - top))

    def _tag(
        self, canvas: pygame.Surface, t: float, words: pygame.Surface, fill: p.Colour,
        edge: p.Colour, beside: pygame.Rect | None = None,
    ) -> pygame.Rect:  # fmt: skip
        """Drawn where it leaves ``beside`` free; returns where that is."""
        stage, (x, y, w, _) = self.kit.stage, self.box
        size = (words.get_width() + stage.px(18), stage.px(TAG_H))
        tag = paint.pill(size, fill, edge, stage.line(1.5))
        spot = tag.get_rect(center=(stage.px(x + self._x(t)), stage.px(y + AXIS_Y)))
        room = stage.rect(x + 4.0, y, w - 8.0, 40.0)
        spot.clamp_ip(room)
        if beside is not None and spot.colliderect(beside):
            right = beside.right + spot.width <= room.right
            if right and (t >= self.value or beside.left - spot.width < room.left):
                spot.left = beside.right
            else:
                spot.right = beside.left
        canvas.blit(tag, spot)
        canvas.blit(words, words.get_rect(center=spot.center))
        return spot
