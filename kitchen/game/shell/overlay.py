"""Overlays: what lies over a screen until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from kitchen.game.draw.kit import Kit

if TYPE_CHECKING:
    from kitchen.game.shell.screen import Screen


class Overlay:
    """A modal one takes all input, and what lies under it stands still, dimmed and blurred."""

    modal = True

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.game = screen.game
        self.closed = False

    def build(self, kit: Kit) -> None:
        """Make what is drawn, for the window's present size."""
        raise NotImplementedError

    def handle(self, event: pygame.event.Event) -> bool:
        """Take one event in; False: it has no use for it. What lies below a modal overlay does not
        get it all the same; help, full screen and mute work over every one."""
        raise NotImplementedError

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        """Draw it; ``wall`` is seconds of wall time."""
        raise NotImplementedError

    def at_rest(self) -> bool:
        """Whether nothing in it moves by itself."""
        return True

    def close(self) -> None:
        self.closed = True
