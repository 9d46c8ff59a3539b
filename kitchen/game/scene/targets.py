"""Targets: what of a kitchen can be pointed at, and what hides the aisle; made once for a floor."""

from __future__ import annotations

from collections.abc import Callable

from kitchen.game.draw.box import Box, inside
from kitchen.game.scene.callouts import WIDTH, Tip, Tips, call_of
from kitchen.game.scene.floorplan import CART_W, Site
from kitchen.game.scene.standing import Floor
from kitchen.game.signs.moment import Moment


class Targets:
    """The call-outs of one floor, and all that stands on it."""

    def __init__(self, moment: Moment, floor: Floor, box: Callable[[Tip], Box]) -> None:
        """``box``: of the call-out whose tail points there."""
        self.floor = floor
        leading = {
            number: standing
            for number, order in moment.view.open_orders.items()
            if (standing := floor.leading(order)) is not None
        }
        self.tips: Tips = {number: _tip(standing.site) for number, standing in leading.items()}
        """Where the call-outs point: at the vessel of the part that says most."""
        self._boxes = {number: box(tip) for number, tip in self.tips.items()}
        self._calling = [
            (number, self._boxes[number])
            for number, standing in leading.items()
            if call_of(moment, standing.order) is not None
        ]
        nearest = sorted(
            floor.standings, key=lambda s: (s.where.on == "worktop", s.site.cart, s.site.nearer)
        )
        self._standing = [
            (standing.order.number, around)
            for standing in reversed(nearest)
            for around in (standing.site.plate, standing.site.thing)
        ]
        half = CART_W / 2
        self.hiding = [(site.x - half, site.x + half) for site in floor.carts.values()]
        """From where to where carts and call-outs hide who stands in the aisle."""
        for number, standing in leading.items():
            if standing.site.front:
                x, _, wide, _ = self._boxes[number]
                self.hiding.append((x, x + wide))

    def box(self, order: int) -> Box | None:
        """Where a call-out of that order is, or would be."""
        return self._boxes.get(order)

    def calls(self, order: int) -> bool:
        """Whether it has one."""
        return any(number == order for number, _ in self._calling)

    def at(self, pos: tuple[float, float]) -> int | None:
        """The order under a point in logical px: what is nearer comes first."""
        found = (number for number, box in self._calling if inside(box, pos))
        number = next(found, None)
        if number is not None:
            return number
        return next((number for number, box in self._standing if inside(box, pos)), None)


def _tip(site: Site) -> Tip:
    return Tip(*site.tip, site.stem, site.cell < WIDTH and not site.cart)
