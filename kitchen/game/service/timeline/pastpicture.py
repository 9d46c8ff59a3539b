"""A picture of what is past: it is kept, and scrolls with the timeline."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.service.timeline.timespan import TimeSpan

AHEAD = 256  # device px beyond the window: by so much the picture itself scrolls, at least


class PastPicture:
    """As wide as the window and a little wider, and so high (device px). Transparent at first."""

    def __init__(self, window: TimeSpan, height: int) -> None:
        self.pixels = paint.clear((window.right - window.left + AHEAD, height))
        self.span = self._span(window)
        """Where moments are in it."""
        self._window = window
        self._begins, self._ends = self.pixels.get_width(), 0

    def fits(self, window: TimeSpan, height: int) -> bool:
        """Whether it is a picture of that scale, and so high."""
        return self.pixels.get_height() == height and self.span.scale == window.scale

    def _span(self, window: TimeSpan) -> TimeSpan:
        return TimeSpan(window.origin, window.scale, 0, self.pixels.get_width())

    def scroll(self, window: TimeSpan) -> None:
        """Follow the window: what it has left goes."""
        self._window = window
        gone, width = window.origin - self.span.origin, self.pixels.get_width()
        if gone > AHEAD:
            self.pixels.scroll(-gone, 0)
            self.pixels.fill((0, 0, 0, 0), (max(0, width - gone), 0, gone, width))
            self._begins, self._ends = max(0, self._begins - gone), self._ends - gone
            self.span = self._span(window)

    def grow(self, left: int, right: int) -> None:
        """Something was drawn from one x in it to another."""
        self._begins, self._ends = min(self._begins, max(0, left)), max(self._ends, right)

    def show(self, surface: pygame.Surface, top: int) -> None:
        """Draw what is in the window of it, with the upper edge there."""
        window, gone = self._window, self._window.origin - self.span.origin
        left = max(gone, self._begins)
        right = min(self._ends, gone + window.right - window.left)
        if left < right:
            area = (left, 0, right - left, self.pixels.get_height())
            surface.blit(self.pixels, (window.left + left - gone, top), area)
