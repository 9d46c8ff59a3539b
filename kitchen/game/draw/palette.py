"""Every colour of the game, as (red, green, blue); roles are in the comments."""

from __future__ import annotations

from kitchen import colours

Colour = tuple[int, int, int]
Rgba = tuple[int, int, int, int]


def mix(a: Colour, b: Colour, t: float) -> Colour:
    """``a`` at t = 0, ``b`` at t = 1, straight between them."""
    red, green, blue = (round(x + (y - x) * t) for x, y in zip(a, b, strict=True))
    return red, green, blue


def with_alpha(colour: Colour, alpha: float) -> Rgba:
    """The colour with an alpha of 0 to 1."""
    return (*colour, round(255 * alpha))


def from_hex(text: str) -> Colour:
    """``#2B1B2E`` -> (43, 27, 46)."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def to_hex(colour: Colour) -> str:
    """(43, 27, 46) -> ``#2B1B2E``."""
    return f"#{colour[0]:02X}{colour[1]:02X}{colour[2]:02X}"


WHITE = from_hex("#FFFFFF")  # raised faces on paper; text on what is on
INK = from_hex(colours.INK)  # every outline; text on paper and on state colours

NIGHT = from_hex(colours.NIGHT)  # bed of code and timeline
AUBERGINE = from_hex(colours.AUBERGINE)  # bars
PLUM = from_hex(colours.PLUM)  # panels
PLUM_HI = from_hex("#46334F")  # raised controls

MAUVE = from_hex(colours.MAUVE)  # hairlines, never text
LILAC = from_hex(colours.LILAC)  # second text
CREAM = from_hex(colours.CREAM)  # first text

PAPER = from_hex(colours.PAPER)  # tickets and cards
PAPER_D = from_hex(colours.PAPER_D)  # rules on paper
PAPER_EDGE = from_hex("#E6D2B2")  # of a card
PAPER_MUTED = from_hex(colours.PAPER_MUTED)  # second text on paper

TOMATO = from_hex(colours.TOMATO)  # brand
ACTION = from_hex("#CC4025")  # face of the primary button, top
ACTION_D = from_hex("#B02F15")  # face of the primary button, bottom
SAFFRON = from_hex(colours.SAFFRON)  # money, stars, "finished"

MINT = from_hex(colours.MINT)  # hands on
MINT_PAPER = from_hex("#0F7A55")  # hands on, as text on paper
STEAM = from_hex(colours.STEAM)  # cooking
STEAM_PAPER = from_hex("#23628F")  # cooking, as text on paper
AMBER = from_hex(colours.AMBER)  # ready
RED = from_hex(colours.RED)  # burning or late, as a fill
RED_TEXT = from_hex("#FF8088")  # burning or late, as text on dark
RED_PAPER = from_hex("#B3202F")  # burning or late, as text on paper
SLATE = from_hex(colours.SLATE)  # a chef who stares

WALL = from_hex("#3A6B6E")
FLOOR = from_hex("#B0705A")
WOOD = from_hex("#E2AF76")

CODE_KEYWORD = from_hex("#FF9E80")  # async, await, def, with ...
CODE_NAME = from_hex("#8FE3CF")  # what is called or defined
CODE_STRING = from_hex("#FFD98A")
CODE_NUMBER = from_hex("#C9A8FF")
CODE_COMMENT = from_hex("#A38FAE")
CODE_GUTTER = from_hex("#8D7A98")  # line numbers
