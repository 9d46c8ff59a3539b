"""The ribbon of a shift that gives no stars: of one that was only watched slate, as whoever stares,
with an eye on it; of one in the calm kitchen lilac, with a cup of tea; of one that was taken over
in mid-shift blue, with the clock hand turned back."""

from __future__ import annotations

from typing import Literal

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.runs.service import Watched

Ribbon = Literal["watched", "calm", "practice"]
"""The word on it."""

SIZE_SHARE, EYE_SHARE = 0.62, 0.5  # of its height: letters and eye
EYE_WIDE = 1.4  # times its height
PAD_SHARE, GAP_SHARE, NOTCH_SHARE = 0.55, 0.22, 0.34
LOOKS: dict[Ribbon, tuple[str, p.Colour, p.Colour]] = {
    "watched": ("eye", p.SLATE, (0x6C, 0x79, 0x92)),
    "calm": ("cup", p.LILAC, (0xA5, 0x90, 0xAD)),
    "practice": ("clock", p.STEAM, (0x93, 0xB9, 0xCC)),
}
"""Its sign, its colour, and that of its foot."""


def ribbon_of(watched: Watched) -> Ribbon:
    if watched == "branch":
        return "practice"
    return "calm" if watched == "calm" else "watched"


def ribbon(kit: Kit, word: Ribbon, height: float, room: float = 999.0) -> pygame.Surface:
    """So many logical px high; as wide as the word needs. Where that is more than ``room``, it has
    no sign, and if need be smaller letters."""
    art, colour, dark = LOOKS[word]
    size, air = height * SIZE_SHARE, 2 * PAD_SHARE * height
    sign = height * (EYE_SHARE * EYE_WIDE + GAP_SHARE)
    wide = kit.type.width(word, size, weight="bold") + air
    pieces = [kit.art.get(art, height=height * EYE_SHARE)] if wide + sign <= room else []
    size = kit.type.fitted(word, size, room - air - (sign if pieces else 0.0), weight="bold")
    pieces.append(kit.type.ui(word, size, p.INK, "bold"))
    return _tied(kit, pieces, height, colour, dark)


def _tied(
    kit: Kit, pieces: list[pygame.Surface], height: float, colour: p.Colour, dark: p.Colour
) -> pygame.Surface:
    """The ribbon with these side by side on it."""
    h, gap = kit.stage.px(height), kit.stage.px(height * GAP_SHARE)
    x = kit.stage.px(height * PAD_SHARE)
    width = 2 * x + gap * (len(pieces) - 1) + sum(piece.get_width() for piece in pieces)
    band = _band((width, h), kit.stage.line(1.5), colour, dark)
    for piece in pieces:
        band.blit(piece, piece.get_rect(midleft=(x, h // 2)))
        x += piece.get_width() + gap
    return band


def _band(size: tuple[int, int], line: int, colour: p.Colour, dark: p.Colour) -> pygame.Surface:
    """Both its ends are cut like a swallow's tail."""
    band = paint.polygon(size, _tails(size, 0), p.INK).copy()
    inner = (size[0] - 2 * line, size[1] - 2 * line)
    band.blit(paint.polygon(inner, _tails(inner, line), colour), (line, line))
    foot = pygame.Rect(line * 3, size[1] - 2 * line, size[0] - 6 * line, line)
    band.fill(dark, foot)
    return band


def _tails(size: tuple[int, int], line: int) -> tuple[tuple[float, float], ...]:
    """In shares of its box."""
    notch = size[1] * NOTCH_SHARE / size[0]
    thin = line / size[0]  # the inner one is cut a little deeper, so that its edge is even
    return (
        (thin, 0.0), (1.0 - thin, 0.0), (1.0 - notch - thin, 0.5), (1.0 - thin, 1.0), (thin, 1.0),
        (notch + thin, 0.5),
    )  # fmt: skip
