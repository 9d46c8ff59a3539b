"""The time of a kitchen as one bar: what it was made up of along the critical path, in figures that
add up."""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.format import clock
from kitchen.game.draw.kit import Kit
from kitchen.game.results.plot import BED
from kitchen.game.signs.strips import Strips
from kitchen.lab.why.diagnosis import Diagnosis
from kitchen.lab.why.parts import WallPart
from kitchen.report.why.words import adding_up
from kitchen.sim.view.segment import SegmentKind

KINDS: Mapping[WallPart, SegmentKind] = {
    "hands": "hands",
    "line_for_hands": "ready",
    "line_for_station": "blocked",
    "staring": "staring",
    "cooking": "cooking",
    "blocked": "blocked",
    "unpicked": "ready",
}
"""As what bar a part is drawn; the others are plain."""

WORDS: Mapping[WallPart, str] = {
    "hands": "hands at work",
    "line_for_hands": "in line for hands",
    "line_for_station": "in line for a station",
    "staring": "staring at a pot",
    "cooking": "nobody needed",
    "blocked": "in line for a task",
    "unpicked": "hand up, no pick",
    "guest": "guest about to leave",
    "closing": "until closing time",
    "arrival": "not ordered yet",
}

FINE = 60.0
"""Seconds: of less, tenths are told."""

BAR, SWATCH, PAD = 30.0, (26.0, 14.0), 4.0  # logical px
FIGURES, LABELS = (22.0, 20.0, 18.0, 16.0), (14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
PLAIN: p.Colour = (0x3A, 0x2B, 0x45)
WAITING: p.Colour = (0x5C, 0x4A, 0x69)


def draw_time_bar(layer: pygame.Surface, kit: Kit, of: Diagnosis, box: Box) -> None:
    """The bar across the top of a box (logical px), and what its parts are below it."""
    x, y, w, _ = box
    area = kit.stage.rect(x, y, w, BAR)
    layer.blit(paint.box(area.size, kit.stage.px(8.0), BED), area)
    parts = [(part, seconds) for part, seconds in of.parts.wall.items() if seconds]
    if not parts:
        return
    strips, whole, at = Strips(kit), float(sum(seconds for _, seconds in parts)), x + PAD
    scale = (w - 2 * PAD) / whole
    for part, seconds in parts:
        end = at + float(seconds) * scale
        _piece(layer, kit, strips, part, (at, y + PAD, end - at, BAR - 2 * PAD))
        at = end
    _legend(layer, kit, strips, of, (x, y + BAR + 6.0, w, box[3] - BAR - 6.0))


def _piece(layer: pygame.Surface, kit: Kit, strips: Strips, part: WallPart, box: Box) -> None:
    area, gap = kit.stage.rect(*box), kit.stage.line(1)
    right = max(area.left + 1, area.right - gap)
    kind, size = KINDS.get(part), (right - area.left, area.height)
    if kind is None:
        layer.blit(paint.box(size, kit.stage.line(2), PLAIN, p.MAUVE, gap), area)
    elif kind == "blocked":  # its dots would be lost on so high a bar
        layer.blit(paint.box(size, kit.stage.line(2), WAITING, p.LILAC, gap), area)
    if kind is not None:
        strips.draw(layer, kind, area.left, right, area.top, area.height)


def _legend(layer: pygame.Surface, kit: Kit, strips: Strips, of: Diagnosis, box: Box) -> None:
    """A column for each part: its sample, its figure, its name."""
    x, y, w, h = box
    parts = [(part, seconds) for part, seconds in of.parts.wall.items() if seconds]
    fine = of.result.makespan < FINE
    shown = adding_up([seconds for _, seconds in parts], 1 if fine else 0)
    figures = [clock(seconds, 0.1 if fine else 1.0) for seconds in shown]
    words = [_words(part, of) for part, _ in parts]
    each = w / len(parts)
    room = each - 10.0
    figure = kit.type.one_size(FIGURES, figures, room - SWATCH[0] - 8.0, "display")
    label = kit.type.one_size(LABELS, words, room)
    for index, (part, _) in enumerate(parts):
        left = x + 2.0 + index * each
        bed = kit.stage.rect(left, y + 0.28 * h - SWATCH[1] / 2, *SWATCH)
        layer.blit(paint.box(bed.size, kit.stage.px(4.0), BED), bed)
        inner = (left + 2.0, y + 0.28 * h - SWATCH[1] / 2 + 2.0, SWATCH[0] - 4.0, SWATCH[1] - 4.0)
        _piece(layer, kit, strips, part, inner)
        text = kit.type.display(figures[index], figure, p.INK)
        kit.put(layer, text, left + SWATCH[0] + 8.0, y + 0.28 * h)
        kit.put(layer, kit.type.ui(words[index], label, p.PAPER_MUTED), left, y + 0.78 * h)


def _words(part: WallPart, of: Diagnosis) -> str:
    """What is said of a part; the kind of station, where it is one."""
    if part == "line_for_station" and len(of.parts.lines) == 1:
        return f"in line for the {next(iter(of.parts.lines))}"
    return WORDS[part]
