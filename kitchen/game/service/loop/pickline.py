"""The line of picks as a row of chips: pick ahead, drag to change the order, click to take back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import Tween, out_back, out_cubic
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action, Move, TakeBack
from kitchen.game.service.loop.chiprow import HEIGHT, draw_empty, draw_more
from kitchen.game.service.loop.panelplan import SLIDE_SECONDS
from kitchen.game.service.loop.pickchip import PickChips
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import Spot, Wish

POP_SECONDS, POP_PX = 0.26, 3.0  # a new chip comes up from below by so much
DRAG_PX = 5.0  # the pointer moves so far before a click is a drag

GAPS = {1: 12.0, 2: 12.0, 3: 9.0, 4: 8.0}  # logical px between so many chips
LEAST_W, LEAST_GAP = 66.0, 7.5

PickKey = tuple[int, int]
"""(order, how many picks of the same order stand before it)."""


@dataclass(slots=True)
class Drag:
    """A chip under the pointer's button: where it was taken, where the pointer is."""

    key: PickKey
    start: float
    at: float
    held: float
    """From the chip's left edge to the pointer."""
    moved: bool = False


@dataclass(slots=True)
class PickSlot:
    """A chip on its way to its place."""

    x: Tween
    since: float
    born: float


class PickLine:
    """Draws the line in a row of 360 x 34 logical px."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._chips = PickChips(kit)
        self._at = (0.0, 0.0)
        self._count = 0
        self._width = layout_of(kit.stage).panel_inner
        self._most = int((self._width + LEAST_GAP) // (LEAST_W + LEAST_GAP))
        self.reset()

    def reset(self) -> None:
        """Forget what moves, and what was held."""
        self._slots: dict[PickKey, PickSlot] = {}
        self._drag: Drag | None = None
        self._fresh = True

    # -- the pointer ---------------------------------------------------------------------------

    @property
    def dragging(self) -> bool:
        return self._drag is not None and self._drag.moved

    def press(self, pos: tuple[float, float]) -> bool:
        """The button went down there; whether that is on a chip."""
        for (key, slot), spot in zip(self._slots.items(), self.spots(), strict=True):
            if spot.holds(pos):
                self._drag = Drag(key, pos[0], pos[0], pos[0] - self._at[0] - slot.x.end)
                return True
        return False

    def move(self, pos: tuple[float, float]) -> None:
        """The pointer is there now."""
        if self._drag is not None:
            self._drag.at = pos[0]
            self._drag.moved |= abs(pos[0] - self._drag.start) > DRAG_PX

    def drop(self) -> Action | None:
        """The button was let go: a chip that was only clicked is taken back."""
        drag, self._drag = self._drag, None
        if drag is None or drag.key not in self._slots:
            return None
        if not drag.moved:
            return TakeBack(drag.key[0])
        return Move(drag.key[0], self._place_under(drag) + 1)

    def _place_under(self, drag: Drag) -> int:
        """The place, from 0, that the held chip is nearest to."""
        width, gap = self._measure()
        place = round((drag.at - drag.held - self._at[0]) / (width + gap))
        return max(0, min(len(self._slots) - 1, place))

    def spots(self) -> list[Spot[Wish]]:
        """Every chip, from the left."""
        width, _ = self._measure()
        x, y = self._at
        return [
            Spot((x + slot.x.end, y, width, HEIGHT), Wish(order))
            for (order, _), slot in self._slots.items()
        ]

    def _measure(self) -> tuple[float, float]:
        """Width of a chip and gap between two, for the picks there are."""
        room = min(max(2, self._count), self._most)
        gap = GAPS.get(room, LEAST_GAP)
        return (self._width - gap * (room - 1)) / room, gap

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, at: tuple[float, float], moment: Moment) -> None:
        self._at = at
        keys = _keys(moment.view.picks)
        self._count = len(keys)
        if not keys:
            self._empty(surface, moment)
        shown = keys if len(keys) <= self._most else keys[: self._most - 1]
        self._follow(self._dragged(shown), moment.wall)
        held = self._drag.key if self._drag is not None and self._drag.moved else None
        for key in self._slots:
            if key != held:
                self._chip(surface, key, moment)
        if len(keys) > len(shown):
            self._more(surface, len(keys) - len(shown))
        if held in self._slots:
            self._chip(surface, held, moment)

    def _dragged(self, shown: list[PickKey]) -> list[PickKey]:
        """The line as it would be if the held chip were let go."""
        drag = self._drag
        if drag is None or not drag.moved or drag.key not in shown or not self._slots:
            return shown
        others = [key for key in shown if key != drag.key]
        others.insert(self._place_under(drag), drag.key)
        return others

    def _follow(self, shown: list[PickKey], wall: float) -> None:
        before, self._slots = self._slots, {}
        width, gap = self._measure()
        for index, key in enumerate(shown):
            goal = index * (width + gap)
            slot = before.get(key)
            if slot is None:
                born = -1e9 if self._fresh else wall
                slot = PickSlot(Tween(goal, goal, 0.0), wall, born)
            elif slot.x.end != goal:
                start = slot.x.at(wall - slot.since)
                slot.x, slot.since = Tween(start, goal, SLIDE_SECONDS, out_cubic), wall
            self._slots[key] = slot
        self._fresh = False

    def _chip(self, surface: pygame.Surface, key: PickKey, moment: Moment) -> None:
        x, y = self._at
        slot, drag = self._slots[key], self._drag
        x += slot.x.at(moment.wall - slot.since)
        y += POP_PX * (1.0 - out_back(min(1.0, (moment.wall - slot.born) / POP_SECONDS)))
        held = drag is not None and drag.moved and drag.key == key
        if drag is not None and held:
            x, y = drag.at - drag.held, y - 3.0
        width = self._measure()[0]
        order = moment.view.orders[key[0]]
        over = moment.hover is not None and Spot((x, y, width, HEIGHT), Wish(0)).holds(moment.hover)
        self._chips.draw(surface, x, y, order, width, moment, held or over)

    def _more(self, surface: pygame.Surface, more: int) -> None:
        """A paler chip for those that have no room."""
        width, gap = self._measure()
        x = self._at[0] + len(self._slots) * (width + gap)
        draw_more(surface, self._kit, (x, self._at[1], width, HEIGHT), more, p.SAFFRON)

    def _empty(self, surface: pygame.Surface, moment: Moment) -> None:
        chef = "the chef" if len(moment.view.chefs) == 1 else "a chef"
        words = f"click dishes: {chef} comes in that order"
        draw_empty(surface, self._kit, (*self._at, self._width, HEIGHT), words)


def _keys(picks: Sequence[int]) -> list[PickKey]:
    seen: Counter[int] = Counter()
    keys = []
    for order in picks:
        keys.append((order, seen[order]))
        seen[order] += 1
    return keys
