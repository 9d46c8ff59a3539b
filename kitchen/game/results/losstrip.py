"""A piece of the timeline around a loss: what the hands did, and what the dish did."""

from __future__ import annotations

from itertools import pairwise

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.format import clock
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.paint import box as rounded
from kitchen.game.results.plot import BED
from kitchen.game.signs.strips import Strips
from kitchen.game.signs.tables import figure
from kitchen.lab.reckoning import Reckoned
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.segment import DEPTH, Segment

PAD, NAME = 10.0, 52.0  # logical px: around it, and of the lanes' names
HANDS, DISH, AXIS = 0.1, 0.5, 0.84
"""Where the lane of the hands, that of the dish and the times begin: shares of the height."""
HIGH = 0.26  # of a lane
AROUND = 0.18
"""Of the stretch that is told of: so much more is seen on either side."""
WORDS, PIN = 12.0, 18.0


class LossStrip:
    """``box`` in logical px."""

    def __init__(
        self, kit: Kit, strips: Strips, view: KitchenView, one: Reckoned, box: Box
    ) -> None:
        self._kit, self._strips, self._view, self._one, self._box = kit, strips, view, one, box
        x, _, w, _ = box
        self._left, self._wide = x + PAD + NAME, w - 2 * PAD - NAME
        first = one.setback.delay.since
        if one.best is not None:
            first = min(first, one.best.pick.at)
        around = max(1.0, AROUND * (one.setback.lost.t - first))
        self._start = max(0.0, first - around)
        self._span = one.setback.lost.t + around - self._start

    def draw(self, canvas: pygame.Surface) -> None:
        x, y, w, h = self._box
        area = self._kit.stage.rect(x, y, w, h)
        canvas.blit(rounded(area.size, self._kit.stage.px(8.0), BED), area)
        self._hands(canvas, y + HANDS * h, HIGH * h)
        self._dish(canvas, y + DISH * h, HIGH * h)
        self._moments(canvas, y, h)

    def _x(self, t: float) -> float:
        """Logical px of a moment."""
        return self._left + self._wide * (t - self._start) / self._span

    def _hands(self, canvas: pygame.Surface, top: float, high: float) -> None:
        """A thin lane for each chef, within the room of one."""
        self._name(canvas, "Hands", top + high / 2)
        chefs = self._view.chefs
        each = high / len(chefs)
        for index, chef in enumerate(chefs):
            self._bars(canvas, chef.segments, top + index * each, each, len(chefs) == 1)

    def _dish(self, canvas: pygame.Surface, top: float, high: float) -> None:
        order = self._view.orders[self._one.setback.order]
        self._name(canvas, "Dish", top + high / 2)
        segments = sorted(order.segments, key=lambda s: DEPTH[s.kind])
        self._bars(canvas, segments, top, high, False)

    def _name(self, canvas: pygame.Surface, words: str, y: float) -> None:
        kit = self._kit
        size = kit.type.fitted(words, 13.0, NAME - 6.0)
        kit.put(canvas, kit.type.ui(words, size, p.LILAC), self._box[0] + PAD, y)

    def _bars(
        self, canvas: pygame.Surface, segments: list[Segment], top: float, high: float,
        numbered: bool,
    ) -> None:  # fmt: skip
        stage, end = self._kit.stage, self._start + self._span
        clip = canvas.get_clip()
        canvas.set_clip(stage.rect(self._left, top, self._wide, high))
        for segment in segments:
            until = segment.until(end)
            if segment.start >= end or until <= self._start:
                continue
            left, right = stage.px(self._x(segment.start)), stage.px(self._x(until))
            gap = min(stage.line(1), right - left - 1)
            bars = max(1, stage.px(high) - (len(self._view.chefs) > 1))
            self._strips.draw(
                canvas, segment.kind, left, max(left + 1, right - gap), stage.px(top), bars
            )
            if numbered:
                self._number(canvas, segment, until, top + high / 2)
        canvas.set_clip(clip)

    def _number(self, canvas: pygame.Surface, segment: Segment, until: float, y: float) -> None:
        """Whose table the hands are busy for, where that has room beside the lines."""
        kit, words = self._kit, figure(self._view.orders[segment.order])
        ends = max(self._left, self._x(segment.start)), min(self._left + self._wide, self._x(until))
        lines = [x for x in map(self._x, self._lines) if ends[0] < x < ends[1]]
        edges = sorted([*ends, *lines])
        left, right = max(pairwise(edges), key=lambda piece: piece[1] - piece[0])
        if kit.type.width(words, WORDS, weight="bold") + 8.0 <= right - left:
            colour = p.CREAM if segment.kind == "staring" else p.INK
            text = kit.type.ui(words, WORDS, colour, "bold")
            kit.put(canvas, text, (left + right) / 2, y, "center")

    @property
    def _lines(self) -> list[float]:
        """The moments at which a line stands."""
        best = self._one.best
        return [self._one.setback.lost.t, *([best.pick.at] if best is not None else [])]

    def _moments(self, canvas: pygame.Surface, y: float, h: float) -> None:
        """When it was lost; and when the pick would have been made, with its pin."""
        at, best = self._one.setback.lost.t, self._one.best
        self._line(canvas, at, y, h, p.RED)
        taken = self._time(canvas, at, y + AXIS * h, p.RED_TEXT, None)
        if best is not None:
            colour = p.MINT if best.saves else p.LILAC
            self._line(canvas, best.pick.at, y, h, colour)
            pin = self._kit.art.get("pin", height=PIN)
            self._kit.put(canvas, pin, self._x(best.pick.at), y + 0.06 * h, "center")
            self._time(canvas, best.pick.at, y + AXIS * h, colour, taken)

    def _line(self, canvas: pygame.Surface, t: float, y: float, h: float, colour: p.Colour) -> None:
        stage = self._kit.stage
        top, low = stage.px(y + 0.05 * h), stage.px(y + 0.8 * h)
        canvas.fill(colour, (stage.px(self._x(t)), top, stage.line(2), low - top))

    def _time(
        self, canvas: pygame.Surface, t: float, y: float, colour: p.Colour,
        taken: tuple[float, float] | None,
    ) -> tuple[float, float]:  # fmt: skip
        """The moment below its line, unless another has the place; returns the place it took."""
        kit, words = self._kit, clock(t)
        half = kit.type.width(words, WORDS, "code", "semibold") / 2
        middle = min(max(self._x(t), self._left + half), self._left + self._wide - half)
        place = middle - half - 4.0, middle + half + 4.0
        if taken is None or place[1] < taken[0] or taken[1] < place[0]:
            text = kit.type.code(words, WORDS, colour, "semibold")
            kit.put(canvas, text, middle, y + 0.07 * self._box[3], "center")
        return place
