"""The ticks of the timeline's axis: times that are so far apart that each can be told."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.service.timeline.timespan import TimeSpan

SIZE = 12.0
ROOM = 84.0  # logical px between two ticks, at least
STEPS = (
    0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 36000,
)  # fmt: skip
"""Seconds from one to the next."""
GRID: p.Colour = (0x39, 0x2B, 0x44)

Places = list[tuple[int, pygame.Surface]]
"""Of ticks: where each is, in device px, and its label."""


class Ticks:
    """Draws them over ``area`` (device px), with their times at the height ``y`` (logical px)."""

    def __init__(self, kit: Kit, area: pygame.Rect, y: float) -> None:
        self._kit, self._area, self._y = kit, area, y
        self._labelled = 0, -1, 0.0
        self._ticks: list[tuple[float, pygame.Surface]] = []
        """Those from the first to the last of these, so many seconds apart, with their labels."""

    def of(self, view: TimeSpan) -> list[tuple[float, pygame.Surface]]:
        """The moments in the window, each with its label."""
        least = self._kit.stage.px(ROOM) / view.scale
        step = next((tick for tick in STEPS if tick >= least), STEPS[-1])
        first, last = math.ceil(view.start / step), math.floor(view.end / step + 1e-9)
        if self._labelled != (first, last, step):
            self._labelled = first, last, step
            self._ticks = [(step * n, self._tick(step * n, step)) for n in range(first, last + 1)]
        return self._ticks

    def _tick(self, t: float, step: float) -> pygame.Surface:
        words = fmt.duration(t, step) if step < 60 else fmt.clock(t)
        return self._kit.type.code(words, SIZE, p.LILAC)

    def places(self, view: TimeSpan) -> Places:
        """Where those are, with their labels."""
        return [(view.x(t), text) for t, text in self.of(view)]

    def lines(self, surface: pygame.Surface, places: Places) -> None:
        line = self._kit.stage.line(1)
        for x, _ in places:
            surface.fill(GRID, (x, self._area.top, line, self._area.height))

    def times(
        self, surface: pygame.Surface, places: Places, told: Sequence[int],
        flags: Sequence[int] = (),
    ) -> None:  # fmt: skip
        """But for those that are too near to other times that are told, or to flags (where those
        are, in device px)."""
        s, y = self._kit.stage, self._kit.stage.px(self._y)
        grown = self._kit.type.grown(SIZE) / SIZE
        near = [(x, s.px(46 * grown)) for x in told] + [(x, s.px(30 * grown)) for x in flags]
        for x, text in places:
            for other, beside in near:
                if -beside <= x - other <= beside:
                    break
            else:
                spot = text.get_rect(center=(x, y))
                spot.left = max(spot.left, self._area.left)
                spot.right = min(spot.right, self._area.right)
                surface.blit(text, spot)
