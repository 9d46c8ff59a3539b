"""A plot: two kitchens' lines up to now, their values at the end, and the limit."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.kit import Kit
from kitchen.game.sandbox import scale
from kitchen.game.sandbox.curve import Curves, LimitLine, Topic
from kitchen.game.sandbox.layout import RADIUS
from kitchen.game.sandbox.markings import CHANGED, KITCHENS, LIMIT, Marking
from kitchen.game.sandbox.strokes import Style, stroke
from kitchen.lab.measures import STEP, at

TITLE_H, LEFT, RIGHT, FOOT, ABOVE = 40.0, 46.0, 12.0, 26.0, 8.0  # logical px around the bed
ENDS = 56.0  # room right of the lines for their values
TAG_W, TAG_H = 50.0, 21.0
DOT = 8.0
LARGE = 3  # lines are drawn so much larger, and scaled down
GRID: p.Colour = (0x36, 0x28, 0x41)
FILL = 0.16  # how strong the colour is under the changed kitchen's line


class CurvePlot:
    """``show`` says what; then `draw` shows it up to a moment."""

    def __init__(self, kit: Kit, subject: Topic, box: Box) -> None:
        self._kit, self.subject, self.box = kit, subject, box
        x, y, w, h = box
        self.bed: Box = (x + LEFT, y + TITLE_H, w - LEFT - RIGHT, h - TITLE_H - FOOT)
        """Where the lines are, and right of them their values."""
        self._curves: Curves | None = None

    def show(self, curves: Curves) -> bool:
        """Show these; whether there was anything to draw anew."""
        if curves == self._curves:
            return False
        self._curves = curves
        self._ground = self._bake(curves)
        self._lines = self._trace(curves)
        return True

    # -- where ---------------------------------------------------------------------------------

    def x(self, t: float) -> float:
        """Of a kitchen time, in logical px."""
        assert self._curves is not None
        return self.bed[0] + (self.bed[2] - ENDS) * t / self._curves.span

    def y(self, value: float) -> float:
        assert self._curves is not None
        _, y, _, h = self.bed
        share = min(1.0, value / self._curves.top)
        return y + ABOVE + (h - ABOVE) * (1.0 - share)

    # -- baking --------------------------------------------------------------------------------

    def _bake(self, curves: Curves) -> pygame.Surface:
        """Panel, title, bed, axes and the limit."""
        stage = self._kit.stage
        area = stage.rect(*self.box)
        ground = paint.panel(area.size, stage.px(RADIUS), stage.line(1)).copy()
        layer = _Layer(self._kit, ground, self.box)
        title = self._kit.type.display(self.subject.title, 20, p.CREAM)
        layer.put(title, 14, 21)
        left = 14 + title.get_width() / stage.k + 8
        unit = self._kit.type.elide(self.subject.unit, 13, self.box[2] - left - 12, weight="medium")
        layer.put(self._kit.type.ui(unit, 13, p.LILAC, "medium"), left, 22.5)
        self._axes(layer, curves)
        if curves.bound is not None:
            self._limit(layer, curves)
        return ground

    def _axes(self, layer: _Layer, curves: Curves) -> None:
        kit, stage = self._kit, self._kit.stage
        x, y, w, h = self.bed
        bed = stage.rect(x - self.box[0], y - self.box[1], w, h)
        layer.surface.blit(paint.box(bed.size, stage.px(8), p.NIGHT), bed)
        for value in scale.ticks(curves.top):
            level = self.y(value)
            if value:
                layer.line(x, level, w, 0, GRID)
            words = kit.type.ui(self.subject.tick(value, curves.top), 12, p.LILAC, "medium")
            layer.put(words, x - self.box[0] - 6, level - self.box[1], "midright")
        for index, t in enumerate(scale.ticks(curves.span)):
            if index:
                layer.line(self.x(t), y, 0, h, GRID)
            words = kit.type.ui(fmt.clock(t), 12, p.LILAC, "medium")
            layer.put(words, self.x(t) - self.box[0], y + h + 12 - self.box[1], "center")

    def _limit(self, layer: _Layer, curves: Curves) -> None:
        """A dashed line over the whole width."""
        assert curves.bound is not None
        level, (x, _, w, _) = self.y(curves.bound.value), self.bed
        self._stroke(layer.surface, self.box, [(x, level), (x + w, level)], LIMIT)

    def _name_limit(self, canvas: pygame.Surface, bound: LimitLine) -> None:
        """Its name over the lines, at the end where they begin."""
        kit, level = self._kit, self.y(bound.value)
        words = kit.type.ui(f"limit: {bound.name}", 13, LIMIT.colour, "bold")
        middle = level + (-12.0 if level - self.bed[1] > 26.0 else 12.0)
        left, w = self.bed[0] + 5, words.get_width() / kit.stage.k + 10
        area = kit.stage.rect(left, middle - 9, w, 18)
        ground = paint.box(area.size, kit.stage.px(6), p.with_alpha(p.NIGHT, 0.86))
        canvas.blit(ground, area)
        kit.put(canvas, words, left + 5, middle)

    def _trace(self, curves: Curves) -> pygame.Surface:
        """Both lines to the end of the axis, on nothing."""
        lines = paint.clear(self._kit.stage.rect(*self.bed).size, p.NIGHT)
        rows = (curves.before, curves.after)
        points = [self._points(row, curves.span) for row in rows]
        self._fill(lines, points[1])
        for look, line in zip(KITCHENS, points, strict=True):
            self._stroke(lines, self.bed, line, look)
        return lines

    def _points(self, values: tuple[float, ...], span: float) -> list[Pos]:
        """One for each two px, or for each value if there are fewer."""
        px = (self.bed[2] - ENDS) * self._kit.stage.k
        each = max(STEP, span / px * 2)
        times = [each * i for i in range(int(span / each) + 2)]
        return [(self.x(t), self.y(at(values, t))) for t in times]

    def _stroke(
        self, surface: pygame.Surface, within: Box, points: list[Pos], look: Marking
    ) -> None:
        """Draw a line of logical points on a surface that shows the box ``within``."""
        k = self._kit.stage.k * LARGE
        style: Style = look.style
        x0, y0 = within[0], within[1]
        top = min(y for _, y in points) - 4.0
        foot = max(y for _, y in points) + 4.0
        size = (surface.get_width(), round((foot - top) * k / LARGE))
        large = paint.clear((size[0] * LARGE, size[1] * LARGE), look.colour)
        moved = [((x - x0) * k, (y - top) * k) for x, y in points]
        stroke(large, moved, p.with_alpha(look.colour, 1.0), look.thick * k, style)
        drawn = pygame.transform.smoothscale(large, size)
        surface.blit(drawn, (0, round((top - y0) * k / LARGE)))

    def _fill(self, surface: pygame.Surface, points: list[Pos]) -> None:
        """A tint under the changed kitchen's line."""
        k, (x0, y0, _, h) = self._kit.stage.k, self.bed
        moved = [((x - x0) * k, (y - y0) * k) for x, y in points]
        corners = [(moved[0][0], h * k), *moved, (moved[-1][0], h * k)]
        pygame.draw.polygon(surface, p.with_alpha(CHANGED.colour, FILL), corners)

    # -- a frame -------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, now: float) -> None:
        """The lines up to ``now``, in seconds of kitchen time."""
        curves, stage = self._curves, self._kit.stage
        assert curves is not None
        canvas.blit(self._ground, stage.rect(*self.box))
        bed, x = stage.rect(*self.bed), self.x(min(now, curves.span))
        width = max(0, stage.px(x) - bed.x)
        canvas.blit(self._lines, bed, (0, 0, width, bed.height))
        if curves.bound is not None:
            self._name_limit(canvas, curves.bound)
        values = [at(row, now) for row in (curves.before, curves.after)]
        places = apart(self.y(values[0]), self.y(values[1]), self.bed)
        for look, value, place in zip(KITCHENS, values, places, strict=True):
            self._end(canvas, look, value, x, place)

    def _end(
        self, canvas: pygame.Surface, look: Marking, value: float, x: float, place: float
    ) -> None:
        """A dot where the line ends, and the value beside it."""
        kit, stage = self._kit, self._kit.stage
        dot = paint.disc(stage.px(DOT), look.colour, p.NIGHT, stage.line(1))
        kit.put(canvas, dot, x, self.y(value), "center")
        area = stage.rect(x + 7, place - TAG_H / 2, TAG_W - 3, TAG_H)
        changed = look is CHANGED
        face, ink = (p.ACTION, p.CREAM) if changed else (p.PLUM, p.LILAC)
        edge = p.mix(look.colour, p.NIGHT, 0.0 if changed else 0.45)
        canvas.blit(paint.box(area.size, stage.px(7), face, edge, stage.line(1)), area)
        words = kit.type.ui(self.subject.words(value), 13, ink, "bold")
        kit.put(canvas, words, x + 7 + (TAG_W - 3) / 2, place, "center")


