"""The rail of tickets: orders come in at the right, are stamped and drop, or are torn off."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.art import Art
from kitchen.game.draw.ease import Tween, in_cubic, out_back, out_cubic
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type
from kitchen.game.hud.ticket import HEIGHT as TICKET_H
from kitchen.game.hud.ticket import WIDTH as TICKET_W
from kitchen.game.hud.ticket import Face, TicketPainter, face, mood
from kitchen.game.input.actions import Action, Pick
from kitchen.game.layout import FIRST_TICKET, TICKET_PITCH, layout_of
from kitchen.game.moment import Moment
from kitchen.game.telling.subjects import Dish, Spot, Subject, Thing
from kitchen.sim.views import OrderView

ARRIVE_SECONDS = 0.32  # a new ticket slides in from the right
SHIFT_SECONDS = 0.2  # the others close up
PLATE_SECONDS = 0.42  # the dish is on its way; then the ticket is stamped
STAMP_SECONDS = 0.14
STAMPED_SECONDS = PLATE_SECONDS + STAMP_SECONDS
STAMP_HOLD_SECONDS = 0.55  # stamped, and still on the rail
LIFT_SECONDS, LIFT_PX = 0.1, 12.0
DROP_SECONDS, DROP_PX = 0.2, 96.0
TEAR_SECONDS = 0.6  # the lower half falls; the stub follows
TEAR_TILT = 16.0  # degrees
TEETH = 16  # along the torn edge
FADE_SECONDS = 0.4  # of a ticket that leaves, with reduced motion
GROW_PX = 2.0  # a ticket under the pointer hangs lower by this

TAIL_SHEETS = 3  # edges of hidden tickets that are seen

TOP, RAIL_H = 48.0, 11.0  # logical px
TICKET_Y = TOP + RAIL_H
FIRST_X, PITCH = FIRST_TICKET, TICKET_PITCH
TAIL_W = 34.0
STEEL_TOP: p.Colour = (0xF0, 0xF4, 0xF5)
STEEL_BOTTOM: p.Colour = (0x83, 0x8F, 0x99)
GAP: p.Colour = (0x19, 0x0E, 0x20)
STAMP_GREEN: p.Colour = (0x0F, 0x7A, 0x55)


@dataclass(slots=True)
class Slot:
    """A ticket on the rail and its way to its place."""

    x: Tween
    since: float
    face: Face
    share: float


@dataclass(slots=True)
class Leaving:
    """A ticket on its way off the rail; ``torn`` if its customer walked out."""

    x: float
    since: float
    face: Face
    share: float
    torn: bool


class TicketRail:
    """Draws the rail: as many tickets as fit, oldest first, and a tag that counts the others."""

    def __init__(self, stage: Stage, type_: Type, art: Art) -> None:
        self._stage, self._type, self._art = stage, type_, art
        layout = layout_of(stage)
        self._width, self._most = layout.scene[2], layout.tickets
        self._tail = (FIRST_X + self._most * PITCH, TICKET_Y, TAIL_W, TICKET_H)
        self._tickets = TicketPainter(stage, type_, art)
        self._bed = self._bake()
        self._stamp = self._make_stamp()
        self.reset()

    def reset(self) -> None:
        """Forget what moves: the next frame shows everything in its place."""
        self._slots: dict[int, Slot] = {}
        self._leaving: list[Leaving] = []
        self._faces: dict[int, tuple[object, Face]] = {}
        self._fresh = True
        self._more = 0

    @property
    def shown(self) -> list[int]:
        """The orders whose tickets hang on the rail, from the left."""
        return list(self._slots)

    def target(self, pos: tuple[float, float]) -> Action | None:
        """A click on a ticket picks its order."""
        for number, slot in self._slots.items():
            x = slot.x.end
            if x <= pos[0] < x + TICKET_W and TICKET_Y <= pos[1] < TICKET_Y + TICKET_H:
                return Pick(number)
        return None

    def spots(self) -> list[Spot[Subject]]:
        """The tickets, from the left, and the tag that counts the others."""
        found: list[Spot[Subject]] = [
            Spot((slot.x.end, TICKET_Y, TICKET_W, TICKET_H), Dish(number))
            for number, slot in self._slots.items()
        ]
        if self._more:
            found.append(Spot(self._tail, Thing("more")))
        return found

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        orders = [order for order in moment.view.open_orders.values() if order.state == "open"]
        self._follow(orders, moment)
        surface.blit(self._bed, (0, self._stage.px(TOP)))
        for leaving in self._leaving:
            self._draw_leaving(surface, leaving, moment.wall - leaving.since, moment.calm)
        for slot in self._slots.values():
            self._draw_slot(surface, slot, moment)
        surface.blit(self._steel, (0, self._stage.px(TOP)))
        self._draw_clips(surface, moment.wall)
        self._more = len(orders) - len(self._slots)
        if self._more:
            self._draw_tag(surface, self._more)

    def _follow(self, orders: list[OrderView], moment: Moment) -> None:
        """Bring the slots in line with the orders: who came, who went, who moves up.

        A ticket keeps its place until it has left: only then do the others close up.
        """
        self._let_go({order.number for order in orders}, moment)
        gone = [item.face.number for item in self._leaving]
        before, self._slots = self._slots, {}
        shown = orders[: self._most - len(gone)]
        for order in shown:
            index = len(self._slots) + sum(number < order.number for number in gone)
            goal, old = FIRST_X + PITCH * index, before.get(order.number)
            picture, share = self._face(order, moment), order.patience_left(moment.now)
            self._slots[order.number] = self._place(old, goal, moment.wall, picture, share)
        self._fresh = False

    def _face(self, order: OrderView, moment: Moment) -> Face:
        """What its ticket shows: that changes with a fact, and with the customer's mood."""
        view = moment.view
        seen = (id(view), view.facts, mood(order.patience_left(moment.now)))
        kept = self._faces.get(order.number)
        if kept is None or kept[0] != seen:
            kept = self._faces[order.number] = (seen, face(view, order, moment.now))
        return kept[1]

    def _let_go(self, numbers: set[int], moment: Moment) -> None:
        """Start the way off the rail of those who are not open any more."""
        wall = moment.wall
        for number in [number for number in self._slots if number not in numbers]:
            slot = self._slots.pop(number)
            torn = moment.view.orders[number].state != "served"
            x = slot.x.at(wall - slot.since)
            self._leaving.append(Leaving(x, wall, slot.face, slot.share, torn))
        self._leaving = [item for item in self._leaving if wall - item.since < _life(item)]

    def _place(self, slot: Slot | None, goal: float, wall: float, face: Face, share: float) -> Slot:
        if slot is None:
            seconds = 0.0 if self._fresh else ARRIVE_SECONDS
            return Slot(Tween(self._width + 8.0, goal, seconds), wall, face, share)
        if slot.x.end != goal:
            slot.x = Tween(slot.x.at(wall - slot.since), goal, SHIFT_SECONDS, out_cubic)
            slot.since = wall
        slot.face, slot.share = face, share
        return slot

    def _draw_slot(self, surface: pygame.Surface, slot: Slot, moment: Moment) -> None:
        over = moment.hover is not None and self.target(moment.hover) == Pick(slot.face.number)
        y = TICKET_Y + (GROW_PX if over else 0.0)
        x = self._stage.px(slot.x.at(moment.wall - slot.since))
        self._draw_ticket(surface, slot.face, slot.share, x, self._stage.px(y))

    def _draw_ticket(
        self, surface: pygame.Surface, face: Face, share: float, x: int, y: int
    ) -> None:
        surface.blit(self._tickets.picture(face), (x, y))
        self._tickets.patience(surface, x, y, share)

    def _draw_clips(self, surface: pygame.Surface, wall: float) -> None:
        clip = self._art.get("clip", 20)
        y = self._stage.px(TOP + 8.5)
        stay = [slot.x.at(wall - slot.since) for slot in self._slots.values()]
        gone = [
            item.x for item in self._leaving if item.torn or wall - item.since < STAMPED_SECONDS
        ]
        for x in stay + gone:
            surface.blit(clip, clip.get_rect(center=(self._stage.px(x + TICKET_W / 2), y)))

    def _draw_tag(self, surface: pygame.Surface, more: int) -> None:
        """How many orders have no room on the rail: the edges of their tickets, and a tag."""
        s, (x, y, w, _) = self._stage, self._tail
        for step in range(min(more, TAIL_SHEETS) - 1, -1, -1):
            sheet = s.rect(x + 4 * step, y, w - 8, TICKET_H - 8 - 3 * step)
            shade = p.mix(p.PAPER, p.PAPER_MUTED, 0.12 + 0.16 * step)
            surface.blit(paint.box(sheet.size, s.px(2), shade, GAP, s.line(1)), sheet)
        area = s.rect(x - 1, y + 22, w - 3, 24)
        line = s.line(1.5)
        surface.blit(paint.box(area.size, self._stage.px(8), p.SAFFRON, p.INK, line), area)
        text = self._type.ui(f"+{more}", 14, p.INK, "bold")
        surface.blit(text, text.get_rect(center=area.center))

    # -- leaving -------------------------------------------------------------------------------

    def _draw_leaving(self, surface: pygame.Surface, item: Leaving, age: float, calm: bool) -> None:
        clip = surface.get_clip()
        surface.set_clip(self._stage.rect(0, TOP, self._width, RAIL_H + TICKET_H))
        if calm:
            self._draw_fading(surface, item, age)
        elif item.torn:
            self._draw_torn(surface, item, age)
        else:
            self._draw_served(surface, item, age)
        surface.set_clip(clip)

    def _draw_fading(self, surface: pygame.Surface, item: Leaving, age: float) -> None:
        """With reduced motion: stamped, if it was served, it goes out where it hangs."""
        ticket = self._tickets.picture(item.face).copy()
        if not item.torn:
            middle = (ticket.get_width() // 2, self._stage.px(TICKET_H * 0.52))
            ticket.blit(self._stamp, self._stamp.get_rect(center=middle))
        ticket.set_alpha(round(255 * min(1.0, (_life(item) - age) / FADE_SECONDS)))
        surface.blit(ticket, (self._stage.px(item.x), self._stage.px(TICKET_Y)))

    def _draw_served(self, surface: pygame.Surface, item: Leaving, age: float) -> None:
        """Stamped, lifted, dropped."""
        rest = age - STAMPED_SECONDS - STAMP_HOLD_SECONDS
        y = TICKET_Y + Tween(0.0, -LIFT_PX, LIFT_SECONDS).at(rest)
        y += Tween(0.0, DROP_PX, DROP_SECONDS, in_cubic).at(rest - LIFT_SECONDS)
        x = self._stage.px(item.x)
        self._draw_ticket(surface, item.face, item.share, x, self._stage.px(y))
        if age < PLATE_SECONDS:
            return
        scale = Tween(1.7, 1.0, STAMP_SECONDS, out_back).at(age - PLATE_SECONDS)
        stamp = self._stamp
        if scale != 1.0:
            w, h = stamp.get_size()
            stamp = pygame.transform.smoothscale(stamp, (round(w * scale), round(h * scale)))
        middle = (x + self._stage.px(TICKET_W / 2), self._stage.px(y + TICKET_H * 0.52))
        surface.blit(stamp, stamp.get_rect(center=middle))

    def _draw_torn(self, surface: pygame.Surface, item: Leaving, age: float) -> None:
        """Torn in two: the lower part tilts and falls, then the stub lets go."""
        share = min(1.0, age / TEAR_SECONDS)
        ticket = self._tickets.picture(item.face)
        w, h = ticket.get_size()
        cut = round(h * 0.42)
        x, y = self._stage.px(item.x), self._stage.px(TICKET_Y)
        stub = self._stage.px(DROP_PX * in_cubic(max(0.0, share * 2.0 - 1.0)))
        surface.blit(ticket, (x, y + stub), (0, 0, w, cut))
        foot, tooth = y + stub + cut, w / TEETH
        edge = [(x + i * tooth, foot - i % 2 * tooth) for i in range(TEETH + 1)]
        pygame.draw.polygon(surface, GAP, [*edge, (x + w, foot), (x, foot)])
        lower = ticket.subsurface((0, cut, w, h - cut))
        fallen = self._stage.px(DROP_PX * in_cubic(share) + 4.0 * math.sqrt(share))
        lower = pygame.transform.rotate(lower, -TEAR_TILT * share)
        surface.blit(lower, lower.get_rect(midtop=(x + w // 2, y + cut + fallen)))

    # -- baked ---------------------------------------------------------------------------------

    def _bake(self) -> pygame.Surface:
        """The gap behind the tickets, and the steel rail that they hang on."""
        s = self._stage
        bed = pygame.Surface((s.px(self._width), s.px(TICKET_Y + TICKET_H) - s.px(TOP)))
        bed.fill(GAP)
        steel = paint.gradient((s.px(self._width), s.px(RAIL_H - 1)), STEEL_TOP, STEEL_BOTTOM)
        self._steel = pygame.Surface((s.px(self._width), s.px(RAIL_H)))
        self._steel.fill((0x3B, 0x30, 0x46))
        self._steel.blit(steel, (0, 0))
        return bed

    def _make_stamp(self) -> pygame.Surface:
        text = self._type.display("Served", 17, STAMP_GREEN)
        pad = self._stage.px(7)
        size = (text.get_width() + 2 * pad, self._stage.px(25))
        frame = paint.box(
            size, self._stage.px(6), (0xFF, 0xF6, 0xE6, 225), STAMP_GREEN, self._stage.line(2)
        ).copy()
        frame.blit(text, text.get_rect(center=(size[0] // 2, size[1] // 2)))
        large = pygame.transform.scale_by(frame, 2)
        tilted = pygame.transform.rotate(large, 9)
        w, h = tilted.get_size()
        return pygame.transform.smoothscale(tilted, (w // 2, h // 2))


def _life(item: Leaving) -> float:
    """Seconds of wall time that a leaving ticket is seen."""
    if item.torn:
        return TEAR_SECONDS
    return STAMPED_SECONDS + STAMP_HOLD_SECONDS + LIFT_SECONDS + DROP_SECONDS
