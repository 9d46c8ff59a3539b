"""How a chef gets from one place to another: along a row eased and stretched; to the other row by
ducking behind the worktop and coming up behind the other one."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kitchen.game.draw.ease import in_cubic, in_out_cubic, out_back, out_cubic
from kitchen.game.scene.places import ROWS, Places, row

FASTEST, SLOWEST = 0.18, 0.32  # seconds of a walk
FAR = 700.0  # logical px from which a walk takes the longest
CALM_SECONDS = 0.12  # of any walk, with reduced motion
NEAR = 4.0  # px that are not worth a walk
STRETCH_X, STRETCH_Y = 1.08, 0.94  # in flight
LAND_SECONDS, LAND_X, LAND_Y = 0.09, 1.12, 0.88
SETTLE_SECONDS = 0.14
LEAN = 8.0  # degrees
DUCK = 118.0  # px down, until the tallest hat is behind the worktop
DOWN, UP = 0.40, 0.52  # shares of the way at which a chef is out of sight, and comes up again
SLIDE = 30.0  # px along the worktop while ducking, and while coming up: where to, and where from
FRONT, BACK = 0.485, 0.36  # size of a chef at a worktop and in the aisle, of the drawing's units
BELOW = 3.0  # a chef at the worktop reaches this far below its edge: room to bob
LEGS = 37.0  # units from the waist to the soles


@dataclass(frozen=True, slots=True)
class Stand:
    """A place to stand: x, the waist's y, the row of cells, and whether it is out in the aisle."""

    x: float
    y: float
    row: int
    aisle: bool = False
    flip: bool = False
    """Looks to the left."""

    @property
    def scale(self) -> float:
        return BACK if self.aisle else FRONT


def at_cell(places: Places, cell: int, slot: int = 0) -> Stand:
    """Where a chef works at a cell; the second one faces the first, others squeeze in behind."""
    dx, flip = ((0.0, False), (98.0, True), (-26.0, False), (70.0, True))[slot % 4]
    back = row(cell)
    return Stand(places.chef_x(cell) + dx, places.worktop(back) + BELOW, back, flip=flip)


def in_aisle(places: Places, x: float) -> Stand:
    return Stand(x, places.aisle_feet - LEGS * BACK, ROWS - 1, aisle=True)


class Walker:
    """One chef's place by the wall clock."""

    def __init__(self, spot: Stand) -> None:
        self.spot = spot
        self._from = (spot.x, spot.y, spot.scale)
        self._from_row = spot.row
        self._from_duck = 0.0
        self._since = -1e9
        self._seconds = 0.0

    def go(self, spot: Stand, wall: float, calm: bool = False) -> bool:
        """Set out for a place; True if that is a walk worth seeing."""
        if spot == self.spot:
            return False
        (x, y, scale), duck = self._stands(wall), self._duck(wall)
        self._from_row = self.row_now(wall)
        distance = math.hypot(spot.x - x, spot.y - y)
        self.spot = spot
        if distance < NEAR:
            return False
        self._from, self._from_duck = (x, y, scale), duck
        self._since = wall
        share = min(1.0, distance / FAR)
        self._seconds = CALM_SECONDS if calm else FASTEST + (SLOWEST - FASTEST) * share
        return True

    def moving(self, wall: float) -> bool:
        return wall - self._since < self._seconds

    def arrived(self, wall: float) -> float:
        """Seconds since the last walk ended."""
        return wall - self._since - self._seconds

    def leaps(self, wall: float) -> bool:
        """It is on its way from one row to the other."""
        return self.moving(wall) and self._from_row != self.spot.row

    def row_now(self, wall: float) -> int:
        """The row that it is seen in."""
        return self.spot.row if self._way(wall) >= DOWN else self._from_row

    @property
    def leftwards(self) -> bool:
        return self.spot.x < self._from[0]

    def at(self, wall: float) -> tuple[float, float, float]:
        """x, the waist's y and the scale now."""
        x, y, scale = self._stands(wall)
        return x, y + self._duck(wall), scale

    def _way(self, wall: float) -> float:
        """The share of the walk's time that is over, 0 to 1."""
        return max(0.0, (wall - self._since) / self._seconds) if self.moving(wall) else 1.0

    def _stands(self, wall: float) -> tuple[float, float, float]:
        """x, y and scale, as if upright."""
        way, goal = self._way(wall), (self.spot.x, self.spot.y, self.spot.scale)
        if not self.leaps(wall):
            share = in_out_cubic(way)
            x, y, scale = (a + (b - a) * share for a, b in zip(self._from, goal, strict=True))
            return x, y, scale
        slide = math.copysign(
            min(SLIDE, abs(goal[0] - self._from[0]) / 2.0), goal[0] - self._from[0]
        )
        if way < DOWN:
            return self._from[0] + slide * in_cubic(way / DOWN), *self._from[1:]
        return goal[0] - slide * (1.0 - out_cubic(_part(way, UP, 1.0))), *goal[1:]

    def _duck(self, wall: float) -> float:
        """How far it is below its full height, behind the worktop."""
        way = self._way(wall)
        if not self.leaps(wall):
            return self._from_duck * (1.0 - out_cubic(way))
        if way < DOWN:
            return self._from_duck + (DUCK - self._from_duck) * in_cubic(way / DOWN)
        return max(-BELOW, DUCK * (1.0 - out_back(_part(way, UP, 1.0))))

    def squash(self, wall: float) -> tuple[float, float]:
        """Stretched in flight, squashed on landing."""
        if self.moving(wall):
            full = math.sin(math.pi * max(0.0, wall - self._since) / self._seconds)
            return 1.0 + (STRETCH_X - 1.0) * full, 1.0 + (STRETCH_Y - 1.0) * full
        age = self.arrived(wall)
        if age < LAND_SECONDS:
            return LAND_X, LAND_Y
        age -= LAND_SECONDS
        if age < SETTLE_SECONDS:
            rest = 1.0 - out_back(age / SETTLE_SECONDS)
            return 1.0 + (LAND_X - 1.0) * rest, 1.0 + (LAND_Y - 1.0) * rest
        return 1.0, 1.0


def _part(t: float, start: float, end: float) -> float:
    """How far ``t`` is from ``start`` (0) to ``end`` (1)."""
    return min(1.0, max(0.0, (t - start) / (end - start)))
