"""The game: a window, and one screen after the other in it."""

from __future__ import annotations

from kitchen.game.chooser import Chooser
from kitchen.game.screen import Screen
from kitchen.game.servicescreen import ServiceScreen
from kitchen.game.settings import Settings
from kitchen.game.window import Window, WindowClosed

__all__ = ["Settings", "play"]


def play(settings: Settings) -> int:
    """Play until the player has had enough; return the exit status.

    Raises `kitchen.sim.errors.KitchenError` if no window can be opened, or a recipe goes wrong.
    """
    window = Window(settings.size)
    screen: Screen | None = (
        Chooser(window, settings)
        if settings.shift is None
        else ServiceScreen(window, settings, settings.shift)
    )
    try:
        while screen is not None:
            screen = screen.show()
    except WindowClosed:
        pass
    finally:
        window.close()
    return 0
