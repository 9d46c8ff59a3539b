"""The critical path on the strips of a kitchen: what is on it stands out, with a red line below."""

from __future__ import annotations

from itertools import pairwise

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.format import clock_between
from kitchen.game.draw.kit import Kit
from kitchen.game.results.plot import BED, GRID
from kitchen.game.results.ruler import STEPS, room_for
from kitchen.game.results.striplines import Lines
from kitchen.game.signs.strips import Strips
from kitchen.game.signs.tables import name_of
from kitchen.lab.why.diagnosis import Diagnosis
from kitchen.lab.why.path import Link
from kitchen.report.why.tables import DONE
from kitchen.sim.view.kitchenview import KitchenView

LEAST, MOST = 2.6, 30.0  # logical px between two lines
NAMES, NAMED, SIZES = 132.0, 13.0, (14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
"""Logical px of the dishes' names; between two lines, from which on there are any; and sizes."""
PAD, AXIS, CLOCK = 10.0, 24.0, 12.0
FAINT = p.mix(p.LILAC, BED, 0.3)
VEIL = 150
"""How much of what is not on the path is hidden, of 255."""
DASH = 7.0


class PathPlot:
    """``box`` in logical px; ``view`` is the kitchen's at its end."""

    def __init__(self, kit: Kit, of: Diagnosis, view: KitchenView, box: Box) -> None:
        self._kit, self._of, self._view, self._box = kit, of, view, box
        _, _, w, h = box
        room = h - PAD - AXIS
        self._lines = Lines(view, int(room / LEAST))
        self._pitch = min(MOST, room / self._lines.count)
        self._named = not self._lines.shared and self._pitch >= NAMED
        self._left = box[0] + PAD + (NAMES if self._named else 0.0)
        self._wide = w - 2 * PAD - (NAMES if self._named else 0.0)
        self._top = box[1] + PAD + (room - self._pitch * self._lines.count) / 2
        self._high = max(1, kit.stage.px(min(16.0, 0.6 * self._pitch)))
        self._end = view.makespan or 1.0

    def draw(self, layer: pygame.Surface) -> None:
        strips, stage = Strips(self._kit), self._kit.stage
        area = stage.rect(*self._box)
        layer.blit(paint.box(area.size, stage.px(8.0), BED), area)
        self._clock(layer)
        for stretch in self._lines.stretches:
            y = self._y(stretch.line)
            strips.draw(layer, stretch.kind, *self._edges(stretch.start, stretch.end), y,
                        self._high)  # fmt: skip
        self._veil(layer)
        self._path(layer, strips)
        if self._named:
            self._names(layer)

    def _veil(self, layer: pygame.Surface) -> None:
        """Dim all that there is so far."""
        area = self._kit.stage.rect(self._left, self._box[1] + 4.0, self._wide, self._box[3] - AXIS)
        veil = pygame.Surface(area.size)
        veil.fill(BED)
        veil.set_alpha(VEIL)
        layer.blit(veil, area)

    def _x(self, t: float) -> int:
        return self._kit.stage.px(self._left + self._wide * t / self._end)

    def _edges(self, start: float, end: float) -> tuple[int, int]:
        left = self._x(start)
        return left, max(left + 1, self._x(end) - 1)

    def _y(self, line: int) -> int:
        """Upper edge of a line's bars."""
        middle = self._top + (line + 0.5) * self._pitch
        return self._kit.stage.px(middle) - self._high // 2

    # -- the path ------------------------------------------------------------------------------

    def _path(self, layer: pygame.Surface, strips: Strips) -> None:
        links = [(link, self._lines.line_of(link.order)) for link in self._of.path if link.order]
        for link, line in links:
            if link.doing in DONE:
                strips.draw(layer, DONE[link.doing], *self._edges(link.start, link.end),
                            self._y(line), self._high)  # fmt: skip
        for colour, wide in ((p.NIGHT, 5.0), (p.RED, 3.0)):
            thick = self._kit.stage.line(wide)
            for link, line in links:
                self._level(layer, link, self._below(line), colour, thick)
            for (_, one), (link, other) in pairwise(links):
                ends = sorted((self._below(one), self._below(other)))
                rect = (self._x(link.start) - thick // 2, ends[0], thick, ends[1] - ends[0])
                layer.fill(colour, rect)

    def _below(self, line: int) -> int:
        return self._y(line) + self._high + self._kit.stage.line(1.5)

    def _level(
        self, layer: pygame.Surface, link: Link, y: int, colour: p.Colour, thick: int
    ) -> None:
        """Dashed while the path only waits for somebody from outside."""
        left, right = self._x(link.start), self._x(link.end) + thick // 2
        if link.doing in DONE:
            layer.fill(colour, (left, y - thick // 2, right - left, thick))
            return
        dash = self._kit.stage.px(DASH)
        for x in range(left, right, dash):
            layer.fill(colour, (x, y - thick // 2, min(dash // 2, right - x), thick))

    # -- around it -----------------------------------------------------------------------------

    def _clock(self, layer: pygame.Surface) -> None:
        kit, (_, y, _, h) = self._kit, self._box
        least = self._end * room_for(kit, self._end) / self._wide
        step = next((step for step in STEPS if step >= least), STEPS[-1])
        for index in range(int(self._end / step) + 1):
            x = self._left + self._wide * index * step / self._end
            line = kit.stage.rect(x, y + 2.0, 1.0, h - AXIS)
            layer.fill(GRID, (line.x, line.y, kit.stage.line(1), line.height))
            words = clock_between(index * step, step)
            half = kit.type.width(words, CLOCK, "code", "medium") / 2
            if x + half <= self._left + self._wide + PAD - 2.0:
                text = kit.type.code(words, CLOCK, p.LILAC, "medium")
                kit.put(layer, text, max(x, self._box[0] + half + 4.0), y + h - 13.0, "center")

    def _names(self, layer: pygame.Surface) -> None:
        """Of the dishes; bright are those on the path."""
        kit = self._kit
        on = {link.order for link in self._of.path}
        size = next((s for s in SIZES if kit.type.grown(s) <= self._pitch), SIZES[-1])
        for order in self._view.orders.values():
            words = kit.type.elide(name_of(order), size, NAMES - 10.0)
            text = kit.type.ui(words, size, p.CREAM if order.number in on else FAINT)
            middle = self._top + (self._lines.line_of(order.number) + 0.5) * self._pitch
            kit.put(layer, text, self._box[0] + PAD, middle)
