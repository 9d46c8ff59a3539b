"""The door at the rail's end: guests who wait for a table, each to be pointed at and picked."""

from __future__ import annotations

from typing import NamedTuple

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import inside
from kitchen.game.draw.kit import Kit, Piece
from kitchen.game.input.actions import Action, TogglePick
from kitchen.game.service.hud.ticket import HEIGHT
from kitchen.game.signs.focus import state_of
from kitchen.game.signs.layout import DOOR_W
from kitchen.game.signs.marks import pin
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.states import COLOURS, State
from kitchen.game.signs.subjects import OrderedDish, Spot, Subject, Thing
from kitchen.game.signs.vessels import icon
from kitchen.sim.view.orderview import OrderView

ACROSS, DOWN = 3, 2  # guests who are seen
CELL_W, CELL_H = 22.0, 18.0  # logical px
COUNT_Y, WORDS_Y, CELLS_Y = 10.0, 24.0, 33.0
FACE: p.Colour = (0x3A, 0x29, 0x1F)
EDGE: p.Colour = (0xC7, 0x8F, 0x55)


class Guest(NamedTuple):
    """What is seen of one."""

    dish: str
    state: State
    picked: bool
    pointed: bool


class DoorSign:
    """Draws them; ``x`` and ``y`` is its upper left corner, in logical px."""

    def __init__(self, kit: Kit, x: float, y: float) -> None:
        self._kit, self._x, self._y = kit, x, y
        self._shown: list[int] = []
        self._waiting = 0
        self._key: object = None
        self._pieces: list[Piece] = []

    def spots(self) -> list[Spot[Subject]]:
        """Every guest who is seen, and the tag that counts them all."""
        found: list[Spot[Subject]] = [
            Spot((*self._cell(index), CELL_W, CELL_H), OrderedDish(order))
            for index, order in enumerate(self._shown)
        ]
        if self._waiting:
            found.append(Spot((self._x, self._y, DOOR_W - 4.0, CELLS_Y - 2.0), Thing("door")))
        return found

    def target(self, pos: tuple[float, float]) -> Action | None:
        """A click on a guest picks the order."""
        for spot in self.spots():
            if isinstance(spot.subject, OrderedDish) and spot.holds(pos):
                return TogglePick(spot.subject.order)
        return None

    def _cell(self, index: int) -> tuple[float, float]:
        down, across = divmod(index, ACROSS)
        return self._x + 2.0 + across * CELL_W, self._y + CELLS_Y + down * CELL_H

    def pieces(self, moment: Moment) -> list[Piece]:
        """What it is drawn with: the same pieces while it looks the same."""
        waiting = [order for order in moment.view.door if order.state == "open"]
        self._waiting = len(waiting)
        shown = waiting[: ACROSS * DOWN]
        self._shown = [order.number for order in shown]
        guests = tuple(self._guest(index, order, moment) for index, order in enumerate(shown))
        if (len(waiting), guests) != self._key:
            self._key = len(waiting), guests
            self._pieces = self._make(len(waiting), guests) if waiting else []
        return self._pieces

    def _guest(self, index: int, order: OrderView, moment: Moment) -> Guest:
        cell = (*self._cell(index), CELL_W, CELL_H)
        return Guest(
            icon(order.dish), state_of(order), order.number in moment.view.picks,
            inside(cell, moment.hover),
        )  # fmt: skip

    def _make(self, count: int, guests: tuple[Guest, ...]) -> list[Piece]:
        s = self._kit.stage
        area = s.rect(self._x, self._y + 2.0, DOOR_W - 4.0, HEIGHT - 6.0)
        pieces = [(paint.box(area.size, s.px(7), FACE, EDGE, s.line(1.5)), area)]
        pieces += self._words(count)
        for index, guest in enumerate(guests):
            pieces += self._wish(index, guest)
        return pieces

    def _words(self, count: int) -> list[Piece]:
        middle, kind, place = self._x + (DOOR_W - 4.0) / 2, self._kit.type, self._kit.placed
        text = kind.ui(f"+{count}", 14, p.SAFFRON, "bold")
        words, size = kind.told(("at the door", "door"), 12, DOOR_W - 10.0)
        return [
            place(text, middle, self._y + COUNT_Y, "center"),
            place(kind.ui(words, size, p.CREAM), middle, self._y + WORDS_Y, "center"),
        ]

    def _wish(self, index: int, guest: Guest) -> list[Piece]:
        """The dish that is wanted, and its state as a line below it; a pin if it is picked."""
        s, (x, y), place = self._kit.stage, self._cell(index), self._kit.placed
        pieces: list[Piece] = []
        if guest.pointed:
            area = s.rect(x, y, CELL_W, CELL_H)
            pieces.append((paint.box(area.size, s.px(4), None, p.CREAM, s.line(1.5)), area))
        dish = self._kit.art.get(guest.dish, 16, 13)
        pieces.append(place(dish, x + CELL_W / 2, y + CELL_H / 2 - 1.0, "center"))
        line = s.rect(x + 4.0, y + CELL_H - 3.0, CELL_W - 8.0, 2.0)
        pieces.append((paint.plain(line.size, COLOURS[guest.state]), line))
        if guest.picked:
            pieces.append(place(pin(self._kit, 10.0), x + CELL_W - 4.0, y + 4.0, "center"))
        return pieces
