"""The wardrobe: parts of a chef that are drawn once and put on the head of any pose."""

from __future__ import annotations

import re
from collections.abc import Collection

from kitchen.game.draw.drawing import NOTHING, Drawing, Piece

PARTS = "chef_parts"
"""The drawing that holds them. The beginning of a part's name says where it goes: ``back`` behind
the head, ``under`` below the face, ``face`` over it, moving with it, ``over`` over all but the hat;
a ``hat`` and a ``mien`` take the places of the usual hat and face."""

FACE_AT = (80.0, 104.0)  # where the face's middle is when it looks straight on
START = re.compile(r' d="M\s*(-?[\d.]+)[\s,]+(-?[\d.]+)')
BEFORE = {"back": "headbase", "under": "face", "mien": "face", "hat": "hat"}
AFTER = {"face": "tache", "over": "tache"}
INSTEAD = {"hat": "hat", "mien": "face"}
"""Which group of the drawing a part takes the place of."""
MOVING = ("face", "mien")


def dressed(
    drawing: Drawing, drop: Collection[str], parts: Drawing, wears: Collection[str]
) -> list[Piece]:
    """The drawing's pieces with these parts on the head, if it has one."""
    if not drawing.group("headbase"):
        return drawing.without(drop)
    shift = _shift(drawing)
    before: dict[str, list[Piece]] = {}
    after: dict[str, list[Piece]] = {}
    for name in wears:
        where = name.partition("_")[0]
        pieces = parts.group(name)
        if where in MOVING:
            moved = f'<g transform="translate({shift[0]:g} {shift[1]:g})">'
            pieces = [Piece(moved, NOTHING), *pieces, Piece("</g>", NOTHING)]
        places, marks = (before, BEFORE) if where in BEFORE else (after, AFTER)
        places.setdefault(marks[where], []).extend(pieces)
    worn = {name.partition("_")[0] for name in wears}
    left_out = {*drop, *(INSTEAD[where] for where in INSTEAD if where in worn)}
    return [piece for piece in _inserted(drawing, before, after) if not piece.groups & left_out]


def _inserted(
    drawing: Drawing, before: dict[str, list[Piece]], after: dict[str, list[Piece]]
) -> list[Piece]:
    """All pieces, with others before the groups and after the groups of these ids."""
    pieces = drawing.without(())
    found: list[Piece] = []
    for piece, following in zip(pieces, [*pieces[1:], Piece("", NOTHING)], strict=True):
        for name in [name for name in before if name in piece.groups]:
            found += before.pop(name)
        found.append(piece)
        for name in [n for n in after if n in piece.groups and n not in following.groups]:
            found += after.pop(name)
    return found


def _shift(drawing: Drawing) -> tuple[float, float]:
    """How far this pose's face looks aside: its moustache begins in the middle of the face."""
    for piece in drawing.group("tache"):
        if found := START.search(piece.text):
            return float(found[1]) - FACE_AT[0], float(found[2]) - FACE_AT[1]
    return 0.0, 0.0
