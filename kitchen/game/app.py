"""The game: a window, and one screen after the other in it."""

from __future__ import annotations

from kitchen.game.game import Game
from kitchen.game.options import Options
from kitchen.game.screen import Screen
from kitchen.game.servicescreen import ServiceScreen
from kitchen.game.title.screen import TitleScreen
from kitchen.game.window import Window, WindowClosed
from kitchen.keep.keep import Keep

__all__ = ["Options", "play"]


def play(options: Options) -> int:
    """Play until the player has had enough; return the exit status.

    Raises `kitchen.sim.errors.KitchenError` if no window can be opened, or a recipe goes wrong.
    """
    # A picture does not hang on who asks for it.
    keep = Keep.nowhere() if options.screenshot is not None else Keep()
    settings = keep.settings
    window = Window(options.size or settings.size, settings.fullscreen and options.size is None)
    game = Game(window, options, keep)
    screen: Screen | None = (
        TitleScreen(game) if options.shift is None else ServiceScreen(game, options.shift)
    )
    try:
        while screen is not None:
            screen = screen.show()
    except WindowClosed:
        pass
    finally:
        game.save_settings()
        game.sounds.close()
        window.close()
    return 0
