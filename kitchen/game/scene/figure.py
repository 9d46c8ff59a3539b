"""One drawing of a chef, in that chef's own looks, squashed and tilted about a joint."""

from __future__ import annotations

import pygame

from kitchen.game.scene.looks import look
from kitchen.game.scene.sprites import Sprites, pivoted

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
        box: tuple[float, float, float, float] | None = None,
        pivot: tuple[float, float] = WAIST,
        alpha: float = 1.0,
        mien: str = "",
    ) -> None:
        """A drawing of a chef, its ``pivot`` at a logical point, tilted and squashed about it."""
        box = box or box_of(name)
        drawn = self.picture(number, name, box, scale, flip, lean, squash, alpha, mien)
        scale *= look(number).stature
        px, py = pivot[0] - box[0], pivot[1] - box[1]
        px = box[2] - px if flip else px
        dx, dy = pivoted((box[2], box[3]), (px, py), lean, *squash)
        at = self._sprites.middle(drawn, waist[0] + dx * scale, waist[1] + dy * scale)
        surface.blit(drawn, at)

    def picture(
        self,
        number: int,
        name: str,
        box: tuple[float, float, float, float],
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
            box[2] * scale * style.stature,
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
