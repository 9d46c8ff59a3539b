"""The plate below a dish: number badge, title and LED; on narrow plates the badge and the LED."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.cache import Lru
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.standing import Placed
from kitchen.game.signs.badge import Badges
from kitchen.game.signs.states import State
from kitchen.game.signs.tables import figure
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon
from kitchen.sim.view.orderview import PartView

BADGE, BADGE_ALONE, BADGE_LOW = 26.0, 24.0, 18.0  # across: with a title, without, over the LED
TITLE_GAP, TITLE_SIZE, TITLE_LEAST = 5.0, 15.0, 0.8
LED_SIZE, EDGE = 15.0, 3.0
ICON_W, LED_FIGURE = 25.0, 7.5
LED_WIDE, LED_NARROW = 40.0, 27.0  # of the LED's bed on plates of `WIDE`, and on others
WIDE, TITLED, STACKED = 120.0, 78.0, 64.0
"""Plates from so wide on have a wide LED; a title; the LED beside the badge, not below it."""
BADGES_KEPT = 300
NAME_BED: p.Colour = (0x2B, 0x1C, 0x35)
LED_BED: p.Colour = (0x14, 0x0B, 0x1A)
BOX_EDGE: p.Colour = (0x1E, 0x13, 0x26)
BOX_LIP: p.Colour = (0x5A, 0x46, 0x66)
LED_COLOURS: dict[State, p.Colour] = {
    "hands": p.MINT,
    "cooking": p.STEAM,
    "ready": p.AMBER,
    "burning": p.RED_TEXT,
    "staring": p.STEAM,
    "blocked": p.LILAC,
    "done": p.MINT,
}


@dataclass(frozen=True, slots=True)
class Plate:
    """What a name plate says."""

    table: str
    title: str
    state: State
    led: str
    icon: str
    """The drawing of the dish, for where there is no room for its title."""
    menu: frozenset[str] = frozenset()


def plate_of(
    standing: Placed, now: float, grain: float = 1.0, menu: frozenset[str] = frozenset()
) -> Plate:
    """The plate of a part of an order where it stands."""
    order, part, state = standing.order, standing.part, standing.state
    title = order.title
    if order.state != "open":  # nobody waits for it any more
        title = "Clearing" if state == "hands" else "To clear"
    elif part.number and part.what and len(order.parts) > 1:
        title = part.what.capitalize()
    led = _led(part, state, now, grain)
    return Plate(figure(order), title, state, led, icon(order.dish), menu)


def _led(part: PartView, state: State, now: float, grain: float) -> str:
    """Seconds left while somebody or something is busy; whoever waits for hands has a call-out."""
    if state == "hands":
        return fmt.remaining(part.hands_until - now, grain)
    if part.timer is not None and state in ("cooking", "staring"):
        return fmt.remaining(part.timer.left(now), grain)
    return ""


class NamePlates:
    """Draws plates, each over the empty one that is baked into the set."""

    def __init__(self, sprites: Sprites) -> None:
        self._kit, self._sprites = sprites.kit, sprites
        self._badges = Badges(sprites.kit)
        self._faces: Lru[pygame.Surface] = Lru(BADGES_KEPT)

    def draw(self, surface: pygame.Surface, box: Box, plate: Plate, alpha: float = 1.0) -> None:
        """``box``: of the whole plate, in logical px."""
        s = self._kit.stage
        x, y, w, h = box
        size = s.rect(*box).size
        key = (plate.table, plate.title, plate.icon, plate.state, len(plate.led), size)
        face = self._faces.get(key, lambda: self._face(plate, w, h))
        if alpha < 1.0:
            face = self._sprites.faded(face, f"plate {plate.table} {plate.title} {size}", alpha)
        surface.blit(face, (s.px(x), s.px(y)))
        if plate.state == "done" and w >= TITLED:
            check = self._sprites.get("check", 17.0, alpha=alpha)
            surface.blit(check, self._sprites.middle(check, x + w - 16.0, y + h / 2))
        if plate.led:
            self._draw_led(surface, box, plate)

    def _draw_led(self, surface: pygame.Surface, box: Box, plate: Plate) -> None:
        x, y, w, h = _led_box(*box, len(plate.led))
        size = self._kit.type.fitted(plate.led, LED_SIZE, w - 4.0, "code", "semibold")
        text = self._kit.type.code(plate.led, size, LED_COLOURS[plate.state], "semibold")
        self._kit.put(surface, text, x + w / 2, y + h / 2, "center")

    def _face(self, plate: Plate, w: float, h: float) -> pygame.Surface:
        """The plate, badge and title; made anew when one of them changes."""
        s = self._kit.stage
        face = paint.clear((s.px(w), s.px(h) + s.line(1)), BOX_LIP)
        self._box(face, (0.0, 0.0, w, h), NAME_BED)
        led = _led_box(0.0, 0.0, w, h, len(plate.led))
        if plate.led and w >= TITLED:
            self._box(face, led, LED_BED)
        self._number(face, plate, w, h)
        if w >= TITLED:
            right = led[0] if plate.led else w - (26.0 if plate.state == "done" else 2.0)
            left = EDGE + BADGE + TITLE_GAP
            self._title(face, plate, (left, right - 2.0), h / 2)
        return face

    def _number(self, face: pygame.Surface, plate: Plate, w: float, h: float) -> None:
        """Left of the title; without one left of the LED, or above it."""
        if w >= TITLED:
            across, x, y = BADGE, EDGE + BADGE / 2, h / 2
        elif not plate.led:
            across, x, y = BADGE_ALONE, w / 2, h / 2
        elif w >= STACKED:
            across, x, y = BADGE_ALONE, EDGE + BADGE_ALONE / 2, h / 2
        else:
            across, x, y = BADGE_LOW, w / 2, 1.0 + BADGE_LOW / 2
        self._kit.put(face, self._badges.get(plate.table, plate.state, across), x, y, "center")

    def _title(
        self, face: pygame.Surface, plate: Plate, ends: tuple[float, float], y: float
    ) -> None:
        room = ends[1] - ends[0]
        least = TITLE_SIZE * TITLE_LEAST
        title = short_title(
            plate.title,
            lambda text: self._kit.type.width(text, least, weight="bold") <= room,
            plate.menu,
        )
        if self._kit.type.width(title, least, weight="bold") > room:
            if room >= ICON_W - 4.0:
                drawn = self._kit.art.get(plate.icon, ICON_W)
                self._kit.put(face, drawn, (ends[0] + ends[1]) / 2, y, "center")
            return
        title, size = self._kit.type.told(
            (title,), TITLE_SIZE, room, weight="bold", least=TITLE_LEAST
        )
        colour = p.LILAC if plate.state == "done" else p.CREAM
        text = self._kit.type.ui(title, size, colour, "bold")
        self._kit.put(face, text, ends[0], y)

    def _box(self, face: pygame.Surface, box: Box, bed: p.Colour) -> None:
        s = self._kit.stage
        area, line = s.rect(*box), s.line(1)
        face.blit(paint.box(area.size, s.px(8), BOX_LIP), area.move(0, line))
        face.blit(paint.box(area.size, s.px(8), bed, BOX_EDGE, line), area)


def _led_box(x: float, y: float, w: float, h: float, figures: int) -> Box:
    """Where the LED of a plate is."""
    if w >= TITLED:
        wide = LED_WIDE if w >= WIDE else LED_NARROW + LED_FIGURE * max(0, figures - 3)
        return x + w - wide - EDGE - 1.0, y + EDGE + 1.0, wide, h - 2 * EDGE - 2.0
    if w >= STACKED:
        left = EDGE + BADGE_ALONE
        return x + left, y, w - left - 1.0, h
    return x, y + BADGE_LOW, w, h - BADGE_LOW
