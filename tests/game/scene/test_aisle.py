"""The aisle: whoever has nothing to do stands where nothing is hidden."""

from __future__ import annotations

from itertools import combinations

import pygame
import pytest
from tools.game_scenario import Look, chopping, kitchen, opened, ordered

from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.scene.aisle import APART, FROM_POT, FROM_WORK, LOWER, Aisle
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.scene.places import Places
from kitchen.game.scene.waiter import HOME_X

CHEFS = 10
POTS = [pots for count in range(6) for pots in combinations(LOWER, count)]


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (2560, 1080)])
def test_ten_idle_chefs_hide_no_pot_no_waiter_and_not_each_other(size: tuple[int, int]) -> None:
    places = Places(Stage(size).grown())
    waiter = places.along(HOME_X)
    aisle = Aisle(places, [waiter])
    for pots in POTS:
        idle: list[float] = []
        for _ in range(CHEFS):
            idle.append(aisle.choose(None, pots, [], idle))
        assert all(abs(x - places.hob_x(cell)) >= FROM_POT for x in idle for cell in pots)
        assert all(abs(a - b) >= APART for a, b in combinations([*idle, waiter], 2))
        assert all(20.0 < x < places.width - 20.0 for x in idle)


def test_nobody_stands_in_front_of_a_chef_at_work_and_the_way_is_short() -> None:
    places = Places(Stage((1280, 720)))
    work = [places.chef_x(cell) for cell in LOWER]
    idle: list[float] = []
    for x in (60.0, 400.0, 800.0):
        idle.append(Aisle(places).choose(x, list(LOWER), work, idle))
        assert abs(idle[-1] - x) < 180.0
    assert all(abs(x - other) >= FROM_WORK for x in idle for other in work)


def test_when_all_places_are_taken_the_widest_gap_is_left() -> None:
    places = Places(Stage((1280, 720)))
    crowd = [float(x) for x in range(0, 840, 20)]
    assert Aisle(places).choose(None, [], crowd, []) > 840.0


def test_who_is_in_the_way_of_a_chef_at_work_steps_aside_and_the_others_stay(
    toolkit: Kit, canvas: pygame.Surface, look: Look
) -> None:
    facts = [fact for number in range(1, 8) for fact in ordered(number)]
    view = kitchen(*facts, start=opened("hybrid", CHEFS, "leave"))
    scene, x = KitchenScene(toolkit), Places(toolkit.stage).chef_x(6)
    scene.draw(canvas, look(view, 1.0, wall=1.0))
    before = {n: actor.walker.spot.x for n, actor in scene.chefs.actors.items()}
    in_the_way = [n for n, at in before.items() if abs(at - x) < FROM_WORK]
    worker = next(n for n in before if n not in in_the_way)
    view.fold(chopping(7, 2.0, chef=worker))
    scene.draw(canvas, look(view, 3.0, wall=3.0))
    after = {n: actor.walker.spot.x for n, actor in scene.chefs.actors.items()}
    assert after[worker] == x and all(abs(after[n] - x) >= FROM_WORK for n in in_the_way)
    assert in_the_way and {n for n in before if before[n] != after[n]} == {worker, *in_the_way}
