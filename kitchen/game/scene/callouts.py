"""Call-outs at the cells: raised hands with their place in line, fire, picks, a lock on a hob."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import out_back
from kitchen.game.scene import places
from kitchen.game.scene.sprites import Sprites
from kitchen.game.signs.focus import focus, state_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.pickmark import PickMarks
from kitchen.sim.view.orderview import OrderView

POP_SECONDS, SHUT_SECONDS = 0.26, 0.12
WIDTH, HEIGHT = 58.0, 44.5  # logical px, the tail included
TIP = -31.0  # of the tail, below the worktop's back edge
BURNING_AT = (-50.0, -24.0)  # a warning stands aside, clear of the smoke
SHAKE_PX, SHAKE_HZ, SHAKE_BURST, SHAKE_EVERY = 2.0, 6.0, 0.4, 1.2  # seconds
FACE_UP = 4.6  # middle of the box above the middle of the drawing
ICON_X, NUMBER_X, NUMBER_SIZE = -13.0, 14.0, 22.0
HOVER_SCALE = 1.04
PIN_W, PIN_BOB, PIN_HZ = 26.0, 3.0, 1.2
PIN_X, PIN_TIP = 47.0, -4.0  # from the hob's axis; below the worktop's back edge
TAG_Y, TAG_H = 51.5, 19.0  # middle, below the worktop's back edge: between its rim and the plate
TAG_TOP: p.Colour = (0x5A, 0x45, 0x66)
TAG_BOTTOM: p.Colour = (0x3B, 0x2A, 0x46)


@dataclass(slots=True)
class Callout:
    """What calls over a cell, and since when by the wall clock."""

    kind: str
    since: float
    key: str = ""
    at: tuple[float, float] = (0.0, 0.0)
    picture: pygame.Surface | None = None
    """What was drawn last, its name, and where its middle was."""


class CallOuts:
    """Draws whatever calls for attention over the cells."""

    def __init__(self, sprites: Sprites) -> None:
        self._kit, self._sprites = sprites.kit, sprites
        self._places = sprites.places
        self._marks = PickMarks(sprites.kit)
        self.reset()

    def reset(self) -> None:
        """Everything that calls now has been calling for long: nothing pops."""
        self._calls: dict[int, Callout] = {}
        self._going: list[tuple[Callout, float]] = []
        self._pins: dict[int, float] = {}
        self._fresh = True

    def take_over(self, old: CallOuts) -> None:
        """What calls goes on calling; what was answered has gone."""
        self._calls = {number: Callout(c.kind, c.since) for number, c in old._calls.items()}
        self._pins, self._fresh = old._pins, old._fresh

    def draw(self, surface: pygame.Surface, moment: Moment, hovered: int | None) -> None:
        """``hovered``: the order under the pointer."""
        calls: dict[int, Callout] = {}
        for order in moment.view.open_orders.values():
            if order.cell is None:
                continue
            kind = call_of(moment, order)
            if kind is None:
                continue
            before = self._calls.get(order.number)
            since = -1e9 if self._fresh else moment.wall
            call = before if before and before.kind == kind else Callout(kind, since)
            calls[order.number] = call
            self._draw_call(surface, order, call, moment, hovered == order.number)
        for number, call in self._calls.items():
            if number not in calls or calls[number].kind != call.kind:
                self._going.append((call, moment.wall))
        self._draw_going(surface, moment)
        self._calls, self._fresh = calls, False
        self._draw_pins(surface, moment)

    def _draw_going(self, surface: pygame.Surface, moment: Moment) -> None:
        """Those that are answered shrink away."""
        self._going = [item for item in self._going if moment.wall - item[1] < SHUT_SECONDS]
        for call, since in self._going:
            if call.picture is not None and not moment.calm:
                share = 1.0 - (moment.wall - since) / SHUT_SECONDS
                key = f"going {call.key}"
                drawn = self._sprites.scaled(call.picture, key, max(0.06, share))
                x, y = call.at
                down = HEIGHT / 2 * (1.0 - share) if call.kind in ("ready", "burning") else 0.0
                surface.blit(drawn, self._sprites.middle(drawn, x, y + down))

    # -- raised hands and fire -----------------------------------------------------------------

    def _draw_call(
        self,
        surface: pygame.Surface,
        order: OrderView,
        call: Callout,
        moment: Moment,
        hovered: bool,
    ) -> None:
        assert order.cell is not None
        age = 1.0 if moment.calm else moment.wall - call.since
        scale = out_back(min(1.0, age / POP_SECONDS)) * (HOVER_SCALE if hovered else 1.0)
        if call.kind == "lock":
            self._draw_tag(surface, order, call, scale)
            return
        x, y = self.middle(order.cell, call.kind)
        if call.kind == "burning" and not moment.calm:
            x += _shake(moment.wall - max(0.0, call.since))
        place = moment.view.place_in_line(order.number) or 0
        call.picture, call.key, call.at = (
            self._face(call.kind, place),
            f"{call.kind} {place}",
            (x, y),
        )
        drawn = self._sprites.scaled(call.picture, call.key, max(0.06, scale))
        # It grows out of the tip of its tail.
        surface.blit(drawn, self._sprites.middle(drawn, x, y + HEIGHT / 2 * (1.0 - scale)))

    def middle(self, cell: int, kind: str) -> tuple[float, float]:
        """The middle of a cell's call-out."""
        x, y = self._places.hob_x(cell), self._places.worktop(places.row(cell)) + TIP - HEIGHT / 2
        if kind == "burning":
            x, y = x + BURNING_AT[0], y + BURNING_AT[1] + 24.0 + 8.0
        return x, y

    def _face(self, kind: str, place: int) -> pygame.Surface:
        return self._sprites.composed(f"callout {kind} {place}", lambda: self._make(kind, place))

    def _make(self, kind: str, place: int) -> pygame.Surface:
        """The box with its sign, and the place in line if there is one."""
        s = self._kit.stage
        face = self._kit.art.get(f"callout_{kind}", WIDTH).copy()
        middle = (face.get_width() / 2, face.get_height() / 2 - s.k * FACE_UP)
        sign = self._kit.art.get("warn" if kind == "burning" else "hand", 25.0)
        x = ICON_X if place else 0.0
        face.blit(sign, sign.get_rect(center=(middle[0] + x * s.k, middle[1])))
        if place:
            size = NUMBER_SIZE if place < 10 else 18.0
            text = self._kit.type.display(str(place), size, p.INK)
            face.blit(text, text.get_rect(center=(middle[0] + NUMBER_X * s.k, middle[1])))
        return face

    # -- a station that is taken ---------------------------------------------------------------

    def _draw_tag(
        self, surface: pygame.Surface, order: OrderView, call: Callout, scale: float
    ) -> None:
        """A tag with a lock hangs on the worktop's rim: the dish waits for this kind of station."""
        assert order.cell is not None
        wants = next((part.wants for part in order.live_parts if part.wants), None) or ""
        call.key = f"tag {wants}"
        call.picture = self._sprites.composed(call.key, lambda: self._make_tag(wants))
        drawn = self._sprites.scaled(call.picture, call.key, max(0.06, scale))
        call.at = (
            self._places.hob_x(order.cell),
            self._places.worktop(places.row(order.cell)) + TAG_Y,
        )
        surface.blit(drawn, self._sprites.middle(drawn, *call.at))

    def _make_tag(self, station: str) -> pygame.Surface:
        s = self._kit.stage
        words = self._kit.type.elide(station, 13.0, 84.0, weight="bold")
        text = self._kit.type.ui(words, 13.0, p.CREAM, "bold")
        lock = self._kit.art.get("lock", 15.0)
        size = (text.get_width() + s.px(32), s.px(TAG_H))
        made = paint.box(size, s.px(6), TAG_TOP, p.INK, s.line(2), TAG_BOTTOM).copy()
        made.blit(lock, lock.get_rect(center=(s.px(14), size[1] // 2)))
        made.blit(text, text.get_rect(midleft=(s.px(24), size[1] // 2)))
        return made

    # -- picks ---------------------------------------------------------------------------------

    def _draw_pins(self, surface: pygame.Surface, moment: Moment) -> None:
        """What the player wants next, numbered in the order of the wishes."""
        view = moment.view
        for number in [number for number in self._pins if number not in view.picks]:
            del self._pins[number]
        for place, number in enumerate(view.picks, 1):
            cell = view.orders[number].cell
            if cell is None:
                continue
            since = self._pins.setdefault(number, moment.wall)
            age = 1.0 if moment.calm else moment.wall - since
            scale = out_back(min(1.0, age / POP_SECONDS))
            pin = self._sprites.scaled(self._pin(place), f"pin {place}", max(0.06, scale))
            bob = 0.0 if moment.calm else PIN_BOB * abs(math.sin(math.pi * PIN_HZ * age))
            x = self._places.hob_x(cell) + PIN_X
            y = self._places.worktop(places.row(cell)) + PIN_TIP - bob
            surface.blit(pin, self._sprites.foot(pin, x, y))

    def _pin(self, place: int) -> pygame.Surface:
        return self._sprites.composed(f"pin {place}", lambda: self._make_pin(place))

    def _make_pin(self, place: int) -> pygame.Surface:
        return self._marks.get(place, PIN_W)


def call_of(moment: Moment, order: OrderView) -> str | None:
    """``burning``, ``ready``, ``lock`` (waits for a station), or nothing."""
    state = state_of(order)
    if state == "burning":
        return "burning"
    if state != "staring" and moment.view.place_in_line(order.number) is not None:
        return "ready"
    part = focus(order)
    if state in ("blocked", "staring") and part is not None and part.wants:
        return "lock"
    return None


def _shake(age: float) -> float:
    """Bursts of shaking, with rests between them."""
    beat = age % SHAKE_EVERY
    return SHAKE_PX * math.sin(math.tau * SHAKE_HZ * beat) if beat < SHAKE_BURST else 0.0
