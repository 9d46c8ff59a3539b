"""Courses: a lesson is taken up where somebody left it, and what was reached in it is kept."""

from __future__ import annotations

from collections.abc import Callable

from kitchen.keep.keep import Keep
from kitchen.keep.lessonmarks import CourseMarks, LessonMarks
from kitchen.lessons.judging.stars import Course
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.way import key_of


def course_of(keep: Keep, lesson: Lesson) -> Course:
    """As far as somebody is in it; one that was done to its end begins anew."""
    course = Course(lesson)
    marks = keep.progress.marks(key_of(lesson)).course
    if marks is not None:
        steps = {id_of(step) for step in lesson.steps}  # a lesson may have changed meanwhile
        course.done |= steps & set(marks.done)
        course.within |= steps & set(marks.within)
        course.missed |= steps & set(marks.missed)
    return course


def keep_course(keep: Keep, course: Course) -> LessonMarks:
    """A step has been judged, shown or skipped: keep how far the course is, at once."""
    marks = CourseMarks(
        done=sorted(course.done), within=sorted(course.within), missed=sorted(course.missed)
    )
    stars, whole = course.stars, course.goals[0]
    return _changed(keep, course.lesson, lambda now: now.after(marks, stars, whole))


def keep_passed(keep: Keep, lesson: Lesson) -> LessonMarks:
    """The end of a lesson has been read, whatever was skipped before."""
    return _changed(keep, lesson, LessonMarks.gone_through)


def _changed(
    keep: Keep, lesson: Lesson, change: Callable[[LessonMarks], LessonMarks]
) -> LessonMarks:
    key = key_of(lesson)
    progress = keep.change_progress(lambda now: now.with_marks(key, change(now.marks(key))))
    return progress.marks(key)
