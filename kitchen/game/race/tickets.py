"""The queue of a lane: its open orders as small tickets, each with its dish and its guest's
patience."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.states import ON_PAPER, State, order_state
from kitchen.game.signs.vessels import icon
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

TABLES = 10
GAP = 4.0
STRIP, PATIENCE = 0.13, 0.11
"""Of a ticket's height: the strip of its state, and the bar of patience."""
KEPT = 120
UNEASY, CROSS = 0.5, 0.25


class LaneTickets:
    """``columns`` in a row, as many rows as ten tickets need; who waits at the door is a number."""

    def __init__(self, kit: Kit, box: Box, columns: int) -> None:
        self._kit = kit
        x, y, w, h = box
        rows = TABLES // columns
        wide, high = (w - GAP * (columns - 1)) / columns, (h - GAP * (rows - 1)) / rows
        high = min(high, wide * 1.05)
        top = y + (h - rows * high - GAP * (rows - 1)) / 2
        self._size = wide, high
        self._at = [
            (x + place % columns * (wide + GAP), top + place // columns * (high + GAP))
            for place in range(TABLES)
        ]
        self._made: Lru[pygame.Surface] = Lru(KEPT)

    def draw(self, canvas: pygame.Surface, view: KitchenView, now: float) -> None:
        """One for each table, in its place; the door behind the last."""
        door = len(view.door)
        for place, number in enumerate(view.tables):
            at = self._kit.stage.rect(*self._at[place], *self._size)
            if number is None:
                canvas.blit(self._bare(at.size), at)
                continue
            self._ticket(canvas, view.orders[number], now, at)
        if door:
            self._door(canvas, door)

    def _bare(self, size: tuple[int, int]) -> pygame.Surface:
        stage = self._kit.stage
        return paint.box(size, stage.px(5), None, (*p.MAUVE, 110), stage.line(1))

    def _ticket(
        self, canvas: pygame.Surface, order: OrderView, now: float, at: pygame.Rect
    ) -> None:
        state = order_state(order)
        key = (order.dish, state)
        canvas.blit(self._made.get(key, lambda: self._make(order.dish, state)), at)
        share = order.patience_left(now)
        tone = p.MINT_PAPER if share > UNEASY else p.AMBER if share > CROSS else p.RED
        pad, high = self._kit.stage.px(4), max(3, round(at.height * PATIENCE))
        bed = pygame.Rect(at.x + pad, at.bottom - high - pad // 2, at.width - 2 * pad, high)
        canvas.fill(p.PAPER_D, bed)
        canvas.fill(tone, (bed.x, bed.y, round(bed.width * share), bed.height))

    def _make(self, dish: str, state: State) -> pygame.Surface:
        """Without the patience. The strip says how it stands, in colour and in shape."""
        stage = self._kit.stage
        size = stage.rect(0, 0, *self._size).size
        face = paint.box(size, stage.px(5), p.PAPER, p.INK, stage.line(1)).copy()
        self._strip(face, state)
        tall = self._size[1] * (1.0 - STRIP - PATIENCE) - 8.0
        wide = self._size[0] - 8.0
        art = self._kit.art.get(icon(dish), width=min(wide, tall * 1.4), height=tall)
        middle = round(size[1] * (0.5 + (STRIP - PATIENCE) / 2))
        face.blit(art, art.get_rect(center=(size[0] // 2, middle)))
        return face

    def _strip(self, face: pygame.Surface, state: State) -> None:
        """Full for hands, hatched for who waits, teeth for what burns, thin for the fire."""
        stage, (w, h) = self._kit.stage, face.get_size()
        pad, high = stage.px(4), max(3, round(h * STRIP))
        colour = ON_PAPER[state]
        area = pygame.Rect(pad, stage.px(3), w - 2 * pad, high)
        if state == "burning":
            face.blit(paint.flames(area.size, colour, p.RED_PAPER, stage.px(6)), area)
        elif state == "ready":
            face.blit(paint.hatch(area.size, p.INK, colour, 1, stage.px(6)), area)
        elif state == "hands":
            face.fill(colour, area)
        else:
            thin = max(2, high // 3)
            face.fill(colour, (area.x, area.centery - thin // 2, area.width, thin))

    def _door(self, canvas: pygame.Surface, waiting: int) -> None:
        """A badge over the last ticket's corner."""
        kit, (x, y), (w, _) = self._kit, self._at[-1], self._size
        words = kit.type.ui(f"+{waiting}", 15, p.INK, "bold")
        across = max(24.0, words.get_width() / kit.stage.k + 12.0)
        area = kit.stage.rect(x + w - across + 4.0, y - 6.0, across, 22.0)
        canvas.blit(paint.pill(area.size, p.AMBER, p.INK, kit.stage.line(1)), area)
        canvas.blit(words, words.get_rect(center=area.center))
