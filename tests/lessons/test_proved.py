"""Every lesson of the house is proved: its solution earns three stars, each of its mistakes fails
with the words that it states, who does nothing earns none, and few words come before the first
action."""

from __future__ import annotations

import pytest

from kitchen.lessons.book import SHELF, every_lesson
from kitchen.lessons.judging.check import faults
from kitchen.lessons.lesson import Lesson

LESSONS = every_lesson()


def test_the_book_has_31_lessons() -> None:
    assert [lesson.number for lesson in LESSONS] == list(range(1, 32))
    folders = {path.parent.name for path in SHELF.glob("*/lesson.toml")}
    assert folders - {"template"} == {lesson.name for lesson in LESSONS}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_it_is_proved(lesson: Lesson) -> None:
    assert faults(lesson) == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_it_can_be_lost_and_leads_to_pythons_own_page(lesson: Lesson) -> None:
    assert lesson.wrong
    assert lesson.fields.debrief.link.startswith("https://docs.python.org/3/")


@pytest.mark.parametrize(
    "kind", ["cook", "predict", "change", "arrange", "break", "write", "step", "why"]
)
def test_each_kind_of_step_is_in_three_lessons(kind: str) -> None:
    assert sum(kind in lesson.kinds for lesson in LESSONS) >= 3
