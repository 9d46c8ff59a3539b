"""What is tilted without its empty edges is the same picture."""

from __future__ import annotations

import pygame
import pytest

from kitchen.game.draw.kit import Kit
from kitchen.game.scene.figure import ARMS, ChefFigures
from kitchen.game.scene.places import FIRE_SCALE
from kitchen.game.scene.sprites import ANGLE_STEP, Sprites, snug


@pytest.mark.parametrize("name", ARMS)
def test_an_arm_is_tilted_as_if_its_empty_edges_were_there(
    toolkit: Kit, canvas: pygame.Surface, name: str
) -> None:
    sprites = Sprites(toolkit)
    for flip, step in ((False, 3), (True, -7), (False, -1)):
        arm = ChefFigures(sprites).picture(2, name, FIRE_SCALE, flip)
        whole = pygame.transform.rotozoom(arm, step * ANGLE_STEP, 1.0)
        small = ChefFigures(sprites).picture(2, name, FIRE_SCALE, flip, step * ANGLE_STEP)
        seen = []
        for picture in (whole, small):
            canvas.fill((90, 120, 30))
            canvas.blit(picture, sprites.middle(picture, 300.0, 200.0))
            seen.append(pygame.image.tobytes(canvas, "RGB"))
        assert seen[0] == seen[1]
        assert small.get_width() * small.get_height() < 0.7 * whole.get_width() * whole.get_height()


def test_what_fills_its_picture_keeps_its_size() -> None:
    full = pygame.Surface((20, 10), pygame.SRCALPHA)
    full.fill((1, 2, 3, 255))
    assert snug(full).get_size() == (20, 10)
