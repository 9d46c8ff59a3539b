"""What stands on the floor is drawn anew in turns: never late by more than two frames, and at once
where it has changed."""

from __future__ import annotations

from dataclasses import replace

import pygame
from tools.game_scenario import Look, chopping, kitchen, ordered, simmering

from kitchen.game.draw.kit import Kit
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.signs.moment import TURNS
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView

STEP = 1.0 / 60.0


def _pixels(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def _simmering() -> KitchenView:
    on_the_hob = [f.StationTaken(30.0, 1, 0, "hob", 0), *simmering(1, 30.0)]
    return kitchen(*ordered(1), *chopping(1), *on_the_hob, *ordered(2, 30.0))


def _drawn(scene: KitchenScene, surface: pygame.Surface, look: Look, *frames: tuple[float, bool]
           ) -> bytes:  # fmt: skip
    """The picture after frames of so many seconds by both clocks, whole or in turns."""
    view = _simmering()
    for beat, (at, whole) in enumerate(frames):
        moment = look(view, 30.0 + at, wall=10.0 + at, calm=True, beat=beat)
        scene.draw(surface, replace(moment, whole=whole))
    return _pixels(surface)


def test_in_turns_all_that_stands_is_as_it_was_two_frames_ago_at_most(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    later = [(100.0, False)] * TURNS
    turns = _drawn(KitchenScene(toolkit), canvas, look, (0.0, True), *later)
    whole = _drawn(KitchenScene(toolkit), canvas, look, (0.0, True), (100.0, True))
    assert turns == whole
    late = _drawn(KitchenScene(toolkit), canvas, look, (0.0, True), (100.0, False))
    assert late != whole, "not everything is drawn anew in one frame"


def test_what_changes_is_drawn_at_once(toolkit: Kit, canvas: pygame.Surface, look: Look) -> None:
    pictures = []
    for whole in (False, True):
        scene, view = KitchenScene(toolkit), _simmering()
        scene.draw(canvas, look(view, 40.0, wall=10.0, calm=True))
        new = view.fold([f.TimerRang(330.0, 1, 0, 1), f.Ready(330.0, 1, 0)])
        moment = look(view, 40.0, wall=10.0, calm=True, facts=new)
        scene.draw(canvas, replace(moment, whole=whole))
        pictures.append(_pixels(canvas))
    assert pictures[0] == pictures[1]
