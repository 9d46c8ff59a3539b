"""The ready queue as a row or two of chips: to whom a chef comes first stands on the left."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import Tween, in_out_cubic, out_cubic
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action, TogglePick
from kitchen.game.service.loop.chip import SLIM, WIDE, Chip, ChipPainter
from kitchen.game.service.loop.chiprow import HEIGHT, draw_empty, draw_more
from kitchen.game.service.loop.panelplan import SLIDE_SECONDS
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import OrderedDish, Spot
from kitchen.sim.view.kitchenview import KitchenView

FLY_SECONDS = 0.26  # a chip that starts running flies to RUNNING
ENTER_PX = 28.0  # a new chip comes in from so far to the right

WIDE_GAP, SLIM_GAP = 15.0, 10.0  # logical px
ROW_GAP = 6.0


@dataclass(slots=True)
class ChipSlot:
    """A chip on its way to its place, from the upper left of the row."""

    x: Tween
    y: Tween
    since: float
    chip: Chip

    def at(self, wall: float) -> tuple[float, float]:
        return self.x.at(wall - self.since), self.y.at(wall - self.since)


@dataclass(slots=True)
class FlyingChip:
    """A chip on its way up to RUNNING."""

    picture: pygame.Surface
    start: tuple[float, float]
    since: float
    still: bool
    """With reduced motion it goes out where it is."""


class ReadyChips:
    """Draws the ready queue of the kitchen in rows of 360 x 34 logical px, or wider."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._width = layout_of(kit.stage).panel_inner
        self._wide_most = int((self._width + WIDE_GAP) // (WIDE + WIDE_GAP))
        self._slim_most = int((self._width + SLIM_GAP) // (SLIM + SLIM_GAP))
        self._painter = ChipPainter(kit)
        self._at = (0.0, 0.0)
        self._queued = 0
        self.reset()

    def reset(self) -> None:
        """Forget what moves: the next frame shows every chip in its place."""
        self._slots: dict[int, ChipSlot] = {}
        self._flights: list[FlyingChip] = []
        self._fresh = True

    def take_over(self, old: ReadyChips) -> None:
        """Every chip is in its place, as in the row of another size; what flew has arrived."""
        self._queued = old._queued

    def height(self, queued: int) -> float:
        """In logical px, for so many in the queue: a second row for a long one."""
        return HEIGHT if queued <= self._slim_most else 2 * HEIGHT + ROW_GAP

    def target(self, pos: tuple[float, float]) -> Action | None:
        """A click on a chip picks its order."""
        order = next((s.subject.order for s in self.spots() if s.holds(pos)), None)
        return TogglePick(order) if order is not None else None

    def spots(self) -> list[Spot[OrderedDish]]:
        """Every chip, in the order of the queue."""
        x, y = self._at
        return [
            Spot((x + slot.x.end, y + slot.y.end, width_of(slot.chip), HEIGHT), OrderedDish(order))
            for order, slot in self._slots.items()
        ]

    # -- drawing -------------------------------------------------------------------------------

    def draw(
        self, surface: pygame.Surface, at: tuple[float, float], moment: Moment,
        end: float | None = None,
    ) -> None:  # fmt: skip
        """``at``: the upper left corner; from ``end`` on there is something else, in logical px."""
        self._at = at
        queue = moment.view.line
        self._queued = len(queue)
        more = max(0, len(queue) - 2 * self._slim_most)
        shown = queue if not more else queue[: 2 * self._slim_most - 1]
        self._follow(shown, queue, moment)
        if not queue:
            self._empty(surface, moment)
        clip = surface.get_clip()
        high = self.height(len(queue)) + 6
        high = high if end is None else min(high, end - at[1])
        surface.set_clip(self._kit.stage.rect(at[0] - 6, at[1] - 6, self._width + 12, high + 6))
        for index, slot in enumerate(self._slots.values()):
            x, y = slot.at(moment.wall)
            if x + width_of(slot.chip) > self._width + 0.5:
                continue  # it is seen when all of it has come in
            if index and slot.x.end:
                self._arrow(surface, at[0] + x, at[1] + y)
            self._draw_chip(surface, at[0] + x, at[1] + y, slot.chip, moment)
        if more:
            self._more(surface, len(shown), more + 1)
        surface.set_clip(clip)

    def draw_flights(self, surface: pygame.Surface, goal: tuple[float, float], wall: float) -> None:
        """Chips that start running, on their way to ``goal``; drawn above everything else."""
        self._flights = [f for f in self._flights if wall - f.since < FLY_SECONDS]
        for flight in self._flights:
            t = in_out_cubic((wall - flight.since) / FLY_SECONDS)
            way = 0.0 if flight.still else t
            x = flight.start[0] + (goal[0] - flight.start[0]) * way
            y = flight.start[1] + (goal[1] - flight.start[1]) * way
            flight.picture.set_alpha(round(255 * (1.0 - 0.75 * t)))
            spot = flight.picture.get_rect(center=(self._kit.stage.px(x), self._kit.stage.px(y)))
            surface.blit(flight.picture, spot)

    def _measure(self) -> tuple[int, float, float]:
        """Chips in a row, and from one to the next, across and down, for those in the queue."""
        if self._queued <= self._wide_most:
            return self._wide_most, WIDE + WIDE_GAP, HEIGHT + ROW_GAP
        return self._slim_most, SLIM + SLIM_GAP, HEIGHT + ROW_GAP

    def _place(self, index: int) -> tuple[float, float]:
        """Where a chip belongs, from the upper left of the first."""
        most, across, down = self._measure()
        return index % most * across, index // most * down

    def _follow(self, shown: list[int], queue: list[int], moment: Moment) -> None:
        """Bring the chips in line with the queue: who came, who was taken, who moves up."""
        before, self._slots = self._slots, {}
        end = 0.0  # where the chip before this one ends, on its way
        for index, order in enumerate(shown):
            chip = chip_of(moment.view, order, self._queued > self._wide_most)
            goal = self._place(index)
            if not goal[0]:
                end = 0.0
            start = goal if self._fresh else (max(goal[0] + ENTER_PX, end), goal[1])
            slot = self._moved(before.get(order), chip, start, goal, moment.wall)
            self._slots[order] = slot
            end = slot.at(moment.wall)[0] + self._measure()[1]
        for order, slot in before.items():
            taken = slot.chip.hands - sum(1 for number, _ in moment.view.ready if number == order)
            if order not in queue or taken > 0:
                self._take_off(order, slot, moment)
        self._fresh = False

    def _moved(
        self,
        old: ChipSlot | None,
        chip: Chip,
        start: tuple[float, float],
        goal: tuple[float, float],
        wall: float,
    ) -> ChipSlot:
        """The slot of a chip that belongs at ``goal``; a new one comes from ``start``."""
        if old is not None:
            if (old.x.end, old.y.end) == goal:
                return ChipSlot(old.x, old.y, old.since, chip)
            # A row that changes between wide and slim chips is laid out anew at once.
            start = old.at(wall) if old.chip.slim == chip.slim else goal
        x, y = (Tween(a, b, SLIDE_SECONDS, out_cubic) for a, b in zip(start, goal, strict=True))
        return ChipSlot(x, y, wall, chip)

    def _take_off(self, number: int, slot: ChipSlot, moment: Moment) -> None:
        order = moment.view.open_orders.get(number)
        if order is None or not any(part.state == "hands" for part in order.live_parts):
            return
        x, y = slot.at(moment.wall)
        middle = (self._at[0] + x + width_of(slot.chip) / 2, self._at[1] + y + HEIGHT / 2)
        picture = self._painter.picture(slot.chip).copy()
        self._flights.append(FlyingChip(picture, middle, moment.wall, moment.calm))

    def _draw_chip(
        self, surface: pygame.Surface, x: float, y: float, chip: Chip, moment: Moment
    ) -> None:
        s = self._kit.stage
        over = moment.hover is not None and self.target(moment.hover) == TogglePick(chip.order)
        sunk = (1 if moment.pressed else -1) if over else 0
        picture = self._painter.picture(chip)
        surface.blit(picture, (s.px(x), s.px(y + sunk)))
        text, right, middle = self._painter.time(chip, moment.now, moment.grain)
        self._kit.put(surface, text, x + right, y + middle + sunk, "midright")

    def _arrow(self, surface: pygame.Surface, x: float, y: float) -> None:
        """Before the chip that is there."""
        gap = WIDE_GAP if self._queued <= self._wide_most else SLIM_GAP
        arrow = self._kit.type.ui("<", 15, p.LILAC, "bold")
        middle = self._kit.stage.px(x - gap / 2), self._kit.stage.px(y + HEIGHT / 2)
        surface.blit(arrow, arrow.get_rect(center=middle))

    def _more(self, surface: pygame.Surface, index: int, more: int) -> None:
        """A paler chip for those that have no room."""
        dx, dy = self._place(index)
        x, y = self._at[0] + dx, self._at[1] + dy
        self._arrow(surface, x, y)
        draw_more(surface, self._kit, (x, y, SLIM, HEIGHT), more, p.AMBER)

    def _empty(self, surface: pygame.Surface, moment: Moment) -> None:
        words = "nobody needs hands" if moment.view.open_orders else "no orders yet"
        if moment.view.makespan is not None:
            words = "the kitchen is closed"
        draw_empty(surface, self._kit, (*self._at, self._width, HEIGHT), words)


def width_of(chip: Chip) -> float:
    return SLIM if chip.slim else WIDE


def chip_of(view: KitchenView, number: int, slim: bool) -> Chip:
    """The chip of an order that waits for a chef."""
    order = view.orders[number]
    hands = [order.parts[part] for owner, part in view.ready if owner == number]
    burning = any(part.timer is not None and part.timer.burnt is not None for part in hands)
    picked = view.picks.index(number) + 1 if number in view.picks else 0
    since = min(part.since for part in hands)
    return Chip(number, order.dish, burning, slim, picked, len(hands), since)
