"""The picture on the card of a lesson: dishes, vessels and chefs in a row on a table."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.signs.larder import CONTENTS
from kitchen.game.title.bookcard import shade_below

FALLBACK = ("chef_idle", "pot")
"""Of a lesson that names no drawing that there is."""

TABLE: tuple[Colour, Colour] = ((0xE2, 0xAF, 0x76), (0xCF, 0x97, 0x5C))
TABLE_H = 15.0  # logical px
SIZES = (0.80, 0.72, 0.66, 0.58)
"""Heights of one drawing, of each of two and so on, as shares of the picture's."""
CHEF, WAIST = 1.18, 0.943
"""A chef's height likewise; where in the drawing the waist is, which is at the table's edge."""
APART = 1.08
WIDEST = 1.25
"""Times as high as the picture: nothing is wider."""
HANGING = ("lamp",)


def drawn_names(kit: Kit, names: Sequence[str]) -> tuple[str, ...]:
    """Those that there is a drawing of; none: others in their place. ``pot.egg`` is the pot with
    an egg in it."""
    there = (name for name in names if kit.art.has(name.partition(".")[0]))
    return tuple(name for name in there if not name.endswith("_front")) or FALLBACK


def lesson_picture(kit: Kit, face: pygame.Surface, names: Sequence[str], box: Box) -> None:
    """Into ``box``, which has its colour already."""
    names = drawn_names(kit, names)
    x, y, w, h = box
    chefs = [name for name in names if _is_chef(name)]
    things = [name for name in names if not _is_chef(name)]
    table = kit.stage.rect(x, y + h - TABLE_H, w, TABLE_H)
    places = _places(kit, names, w, h)
    inner = face.subsurface(kit.stage.rect(*box))
    for name, middle, high in places:
        if name in chefs:
            _chef(kit, inner, name, middle, high, h - TABLE_H)
    board = paint.box(table.size, 0, TABLE[0], None, 1, TABLE[1])
    inner.blit(board, table.move(-inner.get_offset()[0], -inner.get_offset()[1]))
    for name, middle, high in places:
        if name in things:
            _thing(kit, inner, name, middle, high, h)


def _is_chef(name: str) -> bool:
    return name.startswith("chef_") and not name.startswith(("chef_hat", "chef_parts"))


def _picture(kit: Kit, name: str, high: float) -> pygame.Surface:
    art, _, content = name.partition(".")
    drop: tuple[str, ...] = ("bun",) if _is_chef(art) else ()
    if art in CONTENTS:
        inside = CONTENTS[art].split()
        drop = tuple(one for one in inside if one != (content or inside[0]))
    return kit.art.get(art, height=high, drop=drop)


def _places(kit: Kit, names: Sequence[str], w: float, h: float) -> list[tuple[str, float, float]]:
    """Of each its middle and its height, so that all fit beside each other."""
    share = SIZES[min(len(names), len(SIZES)) - 1]
    sized = [(name, h * share * (CHEF if _is_chef(name) else 1.0)) for name in names]
    sized = [(name, min(high, high * h * WIDEST / _wide(kit, name, high))) for name, high in sized]
    wide = [_wide(kit, name, high) for name, high in sized]
    total = sum(wide) * APART
    scale = min(1.0, (w - 12.0) / total)
    left, found = (w - total * scale) / 2, []
    for (name, high), each in zip(sized, wide, strict=True):
        room = each * APART * scale
        found.append((name, left + room / 2, high * scale))
        left += room
    return found


def _wide(kit: Kit, name: str, high: float) -> float:
    _, _, w, h = kit.art.box(name.partition(".")[0])
    full = high * w / h
    return full * 0.62 if _is_chef(name) else full  # a chef's drawing has room around it


def _chef(
    kit: Kit, inner: pygame.Surface, name: str, middle: float, high: float, table: float
) -> None:
    picture = _picture(kit, name, high)
    kit.put(inner, picture, middle, table - high * WAIST, "midtop")


def _thing(
    kit: Kit, inner: pygame.Surface, name: str, middle: float, high: float, h: float
) -> None:
    if name in HANGING:
        kit.put(inner, _picture(kit, name, high), middle, 0.0, "midtop")
        return
    picture = _picture(kit, name, high)
    wide, foot = picture.get_width() / kit.stage.k, h - 5.0
    shade = shade_below(kit.stage.rect(0, 0, wide * 0.96, 9.0).size)
    kit.put(inner, shade, middle, foot - 1.0, "center")
    if name.startswith("pot"):
        steam = kit.art.get("steam", width=wide * 0.62)
        kit.put(inner, steam, middle, foot - high * 0.72, "midbottom")
    kit.put(inner, picture, middle, foot, "midbottom")


def faded(face: pygame.Surface, area: pygame.Rect, ground: Colour, share: float = 0.36) -> None:
    """Nobody has been there yet: the picture is pale."""
    veil = paint.plain(area.size, ground).copy()
    veil.set_alpha(round(255 * share))
    face.blit(veil, area)


def numeral(kit: Kit, number: int, strong: bool) -> pygame.Surface:
    """The number of a lesson, on its badge."""
    return kit.type.display(str(number), 16, palette.INK if strong else palette.WHITE)
