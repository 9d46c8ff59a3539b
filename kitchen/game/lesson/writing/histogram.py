"""A histogram of simulated solutions, with the player's own figure, the par and the best."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.lessons.writing.distribution import Bin, Values, bars, beats, best

COUNT = 30
BAR = p.mix(p.MAUVE, p.LILAC, 0.45)
HEAD, FOOT, GAP = 17.0, 14.0, 1.0
LEAST_HIGH = 2.0


@dataclass(frozen=True)
class FigureSpread:
    """What is measured, and how one of it is written."""

    name: str
    better: str
    values: Values
    words: Callable[[float], str]
    mine: float | None = None
    """The player's own; None: nothing that works yet."""
    par: float | None = None


def draw_histogram(kit: Kit, canvas: pygame.Surface, box: Box, spread: FigureSpread) -> None:
    """In that box: a line of words, the bars, and what is below them."""
    x, y, w, h = box
    marks = [mark for mark in (spread.mine, spread.par) if mark is not None]
    every = [*marks, spread.values[0][0], spread.values[-1][0]]
    found = bars(spread.values, marks, min(COUNT, int(max(every) - min(every)) + 1))
    _head(kit, canvas, box, spread)
    _bars(kit, canvas, (x, y + HEAD, w, h - HEAD - FOOT), found, spread)
    foot = y + h - FOOT / 2
    least = kit.type.ui(f"best {spread.words(best(spread.values))}", 12, p.LILAC, "medium")
    most = kit.type.ui(spread.words(found[-1].low), 12, p.LILAC, "medium")
    kit.put(canvas, least, x, foot)
    kit.put(canvas, most, x + w, foot, "midright")
    if spread.par is not None:
        words = kit.type.ui(f"par {spread.words(spread.par)}", 12, p.SAFFRON, "semibold")
        half = words.get_width() / kit.stage.k / 2
        low = x + least.get_width() / kit.stage.k + 6 + half
        high = x + w - most.get_width() / kit.stage.k - 6 - half
        if low <= high:
            at = min(max(_place(x, w, found, spread.par), low), high)
            kit.put(canvas, words, at, foot, "center")


def _head(kit: Kit, canvas: pygame.Surface, box: Box, spread: FigureSpread) -> None:
    x, y, w, _ = box
    name = kit.type.ui(spread.name, 13, p.CREAM)
    kit.put(canvas, name, x, y + HEAD / 2 - 1)
    if spread.mine is None:
        return
    share = round(100 * beats(spread.values, spread.mine))
    room = w - name.get_width() / kit.stage.k - 8
    own = spread.words(spread.mine)
    texts = (f"{own}: {spread.better} than {share} %", f"{own}, {share} %", own)
    text, size = kit.type.told(texts, 13, room, "ui", "semibold", 0.85)
    kit.put(canvas, kit.type.ui(text, size, p.MINT), x + w, y + HEAD / 2 - 1, "midright")


def _bars(
    kit: Kit, canvas: pygame.Surface, box: Box, found: list[Bin], spread: FigureSpread
) -> None:
    x, y, w, h = box
    stage = kit.stage
    bed = stage.rect(*box)
    canvas.blit(paint.box(bed.size, stage.px(5), p.NIGHT), bed)
    most, wide = max(bar.count for bar in found), w / len(found)
    for index, bar in enumerate(found):
        if not bar.count:
            continue
        own = spread.mine is not None and bar.low <= spread.mine < bar.high
        high = max(LEAST_HIGH, (h - 6) * bar.count / most)
        area = stage.rect(x + index * wide + GAP, y + h - high, wide - 2 * GAP, high)
        canvas.fill(p.MINT if own else BAR, area)
    if spread.par is not None:
        _mark(kit, canvas, box, _place(x, w, found, spread.par), p.SAFFRON, dashed=True)
    if spread.mine is not None:
        _mark(kit, canvas, box, _place(x, w, found, spread.mine), p.MINT, dashed=False)


def _place(x: float, w: float, found: list[Bin], value: float) -> float:
    """Where a value is, in the middle of its bar's first unit."""
    low, high = found[0].low, found[-1].high
    return x + w * min(1.0, max(0.0, (value - low) / (high - low)))


def _mark(
    kit: Kit, canvas: pygame.Surface, box: Box, at: float, tone: p.Colour, dashed: bool
) -> None:
    """A line through the bars; the player's own is whole, with a flag at its top."""
    _, y, _, h = box
    stage = kit.stage
    if not dashed:
        canvas.fill(tone, stage.rect(at, y, 2, h))
        flag = paint.polygon((stage.px(9), stage.px(8)), ((0, 0), (1, 0.5), (0, 1)), tone)
        kit.put(canvas, flag, at, y + 4)
        return
    step = 0.0
    while step < h:
        canvas.fill(tone, stage.rect(at, y + step, 1.5, min(3.0, h - step)))
        step += 6.0
