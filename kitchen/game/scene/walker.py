"""How a chef gets from one place to another: eased, stretched, with a hop over the counter."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kitchen.game.draw.ease import in_out_cubic, out_back
from kitchen.game.scene.places import ROWS, Places, row

FASTEST, SLOWEST = 0.18, 0.32  # seconds of a walk
FAR = 700.0  # logical px from which a walk takes the longest
CALM_SECONDS = 0.12  # of any walk, with reduced motion
NEAR = 4.0  # px that are not worth a walk
STRETCH_X, STRETCH_Y = 1.08, 0.94  # in flight
LAND_SECONDS, LAND_X, LAND_Y = 0.09, 1.12, 0.88
SETTLE_SECONDS = 0.14
LEAN = 8.0  # degrees
HOP = 34.0  # px, from one row to the other
FRONT, BACK = 0.485, 0.40  # size of a chef at a worktop and in the aisle, of the drawing's units
BELOW = 3.0  # a chef at the worktop reaches this far below its edge: room to bob
LEGS = 37.0  # units from the waist to the soles


@dataclass(frozen=True, slots=True)
class Spot:
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


def at_cell(places: Places, cell: int, slot: int = 0) -> Spot:
    """Where a chef works at a cell; the second one faces the first, others squeeze in behind."""
    dx, flip = ((0.0, False), (98.0, True), (-26.0, False), (70.0, True))[slot % 4]
    back = row(cell)
    return Spot(places.chef_x(cell) + dx, places.worktop(back) + BELOW, back, flip=flip)


def in_aisle(places: Places, x: float) -> Spot:
    return Spot(x, places.aisle_feet - LEGS * BACK, ROWS - 1, aisle=True)


class Walker:
    """One chef's place by the wall clock."""

    def __init__(self, spot: Spot) -> None:
        self.spot = spot
        self._from = (spot.x, spot.y, spot.scale)
        self._from_row = spot.row
        self._since = -1e9
        self._seconds = 0.0
        self._hop = HOP

    def go(self, spot: Spot, wall: float, calm: bool = False) -> bool:
        """Set out for a place; True if that is a walk worth seeing."""
        if spot == self.spot:
            return False
        x, y, scale = self.at(wall)
        self._from_row = self.row_now(wall)
        distance = math.hypot(spot.x - x, spot.y - y)
        self.spot = spot
        if distance < NEAR:
            return False
        self._from = (x, y, scale)
        self._since = wall
        share = min(1.0, distance / FAR)
        self._seconds = CALM_SECONDS if calm else FASTEST + (SLOWEST - FASTEST) * share
        self._hop = 0.0 if calm else HOP
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
        """The row it counts as standing in."""
        done = wall - self._since > self._seconds / 2
        return self.spot.row if done else self._from_row

    @property
    def leftwards(self) -> bool:
        return self.spot.x < self._from[0]

    def at(self, wall: float) -> tuple[float, float, float]:
        """x, the waist's y and the scale now."""
        goal = (self.spot.x, self.spot.y, self.spot.scale)
        if not self.moving(wall):
            return goal
        t = max(0.0, (wall - self._since) / self._seconds)
        share = in_out_cubic(t)
        x, y, scale = (a + (b - a) * share for a, b in zip(self._from, goal, strict=True))
        if self._from_row != self.spot.row:
            y -= self._hop * math.sin(math.pi * t)
        return x, y, scale

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
