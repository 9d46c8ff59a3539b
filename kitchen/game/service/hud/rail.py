"""The rail of tickets, one for each table: orders come in at the right and close up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, inside
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.ease import Tween, out_cubic
from kitchen.game.draw.kit import Kit, Piece
from kitchen.game.draw.slate import Slate
from kitchen.game.input.actions import Action, TogglePick
from kitchen.game.service.hud.departing import DepartingGuests
from kitchen.game.service.hud.door import DoorSign
from kitchen.game.service.hud.leaving import Leaving, LeavingTickets
from kitchen.game.service.hud.railfull import RailFullSign
from kitchen.game.service.hud.ticket import HEIGHT as TICKET_H
from kitchen.game.service.hud.ticket import TOOTH, Face, TicketPainter, face, mood
from kitchen.game.signs.layout import DOOR_W, FIRST_TICKET, layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import OrderedDish, Spot, Subject
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

ARRIVE_SECONDS = 0.32  # a new ticket slides in from the right
SHIFT_SECONDS = 0.2  # the others close up
GROW_PX = 2.0  # a ticket under the pointer hangs lower by this

TOP, RAIL_H = 48.0, 11.0  # logical px
TICKET_Y = TOP + RAIL_H
SHADOW_W, SHADOW = 7.0, 110  # logical px, of 255: that a ticket casts on those below it
STEEL_TOP: p.Colour = (0xF0, 0xF4, 0xF5)
STEEL_BOTTOM: p.Colour = (0x83, 0x8F, 0x99)
GAP: p.Colour = (0x19, 0x0E, 0x20)


@dataclass(slots=True)
class HungTicket:
    """A ticket on the rail and its way to its place."""

    x: Tween
    since: float
    face: Face
    share: float
    key: object = None
    """All that its looks depend on."""
    pieces: list[Piece] = field(default_factory=list)


class TicketRail:
    """Draws the rail, oldest ticket first; then the table that is free next, or the door."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._layout = layout_of(kit.stage)
        self._width, self._ticket_w = self._layout.scene[2], self._layout.ticket_w
        self._door = DoorSign(kit, self._width - DOOR_W, TICKET_Y)
        self._full = RailFullSign(kit)
        self._tickets = TicketPainter(kit, self._ticket_w)
        self._off = LeavingTickets(kit, self._tickets, TICKET_Y)
        self.departing = DepartingGuests(kit)
        self._shadows = self._make_shadows()
        self._bed = self._bake()
        self._slate = Slate(self._bed, self._steel[0][1].topleft)
        self._places: Lru[list[Piece]] = Lru(12)
        self._hooks: Lru[list[Piece]] = Lru(60)
        self.reset()

    def reset(self) -> None:
        """Forget what moves: the next frame shows everything in its place."""
        self._slots: dict[int, HungTicket] = {}
        self._leaving: list[Leaving] = []
        self.departing.guests.clear()
        self._faces: dict[int | None, tuple[object, Face]] = {}
        self._told: tuple[KitchenView | None, int] = None, 0
        """Up to which fact of which kitchen the faces are true."""
        self._fresh = True
        self._hung, self._crowded = 0, False
        self._pitch = self._layout.ticket_pitch(1)

    def take_over(self, old: TicketRail) -> None:
        """Go on where the rail of another size left off: every ticket is in its place."""
        self._hung, self._crowded = old._hung, old._crowded
        self._pitch = self._layout.ticket_pitch(self._hung, self._crowded)
        self._full.take_over(old._full)
        self._faces, self._told = old._faces, old._told
        for number, slot in old._slots.items():
            x = self._same(slot.x.end, old)
            self._slots[number] = HungTicket(Tween(x, x, 0.0), slot.since, slot.face, slot.share)
        self._leaving = [
            replace(item, x=self._same(item.x, old), halves=None) for item in old._leaving
        ]
        self.departing.guests = [
            replace(guest, box=self._door_box if guest.door else
                    self._ticket_box(self._same(guest.box[0], old)))
            for guest in old.departing.guests
        ]  # fmt: skip

    def _same(self, x: float, old: TicketRail) -> float:
        """Where here is what is at ``x`` on the other rail."""
        return FIRST_TICKET + (x - FIRST_TICKET) * self._pitch / old._pitch

    @property
    def shown(self) -> list[int]:
        """The orders whose tickets hang on the rail, from the left."""
        return list(self._slots)

    def target(self, pos: tuple[float, float]) -> Action | None:
        """A click on a ticket picks its order, and so does one on a guest at the door."""
        if (action := self._door.target(pos)) is not None:
            return action
        return next((TogglePick(number) for number, box in self._boxes() if inside(box, pos)), None)

    def spots(self) -> list[Spot[Subject]]:
        """The tickets, from the left, and the guests at the door."""
        tickets: list[Spot[Subject]] = [
            Spot(box, OrderedDish(number)) for number, box in self._boxes()
        ]
        return [*tickets, *self._door.spots()]

    def _boxes(self) -> list[tuple[int, Box]]:
        """What is seen of each ticket that stays: older ones lie on newer ones."""
        found, seen = [], 0.0
        for number, slot in self._slots.items():
            left, right = max(seen, slot.x.end), slot.x.end + self._ticket_w
            found.append((number, (left, TICKET_Y, right - left, TICKET_H)))
            seen = right
        return found

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        orders = [
            order
            for order in moment.view.open_orders.values()
            if order.state == "open" and order.table is not None
        ]
        self._see_off(moment)
        self._follow(orders, moment)
        self._full.follow(moment)
        tickets = [self._free_pieces(moment), *self._ticket_pieces(moment)]
        above = [self._steel, *self._clips(moment.wall), self._door.pieces(moment)]
        if self._leaving:
            surface.blit(self._bed, self._steel[0][1])
            for pieces in tickets:
                surface.fblits(pieces)
            self._draw_leaving(surface, moment)
            for pieces in above:
                surface.fblits(pieces)
        else:
            self._slate.lay(surface)
            self._slate.show(surface, [*tickets, *above])
        self._draw_full(surface, moment)
        self.departing.draw(surface, moment)

    def _see_off(self, moment: Moment) -> None:
        """Guests who give up go from where their tickets hang, or from the door; who found the rail
        full has a sign. What was before the first frame is nothing new."""
        for fact in moment.facts if not self._fresh else ():
            lost = moment.view.losses.told_by(fact)
            if lost is None or not lost.guest or lost.kind == "rail_full":
                continue
            slot = self._slots.get(lost.order)
            if slot is None:
                self.departing.leave(self._door_box, lost.cents, moment.wall, door=True)
            else:
                box = self._ticket_box(slot.x.at(moment.wall - slot.since))
                self.departing.leave(box, lost.cents, moment.wall)

    def _ticket_box(self, x: float) -> Box:
        return x, TICKET_Y, self._ticket_w, TICKET_H

    @property
    def _door_box(self) -> Box:
        return self._width - DOOR_W, TICKET_Y + 1.0, DOOR_W - 2.0, TICKET_H - 4.0

    def _free_pieces(self, moment: Moment) -> list[Piece]:
        """A dashed box with the number of the table that the next guest gets; after last orders
        with a bell."""
        tables = moment.view.tables
        x = FIRST_TICKET + self._pitch * self._hung
        if None not in tables or x + self._ticket_w > self._width or self._leaving:
            return []
        if self._full.showing(moment.wall):
            return []
        closed = moment.evening is not None and moment.evening.closed
        table = 0 if closed else tables.index(None) + 1
        return self._places.get((x, table), lambda: self._free_piece(x, table))

    def _free_piece(self, x: float, table: int) -> list[Piece]:
        """Table 0: there is none for anybody, for the doors are closed."""
        area = self._free_place(x)
        return [(self._make_free(area.size, table), area)]

    def _draw_full(self, surface: pygame.Surface, moment: Moment) -> None:
        """After the last ticket, or on it where that hangs at the very end."""
        if self._full.showing(moment.wall):
            end = self._width - self._ticket_w - (DOOR_W if moment.view.door else 0.0)
            x = min(FIRST_TICKET + self._pitch * self._hung, end)
            self._full.draw(surface, self._free_place(x))

    def _free_place(self, x: float) -> pygame.Rect:
        """Where a ticket could hang from ``x`` on."""
        return self._kit.stage.rect(x + 4.0, TICKET_Y + 4.0, self._ticket_w - 8.0, TICKET_H - 14.0)

    def _make_free(self, size: tuple[int, int], table: int) -> pygame.Surface:
        s, kind = self._kit.stage, self._kit.type
        made = paint.box(size, s.px(5), None, p.MAUVE, s.line(1.5)).copy()
        for across in range(0, size[0] + size[1], s.px(9)):  # the edge, in dashes
            made.fill((0, 0, 0, 0), (across, 0, s.px(4), s.line(1.5)))
            made.fill((0, 0, 0, 0), (across, size[1] - s.line(1.5), s.px(4), s.line(1.5)))
            made.fill((0, 0, 0, 0), (0, across, s.line(1.5), s.px(4)))
            made.fill((0, 0, 0, 0), (size[0] - s.line(1.5), across, s.line(1.5), s.px(4)))
        room = size[0] / s.k - 6.0
        figure = kind.display(str(table), 20, p.LILAC)
        ways: tuple[str, ...] = ("table free", "free")
        if not table:
            figure, ways = self._kit.art.get("last_orders", height=26.0), ("last orders", "closed")
        words, small = kind.told(ways, 12, room)
        text = kind.ui(words, small, p.LILAC)
        middle = size[1] // 2
        made.blit(figure, figure.get_rect(center=(size[0] // 2, middle - s.px(9))))
        made.blit(text, text.get_rect(center=(size[0] // 2, middle + s.px(12))))
        return made

    def _follow(self, orders: list[OrderView], moment: Moment) -> None:
        """Bring the slots in line with the orders: who came, who went, who moves up.

        A ticket keeps its place until it has left: only then do the others close up.
        """
        self._forget_faces(moment)
        self._let_go({order.number for order in orders}, moment)
        gone = [item.face.number for item in self._leaving]
        before, self._slots = self._slots, {}
        self._hung = len(orders) + len(gone)
        self._crowded = bool(moment.view.door)
        self._pitch = self._layout.ticket_pitch(self._hung, self._crowded)
        for order in orders:
            index = len(self._slots) + sum(number < order.number for number in gone)
            goal, old = FIRST_TICKET + self._pitch * index, before.get(order.number)
            picture, share = self._face(order, moment), order.patience_left(moment.now)
            self._slots[order.number] = self._place(old, goal, moment.wall, picture, share)
        self._fresh = False

    def _face(self, order: OrderView, moment: Moment) -> Face:
        """What its ticket shows: that changes with a fact of its own, and with the customer's
        mood."""
        seen = order.table, mood(order.patience_left(moment.now))
        kept = self._faces.get(order.number)
        if kept is None or kept[0] != seen:
            kept = self._faces[order.number] = seen, face(moment.view, order, moment.now)
        return kept[1]

    def _forget_faces(self, moment: Moment) -> None:
        """Of the orders that something has happened to; of all, if not every fact has been seen."""
        view, facts = moment.view, moment.facts
        if view is self._told[0] and view.facts == self._told[1] + len(facts):
            for number in {getattr(fact, "order", None) for fact in facts}:
                self._faces.pop(number, None)
        else:
            self._faces.clear()
        self._told = view, view.facts

    def _let_go(self, numbers: set[int], moment: Moment) -> None:
        """Start the way off the rail of those who are not open any more."""
        wall = moment.wall
        for number in [number for number in self._slots if number not in numbers]:
            slot = self._slots.pop(number)
            torn = moment.view.orders[number].state != "served"
            x = slot.x.at(wall - slot.since)
            self._leaving.append(Leaving(x, wall, slot.face, slot.share, torn))
        self._leaving = [item for item in self._leaving if wall - item.since < item.life]

    def _place(
        self, slot: HungTicket | None, goal: float, wall: float, face: Face, share: float
    ) -> HungTicket:
        if slot is None:
            seconds = 0.0 if self._fresh else ARRIVE_SECONDS
            return HungTicket(Tween(self._width + 8.0, goal, seconds), wall, face, share)
        if slot.x.end != goal:
            slot.x = Tween(slot.x.at(wall - slot.since), goal, SHIFT_SECONDS, out_cubic)
            slot.since = wall
        slot.face, slot.share = face, share
        return slot

    def _ticket_pieces(self, moment: Moment) -> list[list[Piece]]:
        """From the newest, which lies lowest, to the oldest; then the one that is pointed at."""
        over = self.target(moment.hover) if moment.hover is not None else None
        out = next((s for s in self._slots.values() if over == TogglePick(s.face.number)), None)
        oldest = next(iter(self._slots.values()), None)
        pieces: list[list[Piece]] = []
        for slot in reversed(self._slots.values()):
            under = 0.0 if slot is oldest else max(0.0, self._ticket_w - self._pitch)
            if slot is not out:
                pieces.append(self._slot_pieces(slot, moment.wall, under, TICKET_Y))
        if out is not None:
            pieces.append(self._slot_pieces(out, moment.wall, 0.0, TICKET_Y + GROW_PX))
        return pieces

    def _slot_pieces(self, slot: HungTicket, wall: float, under: float, top: float) -> list[Piece]:
        """The same ones while the ticket looks the same."""
        x, y = self._kit.stage.px(slot.x.at(wall - slot.since)), self._kit.stage.px(top)
        worn = self._tickets.worn(slot.share, under)
        key = (x, y, slot.face, under, self._pitch, worn)
        if slot.key != key:
            slot.key = key
            picture = self._tickets.picture(slot.face, under)
            ticket = picture, picture.get_rect(topleft=(x, y))
            bar = self._tickets.patience(x, y, worn, under)
            slot.pieces = [*self._shadow_pieces(x, y), ticket, *bar]
        return slot.pieces

    def _shadow_pieces(self, x: int, y: int) -> list[Piece]:
        """In a fan, beside a ticket, on those that it lies on."""
        if self._pitch >= self._ticket_w:
            return []
        left, right = self._shadows
        return [
            (left, left.get_rect(topright=(x, y))),
            (right, right.get_rect(topleft=(x + self._tickets.size[0], y))),
        ]

    def _draw_leaving(self, surface: pygame.Surface, moment: Moment) -> None:
        clip = surface.get_clip()
        surface.set_clip(self._kit.stage.rect(0, TOP, self._width, RAIL_H + TICKET_H))
        for item in self._leaving:
            if item.clipped(moment.wall):
                x, y = self._kit.stage.px(item.x), self._kit.stage.px(TICKET_Y)
                surface.fblits(self._shadow_pieces(x, y))
            self._off.draw(surface, item, moment.wall, moment.calm)
        surface.set_clip(clip)

    def _clips(self, wall: float) -> list[list[Piece]]:
        """In the middle of what is seen of each ticket."""
        middle = self._ticket_w - min(self._ticket_w, self._pitch) / 2
        stay = [slot.x.at(wall - slot.since) for slot in self._slots.values()]
        gone = [item.x for item in self._leaving if item.clipped(wall)]
        return [self._clip_at(self._kit.stage.px(x + middle)) for x in stay + gone]

    def _clip_at(self, x: int) -> list[Piece]:
        def make() -> list[Piece]:
            clip = self._kit.art.get("clip", 20)
            return [(clip, clip.get_rect(center=(x, self._kit.stage.px(TOP + 8.5))))]

        return self._hooks.get(x, make)

    # -- baked ---------------------------------------------------------------------------------

    def _bake(self) -> pygame.Surface:
        """The gap behind the tickets, and the steel rail that they hang on."""
        s = self._kit.stage
        bed = pygame.Surface((s.px(self._width), s.px(TICKET_Y + TICKET_H) - s.px(TOP)))
        bed.fill(GAP)
        steel = paint.gradient((s.px(self._width), s.px(RAIL_H - 1)), STEEL_TOP, STEEL_BOTTOM)
        rail = pygame.Surface((s.px(self._width), s.px(RAIL_H)))
        rail.fill((0x3B, 0x30, 0x46))
        rail.blit(steel, (0, 0))
        self._steel: list[Piece] = [(rail, rail.get_rect(topleft=(0, s.px(TOP))))]
        return bed

    def _make_shadows(self) -> tuple[pygame.Surface, pygame.Surface]:
        """To the left of a ticket, and to the right."""
        s = self._kit.stage
        size = (s.px(TICKET_H - TOOTH), s.px(SHADOW_W))
        shade = paint.gradient(size, (*GAP, SHADOW), (*GAP, 0))
        return pygame.transform.rotate(shade, -90), pygame.transform.rotate(shade, 90)
