"""Pictures of the ghost future: in every mode, with several losses, and as a player may set it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pygame
import pytest
from tools.picturebook import SIZES, check, half
from tools.pointed import Pointed

from kitchen.cookbook.load import load_shift
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.sim.shift.modes import MODES

POINTED_AT = {"blocking": 6, "concurrent": 6, "parallel": 8, "hybrid": 3}
"""The table whose dish is pointed at, by mode."""

PICKS = (6, 2, 4)
SET: dict[str, dict[str, Any]] = {
    "contrast": {"high_contrast": True},
    "largest": {"text": "largest"},
    "calm": {"reduced_motion": True},
}


def draw(
    mode: str,
    table: int,
    size: tuple[int, int],
    file: Path,
    picks: tuple[int, ...] = (),
    **settings: Any,
) -> pygame.Surface:
    window = Window(size)
    pygame.event.clear()
    options = Options(load_shift("lunch-rush"), mode, seed=3, autopilot=True, at=655.0)
    try:
        game = Game(window, options)
        game.change(game.settings.but(**settings))
        Pointed(game, table, file, picks).show()
    finally:
        window.close()
    return half(pygame.image.load(file))


@pytest.mark.parametrize("mode", MODES)
def test_mode(mode: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    picture = draw(mode, POINTED_AT[mode], SIZES[""], tmp_path / "picture.bmp")
    check(picture, f"ahead-{mode}", request)


@pytest.mark.parametrize("size", SIZES)
def test_several_losses(size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The player decides, has picked three, and points at a fourth: the others burn."""
    picture = draw("concurrent", 8, SIZES[size], tmp_path / "picture.bmp", PICKS)
    check(picture, f"ahead-losses{size}", request)


@pytest.mark.parametrize("name", SET)
def test_setting(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    picture = draw("concurrent", 8, SIZES[""], tmp_path / "picture.bmp", PICKS, **SET[name])
    check(picture, f"ahead-{name}", request)
