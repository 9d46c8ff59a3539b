"""The window: its surface, its events and its size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame

from kitchen.game.stage import Stage
from kitchen.sim.errors import KitchenError

TITLE = "A Watched Pot"


class WindowClosed(Exception):
    """The player closed the window."""


class Window:
    """One window, and the stage of its size. Raises `KitchenError` if there is no display."""

    def __init__(self, size: tuple[int, int]) -> None:
        try:
            pygame.display.init()
            self.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        except pygame.error as error:
            raise KitchenError(
                f"no window can be opened here ({error}); "
                f"to run a shift without one: kitchen run SHIFT"
            ) from error
        pygame.font.init()
        pygame.display.set_caption(TITLE)
        pygame.key.set_repeat()
        self.stage = Stage(self.surface.get_size())

    def events(self) -> Iterator[pygame.event.Event]:
        """What the player did since the last frame. Raises `WindowClosed`."""
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                raise WindowClosed
            yield event

    def resized(self) -> bool:
        """Whether the window has another size than the stage; if so, it gets a new stage."""
        surface = pygame.display.get_surface()
        if surface is None or surface.get_size() == self.stage.size:
            return False
        self.surface = surface
        self.stage = Stage(surface.get_size())
        return True

    def pointer(self) -> tuple[float, float] | None:
        """Where the pointer is, in logical px; None if it is elsewhere."""
        if not pygame.mouse.get_focused():
            return None
        return self.stage.to_logical(pygame.mouse.get_pos())

    def flip(self) -> None:
        pygame.display.flip()

    def save(self, path: Path) -> None:
        """Write what the window shows. Raises `KitchenError` if that cannot be."""
        try:
            pygame.image.save(self.surface, str(path))
        except (pygame.error, OSError) as error:
            raise KitchenError(f"{path}: cannot write a picture there: {error}") from error

    def close(self) -> None:
        pygame.display.quit()
