"""One pick in the line of picks: number, dish, bar, and its fuse or when its hand goes up."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.service.loop.chiprow import HEIGHT
from kitchen.game.signs.badge import Badges
from kitchen.game.signs.barfuse import BarFuse, Measure
from kitchen.game.signs.marks import pin
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.outlook import outlook
from kitchen.game.signs.states import State, order_state
from kitchen.game.signs.tables import figure
from kitchen.game.signs.vessels import icon
from kitchen.sim.view.orderview import OrderView

PIN_W, PIN_X = 14.0, 12.0  # logical px
BADGE, BADGE_X, ICON_X = 21.0, 33.0, 57.0
SLIM_BADGE, SLIM_BADGE_X = 18.0, 14.0
UPPER_ROW, LOWER_ROW = 10.5, 24.0
DASH, DASH_GAP = 6.0, 4.0
SIGNS = {"burning": "warn", "ready": "hand", "no": "lock"}  # for words that have no room
SLIM, NARROW = 80.0, 100.0  # chips narrower than these have no dish
SCALE = 0.8

READY_FACE: p.Colour = (0x5E, 0x45, 0x3A)
WAITING_FACE: p.Colour = (0x2E, 0x21, 0x38)


@dataclass(frozen=True, slots=True)
class PickChip:
    """All that a chip shows, its lower row aside. ``up``: its hand is up, so the next free chef
    comes."""

    table: str
    state: State
    dish: str
    hands: float | None
    up: bool
    width: float


def pick_chip(moment: Moment, order: OrderView, width: float) -> PickChip:
    """The chip of a pick as it stands."""
    up = any(part.state == "ready" for part in order.live_parts)
    hands = outlook(moment.view, order, moment.now).hands
    return PickChip(figure(order), order_state(order), order.dish, hands, up, width)


def when_up(order: OrderView, now: float, grain: float = 1.0) -> str:
    """In a few letters, when a hand goes up that is not up."""
    rings = [timer.until for timer in order.timers if timer.rang is None]
    if any(part.state == "hands" for part in order.live_parts):
        return "in work"
    if rings:
        return f"in {fmt.remaining(min(rings) - now, grain)}"
    wants = next((part.wants for part in order.live_parts if part.wants), None)
    return f"no {wants}" if wants else "later"


class PickChips:
    """Makes the pictures of chips and keeps the latest."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._badges = Badges(kit)
        self._widget = BarFuse(kit)
        self._made: Lru[pygame.Surface] = Lru(80)

    def draw(
        self, surface: pygame.Surface, x: float, y: float, order: OrderView, width: float,
        moment: Moment, lit: bool,
    ) -> None:  # fmt: skip
        """Its upper left corner there; ``lit``: under the pointer or held by it."""
        s, chip = self._kit.stage, pick_chip(moment, order, width)
        surface.blit(self.picture(chip, lit, moment.grain), (s.px(x), s.px(y)))
        left = self._column(chip)
        if chip.up:
            seen = outlook(moment.view, order, moment.now)
            how = self._measure(chip)
            surface.fblits(self._widget.fuse(x + left, y + LOWER_ROW, seen, how, moment.grain))
        else:
            words = when_up(order, moment.now, moment.grain)
            self._when(surface, words, x + left, y + LOWER_ROW, chip.width - left - 5.0)

    def picture(self, chip: PickChip, lit: bool, grain: float) -> pygame.Surface:
        """Shared: draw it, never draw on it."""
        return self._made.get((chip, lit, grain), lambda: self._make(chip, lit, grain))

    def _make(self, chip: PickChip, lit: bool, grain: float) -> pygame.Surface:
        s = self._kit.stage
        size = (s.px(chip.width), s.px(HEIGHT))
        face = READY_FACE if chip.up else WAITING_FACE
        face = p.mix(face, p.CREAM, 0.10) if lit else face
        edge = p.SAFFRON if chip.up else p.mix(p.STEAM, p.MAUVE, 0.35)
        picture = paint.box(size, s.px(9), face, edge, s.line(2)).copy()
        if not chip.up:
            self._dash(picture, face)
        slim = chip.width < NARROW
        if not slim:
            self._kit.put(picture, pin(self._kit, PIN_W), PIN_X, HEIGHT / 2, "center")
            dish = self._kit.art.get(icon(chip.dish), 20, 18)
            self._kit.put(picture, dish, ICON_X, HEIGHT / 2, "center")
        across, x = (SLIM_BADGE, SLIM_BADGE_X) if slim else (BADGE, BADGE_X)
        badge = self._badges.get(chip.table, chip.state, across)
        self._kit.put(picture, badge, x, HEIGHT / 2, "center")
        how = self._measure(chip)
        self._widget.bar(picture, self._column(chip), UPPER_ROW, chip.hands, how, grain)
        return picture

    def _column(self, chip: PickChip) -> float:
        """Where bar and fuse begin, from the chip's left edge."""
        return 26.0 if chip.width < NARROW else ICON_X + 14.0

    def _measure(self, chip: PickChip) -> Measure:
        size = 0.0 if chip.width < SLIM else 12.0
        scale = SCALE / 2 if chip.width < NARROW else SCALE
        return Measure(scale, 12.0 if size else 7.0, size, chip.width - self._column(chip) - 6.0)

    def _when(self, surface: pygame.Surface, words: str, x: float, y: float, room: float) -> None:
        """The words; the bare time where they have no room; or a sign."""
        if self._kit.type.width(words, 12) > room:
            words = words.removeprefix("in ")
        if self._kit.type.width(words, 12) > room and (sign := SIGNS.get(words.split()[0])):
            self._kit.put(surface, self._kit.art.get(sign, 13, 13), x, y)
            return
        words, size = self._kit.type.told((words,), 12, room)
        self._kit.put(surface, self._kit.type.ui(words, size, p.STEAM), x, y)

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
