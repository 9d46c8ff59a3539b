"""High contrast: other colours for the same roles.

Grounds get darker, words whiter, hairlines plain to see, and the set steps back behind the actors.
The colours of the states stay what they are: players know them, and they stand out already.
"""

from __future__ import annotations

from types import ModuleType

from kitchen.game.draw import paint, palette
from kitchen.game.draw.palette import Colour, from_hex

PALETTE = {
    "NIGHT": "#08040C", "AUBERGINE": "#110817", "PLUM": "#180E1F", "PLUM_HI": "#37263F",
    "MAUVE": "#B9A3C6", "LILAC": "#F3EAF7", "CREAM": "#FFFFFF", "PAPER": "#FFFFFF",
    "PAPER_D": "#A88F6A", "PAPER_MUTED": "#3B2833", "WALL": "#22373A", "FLOOR": "#574340",
    "WOOD": "#8F7150",
}  # fmt: skip
PAINT = {
    "PANEL_TOP": "#1E1326", "PANEL_BOTTOM": "#140B1A", "PANEL_EDGE": "#A893B4",
    "CONTROL_TOP": "#3F2C48", "CONTROL_BOTTOM": "#2A1C32",
}  # fmt: skip

Colours = dict[str, Colour]


def _read(module: ModuleType, names: dict[str, str]) -> Colours:
    return {name: getattr(module, name) for name in names}


_USUAL = _read(palette, PALETTE), _read(paint, PAINT)
_HIGH = tuple({n: from_hex(text) for n, text in names.items()} for names in (PALETTE, PAINT))


def use(high: bool) -> None:
    """Take these colours, or the usual ones, for all that is drawn from now on.

    What is baked keeps its colours: rebuild the screen.
    """
    for module, colours in zip((palette, paint), _HIGH if high else _USUAL, strict=True):
        for name, colour in colours.items():
            setattr(module, name, colour)
