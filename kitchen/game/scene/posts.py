"""Where each chef belongs: at the cell of its dish, at the pass, or out in the aisle."""

from __future__ import annotations

from dataclasses import dataclass, field

from kitchen.game.draw.stage import HEIGHT, WIDTH, Stage
from kitchen.game.scene.aisle import Aisle
from kitchen.game.scene.places import PASS_X, ROWS, Places, row
from kitchen.game.scene.waiter import HOME_X
from kitchen.game.scene.walker import Stand, at_cell, in_aisle
from kitchen.game.signs.moment import Moment
from kitchen.sim.view.chefview import ChefView
from kitchen.sim.view.kitchenview import KitchenView

LINGER_SECONDS = 0.5  # wall seconds that a free chef stays at the pot before it walks off
PASS_STEP = 52.0  # between chefs at the pass
PLAIN = Places(Stage((WIDTH, HEIGHT)))


@dataclass(frozen=True, slots=True)
class Post:
    """Where a chef belongs, whatever the window's size: a cell and which place there, from 0; or,
    ``cell`` being None, the aisle at ``x`` in the plain layout, and how far from there at the pass.
    """

    cell: int | None
    slot: int = 0
    x: float = 0.0
    aside: float = 0.0

    def spot(self, places: Places) -> Stand:
        """The same in the scene of one size."""
        if self.cell is not None:
            return at_cell(places, self.cell, self.slot)
        return in_aisle(places, places.along(self.x) + self.aside)


@dataclass(slots=True)
class Posts:
    """Who stands where; a chef keeps its place at a cell and in the aisle while it stays there.

    All of it is reckoned in the plain layout, so that chefs choose alike in a window of any size.
    """

    slots: dict[int, tuple[int, int]] = field(default_factory=dict)
    """chef -> (cell, slot)."""
    aisle: dict[int, float] = field(default_factory=dict)
    """chef -> x."""
    free_since: dict[int, float] = field(default_factory=dict)
    now_at: dict[int, Post] = field(default_factory=dict)
    """Where those are that have been seen before."""
    stands: Aisle = field(default_factory=lambda: Aisle(PLAIN, (HOME_X,)))

    def assign(self, moment: Moment) -> dict[int, Post]:
        """The place of every chef."""
        view, now_at = moment.view, self.now_at
        cells = {chef.number: cell_of(moment, chef) for chef in view.chefs}
        self._keep_slots(cells)
        posts: dict[int, Post] = {}
        idle: list[int] = []
        at_pass = 0
        for chef in view.chefs:
            number, cell = chef.number, cells[chef.number]
            lingers = self._lingers(chef, moment, number in now_at)
            if cell is not None:
                posts[number] = Post(*self.slots[number])
            elif chef.state != "free":
                posts[number] = Post(None, x=PASS_X, aside=PASS_STEP * _fan(at_pass))
                at_pass += 1
            elif lingers:
                posts[number] = now_at[number]
            else:
                idle.append(number)
        posts |= self._stand_by(idle, posts, view)
        self.now_at = {chef.number: posts[chef.number] for chef in view.chefs}
        return self.now_at

    def _stand_by(
        self, idle: list[int], busy: dict[int, Post], view: KitchenView
    ) -> dict[int, Post]:
        """Those with nothing to do keep their place in the aisle while they hide nothing there."""
        pots = [cell for cell, order in enumerate(view.worktop) if order is not None]
        work = [post.spot(PLAIN).x for post in busy.values() if _below(post)]
        self.aisle = {
            chef: x
            for chef, x in self.aisle.items()
            if chef in idle and self.stands.clear(x, pots, work)
        }
        for chef in idle:
            if chef not in self.aisle:
                at = self.now_at.get(chef)
                came_from = at.spot(PLAIN).x if at is not None else None
                others = list(self.aisle.values())
                self.aisle[chef] = self.stands.choose(came_from, pots, work, others)
        return {chef: Post(None, x=x) for chef, x in self.aisle.items()}

    def _keep_slots(self, cells: dict[int, int | None]) -> None:
        """Those who stay keep their slot; those who come take the lowest free one."""
        kept = {chef: at for chef, at in self.slots.items() if cells.get(chef) == at[0]}
        for chef, cell in cells.items():
            if cell is None or chef in kept:
                continue
            taken = {slot for where, slot in kept.values() if where == cell}
            slot = next(slot for slot in range(len(cells) + 1) if slot not in taken)
            kept[chef] = (cell, slot)
        self.slots = kept

    def _lingers(self, chef: ChefView, moment: Moment, seen: bool) -> bool:
        if chef.state != "free":
            self.free_since.pop(chef.number, None)
            return False
        first = moment.wall if seen else moment.wall - LINGER_SECONDS
        since = self.free_since.setdefault(chef.number, first)
        return seen and moment.wall - since < LINGER_SECONDS


def _below(post: Post) -> bool:
    """It is in the lower row, or in the aisle, which is there."""
    return post.cell is None or row(post.cell) == ROWS - 1


def cell_of(moment: Moment, chef: ChefView) -> int | None:
    """The cell that a chef stands at; in *stay* also after serving, until somebody needs it."""
    view = moment.view
    if chef.order is None or chef.order not in view.orders:
        return None
    cell = view.orders[chef.order].cell
    if cell is None or chef.state != "free":
        return cell
    if moment.attention != "stay":
        return None
    return cell if _is_its_own(view, chef, cell) else None


def _is_its_own(view: KitchenView, chef: ChefView, cell: int) -> bool:
    """Nobody else's dish is there, and no later chef's either."""
    if view.worktop[cell] not in (None, chef.order):
        return False
    return all(
        other.order is None
        or view.orders[other.order].cell != cell
        or other.since <= chef.since
        or other is chef
        for other in view.chefs
    )


def _fan(index: int) -> int:
    """0, 1, -1, 2, -2 ..."""
    return (index + 1) // 2 * (1 if index % 2 else -1)
