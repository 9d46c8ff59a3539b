"""One ticket as a picture: paper, dish, mood, number, steps, title. The rail moves it about."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.art import Art
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type
from kitchen.game.loopview.pickmark import PickMarks
from kitchen.game.scene.states import ON_PAPER, State, order_state
from kitchen.game.scene.vessels import icon
from kitchen.sim.views import KitchenView, OrderView

WIDTH, HEIGHT = 88.0, 73.0  # logical px, the zigzag included
TEETH, TOOTH = 11, 4.0  # how many, and how deep in logical px
PAD = 7.0
STRIP = 4.0
PIPS_END, PIPS_Y, PIPS_ROOM = 81.0, 33.0, 43.0
NUMBER_W = 24.0
MARK_W = 19.0  # of the pin on a picked one
PIP, PIP_PITCH = 7.0, 8.5
MOST_PIPS = 6  # of longer recipes, the pips around the current step are shown
TITLE_Y = 50.0
PATIENCE = (PAD, 61.0, WIDTH - 2 * PAD, 4.0)
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
    """Makes the pictures of tickets and keeps them."""

    def __init__(self, stage: Stage, type_: Type, art: Art) -> None:
        self._stage, self._type, self._art = stage, type_, art
        self._kept: Lru[pygame.Surface] = Lru(120)
        self._marks = PickMarks(stage, type_, art)
        self._paper = self._make_paper()

    def picture(self, face: Face) -> pygame.Surface:
        """The ticket without its clip and its patience bar. Shared: draw it, never draw on it."""
        return self._kept.get(face, lambda: self._make(face))

    def patience(self, surface: pygame.Surface, x: int, y: int, share: float) -> None:
        """The bar on a ticket whose upper left corner is at these device px."""
        area = self._stage.rect(*PATIENCE).move(x, y)
        fill = HAPPY if share > CONTENT else UNEASY if share > NERVOUS else p.RED
        paint.bar(surface, area, share, fill, (0xDC, 0xC7, 0xB0))

    def _make_paper(self) -> pygame.Surface:
        size = (self._stage.px(WIDTH), self._stage.px(HEIGHT))
        sheet = paint.gradient(size, PAPER_TOP, PAPER_BOTTOM).copy()
        foot = 1.0 - TOOTH / HEIGHT
        edge = [(i / (2 * TEETH), 1.0 if i % 2 == 0 else foot) for i in range(2 * TEETH + 1)]
        outline = ((0.0, 0.0), *edge, (1.0, 0.0))
        sheet.blit(
            paint.polygon(size, outline, (255, 255, 255)), (0, 0), None, pygame.BLEND_RGBA_MULT
        )
        shade = paint.gradient((size[0], self._stage.px(9)), (0x9C, 0x7F, 0x70, 110), (0, 0, 0, 0))
        sheet.blit(shade, (0, 0))
        return sheet

    def _make(self, face: Face) -> pygame.Surface:
        ticket = self._paper.copy()
        s = self._stage
        if face.state in ("hands", "ready", "burning"):
            ticket.fill(ON_PAPER[face.state], s.rect(0, 0, WIDTH, STRIP))
        dish = self._art.get(icon(face.dish), 31, 29)
        ticket.blit(dish, dish.get_rect(center=(s.px(22), s.px(25))))
        feeling = self._art.get(face.mood, 15)
        ticket.blit(feeling, feeling.get_rect(center=(s.px(48), s.px(18))))
        words, size = self._type.numbered(face.number, 14, NUMBER_W, "semibold")
        number = self._type.ui(words, size, p.PAPER_MUTED, "semibold")
        ticket.blit(number, number.get_rect(midright=(s.px(WIDTH - PAD), s.px(18))))
        self._draw_pips(ticket, face.pips)
        self._draw_title(ticket, face)
        if face.picked:
            self._draw_pick(ticket, face.picked)
        return ticket

    def _draw_title(self, ticket: pygame.Surface, face: Face) -> None:
        room = WIDTH - 2 * PAD + 1
        name = fmt.short_title(face.title, lambda text: self._width(text) <= room, face.menu)
        name = self._type.elide(name, 15, room, weight="bold")
        text = self._type.ui(name, 15, p.INK, "bold")
        ticket.blit(text, text.get_rect(midleft=self._at(PAD, TITLE_Y)))

    def _width(self, text: str) -> float:
        return self._type.width(text, 15, weight="bold")

    def _at(self, x: float, y: float) -> tuple[int, int]:
        return self._stage.px(x), self._stage.px(y)

    def _draw_pips(self, ticket: pygame.Surface, row: tuple[Pip, ...]) -> None:
        """Right aligned: squares are hands-on steps, circles are fire."""
        if not row:
            return
        pitch = min(PIP_PITCH, PIPS_ROOM / len(row))
        size = self._stage.line(min(PIP, pitch - 0.5))
        size += (size + self._stage.px(1)) % 2  # a circle of even or odd size, like its outline
        start = PIPS_END - pitch * (len(row) - 1) - PIP / 2
        for index, (kind, fill) in enumerate(row):
            radius = math.ceil(size / 2) if kind == "timer" else self._stage.line(1)
            edge = p.INK if fill is not None else EMPTY_EDGE
            pip = paint.box((size, size), radius, fill or EMPTY, edge, self._stage.line(1))
            ticket.blit(pip, pip.get_rect(center=self._at(start + index * pitch, PIPS_Y)))

    def _draw_pick(self, ticket: pygame.Surface, place: int) -> None:
        """A saffron frame, and the pin with the place in the line of picks."""
        line = self._stage.line(2)
        area = self._stage.rect(0, 0, WIDTH, HEIGHT - TOOTH - 1)
        ticket.blit(paint.box(area.size, self._stage.px(3), None, p.SAFFRON, line), area)
        mark = self._marks.get(place, MARK_W)
        ticket.blit(mark, mark.get_rect(midtop=self._at(12, 5)))
