"""The band of many chefs: how many of them are at work at each moment, of how many there are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.service.timeline.lanes import Lane
from kitchen.game.service.timeline.pastpicture import PastPicture
from kitchen.game.service.timeline.timespan import TimeSpan
from kitchen.sim.view.chefview import ChefView
from kitchen.sim.view.segment import segments_between

FOOT: p.Colour = (0x2B, 0x3C, 0x48)
"""The line on which the band stands: nobody at work."""


def at_work(chefs: Sequence[ChefView], start: float, end: float) -> list[tuple[float, int]]:
    """(from when, how many have their hands on something), in order, up to ``end``."""
    edges: list[tuple[float, int]] = []
    for chef in chefs:
        for segment in segments_between(chef.segments, start, end):
            if segment.kind == "hands":
                edges += [(segment.start, 1), (segment.until(end), -1)]
    edges.sort()
    count = 0
    steps: list[tuple[float, int]] = []
    for t, change in edges:
        count += change
        if steps and steps[-1][0] == t:
            steps.pop()
        steps.append((t, count))
    return steps


def draw_foot(surface: pygame.Surface, box: pygame.Rect, left: int, right: int) -> None:
    surface.fill(FOOT, (left, box.bottom - 1, right - left, 1))


def draw_steps(
    surface: pygame.Surface,
    lane: Lane,
    box: pygame.Rect,
    view: TimeSpan,
    steps: Sequence[tuple[float, int]],
    left: int,
    tone: p.Colour = p.MINT,
) -> None:
    """Each up to the next, the last one not at all; nothing of them left of ``left``."""
    for (begin, count), (stop, _) in pairwise(steps):
        if count:
            height = max(2, round(box.height * count / len(lane.chefs)))
            x, stop_x = max(left, view.x(begin)), view.x(stop)
            surface.fill(tone, (x, box.bottom - height, max(1, stop_x - x), height))


class BandPast:
    """The band up to now; what is over of it is kept as a picture. ``height`` in device px."""

    def __init__(self, window: TimeSpan, height: int) -> None:
        self._picture = PastPicture(window, height)
        self._since = window.start
        """When that began which may still go on."""

    def fits(self, window: TimeSpan, height: int) -> bool:
        return self._picture.fits(window, height)

    def draw(
        self, surface: pygame.Surface, lane: Lane, box: pygame.Rect, window: TimeSpan, now: float
    ) -> None:
        picture, steps = self._picture, at_work(lane.chefs, self._since, now)
        steps = steps[max(0, bisect_right(steps, self._since, key=_when) - 1) :]
        # Of what ended before now, nothing can change any more.
        over = bisect_left(steps, now, key=_when) - 1
        picture.scroll(window)
        if over > 0:
            span, inside = picture.span, picture.pixels.get_rect()
            draw_steps(picture.pixels, lane, inside, span, steps[: over + 1], 0)
            picture.grow(span.x(steps[0][0]), span.x(steps[over][0]) + 1)
            self._since, steps = steps[over][0], steps[over:]
        draw_foot(surface, box, window.left, window.x(now))
        picture.show(surface, box.top)
        draw_steps(surface, lane, box, window, steps, window.left)


def _when(step: tuple[float, int]) -> float:
    return step[0]
