"""The music of the moment: its stems come and go with the load, softly, and it knows when to be
quiet. It only reckons; `Sounds` plays."""

from __future__ import annotations

from collections.abc import Mapping

from kitchen.game.sound.duck import Duck
from kitchen.game.sound.stems import STEMS, TITLE

SWELL = 4.6
"""Seconds in which a stem comes in or goes: two bars."""
LOWERED = 0.4
"""Of the music, while time stands still or something lies over the kitchen."""
SWIFT = 0.5
"""Seconds from all of it to nothing, where the player has done something."""
LONGEST = 0.1
"""Seconds that a step counts at most: after a hitch it goes on from where it was."""


class Music:
    """How loud each stem is, step by step."""

    def __init__(self) -> None:
        self.duck = Duck()
        self.gains = dict.fromkeys(STEMS, 0.0)
        """What is to be heard now, by stem, 0 to 1."""
        self._levels = dict(TITLE)
        self._veil = 0.0
        self.rest()

    def aim(self, levels: Mapping[str, float], paused: bool) -> None:
        """What the kitchen is like that is looked at."""
        self._targets, self._paused = levels, paused

    def rest(self) -> None:
        """No kitchen is."""
        self.aim(TITLE, paused=False)

    def step(self, seconds: float, *, covered: bool, hidden: bool) -> None:
        """Go on for so long. ``covered``: something lies over the screen; ``hidden``: the window
        is."""
        seconds = min(LONGEST, max(0.0, seconds))
        for name in STEMS:
            self._levels[name] = nearer(self._levels[name], self._targets[name], seconds / SWELL)
        veil = 0.0 if hidden else LOWERED if covered or self._paused else 1.0
        self._veil = nearer(self._veil, veil, seconds / SWIFT)
        loud = self._veil * self.duck.step(seconds)
        self.gains = {name: loud * level for name, level in self._levels.items()}


def nearer(value: float, target: float, step: float) -> float:
    """On the way from a value to another, at most a step on."""
    return min(target, value + step) if target > value else max(target, value - step)
