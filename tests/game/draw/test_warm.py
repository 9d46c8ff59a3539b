"""The warm-up: pictures are made before they are first shown, a little at a time."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pygame
import pytest
from tools.game_scenario import PLANS, Look, chopping, kitchen, ordered, simmering

from kitchen.game.draw.kit import Kit
from kitchen.game.draw.warmup import PATIENCE, WarmUp, clear_out, settle
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.scene.rings import Rings
from kitchen.sim import facts as f


def pieces(done: list[int], count: int) -> Iterator[None]:
    for index in range(count):
        done.append(index)
        yield


def test_with_time_to_spare_all_the_work_is_done_in_its_order() -> None:
    done: list[int] = []
    warm = WarmUp(pieces(done, 3), pieces(done, 2))
    warm.go(10.0)
    assert done == [0, 1, 2, 0, 1] and warm.done
    warm.go(10.0)
    assert len(done) == 5


def test_without_time_to_spare_a_piece_is_done_now_and_then() -> None:
    done: list[int] = []
    warm = WarmUp(pieces(done, 3))
    for _ in range(PATIENCE * 2):
        warm.go(0.0)
    assert done == [0, 1] and not warm.done


def test_what_is_settled_is_out_of_the_collectors_sight_until_cleared_out() -> None:
    settle()
    assert gc.get_freeze_count() > 0
    clear_out()
    assert gc.get_freeze_count() == 0


def test_a_warm_scene_rasterises_nothing_while_a_dish_is_cooked(
    toolkit: Kit, canvas: pygame.Surface, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = KitchenScene(toolkit)
    for _ in scene.warm(PLANS, 10, {"hob": 2}):
        pass
    view = kitchen(*ordered(1))
    scene.draw(canvas, look(view, 0.0, wall=0.0))  # the cat and the call-out, too

    def refuse(*_: object) -> pygame.Surface:
        raise AssertionError("a drawing is rasterised in mid-play")

    monkeypatch.setattr(pygame.image, "load_sized_svg", refuse)
    on_the_hob = [f.StationTaken(30.0, 1, 0, "hob", 0), *simmering(1, 30.0)]
    for start, facts in ((0.0, chopping(1)), (30.0, on_the_hob)):
        view.fold(facts)
        for step in range(1, 20):
            scene.draw(canvas, look(view, start + step, wall=start + step / 10))


def test_rings_are_made_in_the_sizes_that_the_stations_have(
    toolkit: Kit, canvas: pygame.Surface, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    stations = {"hob": 6, "oven": 4}
    scene = KitchenScene(toolkit)
    for _ in scene.warm(PLANS, 1, stations):
        pass

    def refuse(*_: object) -> pygame.Surface:
        raise AssertionError("a ring is made in mid-play")

    monkeypatch.setattr(Rings, "_picture", refuse)
    start = f.Opened(0.0, "test", 0, "concurrent", 1, "leave", "fifo", stations, 0.01)
    on_the_hob = [f.StationTaken(30.0, 1, 0, "hob", 0), *simmering(1, 30.0)]
    view = kitchen(*ordered(1), *chopping(1), start=start)
    scene.draw(canvas, look(view, 10.0, wall=1.0))
    view.fold(on_the_hob)
    for step in range(5):
        scene.draw(canvas, look(view, 30.0 + 50.0 * step, wall=2.0 + step))
