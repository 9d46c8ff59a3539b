"""The streak's badge: from two clean plates on, and broken for all to see."""

from __future__ import annotations

import pygame
from tools.game_scenario import Look, kitchen

from kitchen.game.draw.kit import Kit
from kitchen.game.scene.floorplan import Floorplan
from kitchen.game.scene.places import Places
from kitchen.game.service.hud.streak import FALL_SECONDS, SHOWN_SECONDS, Streak
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.subjects import Thing
from kitchen.sim.view.kitchenview import KitchenView


def after(streak: int) -> KitchenView:
    view = kitchen()
    view.clean_run.length = view.clean_run.longest = streak
    return view


def lit(streak: Streak, look: Look, count: int, wall: float, **fields: object) -> bool:
    """Draw a frame; whether anything was drawn."""
    canvas = pygame.Surface((1280, 720))
    streak.draw(canvas, look(after(count), wall=wall, **fields))
    return pygame.transform.average_color(canvas, (740, 130, 140, 80))[:3] != (0, 0, 0)


def test_one_plate_is_no_streak_and_two_are(toolkit: Kit, look: Look) -> None:
    streak = Streak(toolkit)
    assert not lit(streak, look, 1, 0.0) and streak.spots() == []
    assert lit(streak, look, 2, 0.1)
    (spot,) = streak.spots()
    assert spot.subject == Thing("streak")
    x, y, w, _ = layout_of(toolkit.stage).scene
    assert x <= spot.box[0] and spot.box[0] + spot.box[2] <= x + w and y <= spot.box[1]


def test_it_stays_in_the_scene_and_clear_of_the_hat_below(toolkit: Kit, look: Look) -> None:
    streak, places = Streak(toolkit), Places(toolkit.stage)
    hat = Floorplan(places, (("hob", 4), ("oven", 2)), 8).stations["oven", 1].chef_x + 27.0
    x, _, w, _ = layout_of(toolkit.stage).scene
    for step in range(20):
        canvas = pygame.Surface((1280, 720), pygame.SRCALPHA)
        streak.draw(canvas, look(after(98 + bool(step)), wall=step / 30))
        drawn = canvas.get_bounding_rect()
        assert drawn.right <= x + w, "also while it pops"
    assert drawn.left >= hat


def test_it_breaks_with_a_word_and_falls(toolkit: Kit, look: Look) -> None:
    streak = Streak(toolkit)
    assert lit(streak, look, 5, 0.0)
    assert lit(streak, look, 0, 1.0), "broken, to be read"
    assert lit(streak, look, 0, 1.0 + SHOWN_SECONDS + FALL_SECONDS / 2), "falling"
    assert not lit(streak, look, 0, 1.1 + SHOWN_SECONDS + FALL_SECONDS)


def test_another_kitchens_shorter_streak_is_not_broken(toolkit: Kit, look: Look) -> None:
    streak = Streak(toolkit)
    assert lit(streak, look, 5, 0.0)
    streak.reset()
    assert not lit(streak, look, 0, 0.1)


def test_a_new_row_of_clean_plates_replaces_the_broken_one(toolkit: Kit, look: Look) -> None:
    streak = Streak(toolkit)
    lit(streak, look, 3, 0.0)
    lit(streak, look, 0, 0.2)
    lit(streak, look, 1, 0.3)
    assert not lit(streak, look, 1, 0.4)
    assert lit(streak, look, 2, 0.5, calm=True)
