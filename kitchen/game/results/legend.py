"""The legend: what each kind of bar means, on the same dark ground as the strips."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.results.fibres import Fibres, Slice
from kitchen.game.results.plot import BED
from kitchen.sim.view.segment import SegmentKind

LEGEND: dict[SegmentKind, str] = {
    "hands": "hands on",
    "cooking": "cooking",
    "ready": "waiting for a chef",
    "burning": "burning",
    "blocked": "waiting for a place",
}
SWATCH, GAP, APART = 20.0, 6.0, 14.0
"""Logical px of a sample, of the space after it, and between two kinds."""
SIZES = (12.5, 11.0, 9.5, 8.0, 7.0, 6.0)
BAR = 7.0


def draw_legend(
    canvas: pygame.Surface, kit: Kit, fibres: Fibres, kinds: list[SegmentKind], right: float,
    y: float, most: float,
) -> None:  # fmt: skip
    """One pill that ends at ``right``, at most so wide, its middle at ``y`` (logical px)."""
    rest = len(kinds) * (SWATCH + GAP) + (len(kinds) - 1) * APART + 22.0
    all_words = "".join(LEGEND[kind] for kind in kinds)
    size = kit.type.one_size(SIZES, [all_words], most - rest)
    widths = [kit.type.width(LEGEND[kind], size) for kind in kinds]
    wide = sum(widths) + rest
    bed = kit.stage.rect(right - wide, y - 11, wide, 22)
    canvas.blit(paint.pill(bed.size, BED), bed)
    x, tall = right - wide + 11.0, kit.stage.px(BAR)
    for kind, width in zip(kinds, widths, strict=True):
        left, end = kit.stage.px(x), kit.stage.px(x + SWATCH)
        pieces: list[Slice] = []
        fibres.get(kind, tall).add(pieces, left, end, kit.stage.px(y) - tall // 2, end)
        canvas.blits(pieces, doreturn=False)
        x += SWATCH + GAP
        kit.put(canvas, kit.type.ui(LEGEND[kind], size, p.CREAM), x, y)
        x += width + APART
