"""A small scene: the same kitchen in a corner, with larger letters, or with none."""

from __future__ import annotations

from typing import Any

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw.art import Art
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import HEIGHT, WIDTH, Stage
from kitchen.game.draw.type import Type
from kitchen.game.signs.layout import SCENE_W

LARGER, FROM = 2.0, 15.0
"""So small a scene has larger letters: logical px more, for texts of that size and up. What is
smaller stands in a badge that it would burst."""


class SmallType(Type):
    """The type of a small scene."""

    def grown(self, size: float) -> float:
        return size + (LARGER if size >= FROM else 0.0)


class NoType(Type):
    """That of a scene so small that letters would be specks: it writes nothing."""

    def _text(self, *rest: Any, **more: Any) -> pygame.Surface:
        return paint.clear((1, 1))


def small_kit(kit: Kit, width: float, typeface: str) -> Kit:
    """The kit with which a kitchen scene is ``width`` logical px of ``kit`` wide."""
    stage = small_stage(kit, width)
    return Kit(stage, SmallType(stage, "normal", typeface), Art(stage))


def silent_kit(kit: Kit, width: float) -> Kit:
    """The same for a scene without words."""
    stage = small_stage(kit, width)
    return Kit(stage, NoType(stage), Art(stage))


def small_stage(kit: Kit, width: float) -> Stage:
    share = width / SCENE_W * kit.stage.k
    return Stage((int(WIDTH * share), int(HEIGHT * share)))
