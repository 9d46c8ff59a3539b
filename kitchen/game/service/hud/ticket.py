"""One ticket as a picture: paper, number, dish, mood, steps, title. The rail moves it about."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit, Piece
from kitchen.game.signs import lostwords
from kitchen.game.signs.badge import Badges
from kitchen.game.signs.lostwords import Toll, toll
from kitchen.game.signs.marks import pin
from kitchen.game.signs.proportions import Fill, draw_pips, pips
from kitchen.game.signs.states import ON_PAPER, State, order_state, part_state
from kitchen.game.signs.tables import figure
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon
from kitchen.sim.plan import PlanStep
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

HEIGHT = 73.0  # logical px, the zigzag included
TEETH, TOOTH = 11, 4.0  # how many, and how deep in logical px
PAD = 7.0
UNDER_STEP, UNDER_PAD = 6.0, 3.0  # of what lies under another ticket; and right of that
STRIP = 4.0
TOP_Y, BADGE, BADGE_X = 21.0, 25.0, 18.5
DISH_X, DISH, MOOD = 46.5, 27.0, 14.0
MOOD_END = 15.0  # its middle, from the right edge
MARK_W = 12.0  # of the pin on a picked one
PIPS_Y, PIPS_H = 41.0, 9.0
TITLE_Y, TITLE = 54.5, 15.0
PATIENCE_Y, PATIENCE_H = 65.0, 4.0
RISE = (4.5, 7.5, 9.5)  # of the top row, the pips and the title where something was lost
LOST_Y, LOST, LOST_H, FLAME = 57.5, 12.0, 13.0, 12.0
CONTENT, NERVOUS = 0.5, 0.25  # shares of patience left at which the mood changes

EMPTY = Fill((0xEB, 0xD9, 0xBF), (0xB5, 0x9B, 0x83))
BEGUN = Fill(p.INK, p.INK)
PAPER_TOP: p.Colour = (0xFF, 0xF6, 0xE8)
PAPER_BOTTOM: p.Colour = (0xFB, 0xEA, 0xD2)
HAPPY: p.Colour = (0x1F, 0xA9, 0x7A)
UNEASY: p.Colour = (0xE8, 0x8A, 0x05)
LOST_BED: p.Colour = (0xFF, 0xD5, 0xD2)
PATIENCE_BED: p.Colour = (0xDC, 0xC7, 0xB0)


Worn = tuple[int, p.Colour]
"""Device px of the patience bar that are filled, and with what."""


@dataclass(frozen=True, slots=True)
class Face:
    """All that a ticket shows, patience bar aside: two equal faces are the same picture."""

    number: int
    table: str
    dish: str
    title: str
    menu: frozenset[str]
    state: State
    mood: str
    fills: tuple[Fill, ...]
    """Of each step of the plan."""
    picked: bool
    lost: Toll | None = None
    """What was lost of it: a line that stays."""
    plan: tuple[PlanStep, ...] = field(default=(), compare=False)
    """The dish says which."""


def mood(share: float) -> str:
    """The face that goes with what is left of the patience (1 to 0)."""
    if share > CONTENT:
        return "face_happy"
    return "face_flat" if share > NERVOUS else "face_cross"


def fills(view: KitchenView, order: OrderView) -> tuple[Fill, ...]:
    """Filled = begun. The current step of each part, or the next one if it wants hands, has the
    colour of its state.

    Recipes that loop may take more steps than planned: the last one then stays the current one.
    """
    plan = view.plan(order)
    found = [EMPTY] * len(plan)
    for part in order.parts.values():
        planned = part.number - order.parts_before if part.number else 0
        own = [index for index, step in enumerate(plan) if step.part == planned]
        done = len(own) if part.state == "gone" else min(part.steps_done, len(own))
        for index in own[:done]:
            found[index] = BEGUN
        state = part_state(part)
        current = min(done if state in ("ready", "burning") else done - 1, len(own) - 1)
        if own and current >= 0 and state not in ("blocked", "done"):
            found[own[current]] = Fill(ON_PAPER[state], p.INK)
    return tuple(found)


def face(view: KitchenView, order: OrderView, now: float) -> Face:
    return Face(
        order.number,
        figure(order),
        order.dish,
        order.title,
        view.menu,
        order_state(order),
        mood(order.patience_left(now)),
        fills(view, order),
        order.number in view.picks,
        toll(view.losses.of_order(order.number)),
        view.plan(order),
    )


class TicketPainter:
    """Makes the pictures of tickets, ``width`` logical px wide, and keeps them."""

    def __init__(self, kit: Kit, width: float) -> None:
        self._kit = kit
        self._right = width - PAD
        self.size = (kit.stage.px(width), kit.stage.px(HEIGHT))
        """Of a ticket, in device px."""
        self._kept: Lru[pygame.Surface] = Lru(120)
        self._badges = Badges(kit)
        self._bars: dict[int, pygame.Rect] = {}
        self._paper = self._make_paper()

    def picture(self, face: Face, under: float = 0.0) -> pygame.Surface:
        """The ticket without its clip and its patience bar. Shared: draw it, never draw on it.

        ``under``: so much of it, from the left (logical px), lies under another one; its words keep
        clear of that.
        """
        step = math.ceil(under / UNDER_STEP)
        return self._kept.get((face, step), lambda: self._make(face, step))

    def patience(self, x: int, y: int, worn: Worn, under: float = 0.0) -> list[Piece]:
        """The bar on a ticket whose upper left corner is at these device px."""
        area = self._bar(math.ceil(under / UNDER_STEP)).move(x, y)
        pieces: list[Piece] = [(paint.pill(area.size, PATIENCE_BED), area)]
        length, fill = worn
        if length:
            pieces.append((paint.pill((length, area.height), fill), area))
        return pieces

    def worn(self, share: float, under: float = 0.0) -> Worn:
        """How that bar looks with so much of the patience left, 1 to 0."""
        fill = HAPPY if share > CONTENT else UNEASY if share > NERVOUS else p.RED
        return paint.filled(self._bar(math.ceil(under / UNDER_STEP)), share), fill

    def _bar(self, step: int) -> pygame.Rect:
        """Where it is on a ticket."""
        if step not in self._bars:
            left = _left(step)
            self._bars[step] = self._kit.stage.rect(
                left, PATIENCE_Y, self._right - left, PATIENCE_H
            )
        return self._bars[step]

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
        left = _left(step)
        clear = max(0.0, left - PAD)
        top, pips_up, title_up = RISE if face.lost else (0.0, 0.0, 0.0)
        top = TOP_Y - top
        badge = self._badges.get(face.table, face.state, BADGE, 2.0)
        ticket.blit(badge, badge.get_rect(center=self._at(BADGE_X + clear, top)))
        dish = self._kit.art.get(icon(face.dish), DISH, DISH)
        ticket.blit(dish, dish.get_rect(center=self._at(DISH_X + clear * 0.6, top)))
        feeling = self._kit.art.get(face.mood, MOOD)
        ticket.blit(
            feeling, feeling.get_rect(center=self._at(self._right + PAD - MOOD_END, top + 2))
        )
        room, y = self._right - left, PIPS_Y - pips_up
        draw_pips(ticket, self._kit, pips(face.plan, room), face.fills, left, y, PIPS_H)
        if face.lost is not None:
            self._draw_lost(ticket, face.lost, left)
        self._draw_title(ticket, face, left, TITLE_Y - title_up)
        if face.picked:
            self._draw_pick(ticket)
        return ticket

    def _draw_lost(self, ticket: pygame.Surface, lost: Toll, left: float) -> None:
        """What was lost, on red, with a flame for what burnt."""
        bed = self._kit.stage.rect(0.0, LOST_Y - LOST_H / 2, self._right + PAD, LOST_H)
        ticket.fill(LOST_BED, bed)
        if lost.burnt:
            flame = self._kit.art.get("flame", height=FLAME)
            ticket.blit(flame, flame.get_rect(midleft=self._at(left, LOST_Y)))
            left += FLAME
        room = self._right + PAD - 2.0 - left
        ways = lostwords.ticket_line(lost)
        words, size = self._kit.type.told(ways, LOST, room, weight="bold", whole=True)
        text = self._kit.type.ui(words, size, p.RED_PAPER, "bold")
        ticket.blit(text, text.get_rect(midleft=self._at(left, LOST_Y)))

    def _draw_title(self, ticket: pygame.Surface, face: Face, left: float, y: float) -> None:
        room = self._right - left + 1
        name = short_title(face.title, lambda text: self._width(text) <= room, face.menu)
        name, size = self._kit.type.told((name,), TITLE, room, weight="bold")
        text = self._kit.type.ui(name, size, p.INK, "bold")
        ticket.blit(text, text.get_rect(midleft=self._at(left, y)))

    def _width(self, text: str) -> float:
        return self._kit.type.width(text, TITLE, weight="bold")

    def _at(self, x: float, y: float) -> tuple[int, int]:
        return self._kit.stage.px(x), self._kit.stage.px(y)

    def _draw_pick(self, ticket: pygame.Surface) -> None:
        """A saffron frame, and the pin."""
        s = self._kit.stage
        size = (self.size[0], s.px(HEIGHT - TOOTH - 1))
        ticket.blit(paint.box(size, s.px(3), None, p.SAFFRON, s.line(2)), (0, 0))
        mark = pin(self._kit, MARK_W)
        ticket.blit(mark, mark.get_rect(midtop=self._at(self._right, 0)))


def _left(step: int) -> float:
    """Where words and bars begin on a ticket that lies under another one."""
    return max(PAD, step * UNDER_STEP + UNDER_PAD)
