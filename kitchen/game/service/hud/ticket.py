"""One ticket as a picture: paper, dish, mood, number, steps, title. The rail moves it about."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.pickmark import PickMarks
from kitchen.game.signs.states import ON_PAPER, State, order_state
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

HEIGHT = 73.0  # logical px, the zigzag included
TEETH, TOOTH = 11, 4.0  # how many, and how deep in logical px
PAD = 7.0
UNDER_STEP, UNDER_PAD = 6.0, 3.0  # of what lies under another ticket; and right of that
STRIP = 4.0
DISH_X, MOOD_X, TOP_Y = 21.5, 45.0, 18.0
PIPS_X, PIPS_Y = 38.0, 33.0  # the pips begin there at the left
NUMBER_W = 24.0
MARK_W = 19.0  # of the pin on a picked one
PIP, PIP_PITCH = 7.0, 8.5
MOST_PIPS = 6  # of longer recipes, the pips around the current step are shown
TITLE_Y = 50.0
PATIENCE_Y, PATIENCE_H = 61.0, 4.0
CONTENT, NERVOUS = 0.5, 0.25  # shares of patience left at which the mood changes

EMPTY: p.Colour = (0xEB, 0xD9, 0xBF)
EMPTY_EDGE: p.Colour = (0xC9, 0xB2, 0x9C)
PAPER_TOP: p.Colour = (0xFF, 0xF6, 0xE8)
PAPER_BOTTOM: p.Colour = (0xFB, 0xEA, 0xD2)
HAPPY: p.Colour = (0x1F, 0xA9, 0x7A)
UNEASY: p.Colour = (0xE8, 0x8A, 0x05)

Pip = tuple[str, p.Colour | None]
"""(hands or timer, its fill; None: not yet)."""


@dataclass(frozen=True, slots=True)
class Face:
    """All that a ticket shows, patience bar aside: two equal faces are the same picture."""

    number: int
    dish: str
    title: str
    menu: frozenset[str]
    state: State
    mood: str
    pips: tuple[Pip, ...]
    picked: int
    """Place among the player's picks, from 1; 0: not picked."""


def mood(share: float) -> str:
    """The face that goes with what is left of the patience (1 to 0)."""
    if share > CONTENT:
        return "face_happy"
    return "face_flat" if share > NERVOUS else "face_cross"


