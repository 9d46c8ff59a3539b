"""Tracings: what was drawn, noted as pictures and places, to be drawn again in one go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pygame

from kitchen.game.draw.box import Pos


class Tracing(pygame.Surface):
    """A surface that notes what is drawn on it: whatever draws on surfaces can so draw once for
    many frames. It has neither pixels nor a clip of its own."""

    def __init__(self, flags: int = 0) -> None:
        """``flags``: how all of it is blended."""
        super().__init__((1, 1))
        self._flags = flags
        self.marks: list[tuple[pygame.Surface, Any]] = []
        """Pictures and where they go, in the order in which they were drawn."""

    def clear(self) -> None:
        """Begin anew."""
        self.marks = []

    def blit(
        self,
        source: pygame.Surface,
        dest: pygame.Rect | Pos = (0, 0),  # type: ignore[override]
        area: None = None,  # type: ignore[override]
        special_flags: int = 0,
    ) -> pygame.Rect:
        assert area is None and special_flags == self._flags, "it is drawn again as a whole"
        self.marks.append((source, dest))
        return dest if isinstance(dest, pygame.Rect) else source.get_rect(topleft=dest)


def lay(surface: pygame.Surface, tracings: Iterable[Tracing], flags: int = 0) -> None:
    """Draw all of them, in their order; ``flags``: how they are blended."""
    marks = [mark for tracing in tracings for mark in tracing.marks]
    if marks:
        surface.fblits(marks, flags)
