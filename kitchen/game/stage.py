"""The stage: from the layout's 1280 x 720 logical pixels to the pixels of one window size."""

from __future__ import annotations

import pygame

WIDTH, HEIGHT = 1280, 720  # logical px


class Stage:
    """How one window size shows the layout: one factor ``k``, the canvas centred in the window.

    Everything draws on the canvas, in device pixels from the canvas's own corner; only the pointer
    comes in pixels of the window. A new window size is a new stage, and new widgets.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        """The window, in device px."""
        self.k = max(0.25, min(size[0] / WIDTH, size[1] / HEIGHT))
        """Device px for each logical px."""
        self.canvas_size = (round(WIDTH * self.k), round(HEIGHT * self.k))
        self.origin = (
            max(0, (size[0] - self.canvas_size[0]) // 2),
            max(0, (size[1] - self.canvas_size[1]) // 2),
        )
        """Where the canvas begins in the window, in device px."""

    def canvas(self, window: pygame.Surface) -> pygame.Surface:
        """The part of the window that everything draws on; it shares the window's pixels."""
        area = pygame.Rect(self.origin, self.canvas_size).clip(window.get_rect())
        return window.subsurface(area)

    def px(self, logical: float) -> int:
        """A length or a coordinate in whole device px."""
        return round(logical * self.k)

    def line(self, logical: float) -> int:
        """A thickness in device px: never less than one."""
        return max(1, round(logical * self.k))

    def rect(self, x: float, y: float, w: float, h: float) -> pygame.Rect:
        """A box in device px. Edges are rounded, not sizes, so that neighbours always meet."""
        left, top = self.px(x), self.px(y)
        return pygame.Rect(left, top, self.px(x + w) - left, self.px(y + h) - top)

    def to_logical(self, pos: tuple[float, float]) -> tuple[float, float]:
        """A point of the window (a pointer's place) in logical px."""
        return (pos[0] - self.origin[0]) / self.k, (pos[1] - self.origin[1]) / self.k
