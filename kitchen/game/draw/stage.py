"""The stage: from the layout's 1280 x 720 logical pixels to the pixels of one window size."""

from __future__ import annotations

import pygame

WIDTH, HEIGHT = 1280, 720  # logical px
MOST = (1720, 960)
"""What a grown stage has at most: beyond 21:9 and 4:3, margins remain."""


class Stage:
    """How one window size shows the layout: one factor ``k``, the canvas centred in the window.

    A plain stage is a box of 1280 x 720 logical px: screens that are one composition are laid out
    in it, and paint the rest of the window with a backdrop. `grown` gives the stage of the same
    window, with the same ``k``, whose canvas also has what the window is wider or higher: screens
    that can use more room are laid out by its `width` and `height`. What `Type` and `Art` make for
    one is right for the other.

    Everything draws on the canvas, in device pixels from the canvas's own corner; only the pointer
    comes in pixels of the window. A new window size is a new stage, and new widgets.
    """

    def __init__(self, size: tuple[int, int], most: tuple[int, int] = (WIDTH, HEIGHT)) -> None:
        self.size = size
        """The window, in device px."""
        self.k = max(0.25, min(size[0] / WIDTH, size[1] / HEIGHT))
        """Device px for each logical px."""
        self.width, self.height = (
            float(max(least, min(most_, int(length / self.k + 0.01))))
            for length, least, most_ in zip(size, (WIDTH, HEIGHT), most, strict=True)
        )
        """Of the canvas, in logical px."""
        self.canvas_size = (round(self.width * self.k), round(self.height * self.k))
        self.origin = (
            max(0, (size[0] - self.canvas_size[0]) // 2),
            max(0, (size[1] - self.canvas_size[1]) // 2),
        )
        """Where the canvas begins in the window, in device px."""

    def grown(self, most: tuple[int, int] = MOST) -> Stage:
        """The same window, its canvas up to so many logical px wide and high."""
        return Stage(self.size, most)

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
        k = self.k
        left, top = round(x * k), round(y * k)
        return pygame.Rect(left, top, round((x + w) * k) - left, round((y + h) * k) - top)

    def to_logical(self, pos: tuple[float, float]) -> tuple[float, float]:
        """A point of the window (a pointer's place) in logical px."""
        return (pos[0] - self.origin[0]) / self.k, (pos[1] - self.origin[1]) / self.k
