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
HEADS, HEAD_PITCH, MARK_W = 3, 12.0, 38.0  # arrow heads, logical px from one to the next, of all


class Carts:
    """Draws carts, and on the floor the line in which they stand."""

    def __init__(self, sprites: Sprites) -> None:
        self._kit, self._sprites, self._places = sprites.kit, sprites, sprites.places

    def draw(self, surface: pygame.Surface, site: Site) -> None:
        cart = self._sprites.get("cart", CART_W + 4.0)
        self._kit.put(surface, cart, site.x - 1.0, site.y + CART_DOWN, "midtop")

    def draw_floor(self, surface: pygame.Surface, floor: Floor) -> None:
        """Behind the last of each line: arrow heads on the floor, the way that it moves."""
        lasts = {site.kind: site for site in floor.carts.values()}
        for site in lasts.values():
            right = (site.chef_x if site.chef_waits else site.x) - CART_W / 2 - 8.0
            others = [cart.x for cart in floor.carts.values() if cart.x < site.x - 1.0]
            if right - MARK_W >= max(others, default=0.0) + CART_W / 2 + 8.0:
                mark = self._sprites.composed("line", self._make_mark)
                self._kit.put(surface, mark, right, self._places.worktop - 36.0, "midright")

    def _make_mark(self) -> pygame.Surface:
        s = self._kit.stage
        made = paint.clear((s.px(MARK_W), s.px(16)), MARK)
        for index in range(HEADS):
            x, y = s.px(6 + HEAD_PITCH * index), made.get_height() // 2
            points = [(x - s.px(3), y - s.px(6)), (x + s.px(3), y), (x - s.px(3), y + s.px(6))]
            pygame.draw.lines(made, MARK, False, points, s.line(2.5))
        return made
