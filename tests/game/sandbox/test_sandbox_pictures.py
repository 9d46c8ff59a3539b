"""Pictures of the sandbox at three sizes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from tools.picturebook import SIZES, check, half

from kitchen.game.sandbox.screen import SandboxScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window

LATE = 2500.0  # seconds of kitchen time


def draw(size: tuple[int, int], file: Path) -> pygame.Surface:
    """Two chefs and more guests, beside the kitchen as it was."""
    window = Window(size)
    try:
        screen = SandboxScreen(Game(window, Options(screenshot=file, at=LATE)))
        screen.wanted = replace(screen.twins.sandbox, chefs=2, every=60.0)
        screen.show()
    finally:
        window.close()
    return half(pygame.image.load(file))


@pytest.mark.parametrize("size", SIZES)
def test_picture(size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    check(draw(SIZES[size], tmp_path / "picture.bmp"), f"sandbox{size}", request)
