"""The ruler: the one clock above all strips."""

from __future__ import annotations

import math

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.format import clock_between
from kitchen.game.draw.kit import Kit
from kitchen.game.results import layout
from kitchen.game.results.axis import Axis

STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0,
         3600.0, 7200.0, 14400.0, 36000.0, 86400.0)  # fmt: skip
APART = 22.0  # logical px between two labels, at least
THUMB_Y, THUMB_H = 143.5, 2.5
SIZE = 13.0


def room_for(kit: Kit, whole: float) -> float:
    """Logical px that a label of a clock up to ``whole`` seconds needs, with some space."""
    return kit.type.width(clock_between(whole, 1.0), SIZE, "code", "medium") + APART


def tick_step(span: float, room: float) -> float:
    """Seconds between two labels, where ``span`` seconds are seen."""
    least = span * room / layout.TIME_W
    return next((step for step in STEPS if step >= least), STEPS[-1])


def ticks(start: float, span: float, room: float) -> list[float]:
    """The times that have a label, where each needs so much room in logical px."""
    step = tick_step(span, room)
    first = math.ceil(start / step - 1e-6)
    last = math.floor((start + span) / step + 1e-6)
    return [index * step for index in range(first, last + 1)]


class Ruler:
    """Draws the labels; the lines below them are the plots'."""

    def __init__(self, kit: Kit, whole: float) -> None:
        self._kit = kit
        self._room = room_for(kit, whole)

    def draw(
        self, canvas: pygame.Surface, axis: Axis, wall: float, pointer: float | None = None
    ) -> None:
        """``pointer`` is the time under the pointer, which gets a label of its own."""
        start, span = axis.stretch(wall)
        step, kit = tick_step(span, self._room), self._kit
        spot = None if pointer is None else layout.TIME_X + layout.TIME_W * (pointer - start) / span
        for t in ticks(start, span, self._room):
            x = layout.TIME_X + layout.TIME_W * (t - start) / span
            words = clock_between(t, step)
            half = kit.type.width(words, SIZE, "code", "medium") / 2
            if x + half > layout.TIME_X + layout.TIME_W + 12 or (
                spot is not None and abs(x - spot) < 2 * half + 8
            ):
                continue
            text = kit.type.code(words, SIZE, p.PAPER_MUTED)
            kit.put(canvas, text, max(x, layout.TIME_X + half), layout.HEAD_Y, "center")
        if spot is not None and pointer is not None:
            self._tag(canvas, spot, clock_between(pointer, min(step, 0.1 if span < 20 else 1.0)))

    def thumb(self, canvas: pygame.Surface, axis: Axis, wall: float) -> None:
        """Which part of the whole is seen, if it is not all of it."""
        start, span = axis.stretch(wall)
        if span >= axis.whole * 0.999:
            return
        stage = self._kit.stage
        bed = stage.rect(layout.TIME_X, THUMB_Y, layout.TIME_W, THUMB_H)
        canvas.blit(paint.pill(bed.size, p.PAPER_D), bed)
        left, width = (
            layout.TIME_W * start / axis.whole,
            max(10.0, layout.TIME_W * span / axis.whole),
        )
        part = stage.rect(layout.TIME_X + min(left, layout.TIME_W - width), THUMB_Y, width, THUMB_H)
        canvas.blit(paint.pill(part.size, p.TOMATO), part)

    def _tag(self, canvas: pygame.Surface, x: float, words: str) -> None:
        kit = self._kit
        text = kit.type.code(words, SIZE, p.CREAM, "semibold")
        size = (text.get_width() + kit.stage.px(14), kit.stage.px(19))
        kit.put(canvas, paint.pill(size, p.PLUM), x, layout.HEAD_Y, "center")
        kit.put(canvas, text, x, layout.HEAD_Y, "center")
