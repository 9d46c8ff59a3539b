"""Where dishes, free places and chefs are to be pointed at in the kitchen scene."""

from __future__ import annotations

from collections import Counter

from kitchen.game.draw.box import inside
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.scene.standing import Floor, Placed
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import Chef, FreePlace, OrderedDish, Spot, Subject

CHEF_W, CHEF_H = 50.0, 66.0  # logical px: hat to waist


class SceneSpots:
    """Finds them: those of a floor once, those of whoever walks about when they are asked for."""

    def __init__(self, scene: KitchenScene) -> None:
        self._scene = scene
        self._floor: Floor | None = None
        self._spots: list[Spot[Subject]] = []

    def of_floor(self, moment: Moment) -> list[Spot[Subject]]:
        """Every dish at each of its places, then the free stations and places of the worktop."""
        floor = self._scene.floor(moment)
        if floor is not self._floor:
            self._floor, self._spots = floor, floor_spots(floor)
        return self._spots

    def under(self, moment: Moment, pos: tuple[float, float]) -> Spot[Subject] | None:
        """What is under a point: a chef, else a dish with its call-out, else a free place."""
        for chef, _, x, y, _ in self._scene.chefs.heads(moment):
            box = (x - CHEF_W / 2, y - CHEF_H - 20.0, CHEF_W, CHEF_H)
            if inside(box, pos):
                return Spot(box, Chef(chef.number))
        spots = self.of_floor(moment)
        order = self._scene.order_at(pos)
        if order is None:
            return next((spot for spot in spots if spot.holds(pos)), None)
        own = [s for s in spots if isinstance(s.subject, OrderedDish) and s.subject.order == order]
        return next((spot for spot in own if spot.holds(pos)), next(iter(own), None))


def floor_spots(floor: Floor) -> list[Spot[Subject]]:
    """Every dish at each of its places, then the free stations and places of the worktop."""
    found: list[Spot[Subject]] = [
        Spot(standing.site.around, subject) for standing, subject in _dishes(floor)
    ]
    taken = floor.taken
    found += [
        Spot(site.around, FreePlace(site.place, site.kind))
        for site in (*floor.plan.stations.values(), *floor.plan.boards)
        if (site.kind, site.place) not in taken
    ]
    return found


def _dishes(floor: Floor) -> list[tuple[Placed, OrderedDish]]:
    """A dish of several parts is pointed at part by part."""
    parts = Counter(order for order, _ in {(s.order.number, s.part.number)
                                           for s in floor.standings})  # fmt: skip
    return [
        (s, OrderedDish(s.order.number, s.part.number if parts[s.order.number] > 1 else None))
        for s in floor.standings
    ]
