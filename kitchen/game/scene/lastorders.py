"""Last orders: the bell that is rung over the kitchen when the last guest has come in. It hangs
high on the wall, above the call-outs of one row and behind those of two."""

from __future__ import annotations

import math

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Moment

WORDS = "Last orders"
Y, HEIGHT, BELL_H, PAD = 21.0, 34.0, 42.0, 18.0  # logical px; Y: from the upper edge of the wall
BELL_SIDE = 72.0
"""Logical px of the square in which it swings."""
SECONDS, COMES, GOES, FALLS = 2.8, 0.3, 0.35, 12.0
SWING, HZ, FADES = 24.0, 1.7, 1.1
"""Degrees, swings a second, and how quickly they grow less."""


class LastOrders:
    """Drops in, swings and goes again; with less motion the bell hangs still."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        x, y, w, _ = layout_of(kit.stage).scene
        self._middle, self._y = x + w / 2, y + Y
        self._since: float | None = None
        self._plate: pygame.Surface | None = None

    def take_over(self, old: LastOrders) -> None:
        """Go on where that of another size left off."""
        self._since = old._since

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        if moment.evening is not None and moment.evening.rings:
            self._since = moment.wall
        age = SECONDS if self._since is None else moment.wall - self._since
        if not 0.0 <= age < SECONDS:
            return
        rise = 1.0 if moment.calm else Tween(0.0, 1.0, COMES, out_back).at(age)
        fade = min(1.0, age / COMES, (SECONDS - age) / GOES)
        layer = self._plate = self._plate or self._make_plate()
        layer.set_alpha(round(255 * fade))
        y = self._y - FALLS * (1.0 - rise)
        self._kit.put(surface, layer, self._middle, y, "center")
        bell = self._bell(0.0 if moment.calm else age)
        bell.set_alpha(round(255 * fade))
        left = self._middle - layer.get_width() / self._kit.stage.k / 2
        self._kit.put(surface, bell, left + PAD + 8.0, y - 2.0, "center")

    def _bell(self, age: float) -> pygame.Surface:
        """It swings around its eye."""
        side = self._kit.stage.px(BELL_SIDE)
        art = self._kit.art.get("last_orders", height=BELL_H)
        hung = pygame.Surface((2 * side, 2 * side), pygame.SRCALPHA)
        eye = art.get_height() // 8
        hung.blit(art, art.get_rect(midtop=(side, side - eye)))
        angle = SWING * math.sin(math.tau * HZ * age) * math.exp(-FADES * age)
        turned = pygame.transform.rotozoom(hung, angle, 1.0) if angle else hung
        made = pygame.Surface((side, 2 * side), pygame.SRCALPHA)
        lift = art.get_height() // 2 - eye
        made.blit(turned, turned.get_rect(center=(side // 2, side - lift)))
        return made

    def _make_plate(self) -> pygame.Surface:
        kit = self._kit
        text = kit.type.display(WORDS, 24, p.SAFFRON)
        width = text.get_width() + kit.stage.px(2 * PAD + 44.0)
        size = (width, kit.stage.px(HEIGHT))
        plate = paint.clear(size, p.NIGHT)
        plate.blit(paint.pill(size, p.NIGHT, p.SAFFRON, kit.stage.line(2)), (0, 0))
        middle = (width - kit.stage.px(PAD), size[1] // 2)
        plate.blit(text, text.get_rect(midright=middle))
        return plate
