"""The README's pictures: ``python -m kitchen.game.screenshots [FOLDER]`` makes them all.

It needs no screen. Every picture is the game itself, played by the autopilot.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from kitchen.assets import find_assets
from kitchen.cookbook.load import load_shift
from kitchen.game.app import play
from kitchen.game.input.actions import GoTo
from kitchen.game.lesson.screen import LessonScreen
from kitchen.game.sandbox.screen import SandboxScreen
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.game.title.screen import TitleScreen
from kitchen.keep.keep import Keep
from kitchen.keep.lessonmarks import LessonMarks
from kitchen.keep.progress import Progress
from kitchen.lessons.book import find_lesson
from kitchen.lessons.lesson import answers_in
from kitchen.loop.frames import Frame
from kitchen.runs.heat import Heat, the_four
from kitchen.terminal import doors

SIZE = (1280, 720)
MOMENT, LATER, CLOSED = 655.0, 785.0, 2500.0  # seconds of kitchen time in the lunch rush
LATER = 760.0
WAITED = 580.0  # of the lesson's dinner
STARS = {"soup-and-eggs": 3, "early-birds": 3, "pizza-corner": 2, "fish-friday": 1}
LESSONS = {
    "watch-it-boil": LessonMarks(stars=3, steps=["cook", "predict", "step", "why"], passed=True),
    "walk-away": LessonMarks(stars=2, steps=["cook", "predict", "change", "why"], passed=True),
    "egg-and-chicken": LessonMarks(steps=["predict", "cook"]),
}


def service(mode: str, at: float = MOMENT) -> Callable[[Path], object]:
    """The lunch rush in that kitchen at that time."""

    def make(file: Path) -> int:
        lunch = load_shift("lunch-rush")
        return play(Options(lunch, mode, seed=3, autopilot=True, at=at, size=SIZE, screenshot=file))

    return make


class LookingBack(ServiceScreen):
    """Looks at a moment that is past by the time of the picture."""

    def paint(self, frame: Frame) -> None:
        if frame.time >= self.options.at and self.session.lookback.sight is None:
            self.act(GoTo(MOMENT))
        super().paint(frame)


def past(file: Path) -> None:
    """The lunch rush looked back at, line by line."""
    lunch = load_shift("lunch-rush")
    options = Options(lunch, "concurrent", 3, autopilot=True, at=LATER, screenshot=file)
    window = Window(SIZE)
    try:
        LookingBack(Game(window, options, Keep.nowhere()), lunch).show()
    finally:
        window.close()


def screen(show: Callable[[Game], Screen]) -> Callable[[Path], object]:
    """A screen of its own, with the progress of somebody who has played a while."""

    def make(file: Path) -> None:
        keep = Keep.nowhere()
        improvements = ["burner", "knives", "pots", "burner"]
        keep.change_progress(
            lambda _: Progress(stars=STARS, improvements=improvements, lessons=LESSONS)
        )
        window = Window(SIZE)
        try:
            show(Game(window, Options(seed=3, screenshot=file, at=CLOSED), keep)).show()
        finally:
            window.close()

    return make


def sandbox(game: Game) -> Screen:
    """More guests, and a second chef."""
    shown = SandboxScreen(game)
    shown.wanted = replace(shown.twins.sandbox, chefs=2, every=60.0)
    return shown


def race(file: Path) -> int:
    """The four kitchens of the lunch rush at that time."""
    lunch = load_shift("lunch-rush")
    heat = Heat(lunch, the_four(lunch), 3)
    return play(Options(heat=heat, at=LATER, size=SIZE, screenshot=file))


class Arranging(LessonScreen):
    """Two lines of the article's dinner stand in the wrong order, and run."""

    def paint(self, frame: Frame) -> None:
        if self.sitting.verdict is None and self.panel is not None:
            self.panel.put(answers_in(self.lesson.folder / "wrong_waits_first.py")["arrange"])
            self.judge()
            self.playing.go_to(WAITED)
        super().paint(frame)


def lesson(game: Game) -> Screen:
    """The third, at the step in which lines are put in order."""
    dinner = find_lesson("egg-and-chicken")
    return Arranging(game, dinner, here=dinner.kinds.index("arrange"))


PICTURES: dict[str, Callable[[Path], object]] = {
    "title": screen(TitleScreen),
    "lesson": screen(lesson),
    "concurrent": service("concurrent"),
    "parallel": service("parallel"),
    "past": past,
    "results": service("concurrent", CLOSED),
    "sandbox": screen(sandbox),
    "race": race,
}


def make_all(folder: Path) -> list[Path]:
    """Make every picture; return their files. Raises `KitchenError` if one cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{name}.png" for name in PICTURES]
    for make, file in zip(PICTURES.values(), files, strict=True):
        make(file)
    return files


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else find_assets() / "screenshots"
    with doors():
        for made in make_all(target):
            print(made)
