"""How the two kitchens and the limit are told apart: colour, style of line and word."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.draw import palette
from kitchen.game.draw.palette import Colour
from kitchen.game.sandbox.strokes import Style


@dataclass(frozen=True, slots=True)
class Marking:
    """``style`` and ``thick`` (logical px) are those of its line in the plots."""

    words: str
    style: Style
    thick: float

    @property
    def colour(self) -> Colour:
        """Looked up when it is asked for: high contrast changes it."""
        return {"solid": palette.TOMATO, "dotted": palette.LILAC}.get(self.style, palette.SAFFRON)


UNCHANGED = Marking("Unchanged", "dotted", 2.8)
CHANGED = Marking("With your rules", "solid", 2.6)
LIMIT = Marking("limit", "dashed", 1.6)
KITCHENS = (UNCHANGED, CHANGED)
