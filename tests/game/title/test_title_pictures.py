"""Pictures of the title screen: every spread of the book, at three sizes."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from tools.picturebook import SIZES, check, half

from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.game.title.saved import SavedCard
from kitchen.game.title.screen import TitleScreen
from kitchen.keep.lessonmarks import LessonMarks
from kitchen.keep.progress import Progress
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps

SPREADS = {"title": 0, "title-sharing": 3, "title-closing": 6, "title-article": 7}
"""A chapter with the bosses, one with a note, the last one, and the article's kitchens."""


def draw(
    spread: int, size: tuple[int, int], file: Path, progress: Progress | None = None
) -> pygame.Surface:
    """Half the size, as a picture test compares it."""
    window = Window(size)
    game = Game(window, Options(screenshot=file))
    game.keep.change_progress(lambda _: progress or some_stars())
    game.last_page.spread = spread
    try:
        TitleScreen(game).show()
    finally:
        window.close()
    return half(pygame.image.load(file))


def some_stars() -> Progress:
    """Of a player who has come some way."""
    stars = {"soup-and-eggs": 3, "early-birds": 2, "pizza-corner": 1, "egg-and-chicken": 3}
    lessons = {
        "watch-it-boil": LessonMarks(stars=3, passed=True),
        "walk-away": LessonMarks(stars=1, passed=True),
        "one-oven": LessonMarks(stars=2, steps=["predict"]),
    }
    return Progress(stars=stars, improvements=["burner", "knives", "pots"], lessons=lessons)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("spread", SPREADS)
def test_picture(spread: str, size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    picture = draw(SPREADS[spread], SIZES[size], tmp_path / "picture.bmp")
    check(picture, f"{spread}{size}", request)


@pytest.mark.parametrize("size", SIZES)
def test_picture_of_ribbons(size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Shifts were only watched, or calm, some of them before they gave a star; one had help."""
    progress = some_stars().with_watched("pizza-corner").with_watched("fish-friday")
    progress = progress.with_watched("egg-and-chicken").with_watched("noodle-bar")
    progress = progress.with_calm("noodles-at-noon").but(helped=["early-birds"])
    for spread, name in ((4, "title-watched"), (7, "title-article-watched")):
        picture = draw(spread, SIZES[size], tmp_path / "picture.bmp", progress)
        check(picture, f"{name}{size}", request)


class Saved(TitleScreen):
    """With the card of what was saved open, photographed when it has come up."""

    file = Path()
    files: tuple[Path, ...] = ()
    frames = 0

    def pacing(self) -> Pacing:
        return Steps(1 / 60)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        self.frames += 1
        if self.frames == 2:
            card = SavedCard(self, lambda: self)
            card.files = list(self.files)
            self.open(card)
        elif self.frames == 30:
            self.window.save(self.file)
            self.leave(None)


SAVED = {
    "saved": (
        "daily_2026-11-22-20261122-hybrid-0123456789ab.json",
        "soup-and-eggs-0-concurrent-0123456789ab.json",
        *(f"sandbox-{n}.toml" for n in range(9, 0, -1)),
    ),
    "saved-nothing": (),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SAVED)
def test_saved(name: str, size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    window = Window(SIZES[size])
    screen = Saved(Game(window))
    screen.file = tmp_path / "picture.bmp"
    screen.files = tuple(tmp_path / file for file in SAVED[name])
    screen._daily = list  # type: ignore[method-assign]  # it hangs on the day
    try:
        screen.show()
    finally:
        window.close()
    check(half(pygame.image.load(screen.file)), f"{name}{size}", request)
