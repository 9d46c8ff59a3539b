"""Soft edges: pictures that lie over their own shadow, without a dark seam."""

from __future__ import annotations

import pygame


def over(below: pygame.Surface, above: pygame.Surface) -> pygame.Surface:
    """One in the middle of the other, both with soft edges; draw it with BLEND_PREMULTIPLIED."""
    made = below.premul_alpha()
    place = above.get_rect(center=made.get_rect().center)
    made.blit(above.premul_alpha(), place, None, pygame.BLEND_PREMULTIPLIED)
    return made
