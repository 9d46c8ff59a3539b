"""The legend: what each kind of bar means, on the same dark ground as the strips."""

from __future__ import annotations

import pygame

from kitchen.game import paint
from kitchen.game import palette as p
from kitchen.game.kit import Kit
from kitchen.game.results.fibres import Fibres
from kitchen.game.results.plot import BED
from kitchen.sim.views import SegmentKind

LEGEND: dict[SegmentKind, str] = {
    "hands": "hands on",
    "cooking": "cooking",
    "ready": "waiting for a chef",
    "burning": "burning",
    "blocked": "waiting for a station",
}
SWATCH, GAP, SIZE = 20.0, 6.0, 12.5
"""Logical px of a sample and the space after it; of the words."""
BAR = 7.0


def draw_legend(
    canvas: pygame.Surface, kit: Kit, fibres: Fibres, kinds: list[SegmentKind], right: float,
    y: float,
) -> None:  # fmt: skip
    """One pill that ends at ``right``, its middle at ``y`` (logical px)."""
    widths = [kit.type.width(LEGEND[kind], SIZE) for kind in kinds]
    wide = sum(widths) + len(kinds) * (SWATCH + GAP) + (len(kinds) - 1) * 14.0 + 22.0
    bed = kit.stage.rect(right - wide, y - 11, wide, 22)
    canvas.blit(paint.pill(bed.size, BED), bed)
    x, tall = right - wide + 11.0, kit.stage.px(BAR)
    for kind, width in zip(kinds, widths, strict=True):
        left, end = kit.stage.px(x), kit.stage.px(x + SWATCH)
        sample = canvas.subsurface((left, kit.stage.px(y) - tall, end - left, 2 * tall))
        fibres.draw(sample, kind, 0, end - left, tall // 2, tall)
        x += SWATCH + GAP
        kit.put(canvas, kit.type.ui(LEGEND[kind], SIZE, p.CREAM), x, y)
        x += width + 14.0
