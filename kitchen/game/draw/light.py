"""Light: soft pools on the wall, without rings; and what is left of a picture when it goes dim."""

from __future__ import annotations

import pygame

from kitchen.game.draw import palette
from kitchen.game.draw.cache import kept
from kitchen.game.draw.palette import Colour

DIM, BLUR = 0.62, 6
"""Of what lies under something: how dark it gets, and logical px of blur."""

GRAIN = 56  # px of the small picture that is scaled up smoothly


@kept
def pool(size: tuple[int, int], colour: Colour, strength: float) -> pygame.Surface:
    """An ellipse of light that fills the size: draw it, alpha and all, its middle on the light."""
    small = pygame.Surface((GRAIN, GRAIN), pygame.SRCALPHA)
    middle = (GRAIN - 1) / 2
    for y in range(GRAIN):
        for x in range(GRAIN):
            far = ((x - middle) ** 2 + (y - middle) ** 2) / middle**2
            alpha = strength * max(0.0, 1.0 - far) ** 2
            small.set_at((x, y), (*colour, round(255 * alpha)))
    return pygame.transform.smoothscale(small, size)


@kept
def sideways(size: tuple[int, int], colour: Colour, left: float, right: float) -> pygame.Surface:
    """From one alpha at the left to another at the right; the steeper end is the darker one."""
    surface = pygame.Surface(size, pygame.SRCALPHA)
    for x in range(size[0]):
        share = x / max(1, size[0] - 1)
        share = share**2 if right > left else 1.0 - (1.0 - share) ** 2
        alpha = left + (right - left) * share
        surface.fill((*colour, round(255 * alpha)), (x, 0, 1, size[1]))
    return surface


def dimmed(surface: pygame.Surface, k: float) -> pygame.Surface:
    """A copy, dark and out of focus."""
    copy = pygame.transform.box_blur(surface, max(1, round(BLUR * k)))
    veil = pygame.Surface(copy.get_size())
    veil.fill(palette.NIGHT)
    veil.set_alpha(round(255 * DIM))
    copy.blit(veil, (0, 0))
    return copy
