"""Carts in the aisle: what waits for a station stands on one, in line before the last of them."""

from __future__ import annotations

from collections.abc import Iterable

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Pos
from kitchen.game.scene.floorplan import CART_W, Site
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.standing import Floor

CART_DOWN = -1.0  # the drawing's top, below the back edge of the cart's
MARK: p.Colour = (0xE8, 0xB9, 0x8C)
HEADS, HEAD_PITCH, MARK_W = 3, 12.0, 38.0  # arrow heads, logical px from one to the next, of all
WORDS_SIZE, NEAR, BESIDE = 15.0, 54.0, 20.0
"""Of the words; logical px from them, and from the heads, to what would hide them."""


class Carts:
    """Draws carts, and on the floor the line in which they stand."""

    def __init__(self, sprites: Sprites) -> None:
        self._kit, self._sprites, self._places = sprites.kit, sprites, sprites.places

    def draw(self, surface: pygame.Surface, site: Site) -> None:
        cart = self._sprites.get("cart", CART_W + 4.0)
        self._kit.put(surface, cart, site.x - 1.0, site.y + CART_DOWN, "midtop")

    def draw_floor(self, surface: pygame.Surface, floor: Floor, hiding: Iterable[float]) -> None:
        """Behind the last of each line: arrow heads on the floor, the way that it moves, and what
        the line is for, unless they are hidden by what stands at one of these x."""
        if not floor.carts:
            return
        things = [one.site.x for one in floor.worktop]
        hiding = [*things, *hiding]
        lasts = {site.kind: site for site in floor.carts.values()}
        for site in lasts.values():
            right = (site.chef_x if site.chef_waits else site.x) - CART_W / 2 - 8.0
            if any(right - MARK_W - BESIDE < x < right + BESIDE for x in hiding):
                continue
            others = [cart.x for cart in floor.carts.values() if cart.x < site.x - 1.0]
            left = max(others, default=0.0) + CART_W / 2 + 8.0
            if right - MARK_W >= left:
                mark = self._sprites.composed("line", self._make_mark)
                y = self._places.worktop - 36.0
                self._kit.put(surface, mark, right, y, "midright")
                self._say(surface, f"{site.kind} line", (right - MARK_W, y), left, hiding)

    def _say(
        self, surface: pygame.Surface, words: str, end: Pos, left: float, hiding: list[float]
    ) -> None:
        """``end``: the middle of the words' right edge; ``left``: how far they may reach."""
        width = self._kit.type.width(words, WORDS_SIZE, weight="bold")
        start = end[0] - width
        if start >= left and not any(start - NEAR < x < end[0] + NEAR for x in hiding):
            text = self._kit.type.ui(words, WORDS_SIZE, MARK, "bold")
            self._kit.put(surface, text, start, end[1])

    def _make_mark(self) -> pygame.Surface:
        s = self._kit.stage
        made = paint.clear((s.px(MARK_W), s.px(16)), MARK)
        for index in range(HEADS):
            x, y = s.px(6 + HEAD_PITCH * index), made.get_height() // 2
            points = [(x - s.px(3), y - s.px(6)), (x + s.px(3), y), (x - s.px(3), y + s.px(6))]
            pygame.draw.lines(made, MARK, False, points, s.line(2.5))
        return made
