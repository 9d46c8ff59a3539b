"""Fire: the burner's flames, steam over what cooks, smoke over what burns."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pygame

from kitchen.game.scene.floorplan import Site
from kitchen.game.scene.sprites import ALPHA_STEPS, Sprites
from kitchen.game.scene.vesselfit import fit_of
from kitchen.game.signs.larder import Vessel

STEAM_SECONDS, STEAM_RISE = 1.6, 14.0
SMOKE_SECONDS, SMOKE_RISE, SMOKE_W = 1.2, 16.0, 60.0
GAS_W, GAS_FOOT, STEAM_W = 66.0, 40.5, 43.0
FLICKER_HZ = 8.0
FLICKER = (0.96, 1.08, 1.0)  # heights of the gas flames

FLAMES = ((-25.0, 15.0), (-9.0, 19.0), (9.0, 17.0), (24.0, 14.0))
"""Burning food: x from the vessel's middle, width."""


class Fire:
    """Everything hot, by the wall clock alone."""

    def __init__(self, sprites: Sprites) -> None:
        self._sprites = sprites

    def warm(self, size: float) -> Iterator[None]:
        """Make the flames and the wisps of steam in all their steps."""
        for flip in (False, True):
            for high in FLICKER:
                self._sprites.get("gas_ring", GAS_W * size, flip=flip, sy=high)
                yield
            for step in range(ALPHA_STEPS + 1):
                self._sprites.get("steam", STEAM_W * size, flip=flip, alpha=step / ALPHA_STEPS)
                yield
            for name, width in (("smoke", SMOKE_W), *(("flame", width) for _, width in FLAMES)):
                self._sprites.get(name, width * size, flip=flip)
                yield

    def gas(self, surface: pygame.Surface, site: Site, wall: float) -> None:
        """The burner's blue flames, in front of the vessel's foot."""
        beat = int(wall * FLICKER_HZ) + site.place * 5
        high = FLICKER[beat % 3]
        gas = self._sprites.get("gas_ring", GAS_W * site.size, flip=beat % 4 > 1, sy=high)
        surface.blit(gas, self._sprites.foot(gas, site.x, site.y + GAS_FOOT * site.size))

    def steam(
        self, surface: pygame.Surface, site: Site, thing: Vessel, number: int, wall: float
    ) -> None:
        """Two wisps half a loop apart, so that there is always one to see."""
        y = site.y + (fit_of(thing).rim + 4.0) * site.size
        for copy in (0.0, 0.5):
            t = (wall / STEAM_SECONDS + number * 0.37 + copy) % 1.0
            alpha = min(1.0, 1.15 * math.sin(math.pi * t))
            wisp = self._sprites.get("steam", STEAM_W * site.size, flip=copy > 0, alpha=alpha)
            surface.blit(wisp, self._sprites.foot(wisp, site.x, y - STEAM_RISE * site.size * t))

    def burn(self, surface: pygame.Surface, site: Site, thing: Vessel, wall: float) -> None:
        size = site.size
        x, y = site.x, site.y + fit_of(thing).rim * size
        for copy in (0.0, 0.5):
            t = (wall / SMOKE_SECONDS + copy) % 1.0
            wide = 0.84 + 0.2 * t
            alpha = min(1.0, 1.5 * math.sin(math.pi * (0.12 + 0.88 * t)))
            puff = self._sprites.get(
                "smoke", SMOKE_W * size, flip=copy > 0, sx=wide, sy=wide, alpha=alpha
            )
            rise = (3.0 - SMOKE_RISE * t) * size
            surface.blit(puff, self._sprites.foot(puff, x + 2.0, y + rise))
        inside = thing.kind == "oven"
        foot = site.y + 17.0 * size if inside else y + 9.0 * size
        for index, (dx, width) in enumerate(FLAMES):
            beat = int(wall * FLICKER_HZ) + index * 3
            high = (0.88, 1.0, 1.12)[beat % 3]
            flame = self._sprites.get("flame", width * size, flip=beat % 2 == 0, sy=high)
            reach = dx * size * (0.62 if inside else 1.0)
            surface.blit(flame, self._sprites.foot(flame, x + reach, foot + abs(dx) * -0.1))