def pips(view: KitchenView, order: OrderView, state: State) -> tuple[Pip, ...]:
    """Filled = begun. The current step, or the next one if it wants hands, has its state's colour.

    Recipes that loop may take more steps than planned: the last pip then stays the current one.
    """
    plan = view.plan(order)
    if not plan:
        return ()
    done = min(order.steps_done, len(plan))
    current = done if state in ("ready", "burning") else done - 1
    current = min(current, len(plan) - 1)
    first = max(0, min(current - MOST_PIPS // 2, len(plan) - MOST_PIPS))
    row: list[Pip] = []
    for index, step in enumerate(plan[first : first + MOST_PIPS], first):
        fill = p.INK if index < done else None
        if index == current and state not in ("blocked", "done"):
            fill = ON_PAPER[state]
        row.append((step.kind, fill))
    return tuple(row)


def face(view: KitchenView, order: OrderView, now: float) -> Face:
    state = order_state(order)
    picked = view.picks.index(order.number) + 1 if order.number in view.picks else 0
    return Face(
        order.number,
        order.dish,
        order.title,
        view.menu,
        state,
        mood(order.patience_left(now)),
        pips(view, order, state),
        picked,
    )


class TicketPainter:
    """Makes the pictures of tickets, ``width`` logical px wide, and keeps them."""

    def __init__(self, kit: Kit, width: float) -> None:
        self._kit = kit
        self._right = width - PAD
        self.size = (kit.stage.px(width), kit.stage.px(HEIGHT))
        """Of a ticket, in device px."""
        self._kept: Lru[pygame.Surface] = Lru(120)
        self._marks = PickMarks(kit)
        self._paper = self._make_paper()

    def picture(self, face: Face, under: float = 0.0) -> pygame.Surface:
        """The ticket without its clip and its patience bar. Shared: draw it, never draw on it.

        ``under``: so much of it, from the left (logical px), lies under another one; its words keep
        clear of that.
        """
        step = math.ceil(under / UNDER_STEP)
        return self._kept.get((face, step), lambda: self._make(face, step))

    def patience(
        self, surface: pygame.Surface, x: int, y: int, share: float, under: float = 0.0
    ) -> None:
        """The bar on a ticket whose upper left corner is at these device px."""
        left = _left(math.ceil(under / UNDER_STEP))
        area = self._kit.stage.rect(left, PATIENCE_Y, self._right - left, PATIENCE_H).move(x, y)
        fill = HAPPY if share > CONTENT else UNEASY if share > NERVOUS else p.RED
        paint.bar(surface, area, share, fill, (0xDC, 0xC7, 0xB0))

    def _make_paper(self) -> pygame.Surface:
        size = self.size
        sheet = paint.gradient(size, PAPER_TOP, PAPER_BOTTOM).copy()
        foot = 1.0 - TOOTH / HEIGHT
        edge = [(i / (2 * TEETH), 1.0 if i % 2 == 0 else foot) for i in range(2 * TEETH + 1)]
        outline = ((0.0, 0.0), *edge, (1.0, 0.0))
        sheet.blit(
            paint.polygon(size, outline, (255, 255, 255)), (0, 0), None, pygame.BLEND_RGBA_MULT
        )
        shade = paint.gradient(
            (size[0], self._kit.stage.px(9)), (0x9C, 0x7F, 0x70, 110), (0, 0, 0, 0)
        )
        sheet.blit(shade, (0, 0))
        return sheet

    def _make(self, face: Face, step: int) -> pygame.Surface:
        ticket = self._paper.copy()
        s = self._kit.stage
        if face.state in ("hands", "ready", "burning"):
            ticket.fill(ON_PAPER[face.state], (0, 0, self.size[0], s.px(STRIP)))
        dish = self._kit.art.get(icon(face.dish), 31, 29)
        ticket.blit(dish, dish.get_rect(center=self._at(DISH_X, 25)))
        feeling = self._kit.art.get(face.mood, 15)
        ticket.blit(feeling, feeling.get_rect(center=self._at(MOOD_X, TOP_Y)))
        words, size = self._kit.type.numbered(face.number, 14, NUMBER_W, "semibold")
        number = self._kit.type.ui(words, size, p.PAPER_MUTED, "semibold")
        ticket.blit(number, number.get_rect(midright=self._at(self._right, TOP_Y)))
        self._draw_pips(ticket, face.pips)
        self._draw_title(ticket, face, _left(step))
        if face.picked:
            self._draw_pick(ticket, face.picked, step * UNDER_STEP)
        return ticket

    def _draw_title(self, ticket: pygame.Surface, face: Face, left: float) -> None:
        room = self._right - left + 1
        name = short_title(face.title, lambda text: self._width(text) <= room, face.menu)
        name, size = self._kit.type.told((name,), 15, room, weight="bold")
        text = self._kit.type.ui(name, size, p.INK, "bold")
        ticket.blit(text, text.get_rect(midleft=self._at(left, TITLE_Y)))

    def _width(self, text: str) -> float:
        return self._kit.type.width(text, 15, weight="bold")

    def _at(self, x: float, y: float) -> tuple[int, int]:
        return self._kit.stage.px(x), self._kit.stage.px(y)

    def _draw_pips(self, ticket: pygame.Surface, row: tuple[Pip, ...]) -> None:
        """Right aligned: squares are hands-on steps, circles are fire."""
        if not row:
            return
        pitch = min(PIP_PITCH, (self._right - PIPS_X) / len(row))
        size = self._kit.stage.line(min(PIP, pitch - 0.5))
        size += (size + self._kit.stage.px(1)) % 2  # a circle of even or odd size, like its outline
        start = self._right - pitch * (len(row) - 1) - PIP / 2
        for index, (kind, fill) in enumerate(row):
            radius = math.ceil(size / 2) if kind == "timer" else self._kit.stage.line(1)
            edge = p.INK if fill is not None else EMPTY_EDGE
            pip = paint.box((size, size), radius, fill or EMPTY, edge, self._kit.stage.line(1))
            ticket.blit(pip, pip.get_rect(center=self._at(start + index * pitch, PIPS_Y)))

    def _draw_pick(self, ticket: pygame.Surface, place: int, under: float) -> None:
        """A saffron frame, and the pin with the place in the line of picks."""
        line = self._kit.stage.line(2)
        size = (self.size[0], self._kit.stage.px(HEIGHT - TOOTH - 1))
        ticket.blit(paint.box(size, self._kit.stage.px(3), None, p.SAFFRON, line), (0, 0))
        mark = self._marks.get(place, MARK_W)
        ticket.blit(mark, mark.get_rect(midtop=self._at(under + 12, 5)))


def _left(step: int) -> float:
    """Where words and bars begin on a ticket that lies under another one."""
    return max(PAD, step * UNDER_STEP + UNDER_PAD)
