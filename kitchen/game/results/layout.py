"""Where things are on the results card, in logical px."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.draw.box import Box

CARD: Box = (32.0, 24.0, 1216.0, 672.0)
TITLE_X, TITLE_Y, ABOUT_Y = 65.0, 56.0, 85.0
STARS_X, STARS_Y = 1160.0, 68.0  # middle of the three
LEGEND_Y, HEAD_Y = 111.0, 134.0
ROWS_X, ROWS_W, ROWS_Y, ROWS_H, GAP = 46.0, 1188.0, 147.0, 434.0, 8.0
PLOT_X, PLOT_W = 262.0, 536.0
INSET_X, INSET_Y = 8.0, 5.0  # of the strips within their plot
TIME_X, TIME_W = PLOT_X + INSET_X, PLOT_W - 2 * INSET_X  # where the common clock runs
FOOT: Box = (46.0, 589.0, 1188.0, 93.0)
WORDS: Box = (174.0, 592.0, 698.0, 87.0)  # where the chef's sentence stands


@dataclass(frozen=True, slots=True)
class RowPlace:
    """One kitchen's row."""

    y: float
    height: float

    @property
    def box(self) -> Box:
        return ROWS_X, self.y, ROWS_W, self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def plot(self) -> Box:
        return PLOT_X, self.y + 8.0, PLOT_W, self.height - 16.0

    @property
    def strips(self) -> Box:
        x, y, w, h = self.plot
        return x + INSET_X, y + INSET_Y, w - 2 * INSET_X, h - 2 * INSET_Y


def rows(count: int) -> list[RowPlace]:
    """So many rows of one height, from the top down."""
    height = (ROWS_H - GAP * (count - 1)) / count
    return [RowPlace(ROWS_Y + index * (height + GAP), height) for index in range(count)]
