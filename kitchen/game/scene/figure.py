"""One drawing of a chef, in that chef's own looks, squashed and tilted about a joint."""

from __future__ import annotations

import pygame

from kitchen.game.scene.looks import look
from kitchen.game.scene.sprites import ANGLE_STEP, Sprites, pivoted

Drawn = tuple[str, float, bool, int, tuple[float, float], tuple[float, float], float, str]
"""Name, scale, whether it is flipped, steps of tilt, squash, pivot, alpha and face."""

BODY_BOX = (-16.0, -12.0, 192.0, 212.0)
TALL_BOX = (-16.0, -12.0, 192.0, 260.0)
ARM_BOX = (-16.0, -12.0, 240.0, 252.0)
ARMS = (
    "chef_chop_front",
    "chef_hold_front",
    "chef_oven_front",
    "chef_season_front",
    "chef_stir_front",
)
WAIST, SHOULDER = (80.0, 200.0), (112.0, 146.0)
"""In the drawings' own units."""


class ChefFigures:
    """Draws chefs; knows nothing of what they do."""

    def __init__(self, sprites: Sprites) -> None:
        self._sprites = sprites
        self._last: dict[tuple[int, bool], tuple[Drawn, pygame.Surface, float, float]] = {}
        """As what the body (False) and the arm (True) of each chef were drawn last, the picture,
        and how far its middle is from the point: most look the same for many frames."""

    def draw(
        self,
        surface: pygame.Surface,
        number: int,
        name: str,
        waist: tuple[float, float],
        scale: float,
        flip: bool,
        lean: float,
        squash: tuple[float, float],
        pivot: tuple[float, float] = WAIST,
        alpha: float = 1.0,
        mien: str = "",
    ) -> None:
        """A drawing of a chef, its ``pivot`` at a logical point, tilted and squashed about it."""
        drawn = (name, scale, flip, round(lean / ANGLE_STEP), squash, pivot, alpha, mien)
        key = number, pivot is SHOULDER
        last = self._last.get(key)
        if last is None or last[0] != drawn:
            picture = self.picture(number, name, scale, flip, lean, squash, alpha, mien)
            away = self._away(number, name, scale, flip, lean, squash, pivot)
            last = self._last[key] = (drawn, picture, *away)
        _, picture, dx, dy = last
        surface.blit(picture, self._sprites.middle(picture, waist[0] + dx, waist[1] + dy))

    def _away(
        self,
        number: int,
        name: str,
        scale: float,
        flip: bool,
        lean: float,
        squash: tuple[float, float],
        pivot: tuple[float, float],
    ) -> tuple[float, float]:
        """From the pivot to the middle of the picture, in logical px."""
        x, y, w, h = box_of(name)
        px = w - (pivot[0] - x) if flip else pivot[0] - x
        dx, dy = pivoted((w, h), (px, pivot[1] - y), lean, *squash)
        scale *= look(number).stature
        return dx * scale, dy * scale

    def picture(
        self,
        number: int,
        name: str,
        scale: float,
        flip: bool = False,
        lean: float = 0.0,
        squash: tuple[float, float] = (1.0, 1.0),
        alpha: float = 1.0,
        mien: str = "",
    ) -> pygame.Surface:
        """The drawing itself, in the looks of chef ``number``, with this face for the usual one."""
        style = look(number)
        wears = () if name in ARMS else (*style.wears, *((mien,) if mien else ()))
        return self._sprites.get(
            name,
            box_of(name)[2] * scale * style.stature,
            drop=style.drop,
            swaps=style.swaps,
            wears=wears,
            flip=flip,
            angle=lean,
            sx=squash[0],
            sy=squash[1],
            alpha=alpha,
        )


def box_of(name: str) -> tuple[float, float, float, float]:
    """The view box of a chef's drawing."""
    if name in ARMS:
        return ARM_BOX
    return TALL_BOX if name.startswith("chef_run") else BODY_BOX
