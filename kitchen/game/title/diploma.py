"""The diploma: how much of the book somebody has been through, on the page where it ends."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.title.journey import Journey

FRAME: Colour = (0xC9, 0x9A, 0x4A)
PAPER: tuple[Colour, Colour] = ((0xFF, 0xFB, 0xEF), (0xFB, 0xEF, 0xD3))
TITLE_Y, LINE_Y, CHEF_Y, ROWS_Y, ROW = 44.0, 74.0, 196.0, 226.0, 34.0
CHEF = 132.0
BAR_X, BAR_W, BAR_H = 128.0, 118.0, 12.0
NAMES = ("Lessons", "Services", "Stars")


def draw_diploma(kit: Kit, surface: pygame.Surface, box: Box, journey: Journey) -> None:
    """In a gold frame, with a bar for each of lessons, services and stars."""
    x, y, w, _ = box
    _paper(kit, surface, box)
    shares = journey.shares
    whole = all(done == most for done, most in shares[:2])
    title = "Chef of the loop" if whole else "Your diploma"
    middle = x + w / 2
    kit.put(surface, kit.type.display(title, 27, palette.INK), middle, y + TITLE_Y, "center")
    line = "All of it done: one chef is enough." if whole else "It fills as you cook."
    told, size = kit.type.told_at((15, 14, 13), (line,), w - 48)
    ink = kit.type.ui(told, size, palette.PAPER_MUTED)
    kit.put(surface, ink, middle, y + LINE_Y, "center")
    face = "chef_cheer" if whole else "chef_idle"
    chef = kit.art.get(face, height=CHEF, drop=("bun",))
    area = chef.get_rect(midtop=(kit.stage.px(middle), kit.stage.px(y + LINE_Y + 12)))
    shown = kit.stage.px(y + CHEF_Y) - area.top
    surface.blit(chef, area, (0, 0, area.w, shown))
    edge = kit.stage.rect(x + 40, y + CHEF_Y, w - 80, 2)
    surface.fill(FRAME, edge)
    for row, (name, (done, most)) in enumerate(zip(NAMES, shares, strict=True)):
        _row(kit, surface, (x, y + ROWS_Y + row * ROW), name, done, most)


def _row(
    kit: Kit, surface: pygame.Surface, at: tuple[float, float], name: str, done: int, most: int
) -> None:
    x, y = at
    words, size = kit.type.told_at((15, 14, 13, 12), (name,), BAR_X - 44)
    kit.put(surface, kit.type.ui(words, size, palette.INK), x + 36, y)
    area = kit.stage.rect(x + BAR_X, y - BAR_H / 2, BAR_W, BAR_H)
    surface.blit(paint.pill(area.size, palette.PAPER_D), area)
    if done:
        filled = area.copy()
        filled.w = max(area.h, round(area.w * done / max(1, most)))
        surface.blit(paint.pill(filled.size, palette.MINT_PAPER), filled)
    told, size = kit.type.told_at((14, 13, 12, 11), (f"{done} of {most}",), 66)
    ink = kit.type.ui(told, size, palette.INK)
    kit.put(surface, ink, x + BAR_X + BAR_W + 68, y, "midright")


def _paper(kit: Kit, surface: pygame.Surface, box: Box) -> None:
    stage, area = kit.stage, kit.stage.rect(*box)
    blur = stage.px(5)
    shade = paint.shadow(area.size, stage.px(6), blur, 0.24)
    surface.blit(shade, (area.x - 2 * blur, area.y - 2 * blur + stage.px(3)))
    surface.blit(paint.box(area.size, stage.px(6), PAPER[0], None, 1, PAPER[1]), area)
    inner = area.inflate(-2 * stage.px(10), -2 * stage.px(10))
    surface.blit(paint.box(inner.size, stage.px(4), None, FRAME, stage.line(2)), inner)
