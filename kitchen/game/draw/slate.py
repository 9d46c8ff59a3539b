"""A slate: the pixels of a part of the screen are kept, and only what has changed is drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import pygame

from kitchen.game.draw.kit import Piece

Groups = Sequence[list[Piece]]

NOTHING = object()
MOST_AREAS = 8
"""More than so many are drawn anew as one."""


class Slate:
    """What stands on an opaque ``bed``, whose upper left corner is at ``at`` (device px).

    ``lay`` it, then name its parts: each has an area of its own and a key, which holds all that its
    looks depend on. While that stays the same, the part costs a comparison.
    """

    def __init__(self, bed: pygame.Surface, at: tuple[int, int] = (0, 0)) -> None:
        self._bed, self._at = bed, at
        self._kept = bed.copy()
        self._shown: dict[str, Hashable] = {}
        self._groups: Groups = ()

    def clear(self) -> None:
        """Wipe it: every part is to be drawn anew, wherever it stands by now."""
        if self._shown or self._groups:
            self._shown, self._groups = {}, ()
            self._kept.blit(self._bed, (0, 0))

    def lay(self, surface: pygame.Surface) -> None:
        """Draw it as it was."""
        surface.blit(self._kept, self._at)

    def part(
        self, surface: pygame.Surface, name: str, area: pygame.Rect, key: Hashable,
        draw: Callable[[pygame.Surface], object],
    ) -> None:  # fmt: skip
        """Bring one part up to date, on the surface that it was laid on. What is drawn of it ends
        at its ``area``."""
        if self._shown.get(name, NOTHING) == key:
            return
        self._shown[name] = key
        spot = area.move(-self._at[0], -self._at[1])
        clip = surface.get_clip()
        surface.set_clip(area.clip(clip))
        surface.blit(self._bed, area, spot)
        draw(surface)
        surface.set_clip(clip)
        self._kept.blit(surface, spot, area)

    def forget(self, *names: str) -> None:
        """Those parts are to be drawn anew."""
        for name in names:
            self._shown.pop(name, None)

    def show(
        self, surface: pygame.Surface, groups: Groups, within: pygame.Rect | None = None
    ) -> None:
        """These groups of pieces on it, the last one uppermost: ``within`` an area where no part
        is, or on all of it. Where a group is another list than before, they are drawn anew."""
        before, self._groups = self._groups, groups
        ground = self._bed.get_rect(topleft=self._at)
        ground = ground if within is None else ground.clip(within)
        areas = [area.clip(ground) for area in _changed(before, groups)]
        if len(areas) > MOST_AREAS:
            areas = [areas[0].unionall(areas[1:])]
        clip = surface.get_clip()
        for area in areas:
            surface.set_clip(area.clip(clip))
            surface.blit(self._bed, self._at)
            for pieces in groups:
                surface.fblits(pieces)
            self._kept.blit(surface, area.move(-self._at[0], -self._at[1]), area)
        surface.set_clip(clip)


def _changed(before: Groups, groups: Groups) -> list[pygame.Rect]:
    """The areas of those that have come or gone."""
    old, new = {id(group) for group in before}, {id(group) for group in groups}
    if old == new:
        return []
    gone = [group for group in before if id(group) not in new]
    come = [group for group in groups if id(group) not in old]
    areas = ([area for _, area in group] for group in gone + come)
    return [found[0].unionall(found[1:]) for found in areas if found]
