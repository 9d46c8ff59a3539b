"""Every lesson is played step by step, by keys, by mouse and by gamepad, as its solution has it."""

from __future__ import annotations

import pytest
from tools.lessonhands import HANDS, PLAYERS, LessonGame, play_step

from kitchen.game.shell.window import Window
from kitchen.lessons.book import every_lesson
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.steps import kind_of

LESSONS = {lesson.name: lesson for lesson in every_lesson()}


@pytest.mark.parametrize("way", HANDS)
@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_is_played_to_its_end(name: str, way: str, window: Window) -> None:
    lesson = LESSONS[name]
    for index in played(lesson):
        game = LessonGame(window, lesson, index)
        play_step(game, HANDS[way](game))
        verdict = game.screen.verdict
        assert verdict is not None and verdict.works and verdict.par, (index, verdict)


def played(lesson: Lesson) -> list[int]:
    """The numbers of the steps that this player knows how to play."""
    return [i for i, step in enumerate(lesson.steps) if kind_of(step) in PLAYERS]
