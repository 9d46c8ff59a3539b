"""The slates on the wall: each kind of station, and how many of it are taken."""

from __future__ import annotations

import pygame
import pytest
from tools.game_scenario import Look, kitchen, opened, ordered

from kitchen.game.draw.kit import Kit
from kitchen.game.scene.permits import Permits
from kitchen.game.scene.sprites import Sprites
from kitchen.sim import facts as f
from kitchen.sim.view.kitchenview import KitchenView


def stations(**counts: int) -> KitchenView:
    start = opened()
    fields = {name: getattr(start, name) for name in start.__struct_fields__}
    return kitchen(start=f.Opened(**(fields | {"stations": counts})))


def drawn(toolkit: Kit, look: Look, view: KitchenView) -> tuple[pygame.Surface, pygame.Rect]:
    """The slates, and the box that holds them."""
    canvas = pygame.Surface((1280, 720), pygame.SRCALPHA)
    Permits(Sprites(toolkit)).draw(canvas, look(view))
    return canvas, canvas.get_bounding_rect()


def test_there_is_a_slate_for_each_kind(toolkit: Kit, look: Look) -> None:
    one = drawn(toolkit, look, stations(hob=4))[1]
    two = drawn(toolkit, look, stations(hob=4, oven=1))[1]
    assert one.size and two.left == one.left and two.w > 2 * one.w
    assert not drawn(toolkit, look, KitchenView())[1].w


@pytest.mark.parametrize("count", [1, 5, 6, 10, 15, 16, 200])
def test_any_number_has_room(toolkit: Kit, look: Look, count: int) -> None:
    one, many = (drawn(toolkit, look, stations(hob=n))[1] for n in (1, count))
    assert many.w == one.w and one.h <= many.h <= one.h + 2 * 11


def test_a_slate_tells_how_many_are_taken(toolkit: Kit, look: Look) -> None:
    view = stations(hob=2)
    pictures = [drawn(toolkit, look, view)[0]]
    for number in (1, 2):
        view.fold([*ordered(number), f.StationTaken(1.0, number, 0, "hob", number - 1)])
        pictures.append(drawn(toolkit, look, view)[0])
    assert len({pygame.image.tobytes(picture, "RGBA") for picture in pictures}) == 3
