"""Where wall, counters and aisle are in the kitchen scene, in logical px of the service screen.

Two counters lie across the picture: the fire line, behind which chefs stand at the stations, and
the worktop in front. Between them is the aisle. What stands where on them is a `Floorplan`.
"""

from __future__ import annotations

from kitchen.game.draw.stage import HEIGHT, WIDTH, Stage
from kitchen.game.signs.layout import SCENE_H, SCENE_W, layout_of

SIDE = 10.0  # from the edges of the scene to what stands on the counters
FIRE_Y, WORKTOP_Y = 100.0, 298.0  # back edges of the counters, below the scene's top
WALL_SHARE = 0.45  # of what a scene is higher; the aisle gets the rest
RIM = 48.0  # a counter's top is so deep; its front begins
FRONT_H = 48.0  # of the fire line's front
FIRE_PLATE, WORKTOP_PLATE, PLATE_H = 58.0, 62.0, 34.0  # plates below the back edges; their height
FIRE_WAIST, WORKTOP_WAIST = 6.0, 4.0  # of chefs, below the back edge of the counter before them
FIRE_SCALE, WORKTOP_SCALE = 0.485, 0.525  # of chefs there


class Places:
    """The two counters of one stage: a wider one has longer ones, a higher one more wall and
    aisle. ``boards``: in a kitchen of one row, so many boards stand on the fire line, beside the
    stations, and nobody works at the worktop; None: they stand there."""

    def __init__(self, stage: Stage, boards: int | None = None) -> None:
        self.boards = boards
        self.scene = layout_of(stage).scene
        """x, y, width and height of the whole scene."""
        _, self.top, self.width, height = self.scene
        self.higher = height - SCENE_H
        """How much higher the scene is than plain."""
        self.fire = self.top + FIRE_Y + self.higher * WALL_SHARE
        """The back edge of the fire line: what is below it hides who stands behind."""
        self.worktop = self.top + WORKTOP_Y + self.higher
        """The back edge of the worktop."""
        self.aisle_top = self.fire + RIM + FRONT_H
        """Where the floor begins."""
        self.bottom = self.top + height

    def along(self, x: float) -> float:
        """What is at ``x`` in the plain layout is there in this one."""
        return x * self.width / SCENE_W

    def waist(self, front: bool) -> float:
        """y of the waists of those who stand at the worktop, or behind the fire line."""
        return self.worktop + WORKTOP_WAIST if front else self.fire + FIRE_WAIST

    def scale(self, y: float) -> float:
        """The size of a chef whose waist is there: what is nearer is larger."""
        far, near = self.waist(False), self.waist(True)
        share = min(1.0, max(0.0, (y - far) / (near - far)))
        return FIRE_SCALE + (WORKTOP_SCALE - FIRE_SCALE) * share


PLAIN = Places(Stage((WIDTH, HEIGHT)))
"""What is reckoned in it comes out alike in a window of any size."""


def plain(boards: int | None) -> Places:
    """The same, with so many boards on the fire line."""
    return PLAIN if boards is None else Places(Stage((WIDTH, HEIGHT)), boards)
