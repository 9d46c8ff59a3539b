"""Where everything of a race is, in logical px: on top the clock, below it the lanes, then the bar
of time. Two and three lanes stand side by side and are high; four are two by two, and wide."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.draw.box import Box
from kitchen.game.signs.layout import SCENE_H, SCENE_W

GUTTER, PAD = 8.0, 8.0
BAR: Box = (0.0, 0.0, 1280.0, 62.0)
LANES: Box = (8.0, 68.0, 1264.0, 560.0)
TIME: Box = (0.0, 634.0, 1280.0, 86.0)
RADIUS = 14.0

HEAD = {2: 62.0, 3: 84.0, 4: 48.0}
PROGRESS = 38.0
LOSSES_W = 66.0
"""Where what was burnt stands above who left."""


@dataclass(frozen=True, slots=True)
class LanePlan:
    """The boxes of one lane."""

    box: Box
    head: Box
    scene: Box
    served: Box
    profit: Box
    losses: Box
    tickets: Box
    columns: int
    """Of tickets: ten of them fit."""
    progress: Box
    two_lines: bool
    """The lead has a line of its own in the head."""


def lane(index: int, count: int) -> LanePlan:
    """One of so many lanes, from 0."""
    columns = 2 if count == 4 else count
    rows = 2 if count == 4 else 1
    x, y, w, h = LANES
    wide, high = (w - GUTTER * (columns - 1)) / columns, (h - GUTTER * (rows - 1)) / rows
    box = (x + index % columns * (wide + GUTTER), y + index // columns * (high + GUTTER),
           wide, high)  # fmt: skip
    return _wide(box) if count == 4 else _high(box, count)


def _high(box: Box, count: int) -> LanePlan:
    x, y, w, h = box
    left, inner, head = x + PAD, w - 2 * PAD, HEAD[count]
    scene = (left, y + head, inner, inner * SCENE_H / SCENE_W)
    top = scene[1] + scene[3] + 6.0
    progress = (left, y + h - PROGRESS - 4.0, inner, PROGRESS)
    if count == 2:
        third = inner / 3
        figures = [(left + third * i, top, third, 84.0) for i in range(3)]
        tickets = (left, top + 90.0, inner, progress[1] - top - 94.0)
        return LanePlan(box, (x, y, w, head), scene, figures[0], figures[1], figures[2], tickets,
                        10, progress, False)  # fmt: skip
    half = inner / 2
    losses = (left, top + 82.0, inner, 40.0)
    tickets = (left, top + 126.0, inner, progress[1] - top - 130.0)
    return LanePlan(
        box, (x, y, w, head), scene, (left, top, half, 80.0), (left + half, top, half, 80.0),
        losses, tickets, 5, progress, True,
    )  # fmt: skip


def _wide(box: Box) -> LanePlan:
    x, y, w, h = box
    left, inner, head = x + PAD, w - 2 * PAD, HEAD[4]
    high = h - head - PROGRESS - 6.0
    scene = (left, y + head, high * SCENE_W / SCENE_H, high)
    beside, top = left + scene[2] + PAD, y + head
    wide = x + w - PAD - beside
    losses = (beside + wide - LOSSES_W, top + 4.0, LOSSES_W, 92.0)
    return LanePlan(
        box, (x, y, w, head), scene, (beside, top - 2.0, wide - LOSSES_W, 60.0),
        (beside, top + 54.0, wide - LOSSES_W, 46.0), losses,
        (beside, top + 104.0, wide, high - 104.0), 5,
        (left, y + h - PROGRESS - 4.0, inner, PROGRESS), False,
    )  # fmt: skip
