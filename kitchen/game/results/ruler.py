"""The ruler: the one clock above all strips."""

from __future__ import annotations

import math

import pygame

from kitchen.game import paint
from kitchen.game import palette as p
from kitchen.game.format import clock
from kitchen.game.kit import Kit
from kitchen.game.results import places
from kitchen.game.results.axis import Axis

STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1800.0,
         3600.0, 7200.0, 14400.0, 36000.0, 86400.0)  # fmt: skip
ROOM = 62.0  # logical px between two labels, at least
LEFT, WIDTH = places.PLOT_X + places.INSET_X, places.PLOT_W - 2 * places.INSET_X


def tick_step(span: float, width: float) -> float:
    """Seconds between two labels, where ``width`` logical px show ``span`` seconds."""
    least = span * ROOM / width
    return next((step for step in STEPS if step >= least), STEPS[-1])


def ticks(start: float, span: float, width: float) -> list[float]:
    """The times that have a label."""
    step = tick_step(span, width)
    first = math.ceil(start / step - 1e-6)
    last = math.floor((start + span) / step + 1e-6)
    return [index * step for index in range(first, last + 1)]


def label(t: float, step: float) -> str:
    """``7:00``; tenths where the labels are nearer than a second."""
    if step >= 1.0:
        return clock(t + 1e-6)
    tenths = round(t * 10)
    return f"{tenths // 600}:{tenths // 10 % 60:02}.{tenths % 10}"


class Ruler:
    """Draws the labels; the lines below them are the plots'."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def draw(
        self, canvas: pygame.Surface, axis: Axis, wall: float, pointer: float | None = None
    ) -> None:
        """``pointer`` is the time under the pointer, which gets a label of its own."""
        start, span = axis.stretch(wall)
        step, kit = tick_step(span, WIDTH), self._kit
        spot = None if pointer is None else LEFT + WIDTH * (pointer - start) / span
        for t in ticks(start, span, WIDTH):
            x = LEFT + WIDTH * (t - start) / span
            words = label(t, step)
            half = kit.type.width(words, 13, "code") / 2
            if x + half > LEFT + WIDTH + 12 or (spot is not None and abs(x - spot) < 2 * half + 8):
                continue
            text = kit.type.code(words, 13, p.PAPER_MUTED)
            kit.put(canvas, text, max(x, LEFT + half), places.HEAD_Y, "center")
        if spot is not None and pointer is not None:
            self._tag(canvas, spot, label(pointer, min(step, 0.1 if span < 20 else 1.0)))

    def _tag(self, canvas: pygame.Surface, x: float, words: str) -> None:
        kit = self._kit
        text = kit.type.code(words, 13, p.CREAM, "semibold")
        size = (text.get_width() + kit.stage.px(14), kit.stage.px(19))
        kit.put(canvas, paint.pill(size, p.PLUM), x, places.HEAD_Y, "center")
        kit.put(canvas, text, x, places.HEAD_Y, "center")
