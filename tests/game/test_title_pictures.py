"""Pictures of the title screen: every spread of the book, at three sizes."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.test_pictures import FAR_SHARE, GOLDEN, MEAN, NEW, distance
from kitchen.game.game import Game
from kitchen.game.options import Options
from kitchen.game.title.screen import TitleScreen
from kitchen.game.window import Window
from kitchen.keep.progress import Progress

SIZES = {"": (1280, 720), "-high": (1024, 768), "-large": (1920, 1080)}
SPREADS = {"title": 0, "title-article": 1}


def draw(spread: int, size: tuple[int, int], file: Path) -> pygame.Surface:
    """Half the size, as a picture test compares it."""
    window = Window(size)
    game = Game(window, Options(screenshot=file))
    game.keep.change_progress(lambda progress: some_stars())
    game.bookmark.spread = spread
    try:
        TitleScreen(game).show()
    finally:
        window.close()
    return pygame.transform.smoothscale(pygame.image.load(file), (size[0] // 2, size[1] // 2))


def some_stars() -> Progress:
    """Of a player who has come some way."""
    stars = {"soup-and-eggs": 3, "early-birds": 2, "pizza-corner": 1, "egg-and-chicken": 3}
    return Progress(stars=stars, improvements=["burner", "knives", "chef"], tutorial_done=True)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("spread", SPREADS)
def test_picture(spread: str, size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{spread}{size}.png"
    picture = draw(SPREADS[spread], SIZES[size], tmp_path / "picture.png")
    if request.config.getoption("--update-pictures"):
        pygame.image.save(picture, golden)
    assert golden.is_file(), f"{golden} is missing: run pytest --update-pictures"
    mean, far = distance(picture, pygame.image.load(golden))
    if mean > MEAN or far > FAR_SHARE:
        NEW.mkdir(parents=True, exist_ok=True)
        pygame.image.save(picture, NEW / golden.name)
    assert mean <= MEAN and far <= FAR_SHARE, f"see {NEW / golden.name}: {mean:.2f}, {far:.2%}"
