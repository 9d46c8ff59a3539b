"""What the window keeps: bounded, whatever sizes it had and whatever was looked at."""

from __future__ import annotations

import functools
import gc
import importlib
import pkgutil
import typing
from collections.abc import Iterator

import pygame
import pytest

import kitchen.game
from kitchen.cookbook.load import load_shift
from kitchen.game.cards.settings import SettingsCard
from kitchen.game.draw import cache, paint
from kitchen.game.draw.art import PICTURES_KEPT, Art
from kitchen.game.draw.cache import (
    SURFACES,
    SURFACES_KEPT,
    SURFACES_MOST,
    Kept,
    Lru,
    forget,
    weight,
)
from kitchen.game.draw.type import TEXTS_KEPT, Type
from kitchen.game.sandbox.screen import SandboxScreen
from kitchen.game.scene.sprites import SPRITES_KEPT, Sprites
from kitchen.game.service.pause import PauseMenu
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.game.title.screen import TitleScreen
from kitchen.loop.pacing import Pacing, Steps

SIZES = [(320 + 17 * i % 240, 180 + 11 * i % 190) for i in range(100)]


def service(game: Game) -> Screen:
    return ServiceScreen(game, load_shift("dinner-rush"))


def paused(game: Game) -> Screen:
    screen = ServiceScreen(game, load_shift("dinner-rush"))
    screen.overlays += [
        PauseMenu(screen, screen.session, screen.act, print),
        SettingsCard(screen, "keys"),
    ]
    return screen


SCREENS = {"title": TitleScreen, "service": service, "menus": paused, "sandbox": SandboxScreen}
COUNTS = {"service": 100, "title": 25, "menus": 25, "sandbox": 25}


def alive(kind: type) -> int:
    gc.unfreeze()
    gc.collect()
    return sum(isinstance(thing, kind) for thing in gc.get_objects())


@pytest.fixture
def window() -> Iterator[Window]:
    window = Window(SIZES[0])
    pygame.event.clear()
    yield window
    window.close()


@pytest.mark.parametrize("name", SCREENS)
def test_after_many_sizes_no_more_is_kept_than_after_one(
    name: str, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every size is drawn once; then what another one left behind is gone."""
    screen = SCREENS[name](Game(window, Options()))
    before = alive(Type), alive(Art), alive(Sprites)
    sizes = iter(SIZES[: COUNTS[name]])
    weights: list[int] = []

    def pacing(_: Screen) -> Pacing:
        return Steps(1 / 60)

    def shown() -> None:
        """The desktop gives another size after a picture, never in the middle of one."""
        size = next(sizes, None)
        weights.append(SURFACES.weight)
        if size is None:
            screen.leave(None)
        else:
            pygame.display.set_mode(size, pygame.RESIZABLE)

    monkeypatch.setattr(type(screen), "pacing", pacing)
    monkeypatch.setattr(type(screen), "resting", lambda _: False)
    monkeypatch.setattr(window, "flip", shown)
    screen.show()
    assert len(weights) == COUNTS[name] + 1
    assert max(weights) <= SURFACES.limit == SURFACES_KEPT
    assert screen.kit.art._pictures.weight <= PICTURES_KEPT
    assert len(screen.kit.type._texts) <= TEXTS_KEPT
    # A few of each kind for this screen, not one for each size.
    kept = alive(Type) - before[0], alive(Art) - before[1], alive(Sprites) - before[2]
    assert all(count <= 3 for count in kept), kept


def test_a_function_that_is_kept_makes_each_surface_once_and_forgets_the_oldest() -> None:
    made: list[int] = []

    @cache.kept
    def square(side: int) -> pygame.Surface:
        made.append(side)
        return pygame.Surface((side, side), pygame.SRCALPHA)

    forget((1280, 720))
    one = square(1024)
    assert square(1024) is one and made == [1024]
    for side in range(1025, 1033):  # 4 MB each; there is room for six
        square(side)
    assert SURFACES.weight <= SURFACES_KEPT
    assert square(1024) is not one and made[-1] == 1024
    SURFACES.clear()
    assert len(SURFACES) == SURFACES.weight == 0


def test_small_surfaces_are_counted_too() -> None:
    forget((1280, 720))
    for n in range(2 * SURFACES_MOST):
        paint.disc(1, (n % 256, n // 256, 7))
    assert len(SURFACES) <= SURFACES_MOST


def test_a_large_window_keeps_more() -> None:
    forget((3840, 2160))
    assert SURFACES.limit == 4 * 3840 * 2160 * 4
    forget((1280, 720))
    assert SURFACES.limit == SURFACES_KEPT


def test_a_cache_weighs_what_is_in_it() -> None:
    kept: Lru[pygame.Surface] = Lru(10_000, weight)
    for side in (10, 20, 30, 40):
        kept.get(side, lambda side=side: pygame.Surface((side, side), pygame.SRCALPHA))  # type: ignore[misc]
    assert kept.weight == 4 * (20**2 + 30**2 + 40**2) - (4 * 20**2 if 20 not in kept else 0)
    kept.clear()
    assert (len(kept), kept.weight) == (0, 0)


def test_what_fails_to_be_made_is_not_kept() -> None:
    kept: Lru[int] = Lru(2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)
    assert kept.get("a", lambda: 7) == 7


def test_no_module_keeps_surfaces_in_a_cache_of_its_own() -> None:
    """`functools` counts values, not bytes: a few large ones are too many."""
    wrong = []
    for found in pkgutil.walk_packages(kitchen.game.__path__, "kitchen.game."):
        if found.name.startswith("kitchen.game.music"):
            continue  # no game ever makes its music: it ships the files
        module = importlib.import_module(found.name)
        for name, thing in vars(module).items():
            if isinstance(thing, functools._lru_cache_wrapper):
                returns = typing.get_type_hints(thing.__wrapped__).get("return")
                if returns is pygame.Surface or thing.cache_parameters()["maxsize"] is None:
                    wrong.append(f"{found.name}.{name}")
    assert wrong == []
    assert isinstance(paint.box, Kept) and SPRITES_KEPT <= PICTURES_KEPT
