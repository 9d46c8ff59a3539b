"""The hatch: waiting for the chef, wherever it shows."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.stage import Stage

PITCH = 5.0  # logical px from one stripe to the next
GROUND: p.Colour = (0x4A, 0x30, 0x22)


def period(stage: Stage) -> int:
    """Device px after which it begins again."""
    return max(3, stage.px(PITCH))


def waiting(
    stage: Stage,
    size: tuple[int, int],
    radius: int = 0,
    colour: p.Colour = p.AMBER,
    fade: float = 1.0,
) -> pygame.Surface:
    """So many device px of it; in amber, but where it stands for another who waits. ``fade``: how
    much of it is left where it is only foreseen."""
    ground = GROUND if colour == p.AMBER else p.mix(p.INK, colour, 0.2)
    stripe, ground = (p.mix(p.NIGHT, tone, fade) for tone in (colour, ground))
    return paint.hatch(size, stripe, ground, radius, period(stage))
