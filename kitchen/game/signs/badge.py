"""The badge of a dish: its table's number, in the shape and colour of its state."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.states import COLOURS, State

DONE: p.Colour = (0x4B, 0x3A, 0x54)
OCTAGON = tuple(
    (x, y)
    for x, y in (
        *((0.293, 0.0), (0.707, 0.0), (1.0, 0.293), (1.0, 0.707)),
        *((0.707, 1.0), (0.293, 1.0), (0.0, 0.707), (0.0, 0.293)),
    )
)
DISPLAY_FROM = 24.0  # logical px across: smaller badges have the face of plain text
KEPT = 300


class Badges:
    """Makes badges and keeps them. They are shared: draw them, never draw on them."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._made: Lru[pygame.Surface] = Lru(KEPT)

    def get(self, figure: str, state: State, across: float, edge: float = 0.0) -> pygame.Surface:
        """Square: hands wanted or at work; circle: fire alone; octagon: burning. ``across`` and
        ``edge``, of an outline in ink, in logical px."""
        key = (figure, state, across, edge)
        return self._made.get(key, lambda: self._make(*key))

    def _make(self, figure: str, state: State, across: float, edge: float) -> pygame.Surface:
        s = self._kit.stage
        size = (s.px(across), s.px(across))
        colour = p.STEAM if state == "staring" else DONE if state == "done" else COLOURS[state]
        if not edge:
            made = _shape(s.px(across), s.px(across * 0.2), state, colour).copy()
        else:
            made = _shape(size[0], s.px(across * 0.22), state, p.INK).copy()
            line = s.line(edge)
            inner = _shape(size[0] - 2 * line, s.px(across * 0.22) - line, state, colour)
            made.blit(inner, (line, line))
        text = self._figure(figure, p.LILAC if state == "done" else p.INK, across - 2 * edge - 3.0)
        made.blit(text, text.get_rect(center=(size[0] // 2, size[1] // 2)))
        return made

    def _figure(self, figure: str, ink: p.Colour, room: float) -> pygame.Surface:
        kind = self._kit.type
        if room + 3.0 >= DISPLAY_FROM - 4.0:
            return kind.display(figure, kind.fitted(figure, 18.0, room, "display"), ink)
        size = kind.fitted(figure, min(14.0, room), room, weight="bold")
        return kind.ui(figure, size, ink, "bold")


def _shape(across: int, radius: int, state: State, colour: p.Colour) -> pygame.Surface:
    size = (max(1, across), max(1, across))
    if state == "burning":
        return paint.polygon(size, OCTAGON, colour)
    if state in ("hands", "ready"):
        return paint.box(size, max(1, radius), colour)
    return paint.disc(size[0], colour)
