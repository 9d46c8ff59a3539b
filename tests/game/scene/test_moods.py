"""What hangs over the chefs' heads: one thing at a time, and no wages while nothing goes on."""

from __future__ import annotations

import pygame
from tools.game_scenario import Look, chopping, kitchen, opened, ordered

from kitchen.game.draw.kit import Kit
from kitchen.game.scene.acting import Act
from kitchen.game.scene.moods import WAGE_SECONDS, Moods
from kitchen.game.scene.sprites import Sprites
from kitchen.sim import facts as f

X, Y = 400.0, 240.0
BUBBLE = pygame.Rect(X + 24, Y - 92, 36, 36)


def over(look: Look, moods: Moods, act: Act, **fields: object) -> pygame.Surface:
    """What is drawn over a chef who has stared for a hundred seconds."""
    view = kitchen(*ordered(1), *chopping(1), start=opened("parallel", 1, "stay"))
    view.fold([f.Stares(30.0, 1, 1, 0, "simmer")])
    canvas = pygame.Surface((1280, 720), pygame.SRCALPHA)
    moods.draw(canvas, [(view.chefs[0], act, X, Y, False)], look(view, 130.0, **fields))
    return canvas


def moods_of(toolkit: Kit) -> Moods:
    return Moods(Sprites(toolkit))


def test_wages_pop_and_none_hangs_there_while_paused(toolkit: Kit, look: Look) -> None:
    moods = moods_of(toolkit)
    assert over(look, moods, "lean", wall=1.0).get_bounding_rect().w == 0, "still clear"
    assert over(look, moods, "lean", wall=1.3).get_bounding_rect().w > 20
    assert over(look, moods, "lean", wall=1.3, paused=True).get_bounding_rect().w == 0


def test_a_bubble_makes_room_for_the_wages(toolkit: Kit, look: Look) -> None:
    moods = moods_of(toolkit)
    over(look, moods, "bored", wall=1.0)
    alone = over(look, moods, "lean", wall=1.4)
    with_bubble = over(look, moods, "bored", wall=1.4)
    assert pygame.image.tobytes(alone, "RGBA") == pygame.image.tobytes(with_bubble, "RGBA")
    for wall in (1.1 + WAGE_SECONDS, 1.5 + WAGE_SECONDS):
        after = over(look, moods, "bored", wall=wall)
    assert after.subsurface(BUBBLE).get_bounding_rect().h > 25
