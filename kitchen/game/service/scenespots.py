"""Where dishes, free places and chefs are to be pointed at in the kitchen scene."""

from __future__ import annotations

from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.scene.places import CELLS, Places, row
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import Chef, FreePlace, OrderedDish, Spot, Subject

CHEF_W, CHEF_H = 50.0, 66.0  # logical px: hat to waist
INSET = 3.0


def cell_spots(places: Places, moment: Moment) -> list[Spot[Subject]]:
    """The ten cells, row by row."""
    found: list[Spot[Subject]] = []
    for cell in range(CELLS):
        order = moment.view.worktop[cell]
        x, y = places.left(cell) - places.gap / 2.0, places.row_top(row(cell))
        box = (x + INSET, y + INSET, places.pitch - 2 * INSET, places.row_h - 2 * INSET)
        found.append(Spot(box, FreePlace(cell) if order is None else OrderedDish(order)))
    return found


def scene_spot(
    scene: KitchenScene, places: Places, moment: Moment, pos: tuple[float, float]
) -> Spot[Subject] | None:
    """What is under a point: a chef, else a dish with its call-out, else a free place."""
    for chef, _, x, y, _ in scene.chefs.heads(moment):
        box = (x - CHEF_W / 2, y - CHEF_H - 20.0, CHEF_W, CHEF_H)
        if Spot(box, Chef(chef.number)).holds(pos):
            return Spot(box, Chef(chef.number))
    cells = cell_spots(places, moment)
    order = scene.order_at(pos)
    wanted = (spot for spot in cells if spot.subject == OrderedDish(order or 0))
    return next(wanted, None) or next((spot for spot in cells if spot.holds(pos)), None)
