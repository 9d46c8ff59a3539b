"""Everything in this folder draws without a screen."""

from __future__ import annotations

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pygame
import pytest
from tools.ear import Ear
from tools.game_scenario import SOUP, Look

import kitchen.usercode.watching as watching
from kitchen.game.draw.art import Art
from kitchen.game.draw.cache import Lru, weight
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type
from kitchen.game.sandbox import screen as sandbox
from kitchen.game.service import screen as service
from kitchen.game.shell import screen as screens
from kitchen.game.shell.window import Window
from kitchen.game.signs.moment import Moment
from kitchen.sim.view.kitchenview import KitchenView


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for what each test's game keeps."""
    folder = tmp_path / "home"
    monkeypatch.setenv("KITCHEN_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test's own screen draws counts as a user's code, and a busy machine is slow."""
    monkeypatch.setattr(watching, "LIMIT", 30.0)


@pytest.fixture(autouse=True)
def garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    """The game has it collected before it builds a screen, which here takes longer than to build
    it: Python would look through all tests. It does so by itself now and then."""
    for module in (screens, service, sandbox):
        for name in ("clear_out", "settle"):
            monkeypatch.setattr(module, name, lambda: None, raising=False)


@pytest.fixture
def window() -> Iterator[Window]:
    """A small one: most tests ask what happens, not what it looks like."""
    window = Window((640, 360))
    pygame.event.clear()
    yield window
    window.close()


DRAWN: Lru[pygame.Surface] = Lru(400 << 20, weight)
"""What drawings and soft shadows look like, of all tests: of what a screen costs, a third."""


@pytest.fixture(autouse=True)
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What pygame has drawn for one test it need not draw for another."""
    rasterise, blur = pygame.image.load_sized_svg, pygame.transform.gaussian_blur

    def rasterised(file: BytesIO, size: tuple[int, int]) -> pygame.Surface:
        return DRAWN.get((file.getvalue(), size), lambda: rasterise(file, size))

    def blurred(surface: pygame.Surface, radius: int) -> pygame.Surface:
        key = (pygame.image.tobytes(surface, "RGBA"), surface.get_size(), radius)
        return DRAWN.get(hash(key), lambda: blur(surface, radius))

    monkeypatch.setattr(pygame.image, "load_sized_svg", rasterised)
    monkeypatch.setattr(pygame.transform, "gaussian_blur", blurred)


@pytest.fixture(scope="session")
def toolkit() -> Iterator[Kit]:
    pygame.display.init()
    stage = Stage((1280, 720))
    yield Kit(stage, Type(stage), Art(stage))
    pygame.display.quit()


@pytest.fixture
def canvas() -> pygame.Surface:
    return pygame.Surface((1280, 720))


@pytest.fixture
def look() -> Look:
    """A moment of a kitchen; every field can be given."""

    def make(view: KitchenView, now: float = 0.0, **fields: object) -> Moment:
        opened = view.opened
        values: dict[str, object] = {
            "wall": 0.0,
            "facts": (),
            "mode": opened.mode if opened else "concurrent",
            "attention": opened.attention if opened else "leave",
            "title": "Test shift",
            "seed": 0,
            "speed": 1.0,
            "paused": False,
            "autopilot": False,
            "tempo": 15.0,
            "sources": {"soup": SOUP},
            "stars": 1.5,
            "hover": None,
        }
        return Moment(view, now, **(values | fields))  # type: ignore[arg-type]

    return make


@pytest.fixture
def ear(look: Look) -> Ear:
    return Ear(look)
