"""The floor plan: where every station, board and cart of one kitchen stands.

As many stations as the shift has stand along the fire line, each in a cell of its own; with more of
them cells and what stands in them get smaller, and beyond `ONE_ROW` every other one stands in front
of its neighbours. The worktop has `BOARDS` places, and more where more dishes stand on it. Whoever
waits for a station waits on a cart in the aisle, in a line before the last one of that kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from kitchen.game.draw.box import Box, Pos
from kitchen.game.scene.places import (
    FIRE_PLATE,
    PLATE_H,
    SIDE,
    WORKTOP_PLATE,
    Places,
)
from kitchen.game.signs.larder import is_oven

HOB_W, OVEN_W = 141.0, 146.0  # cells with a chef beside the vessel, in logical px
CLOSEST = 100.0  # cells so narrow have the chef behind the vessel
WIDEST = 1.25  # cells grow by so much where there is room
HOB_RIGHT, HOB_LEFT = 15.5, 38.5  # of the middle of such a cell: the hob, and its chef
OVEN_RIGHT, OVEN_LEFT = 18.0, 51.0
FULL, LEAST = 118.0, 0.5  # a cell so wide holds things of full size; and the smallest size
ONE_ROW = 14  # stations that stand side by side
BEHIND = 22.0  # how far the row at the back is behind the other
HOB_SIZE, OVEN_SIZE = 0.87, 0.93  # of the vessels' drawings
OVEN_DOWN = 56.0  # the foot of an oven, below the fire line's back edge
OVEN_FOOT = 42.0  # of its drawing
OWN_UP = 14.0  # a vessel on somebody's own appliance stands higher than on a hob
PLATE_IN = 3.5  # plates are narrower than their cells, on either side

BOARDS = 8
BOARD_W, BOARD_SIZE = 107.0, 0.75
BOARD_RIGHT, BOARD_LEFT = 6.5, 36.0
CHEF_BEHIND = 70.0  # places so narrow have the chef behind the vessel
BOARD_PLATE_IN = 2.5
WHOLE = 38.0  # from the left edge to the first chef, so that all of that one is seen

CART_W, CART_SIZE = 88.0, 0.62
CART_UP = 75.0  # its top's back edge, above the worktop's
CART_PITCH, CART_PITCH_CHEF = 107.0, 146.0  # to the next; with chefs who wait along
CART_CHEF = 77.0  # from a chef to the cart that it waits beside
CART_HIDDEN, CART_LEAST = 60.0, 34.0  # of a pitch, what a chef hides of the cart before; a number
CART_PLATE = 29.0  # the cart's plate below its top's back edge
OVEN_TALL, TIP_UP = 92.0, 17.0  # tips of call-outs: above an oven's foot, and other back edges
STEM = 25.0  # that the tails are longer of those who have neighbours before them
RING_W, THING_UP = 62.0, 34.0  # half a ring; the top of what stands there, above its back edge


@dataclass(frozen=True, slots=True)
class Site:
    """A place where something stands, in logical px."""

    kind: str
    """Of station; empty on the worktop."""
    place: int
    x: float
    """The axis of what stands there."""
    y: float
    """The back edge of what it stands on."""
    size: float
    """Of the vessels' drawings."""
    chef_x: float
    front: bool
    """Whoever works there stands at the worktop, not behind the fire line."""
    plate: Box
    cell: float
    """How wide its cell is."""
    cart: bool = False
    chef_waits: bool = False
    """A chef waits along with what stands on this cart."""
    nearer: bool = True
    """No neighbour stands before it."""

    @property
    def key(self) -> tuple[str, int, bool]:
        """The same in every size of window."""
        return self.kind, self.place, self.cart

    @property
    def oven(self) -> bool:
        return is_oven(self.kind) and not self.cart

    @property
    def tip(self) -> Pos:
        """Where the tail of its call-out points: just above what stands there."""
        if self.oven:
            return self.x, self.y + (OVEN_FOOT - OVEN_TALL) * self.size
        return self.x, self.y - TIP_UP * (self.size if self.kind else BOARD_SIZE)

    @property
    def stem(self) -> float:
        """How much longer that tail is: call-outs of the row at the back are above the others."""
        return 0.0 if self.nearer else STEM

    @property
    def thing(self) -> Box:
        """What stands there, with its ring."""
        half = min(RING_W * self.size, self.cell / 2)
        top = self.y - THING_UP * self.size
        return self.x - half, top, 2 * half, self.plate[1] - top

    @property
    def around(self) -> Box:
        """All of it: what stands there, and its plate."""
        x, y, w, _ = self.thing
        px, py, pw, ph = self.plate
        left, right = min(x, px), max(x + w, px + pw)
        return left, y, right - left, py + ph - y

    @property
    def hob(self) -> bool:
        return self.kind == "hob" and not self.cart

    @property
    def own(self) -> bool:
        """A station of a kind that only its shift knows."""
        return bool(self.kind) and not (self.oven or self.hob or self.cart)


