"""Where everything stands in the kitchen scene, in logical px of the 1280 x 720 layout."""

from __future__ import annotations

SCENE = (0.0, 132.0, 876.0, 412.0)
"""x, y, width and height of the whole scene."""

COLUMNS, ROWS = 5, 2
CELLS = COLUMNS * ROWS
CELL_W, ROW_H = 172.0, 204.0
WALL_H = 105.0  # of a row, above its worktop
MARGIN = 8.0  # left of the first cell

CHEF_X, HOB_X = 58.0, 107.0  # the two axes of a cell, from its left edge
HOB_Y = 23.0  # middle of the burner below the worktop's back edge
PLATE_Y, PLATE_H = 60.0, 29.0  # the name plate below the worktop's back edge

AISLE_FEET = 436.0  # where chefs stand who have nothing to do
AISLE_X = (186.0, 530.0, 358.0, 702.0, 100.0, 616.0, 272.0, 788.0, 444.0, 850.0)
"""Places in the aisle, best first."""
PASS_X = 438.0  # the pass: where a dish is worked on that has no cell


def row(cell: int) -> int:
    return cell // COLUMNS


def left(cell: int) -> float:
    """The left edge of a cell."""
    return MARGIN + CELL_W * (cell % COLUMNS)


def row_top(row_: int) -> float:
    return SCENE[1] + ROW_H * row_


def worktop(row_: int) -> float:
    """The back edge of a row's worktop: the line that hides the chefs' legs."""
    return row_top(row_) + WALL_H


def chef_x(cell: int) -> float:
    return left(cell) + CHEF_X


def hob_x(cell: int) -> float:
    return left(cell) + HOB_X


def hob(cell: int) -> tuple[float, float]:
    """The middle of a cell's burner."""
    return hob_x(cell), worktop(row(cell)) + HOB_Y


def cell_at(pos: tuple[float, float]) -> int | None:
    """The cell under a point: its wall, its hob or its name plate."""
    x, y = pos[0] - MARGIN, pos[1] - SCENE[1]
    if not (0.0 <= x < CELL_W * COLUMNS and 0.0 <= y < ROW_H * ROWS):
        return None
    return int(y // ROW_H) * COLUMNS + int(x // CELL_W)
