"""The shade of a large card: a small shadow's corners and edges, drawn out to size."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint


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
