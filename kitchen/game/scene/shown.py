"""What a standing dish shows, since when, and how its vessel gets to its place."""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import out_back
from kitchen.game.draw.palette import Colour
from kitchen.game.draw.tracing import Tracing
from kitchen.game.scene.nameplate import Plate
from kitchen.game.scene.standing import Placed
from kitchen.game.signs.larder import Vessel
from kitchen.game.signs.states import State

SET_SECONDS, SET_SQUASH = 0.30, 0.16  # a vessel that has just been put down
FALL_SECONDS, FALL_PX = 0.1, 12.0  # the last of its way down


@dataclass(slots=True)
class Shown:
    """What a part of a dish shows where it stands, since when by the wall clock, and how it was
    drawn last."""

    standing: Placed
    state: State | None = None
    thing: Vessel | None = None
    state_since: float = -1e9
    set_since: float = -1e9
    """Since when its vessel stands there, if it was put down."""
    lit: bool = False
    """A light glows behind it, or goes out: since when, and in which colour."""
    lit_since: float = -1e9
    light: Colour = (0, 0, 0)
    stale: bool = True
    """It looks different than when it was drawn last."""
    rests: bool = False
    """What stands there was drawn as it will look until something happens."""
    glow: Tracing = field(default_factory=lambda: Tracing(pygame.BLEND_RGB_ADD))
    vessel: Tracing = field(default_factory=Tracing)
    plate: Tracing = field(default_factory=Tracing)
    said: tuple[Plate, Box] | None = None
    """What that plate says, and where."""


def set_down(age: float, swing: float) -> tuple[float, float]:
    """The bounce of a vessel that was put down so long ago."""
    if not 0.0 <= age < SET_SECONDS:
        return 1.0, 1.0
    give = SET_SQUASH * swing * (1.0 - out_back(age / SET_SECONDS))
    return 1.0 + give * 0.6, 1.0 - give


def falls(age: float) -> float:
    """How high above its place a vessel still is that is being put down, in logical px."""
    return FALL_PX * (1.0 - min(1.0, max(0.0, age) / FALL_SECONDS)) ** 2
