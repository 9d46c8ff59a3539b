"""The book: its cover, two pages with a fold between them, and a ribbon. It never moves."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint, palette
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.light import sideways
from kitchen.game.draw.palette import Colour
from kitchen.game.draw.shadow import coarse
from kitchen.game.title.layout import (
    BOOK,
    FOLD,
    FOOT_Y,
    HEAD_Y,
    PAGE_X,
    PAGES,
    RIBBON,
    SECOND_Y,
    WIDE,
)
from kitchen.game.title.spread import Spread

COVER: Colour = (0xC2, 0x3D, 0x24)
COVER_LOW: Colour = (0x9E, 0x2A, 0x17)
PAGE_TOP: Colour = (0xFF, 0xF7, 0xE9)
PAGE_LOW: Colour = (0xF7, 0xE7, 0xCB)
LEAVES: Colour = (0xD9, 0xC3, 0x9C)
CREASE: Colour = (0x7A, 0x56, 0x38)
EDGES = 3  # leaves that show at the outer edges


def draw_book(kit: Kit, surface: pygame.Surface) -> None:
    """Without anything written on it."""
    stage = kit.stage
    box, blur = stage.rect(*BOOK), stage.px(16)
    shade = coarse(box.size, stage.px(18), blur, 0.62)
    surface.blit(shade, (box.x - 2 * blur, box.y - 2 * blur + stage.px(6)))
    cover = paint.box(box.size, stage.px(16), COVER, palette.INK, stage.line(2.6), COVER_LOW)
    surface.blit(cover, box)
    x, y, w, h = PAGES
    for leaf in range(EDGES, -1, -1):
        wide = leaf * 1.4
        edge = stage.rect(x - wide, y, w + 2 * wide, h + wide)
        fill = PAGE_TOP if leaf % 2 == 0 else LEAVES
        low = PAGE_LOW if leaf % 2 == 0 else palette.mix(LEAVES, CREASE, 0.25)
        surface.blit(paint.box(edge.size, stage.px(11), fill, None, 1, low), edge)
    _fold(kit, surface)


def _fold(kit: Kit, surface: pygame.Surface) -> None:
    """The pages bend down into the spine, darkest in the crease; the light comes from the left."""
    stage = kit.stage
    _, y, _, h = PAGES
    for left, width, a, b in (
        (FOLD - 60.0, 60.0, 0.0, 0.36),
        (FOLD, 40.0, 0.30, 0.0),
        (FOLD, 110.0, 0.10, 0.0),
    ):
        area = stage.rect(left, y, width, h)
        surface.blit(sideways(area.size, CREASE, a, b), area)
    line = stage.rect(FOLD - 0.5, y, 1.0, h)
    line.w = stage.line(1)
    surface.blit(paint.gradient(line.size, (*CREASE, 90), (*CREASE, 110)), line)
    rim = stage.rect(FOLD + 1.0, y, 1.4, h)
    surface.blit(paint.gradient(rim.size, (255, 255, 255, 70), (255, 255, 255, 40)), rim)
    _, _, wide, _ = PAGES
    outer = stage.rect(PAGES[0] + wide - 26, y, 26, h)
    surface.blit(sideways(outer.size, CREASE, 0.0, 0.13), outer)


def draw_ribbon(kit: Kit, surface: pygame.Surface) -> None:
    stage = kit.stage
    ribbon = kit.art.get("ribbon", 31.0)
    surface.blit(ribbon, (stage.px(RIBBON[0]), stage.px(RIBBON[1])))


def draw_heads(kit: Kit, surface: pygame.Surface, spread: Spread, numbers: tuple[int, int]) -> None:
    """The titles of both pages, and their numbers at the foot."""
    left, right = PAGE_X
    x = left + 3
    if spread.numeral:
        numeral = kit.type.display(spread.numeral, 31, palette.ACTION_D)
        kit.put(surface, numeral, x, HEAD_Y)
        x += kit.type.width(spread.numeral, 31, "display") + 9
    end = left + WIDE - 2
    start = _count(kit, surface, f"{spread.earned} of {spread.most}", end)
    _head(kit, surface, spread.title, x, start - x - 8)
    _second(kit, surface, spread.subtitle, left + 4, WIDE - 12)
    _head(kit, surface, spread.right, right, WIDE - 56)
    _second(kit, surface, spread.second, right, WIDE - 60)
    for number, middle in zip(numbers, (left + 166.0, right + 166.0), strict=True):
        text = kit.type.ui(str(number), 12, palette.PAPER_MUTED, "medium")
        kit.put(surface, text, middle, FOOT_Y, "center")


def _head(kit: Kit, surface: pygame.Surface, title: str, x: float, room: float) -> None:
    told, size = kit.type.told_at((31, 29, 27, 25, 23, 21, 19, 17), (title,), room, "display")
    kit.put(surface, kit.type.display(told, size, palette.INK), x, HEAD_Y)


def _count(kit: Kit, surface: pygame.Surface, words: str, end: float) -> float:
    """Stars, up to ``end``; returns where they begin."""
    ink = kit.type.display(words, 18, palette.INK)
    kit.put(surface, ink, end, HEAD_Y, "midright")
    x = end - kit.type.width(words, 18, "display") - 28
    kit.put(surface, kit.art.get("star", 23), x, HEAD_Y)
    return x


def _second(kit: Kit, surface: pygame.Surface, text: str, x: float, width: float) -> None:
    line, size = kit.type.told_at((15, 14, 13, 12), (text,), width)
    kit.put(surface, kit.type.ui(line, size, palette.PAPER_MUTED), x, SECOND_Y)
