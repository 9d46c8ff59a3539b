"""How a chef gets to another place: along the counter, or to the other one around its end.

There are two ways to walk, behind the fire line and along the aisle; they meet beyond the edges of
the picture. One who is farther away is smaller.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from kitchen.game.draw.ease import in_out_cubic, out_back
from kitchen.game.scene.places import Places

FASTEST, SLOWEST = 0.18, 0.32  # seconds of a walk along one counter
FAR = 700.0  # logical px from which such a walk takes the longest
AROUND = 0.2  # seconds more of one around the counter's end
CALM_SECONDS = 0.12  # of any walk, with reduced motion
NEAR = 4.0  # px that are not worth a walk
BEYOND = 48.0  # past the edges of the scene, where nobody sees who goes around
STRETCH_X, STRETCH_Y = 1.08, 0.94  # in flight
LAND_SECONDS, LAND_X, LAND_Y = 0.09, 1.12, 0.88
SETTLE_SECONDS = 0.14
BOUNCE_SECONDS = LAND_SECONDS + SETTLE_SECONDS  # after which whoever has arrived stands still
LEAN = 8.0  # degrees

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stand:
    """A place to stand: x, and at which of the counters; and whether one looks to the left."""

    x: float
    front: bool
    flip: bool = False


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch of a way; it counts by what of it is seen."""

    start: Point
    goal: Point
    length: float


class Walker:
    """One chef's place by the wall clock."""

    def __init__(self, places: Places, spot: Stand) -> None:
        self._places = places
        self.spot = spot
        self._middle = (places.waist(True) + places.waist(False)) / 2
        self._legs: list[Leg] = []
        """Of a walk that is worth seeing."""
        self._length = 0.0
        self._since = -1e9
        self._seconds = 0.0
        self._end(self._goal(spot))

    def _goal(self, spot: Stand) -> Point:
        return spot.x, self._places.waist(spot.front)

    def _end(self, goal: Point) -> None:
        """Note where whoever has arrived stands."""
        self._rest = *goal, self._places.scale(goal[1])

    def go(self, spot: Stand, wall: float, calm: bool = False) -> bool:
        """Set out for a place; True if that is a walk worth seeing."""
        if spot == self.spot:
            return False
        start, goal = self.at(wall)[:2], self._goal(spot)
        self.spot = spot
        self._end(goal)
        if math.dist(start, goal) < NEAR:
            self._legs = []
            return False
        path = self._way(start, goal)
        seen = [abs(b[0] - a[0]) for a, b in pairwise(path)]
        self._legs = [Leg(*ends, max(1.0, x)) for ends, x in zip(pairwise(path), seen, strict=True)]
        self._length = sum(leg.length for leg in self._legs)
        self._since = wall
        seconds = FASTEST + (SLOWEST - FASTEST) * min(1.0, sum(seen) / FAR)
        seconds += AROUND if len(path) > 2 else 0.0
        self._seconds = CALM_SECONDS if calm else seconds
        return True

    def _way(self, start: Point, goal: Point) -> list[Point]:
        """Straight along one counter; to the other around the nearer end."""
        if abs(start[1] - goal[1]) < NEAR:
            return [start, goal]
        ends = (-BEYOND, self._places.width + BEYOND)
        end = min(ends, key=lambda x: abs(start[0] - x) + abs(goal[0] - x))
        return [start, (end, start[1]), (end, goal[1]), goal]

    def moving(self, wall: float) -> bool:
        return wall - self._since < self._seconds

    def arrived(self, wall: float) -> float:
        """Seconds since the last walk ended."""
        return wall - self._since - self._seconds

    def at(self, wall: float) -> tuple[float, float, float]:
        """x, the waist's y and the scale now."""
        if not self._legs or not self.moving(wall):
            return self._rest
        leg, share = self._leg(wall)
        (x0, y0), (x1, y1) = leg.start, leg.goal
        y = y0 + (y1 - y0) * share
        return x0 + (x1 - x0) * share, y, self._places.scale(y)

    def front(self, wall: float) -> bool:
        """It is seen in the aisle, not behind the fire line."""
        return self.at(wall)[1] > self._middle

    def hidden(self, wall: float) -> bool:
        """It is beyond the edge of the picture."""
        return not -BEYOND / 2 < self.at(wall)[0] < self._places.width + BEYOND / 2

    def leftwards(self, wall: float) -> bool:
        if not self._legs or not self.moving(wall):
            return False
        leg, _ = self._leg(wall)
        return leg.goal[0] < leg.start[0]

    def _leg(self, wall: float) -> tuple[Leg, float]:
        """The stretch of the way that it is on, and how far along."""
        share = in_out_cubic(max(0.0, (wall - self._since) / self._seconds))
        left = share * self._length
        for leg in self._legs:
            if left <= leg.length:
                return leg, left / leg.length
            left -= leg.length
        return self._legs[-1], 1.0

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