class _Layer:
    """A surface that shows one box of the screen."""

    def __init__(self, kit: Kit, surface: pygame.Surface, box: Box) -> None:
        self.kit, self.surface, self.box = kit, surface, box

    def put(self, thing: pygame.Surface, x: float, y: float, anchor: str = "midleft") -> None:
        """At a point counted from the box's corner."""
        self.kit.put(self.surface, thing, x, y, anchor)

    def line(self, x: float, y: float, w: float, h: float, colour: p.Colour) -> None:
        """A hairline at a point of the screen."""
        stage = self.kit.stage
        at_, thin = (stage.px(x - self.box[0]), stage.px(y - self.box[1])), stage.line(1)
        self.surface.fill(colour, (*at_, stage.px(w) or thin, stage.px(h) or thin))


def apart(first: float, second: float, bed: Box) -> tuple[float, float]:
    """Where the tags of two values are: at them, but never over each other or out of the bed."""
    low, high = bed[1] + TAG_H / 2 + 1, bed[1] + bed[3] - TAG_H / 2 - 1
    gap = TAG_H + 1 - abs(first - second)
    if gap > 0:
        shift = gap / 2 if first > second else -gap / 2
        first, second = first + shift, second - shift
    middle = (first + second) / 2
    reach = abs(first - second) / 2
    if reach * 2 <= TAG_H + 1.5:  # they move together, to keep their distance
        moved = min(high - reach, max(low + reach, middle)) - middle
        return first + moved, second + moved
    return min(high, max(low, first)), min(high, max(low, second))
