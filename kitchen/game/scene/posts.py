"""Where each chef belongs: at the cell of its dish, at the pass, or out in the aisle."""

from __future__ import annotations

from dataclasses import dataclass, field

from kitchen.game.moment import Moment
from kitchen.game.scene.aisle import Aisle
from kitchen.game.scene.places import ROWS, Places
from kitchen.game.scene.waiter import HOME_X
from kitchen.game.scene.walker import Spot, at_cell, in_aisle
from kitchen.sim.chefview import ChefView
from kitchen.sim.views import KitchenView

LINGER_SECONDS = 0.5  # wall seconds that a free chef stays at the pot before it walks off
PASS_STEP = 52.0  # between chefs at the pass


@dataclass(slots=True)
class Posts:
    """Who stands where; a chef keeps its place at a cell and in the aisle while it stays there."""

    places: Places
    slots: dict[int, tuple[int, int]] = field(default_factory=dict)
    """chef -> (cell, slot)."""
    aisle: dict[int, float] = field(default_factory=dict)
    """chef -> x."""
    free_since: dict[int, float] = field(default_factory=dict)
    stands: Aisle = field(init=False)

    def __post_init__(self) -> None:
        self.stands = Aisle(self.places, (self.places.along(HOME_X),))

    def assign(self, moment: Moment, now_at: dict[int, Spot]) -> dict[int, Spot]:
        """The place of every chef. ``now_at``: where those are that have been seen before."""
        view = moment.view
        cells = {chef.number: cell_of(moment, chef) for chef in view.chefs}
        self._keep_slots(cells)
        spots: dict[int, Spot] = {}
        idle: list[int] = []
        at_pass = 0
        for chef in view.chefs:
            number, cell = chef.number, cells[chef.number]
            lingers = self._lingers(chef, moment, number in now_at)
            if cell is not None:
                spots[number] = at_cell(self.places, *self.slots[number])
            elif chef.state != "free":
                x = self.places.pass_x + PASS_STEP * _fan(at_pass)
                spots[number] = in_aisle(self.places, x)
                at_pass += 1
            elif lingers:
                spots[number] = now_at[number]
            else:
                idle.append(number)
        spots |= self._stand_by(idle, spots, view, now_at)
        return {chef.number: spots[chef.number] for chef in view.chefs}

    def _stand_by(
        self, idle: list[int], busy: dict[int, Spot], view: KitchenView, now_at: dict[int, Spot]
    ) -> dict[int, Spot]:
        """Those with nothing to do keep their place in the aisle while they hide nothing there."""
        pots = [cell for cell, order in enumerate(view.worktop) if order is not None]
        work = [spot.x for spot in busy.values() if spot.row == ROWS - 1]
        self.aisle = {
            chef: x
            for chef, x in self.aisle.items()
            if chef in idle and self.stands.clear(x, pots, work)
        }
        for chef in idle:
            if chef not in self.aisle:
                came_from = now_at[chef].x if chef in now_at else None
                others = list(self.aisle.values())
                self.aisle[chef] = self.stands.choose(came_from, pots, work, others)
        return {chef: in_aisle(self.places, x) for chef, x in self.aisle.items()}

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
