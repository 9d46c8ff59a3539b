"""The game: what all of its screens share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pygame

from kitchen.game.draw import contrast
from kitchen.game.input.bindings import Bindings
from kitchen.game.shell.lastpage import LastPage
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.game.signs.bet import Bet
from kitchen.game.sound.sounds import Sounds
from kitchen.keep.keep import Keep
from kitchen.keep.settings import Settings


def _nothing(screen: object, file: Path) -> None:
    """Nobody has said what to do with it."""


@dataclass
class Game:
    """One player at one window, from the command to the last screen."""

    window: Window
    options: Options = field(default_factory=Options)
    """What the command line asked for."""
    keep: Keep = field(default_factory=Keep.nowhere)
    """What stays when the game is closed."""
    sounds: Sounds = field(default_factory=Sounds)
    """Silent until something is to be heard, and where there is no device."""
    last_page: LastPage = field(default_factory=LastPage)
    """Where in the cookbook the player was last."""
    settings: Settings = field(init=False)
    """What the player has set; the same as is kept, but while it is being changed."""
    bindings: Bindings = field(init=False)
    drawn_for: tuple[int, int] = field(default=(0, 0), init=False)
    """The size of window that surfaces are kept for, in px."""
    stale: bool = field(default=False, init=False)
    """A setting changed how things look: the screen is to be built again."""
    unread: list[pygame.event.Event] = field(default_factory=list, init=False)
    """What the player did when one screen had been left, and meant for the next."""
    notices: list[str] = field(default_factory=list, init=False)
    """What the title is to tell when it shows again."""
    bets: dict[str, Bet] = field(default_factory=dict, init=False)
    """What was bet in this sitting, by the name of the shift; of what was not played there is
    none."""
    drop: Callable[[Any, Path], object] = field(default=_nothing, init=False)
    """What a screen does with a file that was dropped on the window."""
    struggles: bool = field(default=False, init=False)
    """The last shift was lost badly: there are settings that help."""
    muted: bool = field(default=False, init=False)
    """No sound until the player wants it back, whatever the settings say."""

    def __post_init__(self) -> None:
        self.settings = self.keep.settings
        self._apply()

    @property
    def calm(self) -> bool:
        """The player wants little motion."""
        return self.settings.reduced_motion

    def change(self, settings: Settings) -> None:
        """Go by these settings from now on. `save_settings` keeps them."""
        old, self.settings = self.settings, settings
        looks = ("high_contrast", "text", "typeface")
        self.stale = self.stale or any(getattr(old, n) != getattr(settings, n) for n in looks)
        self._apply()

    def mute(self) -> None:
        """Sound off, or on again."""
        self.muted = not self.muted
        self._apply()

    def save_settings(self) -> None:
        """Keep the settings and the window's size, if they are others than those kept. A size that
        the command line asked for is for this once."""
        if self.options.free:
            self.settings = self.settings.with_size(self.window.kept_size)
        if self.settings != self.keep.settings:
            self.keep.set_settings(self.settings)

    def _apply(self) -> None:
        settings = self.settings
        self.bindings = Bindings(settings.keys, settings.buttons)
        contrast.use(settings.high_contrast)
        self.window.fill_screen(settings.fullscreen)
        self.sounds.set_volumes(settings.volumes | ({"master": 0.0} if self.muted else {}))
