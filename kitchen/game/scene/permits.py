"""Slates on the wall: how many stations of each kind there are, and how many are taken."""

from __future__ import annotations

from functools import partial

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.scene.sprites import Sprites
from kitchen.game.signs.moment import Moment

BESIDE = (1, 2)  # the cells right of which the slates hang, where neither chefs nor pots reach
RIGHT, TOP, WIDTH, DOWN = 66.0, 7.0, 58.0, 40.0  # of a burner; below the scene's top; to the next
PAD, WORD_H, WORD_SIZE = 6.0, 18.0, 13.0  # logical px
LOCK_W = 13.0
DOTS, DOT, PITCH = 5, 6.5, 10.0  # in a line; across, and to the next
MOST = 15  # of more, the numbers are written
FRAME: p.Colour = (0x7A, 0x55, 0x3C)


class Permits:
    """Draws one slate for each kind of station: a full dot is taken; with all taken, a lock."""

    def __init__(self, sprites: Sprites) -> None:
        self._kit, self._sprites = sprites.kit, sprites
        self._places = sprites.places

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        for index, (kind, taken) in enumerate(moment.view.stations.items()):
            used, all_ = sum(order is not None for order in taken), len(taken)
            key = f"slate {kind} {used} {all_}"
            slate = self._sprites.composed(key, partial(self._make, kind, used, all_))
            x, y = self._at(index)
            top = (self._kit.stage.px(x) - slate.get_width() // 2, self._kit.stage.px(y))
            surface.blit(slate, top)

    def _at(self, index: int) -> tuple[float, float]:
        """The middle of a slate's upper edge."""
        down, across = divmod(index, len(BESIDE))
        return self._places.hob_x(BESIDE[across]) + RIGHT, self._places.top + TOP + DOWN * down

    def _make(self, kind: str, used: int, count: int) -> pygame.Surface:
        s = self._kit.stage
        lines = -(-count // DOTS) if count <= MOST else 1
        size = (s.px(WIDTH), s.px(WORD_H + PITCH * lines + 3.0))
        made = paint.box(size, s.px(5), p.AUBERGINE, FRAME, s.line(2)).copy()
        full = used >= count
        room = WIDTH - 2 * PAD - (LOCK_W if full else 0.0)
        words = self._kit.type.elide(kind, WORD_SIZE, room, weight="bold")
        text = self._kit.type.ui(words, WORD_SIZE, p.CREAM, "bold")
        self._kit.put(made, text, PAD, WORD_H / 2 + 1.5)
        if full:
            lock = self._kit.art.get("lock", LOCK_W)
            made.blit(lock, lock.get_rect(midright=(size[0] - s.px(PAD), s.px(WORD_H / 2 + 1))))
        self._count(made, used, count)
        return made

    def _count(self, made: pygame.Surface, used: int, count: int) -> None:
        s = self._kit.stage
        if count > MOST:
            text = self._kit.type.ui(f"{used}/{count}", WORD_SIZE, p.CREAM, "semibold")
            self._kit.put(made, text, PAD, WORD_H + PITCH / 2)
            return
        size = s.px(DOT)
        for index in range(count):
            line, place = divmod(index, DOTS)
            dot = paint.box(
                (size, size), size, p.CREAM if index < used else None, p.LILAC, s.line(1)
            )
            x, y = PAD + DOT / 2 + PITCH * place, WORD_H + PITCH * (line + 0.4)
            self._kit.put(made, dot, x, y, "center")
