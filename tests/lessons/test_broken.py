"""A step to break is broken as soon as all is seen that it asks for, also what a dish says."""

from __future__ import annotations

import pytest

from kitchen.lessons.book import find_lesson
from kitchen.lessons.cooked import commands_of, cooked, shift_of
from kitchen.lessons.judge import solution
from kitchen.lessons.steps import BreakStep


@pytest.mark.parametrize(
    ("lesson", "name", "seen"),
    [("dropped-pan", "burn", 180.0), ("the-guest-leaves", "too_late", 195.0)],
)
def test_it_is_broken_when_the_dish_has_begun_again_or_is_cleared_away(
    lesson: str, name: str, seen: float
) -> None:
    found = find_lesson(lesson)
    step = found.step(name)
    assert isinstance(step, BreakStep)
    shift = shift_of(found, step)
    assert cooked(shift, step, commands_of(shift, solution(found, step))).makespan == seen
