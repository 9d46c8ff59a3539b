"""What is kept of a lesson: its stars, which of its steps are done, and the course under way."""

from __future__ import annotations

import msgspec

MOST_STARS = 3
"""The most that a lesson gives."""


class CourseMarks(msgspec.Struct, frozen=True, kw_only=True):
    """A course that was broken off, to go on with: see `kitchen.lessons.judging.stars.Course`."""

    done: list[str] = []
    within: list[str] = []
    missed: list[str] = []


class LessonMarks(msgspec.Struct, frozen=True, kw_only=True):
    """``stars`` are the best so far, 0 to 3; ``steps`` the ids of those that were ever done;
    ``passed``: somebody has come to its end, whatever was skipped, and has read what is said there;
    ``course`` is the one under way. Raises `ValueError` for a number of stars that cannot be."""

    stars: int = 0
    steps: list[str] = []
    passed: bool = False
    course: CourseMarks | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.stars <= MOST_STARS:
            raise ValueError(f"lessons.stars: 0 to {MOST_STARS}, not {self.stars!r}")

    def after(self, course: CourseMarks, stars: int, whole: bool) -> LessonMarks:
        """The same once a course has come so far, with so many stars; ``whole``: all of it is done.
        What was better stays."""
        steps = [*self.steps, *(step for step in course.done if step not in self.steps)]
        return LessonMarks(
            stars=max(stars, self.stars),
            steps=steps,
            passed=self.passed or whole,
            course=None if whole else course,
        )

    def gone_through(self) -> LessonMarks:
        """The same once its end was read; the next time it begins anew."""
        return LessonMarks(stars=self.stars, steps=self.steps, passed=True)
