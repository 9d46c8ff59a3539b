"""The name plate below a cell in use: number badge, title and LED."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.scene import places
from kitchen.game.scene.sprites import Sprites
from kitchen.game.signs.badge import Badges
from kitchen.game.signs.focus import focus, state_of
from kitchen.game.signs.states import State
from kitchen.game.signs.tables import figure
from kitchen.game.signs.titles import short_title
from kitchen.sim.view.orderview import OrderView

BADGE = 20.0  # logical px across
BADGE_X, TITLE_X, TITLE_ROOM = 25.0, 39.0, 66.0  # from the cell's left edge
LED_X, TITLE_SIZE = 138.5, 15.0
LED_SIZE, LED_W = 15.0, 41.0
BADGES_KEPT = 200
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
    """What a name plate says; ``led`` is empty for a check mark."""

    table: str
    title: str
    state: State
    led: str
    menu: frozenset[str] = frozenset()


def plate_of(
    order: OrderView, now: float, grain: float = 1.0, menu: frozenset[str] = frozenset()
) -> Plate:
    """The plate of an order that is on the worktop."""
    state = state_of(order)
    title = order.title
    if order.state != "open":  # nobody waits for it any more
        title = "Clearing" if state == "hands" else "To clear"
    return Plate(figure(order), title, state, _led(order, state, now, grain), menu)


def _led(order: OrderView, state: State, now: float, grain: float) -> str:
    """Seconds left while somebody or something is busy; else seconds waited, with a plus."""
    part = focus(order)
    if part is None:
        return "…"
    if state == "hands":
        return fmt.remaining(part.hands_until - now, grain)
    if part.timer is not None and state in ("cooking", "staring"):
        return fmt.remaining(part.timer.left(now), grain)
    if state == "blocked" and part.wants is None:
        return "…"
    return "+" + fmt.elapsed(now - _waits_since(order, state), grain)


def _waits_since(order: OrderView, state: State) -> float:
    part = focus(order)
    assert part is not None
    if state == "burning" and part.timer is not None and part.timer.rang is not None:
        return part.timer.rang
    return part.since


class NamePlates:
    """Draws plates, each over the drawer that is baked into the set."""

    def __init__(self, sprites: Sprites) -> None:
        self._kit, self._sprites = sprites.kit, sprites
        self._places = sprites.places
        self._badges = Badges(sprites.kit)
        self._faces: Lru[pygame.Surface] = Lru(BADGES_KEPT)

    def draw(self, surface: pygame.Surface, cell: int, plate: Plate, alpha: float = 1.0) -> None:
        s = self._kit.stage
        x, y = self._places.left(cell), self._places.worktop(places.row(cell)) + places.PLATE_Y
        face = self._faces.get((plate.table, plate.title, plate.state), lambda: self._face(plate))
        grown = self._places.plate_grown
        if alpha < 1.0:
            face = self._sprites.faded(face, f"plate {plate.table} {plate.title}", alpha)
        surface.blit(face, (s.px(x + 9 - grown / 2.0), s.px(y)))
        middle = (s.px(x + LED_X + grown / 2.0), s.px(y + places.PLATE_H / 2))
        if not plate.led:
            check = self._sprites.get("check", 17.0, alpha=alpha)
            surface.blit(check, check.get_rect(center=middle))
            return
        size = self._kit.type.fitted(plate.led, LED_SIZE, LED_W, "code", "semibold")
        text = self._kit.type.code(plate.led, size, LED_COLOURS[plate.state], "semibold")
        surface.blit(text, text.get_rect(center=middle))

    def _face(self, plate: Plate) -> pygame.Surface:
        """Sunk boxes, badge and title; made anew when one of them changes."""
        s, grown = self._kit.stage, self._places.plate_grown
        room, middle = TITLE_ROOM + grown, s.px(places.PLATE_H) // 2
        face = paint.clear((s.px(154 + grown), s.px(places.PLATE_H) + s.line(1)), BOX_LIP)
        self._box(face, 0.0, 100 + grown, NAME_BED)
        self._box(face, 105 + grown, 49.0, LED_BED)
        badge = self._badges.get(plate.table, plate.state, BADGE)
        face.blit(badge, badge.get_rect(center=(s.px(BADGE_X - 9), middle)))
        title = short_title(
            plate.title,
            lambda text: self._kit.type.width(text, TITLE_SIZE, weight="bold") <= room,
            plate.menu,
        )
        title, size = self._kit.type.told((title,), TITLE_SIZE, room, weight="bold")
        colour = p.LILAC if plate.state == "done" else p.CREAM
        text = self._kit.type.ui(title, size, colour, "bold")
        face.blit(text, text.get_rect(midleft=(s.px(TITLE_X - 9), middle)))
        return face

    def _box(self, face: pygame.Surface, x: float, width: float, bed: p.Colour) -> None:
        s = self._kit.stage
        size, line = (s.px(width), s.px(places.PLATE_H)), s.line(1)
        face.blit(paint.box(size, s.px(7), BOX_LIP), (s.px(x), line))
        face.blit(paint.box(size, s.px(7), bed, BOX_EDGE, line), (s.px(x), 0))
