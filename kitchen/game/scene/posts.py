"""Where each chef belongs: beside what it works at or waits for, or out of the way in the aisle."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from kitchen.game.scene.floorplan import Site
from kitchen.game.scene.places import PLAIN, Places
from kitchen.game.scene.standing import Floor, Floors
from kitchen.game.scene.walker import Stand
from kitchen.game.signs.moment import Moment
from kitchen.sim.view.chefview import ChefView
from kitchen.sim.view.kitchenview import KitchenView

LINGER_SECONDS = 0.5  # wall seconds that a free chef stays at the pot before it walks off
ASIDE = 78.0  # from the first chef at a dish to the second, who looks back at it
SQUEEZE = 24.0  # from them to others who come
APART = 52.0  # logical px between two who stand in the aisle
FROM_DISH = 78.0  # from a dish on the worktop, and its call-out, to who has nothing to do with it
NUMBER, FROM_NUMBER = 28.0, 50.0  # of a cart, left of its axis; and from it to who would hide it
DETOUR = 1000.0  # px that a chef walks farther so as to hide nothing

Key = tuple[str, int, bool]


@dataclass(frozen=True, slots=True)
class Post:
    """Where a chef belongs, whatever the window's size: at a site, and which of those who work
    there, from 0; or, ``site`` being None, in the aisle at ``x`` of the plain layout."""

    site: Key | None
    slot: int = 0
    x: float = 0.0

    def spot(self, places: Places, floor: Floor) -> Stand:
        """The same in the scene of one size."""
        site = floor.site(self.site) if self.site is not None else None
        if site is None:
            return Stand(places.along(self.x), front=places.boards is None)
        return beside(site, self.slot)


def beside(site: Site, slot: int) -> Stand:
    """Where the chefs stand who work at one site: the second one faces the first."""
    dx, flip = ((0.0, False), (ASIDE, True), (-SQUEEZE, False), (ASIDE - SQUEEZE, True))[slot % 4]
    return Stand(site.chef_x + dx, site.front, flip)


@dataclass(slots=True)
class Posts:
    """Who stands where; a chef keeps its place while it stays there.

    All of it is reckoned in the plain layout, so that chefs choose alike in a window of any size.
    """

    slots: dict[int, tuple[Key, int]] = field(default_factory=dict)
    """chef -> site and slot."""
    aisle: dict[int, float] = field(default_factory=dict)
    """chef -> x."""
    free_since: dict[int, float] = field(default_factory=dict)
    now_at: dict[int, Post] = field(default_factory=dict)
    """Where those are that have been seen before."""
    places: Places = PLAIN
    """Of the plain layout."""
    floors: Floors = field(init=False)
    settled: tuple[Floor, str, set[int], bool] | None = None
    """Floor, mode of attention, who lingers, and whether time stands still, if all have found their
    places with these."""

    def __post_init__(self) -> None:
        self.floors = Floors(self.places)

    def assign(self, moment: Moment) -> dict[int, Post]:
        """The place of every chef: the same for as long as nothing happens."""
        floor, chefs = self.floors.of(moment), moment.view.chefs
        if self.settled == (floor, moment.attention, set(), moment.still):
            return self.now_at
        lingering = {
            chef.number for chef in chefs
            if self._lingers(chef, moment, chef.number in self.now_at)
        }  # fmt: skip
        now = floor, moment.attention, lingering, moment.still
        if self.settled != now:
            before = dict(self.slots), dict(self.aisle), self.now_at
            if moment.still:
                self.slots, self.aisle = {}, {}
            self._assign(moment, floor, lingering)
            rest = before == (self.slots, self.aisle, self.now_at)
            self.settled = now if rest else None
        return self.now_at

    def _assign(self, moment: Moment, floor: Floor, lingering: set[int]) -> None:
        view = moment.view
        sites: dict[int, Key | None] = {}
        for chef in view.chefs:
            sites[chef.number] = self._site(chef, moment, floor, sites)
        came = sorted(view.chefs, key=lambda chef: chef.since)
        self._keep_slots({chef.number: sites[chef.number] for chef in came})
        posts: dict[int, Post] = {}
        idle: list[int] = []
        for chef in view.chefs:
            number = chef.number
            if sites[number] is not None:
                posts[number] = Post(*self.slots[number])
            elif number in lingering and floor.site(self.now_at[number].site) is not None:
                posts[number] = self.now_at[number]
            else:
                idle.append(number)
        posts |= self._stand_by(idle, posts, view, floor)
        self.now_at = {chef.number: posts[chef.number] for chef in view.chefs}

    def _site(
        self, chef: ChefView, moment: Moment, floor: Floor, taken: Mapping[int, Key | None]
    ) -> Key | None:
        """Of the dish that it is busy with; in *stay* also after serving, until it is needed.
        ``taken``: by chefs of lower numbers."""
        order = moment.view.orders.get(chef.order) if chef.order is not None else None
        if order is None:
            return None
        if chef.state != "free":
            standing = floor.at(order.number, chef.part)
            return standing.site.key if standing is not None else was_at(chef, floor)
        if moment.attention != "stay":
            return None
        at = was_at(chef, floor)
        others = any(one.site.key == at and one.order.number != chef.order
                     for one in floor.standings)  # fmt: skip
        return None if others or at in taken.values() else at

    def _stand_by(
        self, idle: list[int], busy: dict[int, Post], view: KitchenView, floor: Floor
    ) -> dict[int, Post]:
        """Those with nothing to do keep their place in the aisle while they hide nothing there, and
        time goes by: who stands there when it stands still only hangs on what there is to see."""
        aisle = self.places.boards is None
        """Else they stand behind the fire line, as all do."""
        stands = (post.spot(self.places, floor) for post in busy.values())
        work = sorted(stand.x for stand in stands if stand.front is aisle)
        sites = [standing.site for standing in floor.standings if standing.site.front is aisle]
        things = sorted(site.x for site in sites)
        self.aisle = {
            chef: x for chef, x in self.aisle.items()
            if chef in idle and _clear(x, FROM_DISH, things) and _clear(x, APART, work)
        }  # fmt: skip
        for chef in idle:
            if chef not in self.aisle:
                at = was_at(view.chefs[chef - 1], floor)
                came_from = Post(at).spot(self.places, floor).x if at is not None else self._middle
                others = [*work, *self.aisle.values()]
                self.aisle[chef] = choose(floor, came_from, things, others)
        return {chef: Post(None, x=x) for chef, x in self.aisle.items()}

    @property
    def _middle(self) -> float:
        return self.places.width / 2

    def _keep_slots(self, sites: dict[int, Key | None]) -> None:
        """Those who stay keep their slot; those who come take the lowest free one."""
        kept = {chef: at for chef, at in self.slots.items() if sites.get(chef) == at[0]}
        for chef, site in sites.items():
            if site is None or chef in kept:
                continue
            taken = {slot for where, slot in kept.values() if where == site}
            slot = next(slot for slot in range(len(sites) + 1) if slot not in taken)
            kept[chef] = (site, slot)
        self.slots = kept

    def _lingers(self, chef: ChefView, moment: Moment, seen: bool) -> bool:
        if chef.state != "free":
            self.free_since.pop(chef.number, None)
            return False
        at_once = moment.settled or not seen
        first = moment.wall if not at_once else moment.wall - LINGER_SECONDS
        since = self.free_since.setdefault(chef.number, first)
        return not at_once and moment.wall - since < LINGER_SECONDS


def was_at(chef: ChefView, floor: Floor) -> Key | None:
    """The site where its hands were last."""
    at = (*chef.at, False) if chef.at is not None and chef.at[1] >= 0 else None
    return at if floor.site(at) is not None else None


def choose(
    floor: Floor, came_from: float, things: Iterable[float], others: Iterable[float]
) -> float:
    """The best place in the aisle for one more: where it hides no dish and nobody, and not far.

    Where all places are taken, the one that is farthest from everybody.
    """
    things, others = sorted(things), sorted(others)
    boards, carts = floor.plan.boards, sorted(cart.x - NUMBER for cart in floor.carts.values())
    if not boards[0].front:
        boards = [*boards, *floor.plan.stations.values()]
    half = boards[0].cell / 2
    places = [site.chef_x + side for site in boards for side in (0.0, half)]
    free = [x for x in places if _clear(x, APART, others)]
    if not free:
        return max((_room(x, others), x) for x in places)[1]

    def cost(x: float) -> float:
        """To hide a number is worst: nothing else says who waits there."""
        hides = (not _clear(x, FROM_DISH, things)) + (not _clear(x, FROM_NUMBER, carts))
        return abs(x - came_from) + DETOUR * hides

    return min((cost(x), x) for x in free)[1]


def _clear(x: float, least: float, others: Sequence[float]) -> bool:
    return _room(x, others) >= least


def _room(x: float, others: Sequence[float]) -> float:
    """How far it is to the nearest of them, which are sorted."""
    after = bisect(others, x)
    return min((abs(x - other) for other in others[max(0, after - 1) : after + 1]), default=inf)
