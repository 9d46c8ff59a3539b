"""Pictures of the title screen: every spread of the book, at three sizes."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from tools.picturebook import SIZES, check, half

from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.game.title.screen import TitleScreen
from kitchen.keep.progress import Progress

SPREADS = {"title": 0, "title-article": 1}


def draw(
    spread: int, size: tuple[int, int], file: Path, progress: Progress | None = None
) -> pygame.Surface:
    """Half the size, as a picture test compares it."""
    window = Window(size)
    game = Game(window, Options(screenshot=file))
    game.keep.change_progress(lambda _: progress or some_stars())
    game.bookmark.spread = spread
    try:
        TitleScreen(game).show()
    finally:
        window.close()
    return half(pygame.image.load(file))


def some_stars() -> Progress:
    """Of a player who has come some way."""
    stars = {"soup-and-eggs": 3, "early-birds": 2, "pizza-corner": 1, "egg-and-chicken": 3}
    return Progress(stars=stars, improvements=["burner", "knives", "chef"], tutorial_done=True)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("spread", SPREADS)
def test_picture(spread: str, size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    picture = draw(SPREADS[spread], SIZES[size], tmp_path / "picture.bmp")
    check(picture, f"{spread}{size}", request)


@pytest.mark.parametrize("size", SIZES)
def test_picture_of_ribbons(size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Two shifts were only watched, one of them before it gave a star."""
    progress = some_stars().with_watched("pizza-corner").with_watched("fish-friday")
    progress = progress.with_watched("egg-and-chicken").with_watched("noodle-bar")
    for spread, name in enumerate(("title-watched", "title-article-watched")):
        picture = draw(spread, SIZES[size], tmp_path / "picture.bmp", progress)
        check(picture, f"{name}{size}", request)
