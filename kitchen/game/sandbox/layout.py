"""Where everything is on the sandbox screen, in logical px."""

from __future__ import annotations

from kitchen.game.draw.box import Box
from kitchen.game.signs.layout import SCENE_H, SCENE_W

GUTTER = 8.0
BAR: Box = (0.0, 0.0, 1280.0, 48.0)
PANEL: Box = (8.0, 56.0, 292.0, 656.0)
RIGHT_X, RIGHT_W = 308.0, 964.0

KITCHEN_W = (RIGHT_W - GUTTER) / 2
HEAD_H, NUMBERS_H = 36.0, 48.0
SHOWN = KITCHEN_W / SCENE_W
"""How large a kitchen is shown here, against the service."""
SCENE_SHOWN_H = SCENE_H * SHOWN
KITCHEN_H = HEAD_H + SCENE_SHOWN_H + NUMBERS_H

VERDICT_Y = 56.0 + KITCHEN_H + GUTTER
VERDICT: Box = (RIGHT_X, VERDICT_Y, RIGHT_W, 50.0)
PLOTS_Y = VERDICT_Y + 50.0 + GUTTER
PLOT_W, PLOT_H = (RIGHT_W - 2 * GUTTER) / 3, 712.0 - PLOTS_Y

RADIUS = 14.0


def kitchen(index: int) -> Box:
    """The unchanged kitchen is 0, the changed one 1."""
    return RIGHT_X + index * (KITCHEN_W + GUTTER), 56.0, KITCHEN_W, KITCHEN_H


def plot(index: int) -> Box:
    return RIGHT_X + index * (PLOT_W + GUTTER), PLOTS_Y, PLOT_W, PLOT_H
