"""Call-outs: whoever waits for hands says its number, how long they will be there, and what burns.

They are drawn wherever their tail is to point (see `CallOuts.draw`); in a narrow row small,
without figures.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.ease import out_back
from kitchen.game.scene.shaking import shake
from kitchen.game.scene.sprites import Sprites
from kitchen.game.signs.barfuse import BarFuse, Measure
from kitchen.game.signs.focus import state_of
from kitchen.game.signs.marks import next_flag, pin
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.outlook import Outlook, coming_hands, keeping, left_figure
from kitchen.game.signs.tables import figure, next_order
from kitchen.sim.view.orderview import OrderView

WHOLE_KEPT = 40
POP_SECONDS, SHUT_SECONDS = 0.26, 0.12
WIDTH, SMALL_WIDTH, HEIGHT, TAIL = 104.0, 56.0, 46.0, 9.0  # logical px
MARGIN = 19.0  # around the box, for hand, flag, pin and the frame of who is pointed at
SCALE = 1.1  # logical px for each second
NUMBER_X, NUMBER_SIZE = 18.0, 26.0
BED_X, SMALL_BED_X, BED_Y = 33.0, 25.0, 6.0
PAD = 4.0  # from the bed's edge to bar and fuse
ROW = 9.0  # from the bed's middle to that of a bar and of a fuse
BED: p.Colour = (0x2B, 0x1C, 0x35)
FACES = {"ready": ((0xFF, 0xBE, 0x55), p.AMBER), "burning": ((0xFF, 0x76, 0x80), p.RED)}
PIN_W, PIN_BOB, PIN_HZ = 17.0, 3.0, 1.2


class Tip(NamedTuple):
    """Where the tail of a call-out points, in logical px."""

    x: float
    y: float
    stem: float = 0.0
    """How much longer the tail is than usual."""
    small: bool = False
    """Side by side with those of the same row, a whole call-out would not fit."""


Tips = Mapping[int, Tip]
"""By order."""


@dataclass(frozen=True, slots=True)
class Sign:
    """All that a call-out shows, its fuse aside: two equal ones are the same picture."""

    kind: str
    """ready or burning."""
    table: str = ""
    hands: float | None = None
    first: bool = False
    """It is next."""
    picked: bool = False
    small: bool = False
    pointed: bool = False
    stem: float = 0.0


FuseLook = tuple[str, str, int]
"""What a fuse looks like: whether it is lit, its figure and its length in device px."""


@dataclass(slots=True)
class Callout:
    """What calls, and since when by the wall clock."""

    order: OrderView
    sign: Sign
    since: float
    at: tuple[float, float] = (0.0, 0.0)
    fuse: FuseLook | None = None
    picture: pygame.Surface | None = None
    """What was drawn last, and where its tail pointed."""


class CallOuts:
    """Draws whatever calls for attention over the stations."""

    def __init__(self, sprites: Sprites) -> None:
        self._kit, self._sprites = sprites.kit, sprites
        self._widget = BarFuse(sprites.kit)
        self._whole: Lru[pygame.Surface] = Lru(WHOLE_KEPT)
        self.reset()

    def reset(self) -> None:
        """Everything that calls now has been calling for long: nothing pops."""
        self._calls: dict[int, Callout] = {}
        self._going: list[tuple[Callout, float]] = []
        self._pins: dict[int, float] = {}
        self._followed: tuple[Tips, int | None, float] | None = None
        """What the calls were found for: the same tips until the next fact."""
        self._fresh = True

    def take_over(self, old: CallOuts) -> None:
        """What calls goes on calling; what was answered has gone."""
        self._calls = {n: Callout(c.order, c.sign, c.since) for n, c in old._calls.items()}
        self._pins, self._fresh = old._pins, old._fresh

    def draw(
        self, surface: pygame.Surface, moment: Moment, hovered: int | None, tips: Tips
    ) -> None:
        """Of those orders that have a tip; ``hovered``: the one that is pointed at, on top."""
        before = self._followed
        if before is None or before[0] is not tips or before[1:] != (hovered, moment.grain):
            self._follow(moment, hovered, tips)
            self._followed = tips, hovered, moment.grain
        for number, call in self._calls.items():
            if call.picture is None or moment.turn_of(number):
                self._burn_down(call, moment)
            self._draw_call(surface, call, tips[number], moment)
        self._draw_going(surface, moment)
        self._draw_pins(surface, moment, tips)

    def _follow(self, moment: Moment, hovered: int | None, tips: Tips) -> None:
        """Find out who calls, and what was answered."""
        calls: dict[int, Callout] = {}
        first = next_order(moment.view)
        numbers = sorted(tips, key=lambda number: (number == hovered, -tips[number].stem))
        for number in numbers:
            order = moment.view.orders[number]
            kind = call_of(moment, order)
            if kind is None:
                continue
            tip = tips[number]
            sign = Sign(
                kind, figure(order), coming_hands(moment.view, order), number == first,
                number in moment.view.picks, tip.small, number == hovered, tip.stem,
            )  # fmt: skip
            before = self._calls.get(number)
            since = -1e9 if self._fresh else moment.wall
            if before is not None and before.sign.kind == kind:
                since = before.since
            calls[number] = Callout(order, sign, since)
        for number, call in self._calls.items():
            if number not in calls or calls[number].sign.kind != call.sign.kind:
                self._going.append((call, moment.wall))
        self._calls, self._fresh = calls, False

    def box(self, tip: Tip) -> Box:
        """Where the box is whose tail points there."""
        width = SMALL_WIDTH if tip.small else WIDTH
        return tip.x - width / 2, tip.y - TAIL - tip.stem - HEIGHT, width, HEIGHT

    def _draw_going(self, surface: pygame.Surface, moment: Moment) -> None:
        """Those that are answered shrink away into the tips of their tails."""
        self._going = [item for item in self._going if moment.wall - item[1] < SHUT_SECONDS]
        for call, since in self._going:
            if call.picture is not None and not moment.calm:
                share = 1.0 - (moment.wall - since) / SHUT_SECONDS
                self._put(surface, call, max(0.06, min(1.0, share)))

    # -- raised hands and fire -----------------------------------------------------------------

    def _draw_call(self, surface: pygame.Surface, call: Callout, tip: Tip, moment: Moment) -> None:
        age = 1.0 if moment.calm else moment.wall - call.since
        scale = 1.0 if age >= POP_SECONDS else max(0.06, out_back(age / POP_SECONDS))
        shakes = call.sign.kind == "burning" and not moment.calm
        aside = shake(moment.wall - call.since, moment.wall) if shakes else 0.0
        call.at = (tip.x + aside, tip.y)
        self._put(surface, call, scale)

    def _burn_down(self, call: Callout, moment: Moment) -> None:
        """The whole call-out is drawn anew for every pixel by which its fuse is shorter."""
        seen, grain = keeping(call.order, call.sign.hands, moment.now), moment.grain
        cord = self._kit.stage.px(seen.left * self._measure(call.sign).scale)
        fuse = (seen.keeping, left_figure(seen.left, grain), cord)
        if call.picture is None or fuse != call.fuse:
            key = (call.sign, fuse, grain)
            call.fuse = fuse
            call.picture = self._whole.get(key, lambda: self._with_fuse(call.sign, seen, grain))

    def _with_fuse(self, sign: Sign, seen: Outlook, grain: float) -> pygame.Surface:
        made = self._face(sign, grain).copy()
        x, y, _, h = self._bed(sign)
        at = x + PAD, y + h / 2 + ROW - 0.5
        made.fblits(self._widget.fuse(*at, seen, self._measure(sign), grain))
        made.set_alpha(255, pygame.RLEACCEL)  # most of it is either opaque or not there
        return made

    def _put(self, surface: pygame.Surface, call: Callout, scale: float) -> None:
        """It grows out of the tip of its tail."""
        picture, k = call.picture, self._kit.stage.k
        assert picture is not None
        if scale != 1.0:
            w, h = (max(1, round(length * scale)) for length in picture.get_size())
            picture = pygame.transform.smoothscale(picture, (w, h))
        x, y = round(call.at[0] * k), round((call.at[1] + MARGIN * scale) * k)
        surface.blit(picture, picture.get_rect(midbottom=(x, y)))

    def _face(self, sign: Sign, grain: float) -> pygame.Surface:
        key = f"callout {sign} {grain}"
        return self._sprites.composed(key, lambda: self._make(sign, grain))

    def _make(self, sign: Sign, grain: float) -> pygame.Surface:
        """The box with its number, its bar, and the marks around it; room for the fuse."""
        s, width = self._kit.stage, SMALL_WIDTH if sign.small else WIDTH
        size = (s.px(width + 2 * MARGIN), s.px(HEIGHT + TAIL + sign.stem + 2 * MARGIN))
        face = paint.clear(size, p.INK)
        if sign.pointed:
            self._frame(face, width)
        self._box(face, sign, width)
        bed = self._bed(sign)
        area = s.rect(*bed)
        face.blit(paint.box(area.size, s.px(6), BED), area)
        number_x = MARGIN + (NUMBER_X if not sign.small else SMALL_BED_X / 2 + 1.0)
        room = 2 * (number_x - MARGIN) - 6.0
        number = self._kit.type.display(
            sign.table, self._kit.type.fitted(sign.table, NUMBER_SIZE, room, "display"), p.INK
        )
        self._kit.put(face, number, number_x, MARGIN + HEIGHT / 2 + 3.0, "center")
        self._widget.bar(
            face, bed[0] + PAD, bed[1] + bed[3] / 2 - ROW, sign.hands, self._measure(sign), grain
        )
        self._marks(face, sign, width)
        return face

    def _frame(self, face: pygame.Surface, width: float) -> None:
        """White around all of it: this one is pointed at."""
        s = self._kit.stage
        area = s.rect(MARGIN - 3.0, MARGIN - 3.0, width + 6.0, HEIGHT + 6.0)
        face.blit(paint.box(area.size, s.px(13), p.CREAM), area)

    def _box(self, face: pygame.Surface, sign: Sign, width: float) -> None:
        s, line = self._kit.stage, self._kit.stage.line(2.4)
        top, bottom = FACES[sign.kind]
        area = s.rect(MARGIN, MARGIN, width, HEIGHT)
        outer = s.rect(
            MARGIN + width / 2 - 9.0, MARGIN + HEIGHT - 3.0, 18.0, TAIL + sign.stem + 3.0
        )
        triangle = ((0.0, 0.0), (1.0, 0.0), (0.5, 1.0))
        face.blit(paint.polygon(outer.size, triangle, p.INK), outer)
        face.blit(paint.box(area.size, s.px(10), top, p.INK, line, bottom), area)
        inner = s.rect(
            MARGIN + width / 2 - 6.0, MARGIN + HEIGHT - 3.5, 12.0, TAIL + sign.stem - 0.5
        )
        face.blit(paint.polygon(inner.size, triangle, bottom), inner)

    def _bed(self, sign: Sign) -> Box:
        left = SMALL_BED_X if sign.small else BED_X
        width = SMALL_WIDTH if sign.small else WIDTH
        return MARGIN + left, MARGIN + BED_Y, width - left - BED_Y, HEIGHT - 2 * BED_Y

    def _measure(self, sign: Sign) -> Measure:
        room = self._bed(sign)[2] - 2 * PAD
        if sign.small:
            return Measure(SCALE / 4, 9.0, 0.0, room)
        return Measure(SCALE, 14.0, 13.0, room)

    def _marks(self, face: pygame.Surface, sign: Sign, width: float) -> None:
        """A hand, or a warning; and a flag on who is next."""
        hand = self._kit.art.get("warn" if sign.kind == "burning" else "hand", 19.0, 21.0)
        self._kit.put(face, hand, MARGIN + (15.0 if not sign.small else 10.0), MARGIN, "center")
        if sign.first and not sign.picked:
            flag = self._sprites.composed("next flag", lambda: next_flag(self._kit))
            self._kit.put(face, flag, MARGIN + width - 4.0, MARGIN + 3.0, "bottomright")

    # -- picks ---------------------------------------------------------------------------------

    def _draw_pins(self, surface: pygame.Surface, moment: Moment, tips: Tips) -> None:
        """On what the player wants next, whether its hand is up or not."""
        picks = moment.view.picks
        self._pins = {n: since for n, since in self._pins.items() if n in picks}
        for number in dict.fromkeys(picks):
            if number not in tips:
                continue
            since = self._pins.setdefault(number, -1e9 if moment.settled else moment.wall)
            age = 1.0 if moment.calm else moment.wall - since
            scale = max(0.06, out_back(min(1.0, age / POP_SECONDS)))
            drawn = self._sprites.scaled(pin(self._kit, PIN_W), "pin", scale)
            bob = 0.0 if moment.calm else PIN_BOB * abs(math.sin(math.pi * PIN_HZ * moment.wall))
            x, y = self._pin_spot(number, tips[number])
            surface.blit(drawn, self._sprites.foot(drawn, x, y - bob))

    def _pin_spot(self, number: int, tip: Tip) -> tuple[float, float]:
        """At the corner of its call-out; on the dish itself if it has none."""
        call = self._calls.get(number)
        if call is None:
            return tip.x + 22.0, tip.y + 6.0
        x, y, width, _ = self.box(tip)
        return x + width + 3.0, y + 31.0


def call_of(moment: Moment, order: OrderView) -> str | None:
    """``burning``, ``ready``, or nothing."""
    state = state_of(order)
    if state == "burning":
        return "burning"
    if state != "staring" and moment.view.place_in_line(order.number) is not None:
        return "ready"
    return None
