"""Layout: where everything of the title screen is, in logical px."""

from __future__ import annotations

from kitchen.game.draw.box import Box

COUNTER_Y = 436.0  # where the wall ends and the worktop begins
WORKTOP = 38.0  # its depth
FRONT_Y = COUNTER_Y + WORKTOP

LOGO = (36.0, 66.0, 140.0)  # left edge; middles of the two lines
LOGO_SIZES = (57.0, 108.0)
LAMP = (404.0, 62.0)  # middle, foot
LAMP_W = 82.0
CHEF = (150.0, COUNTER_Y + 3.0)  # middle, waist
CHEF_H = 211.0
POT = (330.0, 457.0)  # middle, foot
POT_W = 132.0
HOB_W = 206.0

MENU: Box = (36.0, 491.0, 400.0, 194.0)
HINT_Y = 704.0
NOTICE: Box = (24.0, 192.0, 424.0, 0.0)

BOOK: Box = (458.0, 25.0, 798.0, 669.0)
PAGES: Box = (467.0, 34.0, 780.0, 651.0)
FOLD = 857.0
HEAD_Y, SECOND_Y = 72.0, 101.0
PAGE_X = (495.0, 887.0)  # left edges of what stands on the pages
RIBBON = (1174.0, 25.0)
FOOT_Y = 673.0

CARD = (160.0, 172.0)
STEP = (172.0, 181.0)  # from card to card
CARDS_Y = 121.0
COLUMNS, ROWS = 2, 3
WIDE = STEP[0] + CARD[0]
BOSS = (160.0, 254.0)
NOTE: Box = (PAGE_X[1], CARDS_Y + 2 * STEP[1], WIDE, CARD[1])
SLIP: Box = (PAGE_X[1], 392.0, WIDE, 262.0)
"""Of the bet on the bosses, below them."""
TABS = (497.0, 3.0, 42.0, 30.0)
"""The first tab of the book; its foot is behind the cover."""
TAB_STEP = 48.0

ARROWS: tuple[Box, Box] = ((468.0, 334.0, 24.0, 64.0), (1222.0, 334.0, 24.0, 64.0))


def place(index: int) -> Box:
    """Of a card: down the left page, row by row, then down the right one."""
    page, slot = divmod(index, COLUMNS * ROWS)
    row, column = divmod(slot, COLUMNS)
    return PAGE_X[page] + column * STEP[0], CARDS_Y + row * STEP[1], *CARD


def wide_place(page: int, row: int, rows: int = 1) -> Box:
    """Of a card over the whole width of a page (0 or 1), as high as so many rows."""
    high = (rows - 1) * STEP[1] + CARD[1]
    return PAGE_X[page], CARDS_Y + row * STEP[1], WIDE, high


def boss_place(index: int) -> Box:
    """Of a large card, on the right page."""
    return PAGE_X[1] + index * STEP[0], CARDS_Y, *BOSS


def tab_place(index: int, count: int) -> Box:
    """Of the tab of a spread; of many they stand closer."""
    x, y, w, h = TABS
    step = min(TAB_STEP, (BOOK[2] - 130.0) / max(1, count))
    return x + index * step, y, min(w, step - 4.0), h
