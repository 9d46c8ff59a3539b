"""One pick in the line of picks as a picture: its place, the dish, what hands will do and when."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.service.loop.chiprow import HEIGHT
from kitchen.game.signs.pickmark import PickMarks
from kitchen.game.signs.states import order_state
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

MARK_W, MARK_X, ICON_X, TEXT_X = 17.0, 14.0, 36.0, 50.0  # logical px
SLIM_MARK_W, SLIM_MARK_X, SLIM_ICON_X, SLIM_TEXT_X = 15.0, 11.0, 29.0, 40.0
UPPER_ROW, LOWER_ROW = 11.0, 24.0
WHEN_W = 26.0  # what the time beside the number has at least
DASH, DASH_GAP = 6.0, 4.0
SIGNS = {"burning": "warn", "ready": "hand", "no": "lock"}  # for words that have no room
SHORT = 100.0  # a chip narrower than this says no more than its number and when

READY_FACE: p.Colour = (0x5E, 0x45, 0x3A)
WAITING_FACE: p.Colour = (0x2E, 0x21, 0x38)


@dataclass(frozen=True, slots=True)
class PickChip:
    """All that a chip shows. ``up``: its hand is up, so the next free chef comes."""

    place: int
    order: int
    dish: str
    title: str
    menu: frozenset[str]
    what: str
    when: str
    up: bool
    width: float


def pick_chip(
    view: KitchenView, order: OrderView, place: int, width: float, now: float
) -> PickChip:
    """The chip of a pick as it stands."""
    up, when = when_up(order, now)
    return PickChip(
        place,
        order.number,
        order.dish,
        order.title,
        view.menu,
        view.next_hands(order),
        when,
        up,
        width,
    )


def when_up(order: OrderView, now: float, grain: float = 1.0) -> tuple[bool, str]:
    """Whether the hand is up, and in a few letters when it will be."""
    state = order_state(order)
    if any(part.state == "ready" for part in order.live_parts):
        return True, "burning" if state == "burning" else "ready"
    rings = [timer.until for timer in order.timers if timer.rang is None]
    if any(part.state == "hands" for part in order.live_parts):
        return False, "in work"
    if rings:
        return False, f"in {fmt.remaining(min(rings) - now, grain)}"
    wants = next((part.wants for part in order.live_parts if part.wants), None)
    return False, f"no {wants}" if wants else "later"


class PickChips:
    """Makes the pictures of chips and keeps the latest."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._marks = PickMarks(kit)
        self._made: Lru[pygame.Surface] = Lru(80)

    def picture(self, chip: PickChip, lit: bool = False) -> pygame.Surface:
        """``lit``: under the pointer or held by it. Shared: draw it, never draw on it."""
        return self._made.get((chip, lit), lambda: self._make(chip, lit))

    def _make(self, chip: PickChip, lit: bool) -> pygame.Surface:
        s = self._kit.stage
        size = (s.px(chip.width), s.px(HEIGHT))
        face = READY_FACE if chip.up else WAITING_FACE
        face = p.mix(face, p.CREAM, 0.10) if lit else face
        edge = p.SAFFRON if chip.up else p.mix(p.STEAM, p.MAUVE, 0.35)
        picture = paint.box(size, s.px(9), face, edge, s.line(2)).copy()
        if not chip.up:
            self._dash(picture, face)
        middle = size[1] // 2
        slim = chip.width < SHORT
        mark = self._marks.get(chip.place, SLIM_MARK_W if slim else MARK_W)
        x = s.px(SLIM_MARK_X if slim else MARK_X)
        picture.blit(mark, mark.get_rect(center=(x, middle)))
        dish = self._kit.art.get(icon(chip.dish), *((17, 16) if slim else (21, 19)))
        x = s.px(SLIM_ICON_X if slim else ICON_X)
        picture.blit(dish, dish.get_rect(center=(x, middle)))
        self._words(picture, chip, slim)
        return picture

    def _words(self, picture: pygame.Surface, chip: PickChip, slim: bool) -> None:
        """Number and when; below them, where there is room, what hands will do."""
        s, x = self._kit.stage, SLIM_TEXT_X if slim else TEXT_X
        room = chip.width - x - 5 - (0 if slim else WHEN_W)
        words, size = self._kit.type.numbered(chip.order, 13, room, "bold")
        number = self._kit.type.ui(words, size, p.CREAM, "bold")
        self._kit.put(picture, number, x, UPPER_ROW)
        tone, room = p.SAFFRON if chip.up else p.STEAM, chip.width - x - 4
        if slim:
            self._when(picture, chip, tone, (x, LOWER_ROW), room)
            return
        left = x + number.get_width() / s.k + 6
        self._when(picture, chip, tone, (left, UPPER_ROW), chip.width - left - 5)
        name = short_title(chip.title, lambda t: self._kit.type.width(t, 12) <= room, chip.menu)
        what = self._kit.type.elide(chip.what or name, 12, room, weight="medium")
        text = self._kit.type.ui(what, 12, p.LILAC, "medium")
        self._kit.put(picture, text, x, LOWER_ROW)

    def _when(
        self, picture: pygame.Surface, chip: PickChip, tone: p.Colour, at: tuple[float, float],
        room: float,
    ) -> None:  # fmt: skip
        """The words; the bare time where they have no room; or a sign."""
        s, words = self._kit.stage, chip.when
        spot = (s.px(at[0]), s.px(at[1]))
        if self._kit.type.width(words, 12) > room:
            words = words.removeprefix("in ")
        if self._kit.type.width(words, 12) > room and (sign := SIGNS.get(words.split()[0])):
            drawn = self._kit.art.get(sign, 13, 13)
            picture.blit(drawn, drawn.get_rect(midleft=spot))
            return
        text = self._kit.type.ui(self._kit.type.elide(words, 12, room), 12, tone)
        picture.blit(text, text.get_rect(midleft=spot))

    def _dash(self, picture: pygame.Surface, face: p.Colour) -> None:
        """Gaps in the edge: this pick still waits for its hand to go up."""
        s, (w, h) = self._kit.stage, picture.get_size()
        line, gap, pitch = s.line(2), s.px(DASH_GAP), s.px(DASH + DASH_GAP)
        corner = s.px(10)
        for x in range(corner, w - corner - gap + 1, pitch):
            picture.fill(face, (x, 0, gap, line))
            picture.fill(face, (x, h - line, gap, line))
        for y in range(corner, h - corner - gap + 1, pitch):
            picture.fill(face, (0, y, line, gap))
            picture.fill(face, (w - line, y, line, gap))
