"""Each lesson of the book is proved: its solution earns three stars, each mistake fails with
the words that it states, who does nothing earns none, and few words come before the first action.
"""

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


@pytest.mark.parametrize("name", names())
def test_it_can_be_lost_and_leads_to_pythons_own_page(name: str) -> None:
    lesson = find_lesson(name)
    assert lesson.wrong
    assert lesson.fields.debrief.link.startswith("https://docs.python.org/3/")


@pytest.mark.parametrize("kind", steps.KINDS)
def test_each_kind_of_step_is_in_three_lessons(kind: str) -> None:
    assert sum(kind in lesson.kinds for lesson in every_lesson()) >= 3


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
    assert [one.number for one in every_lesson()] == list(range(1, 32))
    assert len(chapters()) == 7
    folders = {path.parent.name for path in SHELF.glob("*/lesson.toml")}
    assert folders - {"template"} == set(names())
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
