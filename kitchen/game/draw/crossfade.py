"""A cross-fade: what was to be seen before goes out slowly over what is there now."""

from __future__ import annotations

import pygame

SECONDS = 0.25  # wall time


class CrossFade:
    """Fades one picture of part of the screen at a time."""

    def __init__(self) -> None:
        self._before: pygame.Surface | None = None
        self._at = (0, 0)
        self._since: float | None = None

    def start(self, surface: pygame.Surface, area: pygame.Rect) -> None:
        """From the next `draw` on, ``area`` of the surface as it is now fades out."""
        area = area.clip(surface.get_rect())
        self._before = surface.subsurface(area).copy()
        self._at, self._since = area.topleft, None

    def draw(self, surface: pygame.Surface, wall: float) -> None:
        if self._before is None:
            return
        if self._since is None:
            self._since = wall
        share = (wall - self._since) / SECONDS
        if share >= 1.0:
            self._before = None
            return
        self._before.set_alpha(round(255 * (1.0 - max(0.0, share))))
        surface.blit(self._before, self._at)
