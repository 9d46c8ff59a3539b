"""The ribbon of a shift that was only watched: slate, as whoever stares, with an eye on it."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit

WORD = "watched"
SIZE_SHARE, EYE_SHARE = 0.62, 0.5  # of its height: letters and eye
EYE_WIDE = 1.4  # times its height
PAD_SHARE, GAP_SHARE, NOTCH_SHARE = 0.55, 0.22, 0.34
DARK: p.Colour = (0x6C, 0x79, 0x92)


def watched_ribbon(kit: Kit, height: float, room: float = 999.0) -> pygame.Surface:
    """So many logical px high; as wide as the word needs. Where that is more than ``room``, it has
    no eye, and if need be smaller letters."""
    size, air = height * SIZE_SHARE, 2 * PAD_SHARE * height
    sign = height * (EYE_SHARE * EYE_WIDE + GAP_SHARE)
    wide = kit.type.width(WORD, size, weight="bold") + air
    pieces = [kit.art.get("eye", height=height * EYE_SHARE)] if wide + sign <= room else []
    size = kit.type.fitted(WORD, size, room - air - (sign if pieces else 0.0), weight="bold")
    pieces.append(kit.type.ui(WORD, size, p.INK, "bold"))
    return _tied(kit, pieces, height)


def _tied(kit: Kit, pieces: list[pygame.Surface], height: float) -> pygame.Surface:
    """The ribbon with these side by side on it."""
    h, gap = kit.stage.px(height), kit.stage.px(height * GAP_SHARE)
    x = kit.stage.px(height * PAD_SHARE)
    width = 2 * x + gap * (len(pieces) - 1) + sum(piece.get_width() for piece in pieces)
    ribbon = _band((width, h), kit.stage.line(1.5))
    for piece in pieces:
        ribbon.blit(piece, piece.get_rect(midleft=(x, h // 2)))
        x += piece.get_width() + gap
    return ribbon


def _band(size: tuple[int, int], line: int) -> pygame.Surface:
    """Both its ends are cut like a swallow's tail."""
    band = paint.polygon(size, _tails(size, 0), p.INK).copy()
    inner = (size[0] - 2 * line, size[1] - 2 * line)
    band.blit(paint.polygon(inner, _tails(inner, line), p.SLATE), (line, line))
    foot = pygame.Rect(line * 3, size[1] - 2 * line, size[0] - 6 * line, line)
    band.fill(DARK, foot)
    return band


def _tails(size: tuple[int, int], line: int) -> tuple[tuple[float, float], ...]:
    """In shares of its box."""
    notch = size[1] * NOTCH_SHARE / size[0]
    thin = line / size[0]  # the inner one is cut a little deeper, so that its edge is even
    return (
        (thin, 0.0), (1.0 - thin, 0.0), (1.0 - notch - thin, 0.5), (1.0 - thin, 1.0), (thin, 1.0),
        (notch + thin, 0.5),
    )  # fmt: skip
