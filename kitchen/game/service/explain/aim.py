"""The aim: what the arrow keys or a gamepad point at on the service screen, and the ring around it.

It keeps to its subject while that moves; when the subject goes, it stays where it was.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.controls.page import RING, RING_SECONDS, distance
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import Tween
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.subjects import FreePlace, OrderedDish, Spot, Subject
from kitchen.sim.view.kitchenview import KitchenView

RADIUS = 12.0  # logical px
THIN = 26.0  # a spot lower than this gets a ring with small corners


class Aim:
    """Nothing is aimed at until the first `move`; `hide` at every motion of the pointer."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.shown = False
        self.spot: Spot[Subject] | None = None
        self._way: tuple[Box, Box] | None = None
        self._since = 0.0
        self._wall = 0.0

    def take_over(self, old: Aim) -> None:
        """Aim at what was aimed at on the stage of another size."""
        self.shown, self._wall = old.shown, old._wall
        if old.spot is not None:
            across = self._kit.stage.width / old._kit.stage.width
            down = self._kit.stage.height / old._kit.stage.height
            x, y, w, h = old.spot.box
            self.spot = Spot((x * across, y * down, w * across, h * down), old.spot.subject)

    def hide(self) -> None:
        self.shown = False

    def forget(self) -> None:
        """What was aimed at is gone: begin anew."""
        self.shown, self.spot = False, None

    def begin(self, spots: Sequence[Spot[Subject]], view: KitchenView) -> None:
        """Show the aim: where it was, or at the dish that has waited longest for hands."""
        self.shown = True
        if self._follow(spots) or not spots:
            return
        wanted = next((s for n in view.line for s in spots if s.subject == OrderedDish(n)), None)
        dishes = (s for s in spots if isinstance(s.subject, OrderedDish | FreePlace))
        self.spot = wanted or next(dishes, spots[0])

    def move(self, spots: Sequence[Spot[Subject]], dx: int, dy: int) -> None:
        """To the nearest spot in that direction; nowhere if there is none."""
        if self.spot is None:
            return
        here = self.spot
        ahead = [
            (cost, index)
            for index, spot in enumerate(spots)
            if spot.box != here.box and (cost := distance(here.box, spot.box, dx, dy)) is not None
        ]
        if ahead:
            self.spot = spots[min(ahead)[1]]
            self._way, self._since = (here.box, self.spot.box), self._wall

    def _follow(self, spots: Sequence[Spot[Subject]]) -> bool:
        """Find the subject again, nearest to where it was; else what is there instead."""
        if self.spot is None:
            return False
        old = self.spot
        same = [spot for spot in spots if spot.subject == old.subject]
        x, y = old.middle
        near = same or list(spots)
        if not near:
            return False

        def far(spot: Spot[Subject]) -> float:
            a, b = spot.middle
            return abs(a - x) + abs(b - y)

        self.spot = min(near, key=far)
        return True

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, spots: Sequence[Spot[Subject]], wall: float) -> None:
        """The ring, if the aim is shown; it slides from one spot to the next."""
        self._wall = wall
        if not self.shown or not self._follow(spots) or self.spot is None:
            return
        x, y, w, h = self._box(self.spot.box)
        s = self._kit.stage
        grow = RING if h < 60 else 0.0
        area = s.rect(x - grow, y - grow, w + 2 * grow, h + 2 * grow)
        radius = s.px(RADIUS if h >= THIN else 7.0)
        outer = area.inflate(2 * s.line(1), 2 * s.line(1))
        surface.blit(paint.box(outer.size, radius, None, p.INK, s.line(5)), outer)
        surface.blit(paint.box(area.size, radius, None, p.SAFFRON, s.line(3)), area)

    def _box(self, goal: Box) -> Box:
        if self._way is None or self._way[1] != goal:
            return goal
        share = Tween(0.0, 1.0, RING_SECONDS).at(self._wall - self._since)
        if share >= 1.0:
            self._way = None
            return goal
        x, y, w, h = (round(a + (b - a) * share) for a, b in zip(*self._way, strict=True))
        return x, y, w, h
