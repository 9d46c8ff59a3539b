"""Where flags stand, so that none covers another, however many there are and however near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

GAP = 2  # device px between two flags


@dataclass(frozen=True, slots=True)
class Wanted:
    """A flag on a line at ``x`` that belongs to the height ``y``; ``widths`` are those of its
    forms, the fullest first. All in device px."""

    x: int
    y: int
    widths: Sequence[int]


@dataclass(frozen=True, slots=True)
class Planted:
    """Where it stands: to the right of its line, or to the left; and in which of its forms."""

    box: pygame.Rect
    form: int
    left: bool


def plant(
    flags: Sequence[Wanted], area: pygame.Rect, heights: Sequence[int], height: int
) -> list[Planted | None]:
    """A place for each, in this order: rather in a fuller form than near its own height, of all
    ``heights`` at which a middle may be; None for one that finds no room in any form."""
    planted: list[Planted | None] = []
    taken: list[pygame.Rect] = []
    for flag in flags:
        place = _place(flag, area, heights, height, taken)
        planted.append(place)
        if place is not None:
            taken.append(place.box.inflate(2 * GAP, 0))
    return planted


def _place(
    flag: Wanted,
    area: pygame.Rect,
    heights: Sequence[int],
    height: int,
    taken: list[pygame.Rect],
) -> Planted | None:
    near = sorted(heights, key=lambda y: (abs(y - flag.y), y))
    for form, width in enumerate(flag.widths):
        for y in near:
            for left in (False, True):
                box = pygame.Rect(flag.x - width if left else flag.x, 0, width, height)
                box.centery = y
                box.clamp_ip(pygame.Rect(box.left, area.top, width, area.height))
                if area.contains(box) and box.collidelist(taken) < 0:
                    return Planted(box, form, left)
    return None
