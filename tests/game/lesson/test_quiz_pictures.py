"""Pictures of the questions of a lesson, its hints and its debrief, in all their dresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tools.lessonplayer import LessonPlayer
from tools.picturebook import CALM, SIZES, check, half
from tools.quizlesson import RIGHT, quiz_lesson

from kitchen.game.draw import contrast
from kitchen.game.lesson.doors import LessonDoors
from kitchen.game.lesson.quiz.predicting import PredictPanel
from kitchen.game.shell.window import Window
from kitchen.lessons.lesson import Lesson

Play = Callable[[LessonPlayer], object]


@contextmanager
def player_at(
    size: tuple[int, int], lesson: Lesson, here: int, **settings: object
) -> Iterator[LessonPlayer]:
    window = Window(size)
    try:
        yield LessonPlayer(window, lesson, here, LessonDoors(onward="Ten chefs"), **settings)
    finally:
        window.close()
        contrast.use(False)


def places(player: LessonPlayer) -> None:
    """Two cards are in order; nothing was run."""
    panel = player.screen.panel
    assert isinstance(panel, PredictPanel)
    panel.put(RIGHT[:2])


def predicts(player: LessonPlayer) -> None:
    """Two cards lie wrong, one does not lie at all, and the run is on its way."""
    panel = player.screen.panel
    assert isinstance(panel, PredictPanel)
    panel.put([RIGHT[1], RIGHT[0], RIGHT[2]])
    player.screen.judge()
    player.at(450.0)


def walks(player: LessonPlayer) -> None:
    """Amid the first moment: one task waits, the other is ready."""
    player.on("Next")
    player.on("Next")
    player.on("2")


def answers(player: LessonPlayer) -> None:
    player.press("2")
    player.at(300.0)


def ends(player: LessonPlayer) -> None:
    player.press("1", "2")
    player.screen.finish()


def asks(player: LessonPlayer) -> None:
    player.press("h")


def shown(player: LessonPlayer, play: Play, name: str, request: pytest.FixtureRequest) -> None:
    play(player)
    player.rest()
    check(half(player.screen.window.surface), name, request)


KINDS: dict[str, tuple[int, Play]] = {
    "ask": (0, places), "predict": (0, predicts), "walk": (1, walks), "why": (2, answers),
}  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_kind(kind: str, size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    here, play = KINDS[kind]
    with player_at(SIZES[size], quiz_lesson(tmp_path), here) as player:
        shown(player, play, f"lesson-{kind}{size}", request)


@pytest.mark.parametrize("kind", KINDS)
def test_calm(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    here, play = KINDS[kind]
    with player_at(SIZES[""], quiz_lesson(tmp_path), here, **CALM) as player:
        shown(player, play, f"lesson-{kind}-calm", request)


@pytest.mark.parametrize(("name", "here", "play"), [("debrief", 2, ends), ("help", 1, asks)])
def test_the_others(
    name: str, here: int, play: Play, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with player_at(SIZES[""], quiz_lesson(tmp_path), here) as player:
        shown(player, play, f"lesson-{name}", request)
