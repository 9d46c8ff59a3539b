"""The ready queue as chips: to whom a chef comes first stands first, on the upper left."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import Tween, in_out_cubic, out_cubic
from kitchen.game.draw.kit import Kit, Piece
from kitchen.game.input.actions import Action, TogglePick
from kitchen.game.service.loop.chip import Chip, ChipPainter, Form
from kitchen.game.service.loop.chiprow import HEIGHT, ROW_GAP, draw_empty, draw_more
from kitchen.game.service.loop.panelplan import SLIDE_SECONDS
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.outlook import Outlook, coming_hands, keeping
from kitchen.game.signs.subjects import OrderedDish, Spot
from kitchen.game.signs.tables import figure, next_order
from kitchen.sim.view.kitchenview import KitchenView

FLY_SECONDS = 0.26  # a chip that starts running flies to RUNNING
ENTER_PX = 28.0  # a new chip comes in from so far to the right

GAP = 8.0  # logical px between chips
SLIM_W = 65.0  # at least
MOST_ROWS = 6
"""So many chips have a row each, where there is room."""
STEADY = 2
"""So many more rows there must be room for before chips grow again: a list's length trembles."""


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
    """Draws the ready queue of the kitchen, 360 logical px wide or more: a row for each dish; where
    that has no room two in a row, and where there are many small ones in two rows."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._width = layout_of(kit.stage).panel_inner
        self._slim_most = int((self._width + GAP) // (SLIM_W + GAP))
        self._painter = ChipPainter(kit)
        self._at = (0.0, 0.0)
        self._form: Form = "row"
        self.reset()

    def reset(self) -> None:
        """Forget what moves: the next frame shows every chip in its place."""
        self._slots: dict[int, ChipSlot] = {}
        self._flights: list[FlyingChip] = []
        self._pieces: list[Piece] = []
        self._more, self._words = 0, ""
        self._known: object = None
        self._chips: dict[int, Chip] = {}
        self._fresh = True

    def take_over(self, old: ReadyChips) -> None:
        """Every chip is in its place, as in the row of another size; what flew has arrived."""
        self._form = old._form

    def height(self, queued: int, room: float, still: bool = False) -> float:
        """In logical px, for so many in the queue, in as much room as there may be for them; from
        now on they have the form that goes with it. While time stands still, the form that suits
        it, whatever there was before."""
        most = int((room + ROW_GAP) // (HEIGHT + ROW_GAP))
        if self._form != "row" and not still:
            most -= STEADY if queued > 1 else 0
        if queued <= max(1, min(MOST_ROWS, most)):
            self._form = "row"
        else:
            self._form = "half" if queued <= 4 else "slim"
        rows = max(1, -(-queued // self._in_row))
        rows = rows if self._form == "row" else min(2, rows)
        return rows * (HEIGHT + ROW_GAP) - ROW_GAP

    @property
    def _in_row(self) -> int:
        return {"row": 1, "half": 2, "slim": self._slim_most}[self._form]

    @property
    def _chip_w(self) -> float:
        return (self._width - GAP * (self._in_row - 1)) / self._in_row

    def target(self, pos: tuple[float, float]) -> Action | None:
        """A click on a chip picks its order."""
        order = next((s.subject.order for s in self.spots() if s.holds(pos)), None)
        return TogglePick(order) if order is not None else None

    def spots(self) -> list[Spot[OrderedDish]]:
        """Every chip, in the order of the queue."""
        x, y = self._at
        return [
            Spot((x + slot.x.end, y + slot.y.end, slot.chip.width, HEIGHT), OrderedDish(order))
            for order, slot in self._slots.items()
        ]

    # -- drawing -------------------------------------------------------------------------------

    def follow(self, at: tuple[float, float], moment: Moment) -> Hashable:
        """Bring the chips in line with the queue; ``at``: the upper left corner, in logical px.
        What comes back is all that their looks depend on."""
        self._at = at
        view, queue = moment.view, moment.view.line
        most = len(queue) if self._form == "row" else 2 * self._in_row
        shown = queue if len(queue) <= most else queue[: most - 1]
        if (view, view.facts, self._form) != self._known:
            self._known, self._chips = (view, view.facts, self._form), {}
        seen = {
            order: keeping(view.orders[order], self._chip(moment, order).hands, moment.now)
            for order in shown
        }
        self._follow(seen, queue, moment)
        self._more = len(queue) - len(shown)
        self._words = "" if queue else _empty_words(moment)
        self._pieces = self._all_pieces(seen, moment)
        return self._words, self._more, tuple((thing, *area) for thing, area in self._pieces)

    def draw(self, surface: pygame.Surface) -> None:
        """The chips as they are since `follow`."""
        if self._words:
            draw_empty(surface, self._kit, (*self._at, self._width, HEIGHT), self._words)
        surface.fblits(self._pieces)
        if self._more:
            dx, dy = self._place(len(self._slots))
            box = (self._at[0] + dx, self._at[1] + dy, self._chip_w, HEIGHT)
            draw_more(surface, self._kit, box, self._more, p.AMBER)

    def _all_pieces(self, seen: dict[int, Outlook], moment: Moment) -> list[Piece]:
        """What stands out of chips comes after all of them."""
        over = None if moment.hover is None else self.target(moment.hover)
        sunk = 1 if moment.pressed else -1
        pieces: list[Piece] = []
        marks: list[Piece] = []
        for order, slot in self._slots.items():
            (x, y), chip = slot.at(moment.wall), slot.chip
            if x + chip.width > self._width + 0.5:
                continue  # one that comes in is seen when all of it has
            x, y = x + self._at[0], y + self._at[1]
            marks += self._painter.marks(x, y, chip)
            if over == TogglePick(order):
                chip, y = replace(chip, pointed=True), y + sunk
            pieces += self._painter.pieces(x, y, chip, seen[order], moment.grain)
        return pieces + marks

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

    def _place(self, index: int) -> tuple[float, float]:
        """Where a chip belongs, from the upper left of the first."""
        down, across = divmod(index, self._in_row)
        return across * (self._chip_w + GAP), down * (HEIGHT + ROW_GAP)

    def _follow(self, shown: Iterable[int], queue: list[int], moment: Moment) -> None:
        """Bring the chips in line with the queue: who came, who was taken, who moves up."""
        before, self._slots = self._slots, {}
        end = 0.0  # where the chip before this one ends, on its way
        for index, order in enumerate(shown):
            chip = self._chip(moment, order)
            goal = self._place(index)
            if not goal[0]:
                end = 0.0
            start = goal if self._fresh else (max(goal[0] + ENTER_PX, end), goal[1])
            slot = self._moved(before.get(order), chip, start, goal, moment.wall)
            self._slots[order] = slot
            end = slot.at(moment.wall)[0] + self._chip_w + GAP
        for order, slot in before.items():
            if order not in queue:
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
            # Chips that take another form are laid out anew at once.
            start = old.at(wall) if old.chip.form == chip.form else goal
        x, y = (Tween(a, b, SLIDE_SECONDS, out_cubic) for a, b in zip(start, goal, strict=True))
        return ChipSlot(x, y, wall, chip)

    def _take_off(self, number: int, slot: ChipSlot, moment: Moment) -> None:
        order = moment.view.open_orders.get(number)
        if order is None or not any(part.state == "hands" for part in order.live_parts):
            return
        x, y = slot.at(moment.wall)
        middle = (self._at[0] + x + slot.chip.width / 2, self._at[1] + y + HEIGHT / 2)
        picture = self._painter.picture(slot.chip, moment.grain).copy()
        self._flights.append(FlyingChip(picture, middle, moment.wall, moment.calm))

    def _chip(self, moment: Moment, order: int) -> Chip:
        """That of an order that waits for a chef: it changes with a fact, or in another form."""
        if order not in self._chips:
            self._chips[order] = self._made(moment.view, order)
        return self._chips[order]

    def _made(self, view: KitchenView, number: int) -> Chip:
        order = view.orders[number]
        return Chip(
            number,
            figure(order),
            order.dish,
            order.title,
            view.menu,
            order.burning is not None,
            self._form,
            self._chip_w,
            number in view.picks,
            number == next_order(view),
            sum(1 for owner, _ in view.ready if owner == number) > 1,
            coming_hands(view, order),
        )


def _empty_words(moment: Moment) -> str:
    if moment.view.makespan is not None:
        return "the kitchen is closed"
    return "nobody needs hands" if moment.view.open_orders else "no orders yet"
