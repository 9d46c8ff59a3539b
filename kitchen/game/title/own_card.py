"""The memo: on a free place of a page, how to add a card of one's own."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.title.book import CREASE

LINE_YS, COMMAND_Y = (96.0, 117.0), 142.0
KITCHEN = ("Your own kitchen", "is a text file:", ("kitchen play my.toml", "play my.toml"))
LESSON = ("Your own lesson", "is a folder:", ("kitchen lesson new NAME", "lesson new NAME"))
"""Two lines, and the command in full and shorter."""
DASH, GAP, INSET = 7.0, 5.0, 3.0  # logical px
ROOM = 134.0


def draw_memo(
    kit: Kit, surface: pygame.Surface, box: Box, memo: tuple[str, str, tuple[str, ...]]
) -> None:
    """In the place of a card: `KITCHEN` or `LESSON`."""
    first, second, commands = memo
    x, y, w, _ = box
    _dashes(kit, surface, box)
    script = kit.art.get("script", height=42).copy()
    script.fill((255, 255, 255, 190), None, pygame.BLEND_RGBA_MULT)
    kit.put(surface, script, x + w / 2, y + 50, "center")
    for text, middle, weight in zip((first, second), LINE_YS, ("bold", "medium"), strict=True):
        told, small = kit.type.told_at((15, 14, 13, 12), (text,), ROOM, weight=weight)
        words = kit.type.ui(told, small, palette.PAPER_MUTED, weight)
        kit.put(surface, words, x + w / 2, y + middle, "center")
    told, small = kit.type.told_at((12, 11), commands, ROOM, "code", "medium")
    words = kit.type.code(told, small, palette.STEAM_PAPER)
    kit.put(surface, words, x + w / 2, y + COMMAND_Y, "center")


def _dashes(kit: Kit, surface: pygame.Surface, box: Box) -> None:
    """A dashed line around it."""
    stage = kit.stage
    x, y, w, h = (box[0] + INSET, box[1] + INSET, box[2] - 2 * INSET, box[3] - 2 * INSET)
    area, line = stage.rect(x, y, w, h), stage.line(1.6)
    ink = palette.with_alpha(CREASE, 0.42)
    frame = paint.box(area.size, stage.px(13), None, ink, line).copy()
    clear = (255, 255, 255, 0)
    along = 20.0
    while along < max(w, h) - 20.0:
        gap = stage.px(GAP)
        for far in (0, area.h - line):
            frame.fill(clear, (stage.px(along), far, gap, line))
        for far in (0, area.w - line):
            frame.fill(clear, (far, stage.px(along), line, gap))
        along += DASH + GAP
    surface.blit(frame, area)
