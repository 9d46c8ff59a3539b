"""Every lesson is played from its first step to its last, by keys, by mouse and by gamepad, as its
solution has it: that is three stars.

What is cooked at the stove, and what is written in an editor, is played in tests of its own; here
its answer is handed to the judge.
"""

from __future__ import annotations

import pytest
from tools.lessonhands import HANDS, PLAYERS, play_step
from tools.lessonplayer import BlindPlayer, LessonPlayer

from kitchen.game.lesson.debrief import DebriefCard
from kitchen.game.shell.window import Window
from kitchen.lessons.book import every_lesson
from kitchen.lessons.judging.judge import judged, solution
from kitchen.lessons.steps import BreakStep, CookStep, kind_of

LESSONS = {lesson.name: lesson for lesson in every_lesson()}


@pytest.mark.parametrize("way", HANDS)
@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_is_played_to_three_stars(name: str, way: str, window: Window) -> None:
    lesson = LESSONS[name]
    player = BlindPlayer(window, lesson)
    hand = HANDS[way](player)
    for index, step in enumerate(lesson.steps):
        screen = player.screen
        assert screen.sitting.here == index, "the step before led here"
        if kind_of(step) in PLAYERS:
            play_step(player, hand)
            hand.press(player.action)
        else:
            told(player)
    assert player.screen.sitting.course.stars == 3, player.screen.sitting.course.goals
    assert isinstance(player.screen.overlays[-1], DebriefCard)


def told(player: LessonPlayer) -> None:
    """Hand in the answer of a step that is not played on this screen, and go on."""
    screen, step = player.screen, player.screen.step
    verdict = judged(screen.lesson, step, solution(screen.lesson, step))
    assert verdict.works and verdict.par, verdict
    if isinstance(step, CookStep | BreakStep):
        screen.cooked(verdict)
        screen.rebuild()
    else:
        screen.tell(verdict)
        screen.skip()
