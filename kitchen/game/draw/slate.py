"""A slate: the pixels of a part of the screen are kept, and only what has changed is drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pygame

from kitchen.game.draw.kit import Piece

NOTHING = object()


class Slate:
    """What stands on an opaque ``bed``, whose upper left corner is at ``at`` (device px).

    ``lay`` it, then name its parts: each has an area of its own and a key, which holds all that its
    looks depend on. While that stays the same, the part costs a comparison.
    """

    def __init__(self, bed: pygame.Surface, at: tuple[int, int] = (0, 0)) -> None:
        self._bed, self._at = bed, at
        self._kept = bed.copy()
        self._shown: dict[str, Hashable] = {}
        self._pieces: list[Piece] = []

    def clear(self) -> None:
        """Wipe it: every part is to be drawn anew, wherever it stands by now."""
        if self._shown:
            self._shown = {}
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

    def show(self, surface: pygame.Surface, pieces: list[Piece]) -> None:
        """Instead of parts: lay it with these pieces on it, the last one uppermost. Where they are
        others than before, they are drawn anew; a piece is known by being the same object."""
        before, self._pieces = self._pieces, pieces
        self.lay(surface)
        areas = _changed(before, pieces)
        if not areas:
            return
        area = areas[0].unionall(areas[1:])
        clip = surface.get_clip()
        surface.set_clip(area.clip(clip))
        surface.blit(self._bed, self._at)
        surface.fblits(pieces)
        surface.set_clip(clip)
        self._kept.blit(surface, area.move(-self._at[0], -self._at[1]), area)


def _changed(before: list[Piece], pieces: list[Piece]) -> list[pygame.Rect]:
    """The areas of those that have come or gone."""
    old, new = {id(piece) for piece in before}, {id(piece) for piece in pieces}
    if old == new:
        return []
    return [piece[1] for piece in (*before, *pieces) if (id(piece) in old) != (id(piece) in new)]
