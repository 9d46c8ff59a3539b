"""A plot: one kitchen's dishes as strips on the common clock."""

from __future__ import annotations

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, inside
from kitchen.game.draw.kit import Kit
from kitchen.game.results.axis import Axis
from kitchen.game.results.fibres import Fibres, Slice
from kitchen.game.results.ruler import room_for, ticks
from kitchen.game.results.standings import ClosedKitchen
from kitchen.game.results.striplines import Lines
from kitchen.sim.view.orderview import OrderView
from kitchen.sim.view.segment import SegmentKind

LEAST, MOST = 2.6, 13.0  # logical px between two lines
GRID: p.Colour = (0x2C, 0x20, 0x35)
BED: p.Colour = (0x1C, 0x11, 0x24)
BAND: p.Colour = (0x35, 0x26, 0x40)
VEIL = 185
"""How much of the rest is hidden while something is lit, of 255."""


class StripPlot:
    """``box`` is that of the strips, in logical px; ``whole`` how long the longest one is, in
    seconds."""

    def __init__(
        self, kit: Kit, fibres: Fibres, entry: ClosedKitchen, box: Box, whole: float
    ) -> None:
        self.entry = entry
        self.box = box
        self._kit = kit
        self._room = room_for(kit, whole)
        self.area = kit.stage.rect(*box)
        self.lines = Lines(entry.view, int(box[3] / LEAST))
        self._pitch = min(kit.stage.k * MOST, self.area.height / self.lines.count)
        self._top = (self.area.height - self._pitch * self.lines.count) / 2
        gap = max(1, round(self._pitch * 0.22))
        self._height = max(1, min(kit.stage.px(9), round(self._pitch) - gap))
        self.lit: frozenset[SegmentKind] | None = None
        """The stretches that stand out; None: all are seen as they are."""
        self._bars = [
            (stretch, fibres.get(stretch.kind, self._height), self._y(stretch.line))
            for stretch in self.lines.stretches
        ]
        self._picture = pygame.Surface(self.area.size)
        self._shown: tuple[object, ...] | None = None

    def draw(
        self, canvas: pygame.Surface, axis: Axis, wall: float, clock: float, line: int | None
    ) -> None:
        """The strips up to the time ``clock``; ``line`` is under the pointer."""
        start, span = axis.stretch(wall)
        if self._shown != (start, span, line, self.lit):
            self._shown = (start, span, line, self.lit)
            self._render(start, span, line)
        scale = self.area.width / span
        width = self.area.width
        if clock < start + span:
            width = max(0, round((clock - start) * scale))
        canvas.blit(self._picture, self.area, (0, 0, width, self.area.height))

    def _render(self, start: float, span: float, line: int | None) -> None:
        picture, scale = self._picture, self.area.width / span
        picture.fill(BED)
        if line is not None:
            y, tall = self._y(line), self._kit.stage.line(2)
            band = (0, y - tall // 2, picture.get_width(), self._height + tall)
            picture.fill(BAND, band)
        for t in ticks(start, span, self._room):
            picture.fill(GRID, (round((t - start) * scale), 0, 1, self.area.height))
        picture.blits(self._pieces(start, span, None), doreturn=False)
        if self.lit is not None:
            veil = pygame.Surface(picture.get_size())
            veil.fill(BED)
            veil.set_alpha(VEIL)
            picture.blit(veil, (0, 0))
            picture.blits(self._pieces(start, span, self.lit), doreturn=False)

    def _pieces(
        self, start: float, span: float, kinds: frozenset[SegmentKind] | None
    ) -> list[Slice]:
        """The bars of these kinds; None: of all."""
        pieces: list[Slice] = []
        end, edge, scale = start + span, self.area.width, self.area.width / span
        for stretch, fibre, y in self._bars:
            if kinds is not None and stretch.kind not in kinds:
                continue
            if stretch.end < start or stretch.start > end:
                continue
            left = round((stretch.start - start) * scale)
            right = round((stretch.end - start) * scale) - 1
            fibre.add(pieces, left, max(left + 1, right), y, edge)
        return pieces

    def crowd(self, axis: Axis, box: Box) -> float:
        """How much of a box (logical px) within the strips bars would be hidden by something there:
        bars' lengths in seconds, where the axis is going."""
        start, span = axis.goal
        x, y, w, h = box
        first = start + span * (x - self.box[0]) / self.box[2]
        last = first + span * w / self.box[2]
        k = self._kit.stage.k
        top, bottom = (y - self.box[1]) * k, (y + h - self.box[1]) * k
        return sum(
            min(last, s.end) - max(first, s.start)
            for s in self.lines.stretches
            if s.start < last and s.end > first
            and top < self._y(s.line) + self._height and self._y(s.line) < bottom
        )  # fmt: skip

    def _y(self, line: int) -> int:
        """Upper edge of a line's bars, in device px from the top of the strips."""
        return round(self._top + (line + 0.5) * self._pitch) - self._height // 2

    def line_at(self, pos: tuple[float, float] | None) -> int | None:
        """The line under a point in logical px."""
        if pos is None or not inside(self.box, pos):
            return None
        line = int(((pos[1] - self.box[1]) * self._kit.stage.k - self._top) // self._pitch)
        return line if 0 <= line < self.lines.count else None

    def order_at(self, pos: tuple[float, float], t: float) -> OrderView | None:
        """The dish under a point, at the time that the point stands for."""
        line = self.line_at(pos)
        return None if line is None else self.lines.order_at(line, t)
