"""The game: what all of its screens share."""

from __future__ import annotations

from dataclasses import dataclass, field

from kitchen.game.bindings import Bindings
from kitchen.game.options import Options
from kitchen.game.sound.sounds import Sounds
from kitchen.game.window import Window


@dataclass
class Game:
    """One player at one window, from the command to the last screen."""

    window: Window
    options: Options = field(default_factory=Options)
    """What the command line asked for."""
    sounds: Sounds = field(default_factory=Sounds)
    """Silent until something is to be heard, and where there is no device."""
    bindings: Bindings = field(default_factory=Bindings)
