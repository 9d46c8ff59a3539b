"""Sprites: drawings squashed, tilted and faded in small steps, every step made once and kept."""

from __future__ import annotations

import math
from collections.abc import Callable

import pygame

from kitchen.game.draw.cache import Lru, weight
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.palette import Colour
from kitchen.game.scene.places import Places

SPRITES_KEPT = 48 << 20  # bytes
ANGLE_STEP = 2.0  # degrees
SCALE_STEP = 0.02
FULL = round(1.0 / SCALE_STEP)  # steps
ALPHA_STEPS = 12
SNUG_PX = 2  # of nothing around what is tilted: its edges are as soft

Swaps = tuple[tuple[str, str], ...]
"""Hex colours of a drawing and what they become."""


class Sprites:
    """Drawings of one stage, transformed. The surfaces are shared: draw them, never draw on them.

    Angles, scales and alphas are rounded to steps, so that a loop soon finds all its frames made.
    """

    def __init__(self, kit: Kit, boards: int | None = None) -> None:
        self.kit = kit
        self.places = Places(kit.stage, boards)
        self._made: Lru[pygame.Surface] = Lru(SPRITES_KEPT, weight)

    @property
    def weight(self) -> int:
        """Bytes of all that is kept."""
        return self._made.weight

    def clear(self) -> None:
        """Drop all that was made."""
        self._made.clear()

    def get(
        self,
        name: str,
        width: float,
        *,
        drop: tuple[str, ...] = (),
        swaps: Swaps = (),
        wears: tuple[str, ...] = (),
        flip: bool = False,
        angle: float = 0.0,
        sx: float = 1.0,
        sy: float = 1.0,
        alpha: float = 1.0,
        tone: Colour | None = None,
    ) -> pygame.Surface:
        """``width`` in logical px before squashing; ``angle`` in degrees, anticlockwise; all
        colours times ``tone``."""
        tilt = round(angle / ANGLE_STEP) if angle else 0
        wide = round(sx / SCALE_STEP) if sx != 1.0 else FULL
        high = round(sy / SCALE_STEP) if sy != 1.0 else FULL
        fade = max(0, round(alpha * ALPHA_STEPS)) if alpha < 1.0 else ALPHA_STEPS
        key = (name, width, drop, swaps, wears, flip, tilt, wide, high, fade, tone)
        return self._made.get(key, lambda: self._make(*key))

    def _make(
        self,
        name: str,
        width: float,
        drop: tuple[str, ...],
        swaps: Swaps,
        wears: tuple[str, ...],
        flip: bool,
        tilt: int,
        wide: int,
        high: int,
        fade: int,
        tone: Colour | None,
    ) -> pygame.Surface:
        made = self.kit.art.get(
            name, width, drop=drop, recolour=dict(swaps), flip=flip, wears=wears
        )
        if (wide, high) != (FULL, FULL):
            w, h = made.get_size()
            size = (max(1, round(w * wide / FULL)), max(1, round(h * high / FULL)))
            made = pygame.transform.smoothscale(made, size)
        elif tilt:
            whole, key = made, ("snug", name, width, drop, swaps, wears, flip)
            made = self._made.get(key, lambda: snug(whole))
        if tilt:
            made = pygame.transform.rotozoom(made, tilt * ANGLE_STEP, 1.0)
        if fade < ALPHA_STEPS or tone is not None:
            made = made.copy()
            share = round(255 * fade / ALPHA_STEPS)
            made.fill((*(tone or (255, 255, 255)), share), None, pygame.BLEND_RGBA_MULT)
        return made

    def faded(self, surface: pygame.Surface, key: str, alpha: float) -> pygame.Surface:
        """Any surface (a text, say), fainter; ``key`` names it."""
        fade = max(0, min(ALPHA_STEPS, round(alpha * ALPHA_STEPS)))
        if fade == ALPHA_STEPS:
            return surface

        def make() -> pygame.Surface:
            made = surface.copy()
            share = round(255 * fade / ALPHA_STEPS)
            made.fill((255, 255, 255, share), None, pygame.BLEND_RGBA_MULT)
            return made

        return self._made.get(("faded", key, fade), make)

    def scaled(self, surface: pygame.Surface, key: str, scale: float) -> pygame.Surface:
        """Any surface, larger or smaller; ``key`` names it."""
        step = round(scale / SCALE_STEP)
        if step == FULL:
            return surface

        def make() -> pygame.Surface:
            w, h = surface.get_size()
            size = (max(1, round(w * step * SCALE_STEP)), max(1, round(h * step * SCALE_STEP)))
            return pygame.transform.smoothscale(surface, size)

        return self._made.get(("scaled", key, step), make)

    def composed(self, key: str, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """A picture put together from several; ``key`` names it."""
        return self._made.get(("composed", key), make)

    def middle(self, surface: pygame.Surface, x: float, y: float) -> tuple[int, int]:
        """Where to blit a surface so that its middle is at a logical point."""
        w, h = surface.get_size()
        k = self.kit.stage.k
        return round(x * k - w / 2.0), round(y * k - h / 2.0)

    def foot(self, surface: pygame.Surface, x: float, y: float) -> tuple[int, int]:
        """Where to blit a surface so that the middle of its lower edge is at a logical point."""
        w, h = surface.get_size()
        k = self.kit.stage.k
        return round(x * k - w / 2.0), round(y * k) - h


def snug(surface: pygame.Surface) -> pygame.Surface:
    """The middle of a picture, without the edges where there is nothing: the same once it is
    tilted, in less time."""
    (w, h), box = surface.get_size(), surface.get_bounding_rect()
    x = max(0, min(box.left, w - box.right) - SNUG_PX)
    y = max(0, min(box.top, h - box.bottom) - SNUG_PX)
    return surface.subsurface((x, y, w - 2 * x, h - 2 * y))


def pivoted(
    size: tuple[float, float],
    pivot: tuple[float, float],
    angle: float,
    sx: float = 1.0,
    sy: float = 1.0,
) -> tuple[float, float]:
    """From a drawing's pivot to the middle of its transformed picture, in the units of ``size``.

    ``size`` and ``pivot`` are those of the drawing as it was before it was squashed and tilted.
    """
    turn = -math.radians(round(angle / ANGLE_STEP) * ANGLE_STEP)
    x, y = (size[0] / 2.0 - pivot[0]) * sx, (size[1] / 2.0 - pivot[1]) * sy
    return (
        x * math.cos(turn) - y * math.sin(turn),
        x * math.sin(turn) + y * math.cos(turn),
    )
