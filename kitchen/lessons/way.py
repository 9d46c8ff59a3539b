"""The way through the book: its lessons and services in their order, and where on it one goes on.

All of it is pure: what somebody has ``passed`` is kept elsewhere. A lesson is passed once its end
was read, whatever was skipped before; so nobody is held up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from kitchen.lessons.book import SHELF, Chapter
from kitchen.lessons.lesson import Lesson

Stage = Lesson | str
"""A lesson, or a service: a shift by name."""

Passed = Callable[[Stage], bool]


def key_of(lesson: Lesson) -> str:
    """Under what a lesson is kept: its name; one of somebody's own has its folder's before it."""
    if lesson.folder.parent == SHELF:
        return lesson.name
    return f"{lesson.folder.resolve().parent.name}/{lesson.name}"


def way(chapters: Iterable[Chapter]) -> tuple[Stage, ...]:
    """All of it, from the first lesson to the last service."""
    stages: list[Stage] = []
    for chapter in chapters:
        stages += chapter.lessons
        stages += chapter.services
    return tuple(stages)


def next_stage(stages: Sequence[Stage], passed: Passed) -> Stage | None:
    """Where one goes on: at the first that is not passed. None: all of it is."""
    return next((stage for stage in stages if not passed(stage)), None)


def following(stages: Sequence[Stage], stage: Stage) -> Stage | None:
    """What comes right after it; None: nothing, or it is not on the way."""
    index = stages.index(stage) if stage in stages else len(stages)
    return stages[index + 1] if index + 1 < len(stages) else None


def opened_by_lessons(stages: Sequence[Stage], passed: Passed) -> frozenset[str]:
    """The services before which all lessons are passed."""
    found = set()
    for stage in stages:
        if isinstance(stage, str):
            found.add(stage)
        elif not passed(stage):
            break
    return frozenset(found)
