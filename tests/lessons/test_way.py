"""The way through the book: where one goes on, and what the lessons open."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.keep.progress import TUTORIAL
from kitchen.lessons.book import SHELF, Chapter, chapters, find_lesson
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.way import Stage, following, key_of, next_stage, opened_by_lessons, way

FIELDS = find_lesson("egg-and-chicken").fields


def lesson(number: int) -> Lesson:
    return Lesson(SHELF / f"lesson-{number}", FIELDS, number)


STAGES: tuple[Stage, ...] = way([
    Chapter(1, "One", "", (lesson(1), lesson(2)), ("soup", "roast")),
    Chapter(2, "Two", "", (lesson(3),), ("pizza",)),
    Chapter(3, "Three", "", (lesson(4),)),
])  # fmt: skip
PASSED = st.lists(st.sampled_from(STAGES))


def test_services_come_after_the_lessons_of_their_chapter() -> None:
    names = [stage if isinstance(stage, str) else stage.number for stage in STAGES]
    assert names == [1, 2, "soup", "roast", 3, "pizza", 4]


@settings(deadline=None)
@given(PASSED)
def test_one_goes_on_at_the_first_that_is_not_passed(passed: list[Stage]) -> None:
    found = next_stage(STAGES, passed.__contains__)
    assert (found is None) == (all(stage in passed for stage in STAGES))
    if found is not None:
        assert found not in passed
        assert all(stage in passed for stage in STAGES[: STAGES.index(found)])


@settings(deadline=None)
@given(PASSED)
def test_lessons_open_the_services_after_them(passed: list[Stage]) -> None:
    opened = opened_by_lessons(STAGES, passed.__contains__)
    for index, stage in enumerate(STAGES):
        if isinstance(stage, str):
            before = [one for one in STAGES[:index] if isinstance(one, Lesson)]
            assert (stage in opened) == all(one in passed for one in before)


@settings(deadline=None)
@given(PASSED)
def test_what_one_goes_on_with_is_never_locked(passed: list[Stage]) -> None:
    found = next_stage(STAGES, passed.__contains__)
    if isinstance(found, str):
        assert found in opened_by_lessons(STAGES, passed.__contains__)


def test_after_the_last_there_is_nothing() -> None:
    assert following(STAGES, "roast") is STAGES[4]
    assert following(STAGES, STAGES[-1]) is None
    assert following(STAGES, "no-such-service") is None


def test_lessons_of_ones_own_are_kept_apart_from_those_of_the_house(tmp_path: Path) -> None:
    assert key_of(lesson(1)) == "lesson-1"
    own = Lesson(tmp_path / "my-class" / "lesson-1", FIELDS)
    assert key_of(own) == "my-class/lesson-1"


def test_what_the_tutorial_told_is_told_by_the_first_lessons() -> None:
    first = tuple(lesson.name for lesson in chapters()[0].lessons)
    assert [name for name in TUTORIAL if name in first] == list(first[: len(TUTORIAL)])
