"""Soft edges: pictures that lie over their own shadow, without a dark seam."""

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


def large_shadow(size: tuple[int, int], radius: int, blur: int, alpha: float) -> pygame.Surface:
    """As `paint.shadow`, of something large: ``2 * blur`` px larger on every side."""
    small = paint.shadow(
        (size[0] // COARSE, size[1] // COARSE),
        max(1, radius // COARSE),
        max(1, blur // COARSE),
        alpha,
    )
    return pygame.transform.smoothscale(small, (size[0] + 4 * blur, size[1] + 4 * blur))