class Floorplan:
    """The places of one kitchen on one stage."""

    def __init__(self, places: Places, stations: tuple[tuple[str, int], ...], boards: int) -> None:
        self._places = places
        on_line = boards if places.boards is not None else 0
        row = _stations(places, stations, on_line)
        self.stations = {key: site for key, site in row.items() if key[0]}
        """By kind and place."""
        self.boards = [row["", index] for index in range(on_line)] or [
            _board(places, index, boards) for index in range(boards)
        ]
        self._last = {kind: self.stations[kind, count - 1] for kind, count in stations if count}

    def bare(self, least: float) -> list[tuple[float, float]]:
        """Left and right ends of the bare stretches of the fire line, at least so wide."""
        standing = [*self.stations.values(), *(site for site in self.boards if not site.front)]
        cells = sorted((site.plate[0], site.plate[0] + site.plate[2]) for site in standing)
        edges = [SIDE, *(x for cell in cells for x in cell), self._places.width - SIDE]
        gaps = zip(edges[::2], edges[1::2], strict=True)
        return [(left, right) for left, right in gaps if right - left >= least]

    def carts(self, lines: Mapping[str, int], chefs: bool) -> dict[tuple[str, int], Site]:
        """The carts of everybody who waits, by kind of station and place in line. ``lines``: how
        many wait for each kind; ``chefs``: a chef waits with each."""
        pitch = CART_PITCH_CHEF if chefs else CART_PITCH
        left = CART_CHEF + WHOLE if chefs else CART_W / 2 + 6.0
        right = self._places.width - CART_W / 2 - 6.0
        kinds = sorted(lines, key=lambda kind: -self._last[kind].x)
        waiting = [(kind, place) for kind in kinds for place in range(lines[kind])]
        xs: list[float] = []
        for kind, place in waiting:
            behind = xs[-1] - pitch if xs else right
            xs.append(behind if place else min(self._last[kind].x, behind))
        if xs and xs[-1] < left:  # they move up, and close up
            first = xs[0] + min(left - xs[-1], right - xs[0])
            step = min(pitch, (first - left) / max(1, len(xs) - 1))
            xs = [first - step * index for index in range(len(xs))]
        closest = min((a - b for a, b in pairwise(xs)), default=pitch)
        wide = min(CART_W - 1.0, closest - CART_HIDDEN) if chefs else CART_W - 1.0
        return {who: self._cart(*who, x, wide, chefs) for who, x in zip(waiting, xs, strict=True)}

    def _cart(self, kind: str, place: int, x: float, wide: float, chefs: bool) -> Site:
        y = self._places.worktop - CART_UP
        plate = (x - CART_W / 2 + 0.5, y + CART_PLATE, max(CART_LEAST, wide), 31.0)
        return Site(kind, place, x, y, CART_SIZE, x - CART_CHEF, True, plate, CART_W, True, chefs)


@lru_cache(maxsize=64)
def boards_for(places: int) -> int:
    """How many places the worktop has, if dishes stand on so many."""
    return max(BOARDS, places + places % 2)


def _natural(kind: str) -> float:
    return HOB_W if kind in ("hob", "") else OVEN_W


def _stations(
    places: Places, stations: tuple[tuple[str, int], ...], boards: int
) -> dict[tuple[str, int], Site]:
    """With so many boards of the fire line, of kind empty, left of them."""
    every = (("", boards), *stations)
    order = [(kind, place) for kind, count in every for place in range(count)]
    if not order:
        return {}
    room, natural = places.width - 2 * SIDE, sum(_natural(kind) for kind, _ in order)
    grown = min(1.0 if boards else WIDEST, room / natural)
    two_rows = len(order) > ONE_ROW
    left = (places.width - natural * grown) / 2
    found = {}
    for index, (kind, place) in enumerate(order):
        width = _natural(kind) * grown
        row = index % 2 * 2 if two_rows else 1
        found[kind, place] = _station(places, kind, place, left, width, row)
        left += width
    return found


def _station(places: Places, kind: str, place: int, left: float, width: float, row: int) -> Site:
    """``row``: 0 at the back of the counter, 2 in front; 1 where all stand in one row."""
    full = min(1.0, max(LEAST, width / FULL))
    beside = min(1.0, max(0.0, (width - CLOSEST) / (HOB_W - CLOSEST)))
    oven = is_oven(kind)
    right, back = (OVEN_RIGHT, OVEN_LEFT) if oven else (HOB_RIGHT, HOB_LEFT)
    middle = left + width / 2
    size = full * (OVEN_SIZE if oven else HOB_SIZE)
    y = places.fire
    if oven:
        y += OVEN_DOWN - OVEN_FOOT * size - (0.0 if row else BEHIND)
    elif not kind:
        size = full * BOARD_SIZE
    else:
        y += (1.0 - full) * BEHIND * row - (0.0 if kind == "hob" else OWN_UP * full)
    plate = (left + PLATE_IN, places.fire + FIRE_PLATE, width - 2 * PLATE_IN, PLATE_H)
    return Site(
        kind, place, middle + right * beside, y, size,
        middle - back * beside, False, plate, width, nearer=row > 0,
    )  # fmt: skip


def _board(places: Places, index: int, count: int) -> Site:
    pitch = (places.width - 2 * SIDE) / count
    left = SIDE + pitch * index
    full = min(1.0, pitch / BOARD_W)
    beside = min(1.0, max(0.0, (pitch - CHEF_BEHIND) / (BOARD_W - CHEF_BEHIND)))
    middle = left + pitch / 2
    plate = (left + BOARD_PLATE_IN, places.worktop + WORKTOP_PLATE, pitch - 2 * BOARD_PLATE_IN,
             PLATE_H)  # fmt: skip
    return Site(
        "", index, middle + BOARD_RIGHT * beside, places.worktop + (1.0 - full) * 16.0,
        BOARD_SIZE * full, max(WHOLE, middle - BOARD_LEFT * beside), True, plate, pitch,
    )  # fmt: skip
