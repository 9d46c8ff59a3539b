"""Who stands where: every part of every dish at the places that the facts tell, on one plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kitchen.game.draw.cache import Lru
from kitchen.game.scene.floorplan import Floorplan, Site, boards_for
from kitchen.game.scene.places import Places
from kitchen.game.signs.focus import focus
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.states import State, part_state
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView, PartView
from kitchen.sim.view.whereabouts import Where

PLANS_KEPT = 8


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of a dish at one of its places."""

    order: OrderView
    part: PartView
    where: Where
    site: Site
    called: bool
    """It waits for a chef who may come; one whose own chef is at another part is not called."""

    @property
    def state(self) -> State:
        state = part_state(self.part)
        return "blocked" if state == "ready" and not self.called else state


@dataclass(frozen=True, eq=False)
class Floor:
    """A kitchen from one fact to the next: its floor plan, and all that stands on it. What follows
    from that is found out once."""

    plan: Floorplan
    standings: tuple[Placed, ...]
    carts: dict[tuple[str, int], Site]
    """By kind of station and place in line."""

    @cached_property
    def _orders(self) -> dict[int, list[Placed]]:
        found: dict[int, list[Placed]] = {}
        for standing in self.standings:
            found.setdefault(standing.order.number, []).append(standing)
        return found

    @cached_property
    def _leading(self) -> dict[int, Placed]:
        found = {}
        for number, own in self._orders.items():
            part = focus(own[0].order)
            found[number] = next((one for one in own if one.part is part), own[0])
        return found

    @cached_property
    def fire_line(self) -> list[Placed]:
        """What stands at the stations, farthest first."""
        here = [standing for standing in self.standings if not standing.site.front]
        return sorted(here, key=lambda standing: (standing.site.nearer, standing.site.x))

    @cached_property
    def aisle(self) -> list[Placed]:
        """What waits on carts, from left to right."""
        here = [standing for standing in self.standings if standing.site.cart]
        return sorted(here, key=lambda standing: standing.site.x)

    @cached_property
    def worktop(self) -> list[Placed]:
        """What stands on it: in a kitchen of one row, nothing."""
        on = [standing for standing in self.standings if standing.where.on == "worktop"]
        return [standing for standing in on if standing.site.front]

    @cached_property
    def taken(self) -> frozenset[tuple[str, int]]:
        """Kind and place of all stations, and places of the worktop, where something stands."""
        return frozenset((s.site.kind, s.site.place) for s in self.standings if not s.site.cart)

    def of(self, order: int | None) -> Sequence[Placed]:
        return self._orders.get(order, ()) if order is not None else ()

    def leading(self, order: OrderView) -> Placed | None:
        """Where the part is that says most about a dish."""
        return self._leading.get(order.number)

    def at(self, order: int, part: int) -> Placed | None:
        """Where a chef works at that part of a dish; at the dish, if the part stands nowhere."""
        own = self.of(order)
        return next((one for one in own if one.part.number == part), own[0] if own else None)

    def site(self, key: tuple[str, int, bool] | None) -> Site | None:
        """The site of that key, if there is one now."""
        if key is None:
            return None
        kind, place, cart = key
        if cart:
            return self.carts.get((kind, place))
        if kind:
            return self.plan.stations.get((kind, place))
        return self.plan.boards[place] if place < len(self.plan.boards) else None


class Floors:
    """Finds the floor of a kitchen, once for all that its facts have in common."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._plans: Lru[Floorplan] = Lru(PLANS_KEPT)
        self._last: tuple[KitchenView, int, Floor] | None = None

    def of(self, moment: Moment) -> Floor:
        return self.find(moment.view, moment.attention == "stay")

    def find(self, view: KitchenView, chefs_wait: bool) -> Floor:
        """``chefs_wait``: a chef stays with every dish, in line too."""
        if self._last is None or self._last[:2] != (view, view.facts):
            self._last = view, view.facts, self._found(view, chefs_wait)
        return self._last[2]

    def plan(self, stations: tuple[tuple[str, int], ...], places: int = 0) -> Floorplan:
        """Of a kitchen with so many stations of each kind, and so many dishes on the worktop."""
        least = self._places.boards
        boards = boards_for(places) if least is None else max(least, places)
        key = stations, boards
        return self._plans.get(key, lambda: Floorplan(self._places, stations, boards))

    def _found(self, view: KitchenView, chefs_wait: bool) -> Floor:
        stations = tuple((kind, len(held)) for kind, held in view.stations.items())
        plan = self.plan(stations, view.worktop_places)
        lines = {kind: len(line) for kind, line in view.wanting.items() if line}
        carts = plan.carts(lines, chefs_wait)
        standings = tuple(
            Placed(order, order.parts[where.part], where, _site(plan, carts, where), called)
            for order in view.open_orders.values()
            for called in [view.place_in_line(order.number) is not None]
            for where in view.whereabouts(order)
        )
        return Floor(plan, standings, carts)


def _site(plan: Floorplan, carts: dict[tuple[str, int], Site], where: Where) -> Site:
    if where.on == "station":
        return plan.stations[where.kind, where.place]
    if where.on == "line":
        return carts[where.kind, where.place]
    return plan.boards[where.place]
