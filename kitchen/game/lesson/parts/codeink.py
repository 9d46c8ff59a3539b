"""Code on paper: its colours, and how it is written."""

from __future__ import annotations

from functools import lru_cache

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.highlight import Span, TextKind, spans

PAPER_INK: dict[TextKind, p.Colour] = {
    "plain": p.INK,
    "keyword": (0xB3, 0x30, 0x18),
    "name": (0x1F, 0x5E, 0x9C),
    "string": (0x8A, 0x50, 0x0A),
    "number": (0x6B, 0x35, 0xA8),
    "comment": p.PAPER_MUTED,
}
"""What the source panel has on the dark, for cards of paper."""


@lru_cache(maxsize=512)
def _inked(line: str) -> tuple[Span, ...]:
    return tuple(spans([line])[0])


def write_code(
    kit: Kit, canvas: pygame.Surface, line: str, size: float, at: tuple[float, float],
    ink: dict[TextKind, p.Colour],
) -> None:  # fmt: skip
    """One line from its left end and its middle on, in logical px."""
    x, y = kit.stage.px(at[0]), kit.stage.px(at[1])
    for text, kind in _inked(line):
        weight = "semibold" if kind == "keyword" else "medium"
        drawn = kit.type.code(text, size, ink[kind], weight)
        canvas.blit(drawn, drawn.get_rect(midleft=(x, y)))
        x += drawn.get_width()
