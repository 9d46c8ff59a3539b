"""Where flags stand, so that none covers another, however many there are and however near."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

GAP = 3  # device px between two flags


@dataclass(frozen=True, slots=True)
class Wanted:
    """A flag on a line at ``x`` that belongs to the height ``y``; ``widths`` are those of its
    forms, the fullest first. All in device px."""

    x: int
    y: int
    widths: Sequence[int]


@dataclass(frozen=True, slots=True)
class Planted:
    """Where it stands: to the right of its line, or to the left; and in which of its forms. Beyond
    others it stands at the end of a lead."""

    box: pygame.Rect
    form: int
    left: bool


def plant(
    flags: Sequence[Wanted], area: pygame.Rect, heights: Sequence[int], height: int
) -> list[Planted | None]:
    """A place for each, in this order, with its middle at one of these ``heights``: rather at its
    line than beyond other flags, rather in a fuller form, rather near its own height. None for one
    that finds no room at all."""
    planted: list[Planted | None] = []
    taken: list[pygame.Rect] = []
    for flag in flags:
        places = _places(flag, area, heights, height, taken)
        place = next((p for p in places if area.contains(p.box)), None)
        planted.append(place)
        if place is not None:
            taken.append(place.box.inflate(2 * GAP, 0))
    return planted


def _places(
    flag: Wanted,
    area: pygame.Rect,
    heights: Sequence[int],
    height: int,
    taken: list[pygame.Rect],
) -> Iterator[Planted]:
    """Where it covers no other, the best place first."""
    near = sorted(heights, key=lambda y: (abs(y - flag.y), y))
    for beyond in (False, True):
        for form, width in enumerate(flag.widths):
            for y in near:
                for left in (False, True):
                    box = pygame.Rect(flag.x - width if left else flag.x, 0, width, height)
                    box.centery = y
                    box.top = max(area.top, min(box.top, area.bottom - height))
                    if _free(box, left, taken, beyond):
                        yield Planted(box, form, left)


def _free(box: pygame.Rect, left: bool, taken: list[pygame.Rect], beyond: bool) -> bool:
    """Whether it covers none of those that are ``taken``, or can be moved ``beyond`` them."""
    while (index := box.collidelist(taken)) >= 0:
        if not beyond:
            return False
        if left:
            box.right = taken[index].left
        else:
            box.left = taken[index].right
    return True
