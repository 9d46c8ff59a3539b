"""The README's pictures, and the command that makes them."""

from __future__ import annotations

import re
from pathlib import Path

import pygame
import pytest
from tools.picturebook import FAR_SHARE, MEAN, distance, half

from kitchen.assets import find_assets
from kitchen.game.screenshots import PICTURES, SIZE, make_all

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {path.stem: path for path in make_all(tmp_path_factory.mktemp("pictures"))}


def test_the_readme_shows_what_the_command_makes() -> None:
    shown = set(re.findall(r"\(assets/screenshots/(\w+)\.png\)", README.read_text("utf-8")))
    assert shown == set(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_the_pictures_are_those_of_today(made: dict[str, Path], name: str) -> None:
    """If not: ``python -m kitchen.game.screenshots``."""
    new, kept = (
        half(pygame.image.load(path))
        for path in (made[name], find_assets() / "screenshots" / f"{name}.png")
    )
    assert pygame.image.load(made[name]).get_size() == SIZE
    mean, far = distance(new, kept)
    assert mean <= MEAN and far <= FAR_SHARE
