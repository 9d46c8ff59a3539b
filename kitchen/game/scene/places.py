"""Where everything stands in the kitchen scene, in logical px of the service screen's layout."""

from __future__ import annotations

from kitchen.game.draw.stage import Stage
from kitchen.game.signs.layout import SCENE_H, layout_of

COLUMNS, ROWS = 5, 2
CELLS = COLUMNS * ROWS
CELL_W = 172.0  # what stands in a cell takes so much room
MARGIN = 8.0  # left of the first cell, in the plain layout

COUNTER_H = 99.0  # of a row, from its worktop's back edge down
CHEF_X, HOB_X = 58.0, 107.0  # the two axes of a cell, from its left edge
HOB_Y = 23.0  # middle of the burner below the worktop's back edge
PLATE_Y, PLATE_H = 60.0, 29.0  # the name plate below the worktop's back edge
PLATE_GROWS = 44.0  # at most

AISLE_FEET = 94.0  # where chefs stand who have nothing to do, below the lower row's top
PASS_X = 438.0  # the pass: where a dish is worked on that has no cell


def row(cell: int) -> int:
    return cell // COLUMNS


class Places:
    """The places of one stage: a wider one has its cells farther apart, a higher one more wall."""

    def __init__(self, stage: Stage) -> None:
        self.scene = layout_of(stage).scene
        """x, y, width and height of the whole scene."""
        _, self.top, self.width, height = self.scene
        self.pitch = (self.width - 2 * MARGIN) / COLUMNS
        """From one cell to the next."""
        self.gap = self.pitch - CELL_W
        """Worktop between what stands in two neighbouring cells."""
        self.plate_grown = min(PLATE_GROWS, self.gap * 0.8)
        """How much wider name plates are than plain."""
        self.row_h = (height - 4.0) / ROWS
        self.wall_h = self.row_h - COUNTER_H
        """Of a row, above its worktop."""
        self.higher = (height - SCENE_H) / ROWS
        """How much higher a row is than plain."""
        self.aisle_feet = self.row_top(ROWS - 1) + AISLE_FEET + self.higher * 0.7
        self.pass_x = self.along(PASS_X)

    def along(self, x: float) -> float:
        """What is at ``x`` in the plain layout is there in this one."""
        return MARGIN + (x - MARGIN) * self.pitch / CELL_W

    def left(self, cell: int) -> float:
        """The left edge of what stands in a cell."""
        return MARGIN + self.pitch * (cell % COLUMNS) + self.gap / 2.0

    def row_top(self, row_: int) -> float:
        return self.top + self.row_h * row_

    def worktop(self, row_: int) -> float:
        """The back edge of a row's worktop: the line that hides the chefs' legs."""
        return self.row_top(row_) + self.wall_h

    def chef_x(self, cell: int) -> float:
        return self.left(cell) + CHEF_X

    def hob_x(self, cell: int) -> float:
        return self.left(cell) + HOB_X

    def hob(self, cell: int) -> tuple[float, float]:
        """The middle of a cell's burner."""
        return self.hob_x(cell), self.worktop(row(cell)) + HOB_Y

    def cell_at(self, pos: tuple[float, float]) -> int | None:
        """The cell under a point: its wall, its hob or its name plate."""
        x, y = pos[0] - MARGIN, pos[1] - self.top
        if not (0.0 <= x < self.pitch * COLUMNS and 0.0 <= y < self.row_h * ROWS):
            return None
        return int(y // self.row_h) * COLUMNS + int(x // self.pitch)
