"""The list of lanes: which the timeline shows, and where; made anew only when one comes or goes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from kitchen.game.service.timeline.lanes import Lane, coming, lanes
from kitchen.game.service.timeline.timelinebed import Ground
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import Spot, Subject
from kitchen.sim.view.kitchenview import KitchenView

FEW = (3, 5, 7)  # lanes for which there is room while there are no more dishes: they are higher
LEFT = 12.0  # logical px


@dataclass(frozen=True, slots=True)
class LaneRows:
    """The lanes from the top down, the height of one, and where each begins, in logical px."""

    lanes: list[Lane]
    pitch: float
    tops: list[float]
    spots: list[Spot[Subject]]
    """Where each can be pointed at; the last lanes may have none: their orders are still to come.
    """


class LaneList:
    """Finds the lanes for which there is room on this ground."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._view: KitchenView | None = None
        self._key: tuple[object, ...] = ()
        self._shown = LaneRows([], 0.0, [], [])

    def of(self, moment: Moment) -> LaneRows:
        view = moment.view
        # What else there is to tell of an order, its lane looks up itself.
        known = len(moment.later.orders) if moment.later is not None else 0
        key = (moment.attention, len(view.chefs), len(view.orders), known, *view.open_orders)
        if view is not self._view or key != self._key:
            self._view, self._key, self._shown = view, key, self._found(moment)
        return self._shown

    def _found(self, moment: Moment) -> LaneRows:
        g, chefs = self._ground, len(moment.view.chefs)
        stays = moment.attention == "stay" and chefs > 1
        found = lanes(moment.view, moment.attention, g.chefs if stays else g.dishes)
        told = len(found)
        if moment.later is not None and not stays:
            found += coming(moment.view, moment.later, g.dishes - _dishes(found))
        pitch = self._pitch(found)
        heights = accumulate((lane.height(pitch) for lane in found), initial=g.lanes_y)
        tops = list(heights)[:-1]
        spots: list[Spot[Subject]] = [
            Spot((LEFT, top, g.lanes_end - LEFT, lane.height(pitch)), lane.subject)
            for lane, top in zip(found[:told], tops[:told], strict=True)
        ]
        return LaneRows(found, pitch, tops, spots)

    def _pitch(self, found: list[Lane]) -> float:
        """The height of a lane, in logical px. It changes seldom: orders come one by one."""
        dishes, most = _dishes(found), self._ground.dishes
        if len(found) - dishes > 1:
            return self._ground.pitch_of_chefs(len(found))  # chefs do not come and go
        return self._ground.pitch(next((few for few in FEW if dishes <= few < most), most))


def _dishes(found: list[Lane]) -> int:
    return sum(not lane.chefs for lane in found)
