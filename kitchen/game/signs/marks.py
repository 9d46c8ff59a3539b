"""The flag on who is next under the policy, and the pin on a pick: alike wherever they show."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit

SAFFRON = {
    "#EF5B3C": p.to_hex(p.SAFFRON),
    "#C23D28": "#E09A1E",
    "#FFF6E6": "#FFE9AE",
    "#FF9A72": "#FFF0C4",
}
"""The pin's colours and what they become."""

FLAG_H, POLE = 14.0, 2.0  # logical px
NOTCH = 5.0
WORD = 12.0


def pin(kit: Kit, width: float) -> pygame.Surface:
    """``width`` in logical px; its height is 1.25 times that. Shared: never draw on it."""
    return kit.art.get("pin", width, recolour=SAFFRON)


def next_flag(kit: Kit, word: str = "next") -> pygame.Surface:
    """A pennant with its pole at the left; a small one where there is no room for the word. Who
    draws it keeps it."""
    s = kit.stage
    text = kit.type.ui(word, WORD, p.RED_PAPER, "bold")
    high = max(s.px(FLAG_H), round(kit.type.grown(WORD) * s.k * 1.1)) if word else s.px(9)
    size = (text.get_width() + s.px(NOTCH + 6.0), high)
    notch = s.px(NOTCH) / size[0]
    cloth = ((0.0, 0.0), (1.0, 0.0), (1.0 - notch, 0.5), (1.0, 1.0), (0.0, 1.0))
    pole, line = s.line(POLE), s.line(1)
    flag = paint.clear((size[0] + pole + line, size[1] + s.px(5) + line), p.INK)
    flag.fill(p.INK, (0, 0, pole, flag.get_height()))
    flag.blit(paint.polygon((size[0] + line, size[1] + 2 * line), cloth, p.INK), (pole, 0))
    flag.blit(paint.polygon((size[0] - line, size[1]), cloth, p.PAPER), (pole, line))
    flag.blit(text, text.get_rect(midleft=(pole + s.px(4), line + size[1] // 2)))
    return flag
