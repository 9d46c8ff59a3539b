"""The cat: it sits by the counter, flicks its tail, blinks, and has no other duties."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

import pygame

from kitchen.game.scene.sprites import Sprites

WIDTH = 40.0  # logical px
X, UP = 640.0, 32.0  # middle; its foot above the worktop
FLICK_SECONDS, BLINK_SECONDS = 0.5, 0.2
FLICK_EVERY, BLINK_EVERY = (2.5, 6.0), (2.0, 5.0)  # seconds, from and to
SEED = 9


class Cat:
    """Draws the cat by the wall clock."""

    def __init__(self, sprites: Sprites) -> None:
        self._sprites = sprites
        self._places = sprites.places
        self._chance = random.Random(SEED)
        self.reset()

    def reset(self) -> None:
        self._flick = self._blink = 0.0

    def take_over(self, old: Cat) -> None:
        """Go on where the cat of another size left off."""
        self._chance, self._flick, self._blink = old._chance, old._flick, old._blink

    @property
    def x(self) -> float:
        """Of its middle, in logical px."""
        return self._places.along(X)

    def warm(self) -> Iterator[None]:
        """Make the cat with its tail up and down, its eyes open and shut."""
        for drop in itertools.product(("tail_down", "tail_up"), ("eyes_open", "eyes_shut")):
            self._sprites.get("prop_cat", WIDTH, drop=drop)
            yield

    def draw(self, surface: pygame.Surface, wall: float) -> None:
        if wall > self._flick + FLICK_SECONDS:
            self._flick = wall + self._chance.uniform(*FLICK_EVERY)
        if wall > self._blink + BLINK_SECONDS:
            self._blink = wall + self._chance.uniform(*BLINK_EVERY)
        tail = "tail_down" if wall > self._flick else "tail_up"
        eyes = "eyes_open" if wall > self._blink else "eyes_shut"
        drawn = self._sprites.get("prop_cat", WIDTH, drop=(tail, eyes))
        at = self._sprites.foot(drawn, self.x, self._places.worktop - UP)
        surface.blit(drawn, at)
