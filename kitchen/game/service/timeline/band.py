"""The band of many chefs: how many of them are at work at each moment, of how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.service.timeline.lanes import Lane
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


def draw_band(
    surface: pygame.Surface,
    lane: Lane,
    box: pygame.Rect,
    view: TimeSpan,
    start: float,
    end: float,
    tone: p.Colour = p.MINT,
) -> None:
    """From ``start`` to ``end``, as high as ``box`` where every chef is at work; at least 2 px for
    one of them."""
    left, right = view.x(start), view.x(end)
    surface.fill(FOOT, (left, box.bottom - 1, right - left, 1))
    for (begin, count), (stop, _) in pairwise(at_work(lane.chefs, start, end)):
        if count:
            height = max(2, round(box.height * count / len(lane.chefs)))
            x, stop_x = max(left, view.x(begin)), view.x(stop)
            surface.fill(tone, (x, box.bottom - height, max(1, stop_x - x), height))
