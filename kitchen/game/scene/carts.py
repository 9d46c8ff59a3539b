"""Carts in the aisle: what waits for a station stands on one, in line before the last of them."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.scene.floorplan import CART_W, Site
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.standing import Floor

CART_DOWN = -1.0  # the drawing's top, below the back edge of the cart's
MARK: p.Colour = (0xE8, 0xB9, 0x8C)
WORDS_SIZE = 14.0


class Carts:
    """Draws carts, and on the floor the line in which they stand."""

    def __init__(self, sprites: Sprites) -> None:
        self._kit, self._sprites, self._places = sprites.kit, sprites, sprites.places

    def draw(self, surface: pygame.Surface, site: Site) -> None:
        cart = self._kit.art.get("cart", CART_W + 4.0)
        self._kit.put(surface, cart, site.x - 1.0, site.y + CART_DOWN, "midtop")

    def draw_floor(self, surface: pygame.Surface, floor: Floor) -> None:
        """Behind the last of each line: which one it is, and the way that it moves."""
        lasts = {site.kind: site for site in floor.carts.values()}
        for kind, site in lasts.items():
            others = [cart.x for cart in floor.carts.values() if cart.x < site.x - 1.0]
            left = max(others, default=0.0) + CART_W / 2
            mark = self._mark(kind)
            width = mark.get_width() / self._kit.stage.k
            right = (site.chef_x if site.chef_waits else site.x) - CART_W / 2 - 12.0
            if right - width >= left + 8.0:
                y = self._places.worktop - 36.0
                self._kit.put(surface, mark, right, y, "midright")

    def _mark(self, kind: str) -> pygame.Surface:
        return self._sprites.composed(f"line {kind}", lambda: self._make_mark(kind))

    def _make_mark(self, kind: str) -> pygame.Surface:
        """``oven line``, and two arrow heads, as painted on the floor."""
        s = self._kit.stage
        text = self._kit.type.ui(f"{kind} line", WORDS_SIZE, MARK, "bold")
        made = paint.clear((text.get_width() + s.px(36), s.px(22)), MARK)
        made.blit(text, text.get_rect(midleft=(0, made.get_height() // 2)))
        for index in range(2):
            x, y = text.get_width() + s.px(12 + 10 * index), made.get_height() // 2
            points = [(x - s.px(3), y - s.px(6)), (x + s.px(3), y), (x - s.px(3), y + s.px(6))]
            pygame.draw.lines(made, MARK, False, points, s.line(2.5))
        return made
