"""What stands still on the results card: baked once for a window size."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.shadow import cast
from kitchen.game.results import layout
from kitchen.game.results.chef import draw_foot
from kitchen.game.results.fibres import Fibres
from kitchen.game.results.figures import RowFigures
from kitchen.game.results.header import draw_header, kinds
from kitchen.game.results.layout import RowPlace
from kitchen.game.results.legend import draw_legend
from kitchen.game.results.nameplates import draw_nameplate
from kitchen.game.results.plot import BED
from kitchen.game.results.standings import Standings
from kitchen.game.results.stars import ShownStars

RADIUS, ROW_RADIUS, PLOT_RADIUS = 20.0, 12.0, 8.0
EDGE: p.Colour = (0xE4, 0xCF, 0xB0)
ROW_TOP: p.Colour = (0xFC, 0xF0, 0xDC)
ROW_EDGE: p.Colour = (0xE9, 0xD6, 0xB6)
OWN_BOTTOM: p.Colour = (0xFF, 0xFA, 0xF0)


def backdrop(
    kit: Kit, standings: Standings, rows: list[RowPlace], stars: ShownStars, figures: RowFigures,
    fibres: Fibres, shared: bool,
) -> pygame.Surface:  # fmt: skip
    """As large as the canvas, transparent around the card."""
    layer = paint.clear(kit.stage.canvas_size, paint.SHADOW)
    draw_card(layer, kit)
    draw_header(layer, kit, standings, shared, stars.left - 12.0)
    right = layout.PLOT_X + layout.PLOT_W
    draw_legend(layer, kit, fibres, kinds(standings), right, layout.LEGEND_Y, layout.PLOT_W)
    stars.reasons(layer)
    figures.heads(layer, layout.HEAD_Y)
    for index, (entry, place) in enumerate(zip(standings.entries, rows, strict=True)):
        _row(layer, kit, place, index == standings.shown)
        draw_nameplate(layer, kit, entry, place)
    draw_foot(layer, kit, standings)
    return layer


def draw_card(layer: pygame.Surface, kit: Kit) -> None:
    """The paper that everything stands on."""
    stage = kit.stage
    box, blur = stage.rect(*layout.CARD), stage.px(10)
    cast(layer, box.move(0, stage.px(3)), stage.px(RADIUS), blur, 0.55)
    face = paint.box(box.size, stage.px(RADIUS), (0xFF, 0xFA, 0xEF), None, 1, (0xFA, 0xEC, 0xD2))
    layer.blit(face, box)
    inner = box.inflate(-2 * stage.px(5), -2 * stage.px(5))
    layer.blit(paint.box(inner.size, stage.px(RADIUS - 5), None, EDGE, stage.line(1)), inner)


def _row(layer: pygame.Surface, kit: Kit, place: RowPlace, own: bool) -> None:
    stage = kit.stage
    box = stage.rect(*place.box)
    if own:
        blur = stage.px(5)
        cast(layer, box.move(0, stage.px(2)), stage.px(ROW_RADIUS), blur, 0.28)
        colours = (p.WHITE, p.MINT_PAPER, stage.line(2.5), OWN_BOTTOM)
    else:
        colours = (ROW_TOP, ROW_EDGE, stage.line(1), ROW_TOP)
    layer.blit(paint.box(box.size, stage.px(ROW_RADIUS), *colours), box)
    _bed(layer, kit, place.plot)


def _bed(layer: pygame.Surface, kit: Kit, plot: Box) -> None:
    area = kit.stage.rect(*plot)
    layer.blit(paint.box(area.size, kit.stage.px(PLOT_RADIUS), BED), area)
