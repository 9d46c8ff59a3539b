"""Shadows: of what is too large to be blurred as it is, and pictures that lie over their own.

A small one is blurred by `paint.shadow`. All sizes are device px.
"""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint

COARSE = 4  # a large shadow is blurred this much smaller: nobody sees the difference


def over(below: pygame.Surface, above: pygame.Surface) -> pygame.Surface:
    """One in the middle of the other, both with soft edges; draw it with BLEND_PREMULTIPLIED."""
    made = pygame.Surface(below.get_size(), pygame.SRCALPHA)
    made.blit(below.premul_alpha(), (0, 0), None, pygame.BLEND_PREMULTIPLIED)
    place = above.get_rect(center=made.get_rect().center)
    made.blit(above.premul_alpha(), place, None, pygame.BLEND_PREMULTIPLIED)
    return made


def coarse(size: tuple[int, int], radius: int, blur: int, alpha: float) -> pygame.Surface:
    """As `paint.shadow`, of something large: ``2 * blur`` px larger on every side."""
    small = paint.shadow(
        (size[0] // COARSE, size[1] // COARSE),
        max(1, radius // COARSE),
        max(1, blur // COARSE),
        alpha,
    )
    return pygame.transform.smoothscale(small, (size[0] + 4 * blur, size[1] + 4 * blur))


def stretched(shade: pygame.Surface, size: tuple[int, int], blur: int) -> pygame.Surface:
    """The shadow of a box of ``size`` made from that of a box ``4 * blur`` px wide and high: its
    corners as they are, its edges drawn out. Much quicker than blurring a large one."""
    pad, corner = 2 * blur, 4 * blur
    layer = paint.clear((size[0] + 2 * pad, size[1] + 2 * pad), paint.SHADOW)
    wide, high = layer.get_size()
    for sx, sw, dx, dw in _thirds(shade.get_width(), wide, corner):
        for sy, sh, dy, dh in _thirds(shade.get_height(), high, corner):
            if dw > 0 and dh > 0:
                piece = shade.subsurface((sx, sy, sw, sh))
                layer.blit(pygame.transform.scale(piece, (dw, dh)), (dx, dy))
    return layer


def _thirds(source: int, goal: int, corner: int) -> list[tuple[int, int, int, int]]:
    """Start and length in the source, start and length in the goal, of both ends and the middle."""
    corner = min(corner, source // 2, goal // 2)
    middle = source // 2
    return [
        (0, corner, 0, corner),
        (middle, 1, corner, goal - 2 * corner),
        (source - corner, corner, goal - corner, corner),
    ]


def cast(layer: pygame.Surface, box: pygame.Rect, radius: int, blur: int, alpha: float) -> None:
    """Draw the shadow of a box around it, all sizes in device px. What the card covers anyway is
    left out, and blurring a small box takes a hundredth of the time."""
    pad, corner = 2 * blur, radius + 2 * blur
    side = 2 * corner + 1
    small = paint.shadow((side, side), radius, blur, alpha)
    end = small.get_width() - pad - corner
    part, whole = pad + corner, box.inflate(2 * pad, 2 * pad)
    for left, x in ((0, whole.left), (end, whole.right - part)):
        for top, y in ((0, whole.top), (end, whole.bottom - part)):
            layer.blit(small, (x, y), (left, top, part, part))
    wide, high = whole.width - 2 * part, whole.height - 2 * part
    for top, y in ((0, whole.top), (end, whole.bottom - part)):
        strip = small.subsurface((part, top, 1, part))
        layer.blit(pygame.transform.scale(strip, (wide, part)), (whole.left + part, y))
    for left, x in ((0, whole.left), (end, whole.right - part)):
        strip = small.subsurface((left, part, part, 1))
        layer.blit(pygame.transform.scale(strip, (part, high)), (x, whole.top + part))
