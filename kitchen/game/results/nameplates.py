"""Nameplates: left in a row, which kitchen it is, who is in it, and a hat for each chef."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.results.layout import RowPlace
from kitchen.game.results.standings import ClosedKitchen

WAYS = {
    "blocking": "stand{s} at each pot",
    "concurrent": "never wait{s} at a pot",
    "parallel": "one pot each",
    "hybrid": "none waits at a pot",
}
BADGE_X, TEXT_X, NAME_X, END_X = 58.0, 59.0, 101.0, 254.0
BADGE = 34.0
HATS = 11
"""Hats that there is room for; more chefs are a hat and a number."""
HAT_PITCH, HAT = 16.0, 15.0
SIZES = (14.0, 13.0, 12.0, 11.0, 10.0)


def way(entry: ClosedKitchen) -> str:
    """``1 chef, never waits at a pot``."""
    chefs = entry.result.chefs
    return f"{fmt.count(chefs, 'chef')}, {WAYS[entry.mode].format(s='s' if chefs == 1 else '')}"


def draw_nameplate(canvas: pygame.Surface, kit: Kit, entry: ClosedKitchen, at: RowPlace) -> None:
    tight = at.height < 90.0
    top, middle, low = (22.0, 46.0, 64.0) if tight else (28.0, 57.0, 79.0)
    _badge(canvas, kit, entry, at.y + top)
    title = "You" if entry.yours else entry.mode.capitalize()
    name = kit.type.display(title, 23, p.INK)
    kit.put(canvas, name, NAME_X, at.y + top + 1)
    if entry.yours:
        after = NAME_X + kit.type.width("You", 23, "display") + 9
        size = kit.type.one_size((15.0, 13.0, 11.0), [entry.mode], END_X - after, weight="bold")
        kit.put(canvas, kit.type.ui(entry.mode, size, p.MINT_PAPER, "bold"), after, at.y + top + 2)
    size = kit.type.one_size(SIZES, [way(entry)], END_X - TEXT_X, weight="medium")
    words = kit.type.elide(way(entry), size, END_X - TEXT_X, weight="medium")
    kit.put(canvas, kit.type.ui(words, size, p.PAPER_MUTED, "medium"), TEXT_X, at.y + middle)
    _hats(canvas, kit, entry.result.chefs, at.y + low)


def _badge(canvas: pygame.Surface, kit: Kit, entry: ClosedKitchen, y: float) -> None:
    box = kit.stage.rect(BADGE_X, y - BADGE * 0.42, BADGE, BADGE * 0.84)
    ground = p.MINT_PAPER if entry.yours else p.PLUM
    canvas.blit(paint.box(box.size, kit.stage.px(7), ground), box)
    icon = kit.art.get(f"mode_{entry.mode}", 25)
    canvas.blit(icon, icon.get_rect(center=box.center))


def _hats(canvas: pygame.Surface, kit: Kit, chefs: int, y: float) -> None:
    muted = p.to_hex(p.PAPER_MUTED)
    hat = kit.art.get("chef_hat", HAT, recolour={"#FFF3DC": muted, "#CDBBA9": muted})
    shown = chefs if chefs <= HATS else 1
    for index in range(shown):
        kit.put(canvas, hat, TEXT_X + 7 + index * HAT_PITCH, y, "center")
    if chefs > HATS:
        words = kit.type.ui(f"x {chefs}", 13, p.PAPER_MUTED)
        kit.put(canvas, words, TEXT_X + 20, y)
