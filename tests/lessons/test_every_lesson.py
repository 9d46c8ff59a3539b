"""Each lesson of the book is proved: see `kitchen.lessons.judging.check`."""

from __future__ import annotations

import re

import msgspec
import pytest

from kitchen.lessons import goal, lesson, steps
from kitchen.lessons.book import SHELF, chapter_in, chapters, every_lesson, find_lesson, names
from kitchen.lessons.judging.check import faults
from kitchen.lessons.lesson import LessonError


@pytest.mark.parametrize("name", names())
def test_the_lesson_is_proved(name: str) -> None:
    assert faults(find_lesson(name)) == []


def test_the_template_is_proved() -> None:
    assert faults(find_lesson(str(SHELF / "template"))) == []


def test_the_template_shows_every_key() -> None:
    text = (SHELF / "template" / "lesson.toml").read_text("utf-8")
    structs = [
        thing for module in (steps, goal, lesson) for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, msgspec.Struct)
    ]  # fmt: skip
    keys = {key for struct in structs for key in struct.__struct_fields__}
    assert len(keys) > 50
    assert {key for key in keys if not re.search(rf"\b{key}\b", text)} == set()


def test_lessons_are_numbered_through_the_book() -> None:
    numbers = [one.number for one in every_lesson()]
    assert numbers == sorted(set(numbers)) and len(chapters()) == 7
    assert [one.name for one in every_lesson()] == names()
    assert all(find_lesson(str(one.number)) is find_lesson(one.name) for one in every_lesson())


def test_a_folder_of_lessons_is_a_chapter() -> None:
    chapter = chapter_in(SHELF, 8)
    assert {one.name for one in chapter.lessons} >= {*names(), "template"}
    assert chapter.title == "Lessons" and chapter.services == ()
    found = find_lesson("template", [chapter])
    assert found in chapter.lessons and found.number > 0 and found.chapter == "Lessons"


def test_what_is_no_lesson_is_told() -> None:
    with pytest.raises(LessonError, match="did you mean 'egg-and-chicken'"):
        find_lesson("egg-and-chiken")
    with pytest.raises(LessonError, match="no lesson in it"):
        chapter_in(SHELF / "template", 8)
    for nothing in ("", "0", "..", "no\x00name", "x" * 10_000):
        with pytest.raises(LessonError):
            find_lesson(nothing)
