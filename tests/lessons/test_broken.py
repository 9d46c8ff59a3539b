"""A step to break is broken as soon as all is seen that it asks for, also what a dish says."""

from __future__ import annotations

import pytest

from kitchen.lessons.book import find_lesson
from kitchen.lessons.cooking.cooked import commands_of, cooked, shift_of
from kitchen.lessons.judging.judge import solution
from kitchen.lessons.steps import BreakStep


@pytest.mark.parametrize(
    ("lesson", "name", "seen"),
    [("dropped-pan", "burn", 160.0), ("the-guest-leaves", "too_late", 180.0)],
)
def test_it_is_broken_as_soon_as_the_dish_says_so(lesson: str, name: str, seen: float) -> None:
    found = find_lesson(lesson)
    step = found.step(name)
    assert isinstance(step, BreakStep)
    shift = shift_of(found, step)
    assert cooked(shift, step, commands_of(shift, solution(found, step))).makespan == seen
