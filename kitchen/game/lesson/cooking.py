"""A step at the stove: a service that is cooked by hand."""

from __future__ import annotations

from collections.abc import Callable

from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.lessons.judge import Verdict, shift_of
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.steps import BreakStep, CookStep


def cook_screen(
    game: Game,
    lesson: Lesson,
    step: CookStep | BreakStep,
    back: Screen,
    told: Callable[[Verdict], object],
) -> Screen:
    """The service of that step. ``told`` is given what came of it, before ``back`` shows again."""
    return ServiceScreen(game, shift_of(lesson, step), back)
