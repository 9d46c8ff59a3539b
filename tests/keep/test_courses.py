"""What is kept of lessons: courses are taken up, and nothing that was reached gets lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.keep.courses import course_of, keep_course, keep_passed
from kitchen.keep.keep import Keep
from kitchen.keep.lessonmarks import CourseMarks, LessonMarks
from kitchen.keep.progress import TUTORIAL, Progress, from_3
from kitchen.lessons.book import find_lesson
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.way import key_of

IDS = st.lists(st.sampled_from(["predict", "arrange", "why"]), unique=True)
COURSES = st.builds(CourseMarks, done=IDS, within=IDS, missed=IDS)


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    return find_lesson("egg-and-chicken")


def test_a_course_that_was_broken_off_is_taken_up(tmp_path: Path, lesson: Lesson) -> None:
    first, *_ = map(id_of, lesson.steps)
    course = course_of(Keep(tmp_path), lesson)
    course.done.add(first)
    course.missed.add(first)
    marks = keep_course(Keep(tmp_path), course)
    assert (marks.steps, marks.passed, marks.stars) == ([first], False, 0)
    again = course_of(Keep(tmp_path), lesson)
    assert (again.done, again.within, again.missed) == ({first}, set(), {first})


def test_one_that_was_done_to_its_end_begins_anew_and_its_stars_stay(lesson: Lesson) -> None:
    keep = Keep.nowhere()
    course = course_of(keep, lesson)
    course.done |= {id_of(step) for step in lesson.steps}
    course.within |= course.done
    assert keep_course(keep, course).stars == 3
    assert course_of(keep, lesson).done == set()
    marks = keep_course(keep, course_of(keep, lesson))
    assert marks.stars == 3 and marks.passed and set(marks.steps) == course.done


def test_a_lesson_that_was_skipped_through_is_passed_without_a_star(lesson: Lesson) -> None:
    keep = Keep.nowhere()
    marks = keep_passed(keep, lesson)
    assert marks == keep.progress.marks(key_of(lesson)) == LessonMarks(passed=True)


def test_steps_that_a_lesson_has_no_more_are_forgotten(lesson: Lesson) -> None:
    keep = Keep.nowhere()
    marks = LessonMarks(course=CourseMarks(done=["gone"], missed=["gone"]))
    keep.change_progress(lambda now: now.with_marks(key_of(lesson), marks))
    course = course_of(keep, lesson)
    assert course.done == course.missed == set()


@settings(deadline=None)
@given(st.lists(st.tuples(COURSES, st.integers(0, 3), st.booleans())))
def test_nothing_reached_in_a_lesson_gets_lost(
    taken: list[tuple[CourseMarks, int, bool]],
) -> None:
    marks = LessonMarks()
    for course, stars, whole in taken:
        before, marks = marks, marks.after(course, stars, whole)
        assert set(marks.steps) == {*before.steps, *course.done}
        assert len(set(marks.steps)) == len(marks.steps)
        assert marks.stars == max(stars, before.stars)
        assert marks.passed == (before.passed or whole)
        assert (marks.course is None) == whole
    assert marks.gone_through().stars == marks.stars


@pytest.mark.parametrize("stars", [-1, 4])
def test_no_lesson_gives_such_stars(stars: int) -> None:
    with pytest.raises(ValueError, match=f"lessons.stars: 0 to 3, not {stars}"):
        LessonMarks(stars=stars)


@pytest.mark.parametrize(
    ("older", "knows"),
    [({}, False), ({"stars": {"full-house": 0}}, False), ({"tutorial_done": True}, True),
     ({"stars": {"full-house": 1}, "tutorial_done": False}, True)],
)  # fmt: skip
def test_who_knows_the_tutorial_need_not_take_its_lessons(
    older: dict[str, object], knows: bool
) -> None:
    now = from_3(older)
    assert set(now["lessons"]) == (set(TUTORIAL) if knows else set())
    assert {key: now[key] for key in older} == older


def test_a_name_of_a_lesson_may_be_that_of_a_shift() -> None:
    progress = Progress().with_stars("egg-and-chicken", 2)
    assert progress.marks("egg-and-chicken") == LessonMarks()
