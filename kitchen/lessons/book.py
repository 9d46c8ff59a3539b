"""The book: its chapters with the lessons and services of each, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from kitchen.assets import find_assets
from kitchen.errors import nearest
from kitchen.lessons.lesson import Lesson, LessonError, read_lesson

SHELF = find_assets() / "lessons"
"""The folders of the house's own lessons, and ``book.toml``, which says where each belongs."""


class _Chapter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    subtitle: str
    lessons: list[str]
    services: list[str] = []


class _Book(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    chapters: list[_Chapter]


@dataclass(frozen=True)
class Chapter:
    """``services`` are shifts by name: they come after its lessons."""

    number: int
    title: str
    subtitle: str
    lessons: tuple[Lesson, ...]
    services: tuple[str, ...] = ()


@cache
def chapters() -> tuple[Chapter, ...]:
    """The seven of the house."""
    book = msgspec.toml.decode((SHELF / "book.toml").read_bytes(), type=_Book)
    number = 0
    made = []
    for index, chapter in enumerate(book.chapters, start=1):
        lessons = []
        for name in chapter.lessons:
            number += 1
            if (SHELF / name / "lesson.toml").exists():
                lessons.append(read_lesson(SHELF / name, number, chapter.title))
        services = tuple(chapter.services)
        made.append(Chapter(index, chapter.title, chapter.subtitle, tuple(lessons), services))
    return tuple(made)


def chapter_in(folder: Path, number: int) -> Chapter:
    """A chapter of somebody's own: the lessons in the folders of ``folder``, by name. Raises
    `LessonError` if there is none, or one is not written as one has to be."""
    found = sorted(path.parent for path in folder.glob("*/lesson.toml"))
    if not found:
        raise LessonError(f"{folder}: no lesson in it: a lesson is a folder with a lesson.toml")
    title = folder.resolve().name.replace("-", " ").replace("_", " ").capitalize()
    lessons = tuple(read_lesson(path, i, title) for i, path in enumerate(found, start=1))
    return Chapter(number, title, "Lessons of your own", lessons)


def every_lesson(more: Sequence[Chapter] = ()) -> list[Lesson]:
    return [lesson for chapter in (*chapters(), *more) for lesson in chapter.lessons]


def find_lesson(name: str, more: Sequence[Chapter] = ()) -> Lesson:
    """A lesson by its number in the book, its name or its folder. Raises `LessonError`."""
    lessons = every_lesson(more)
    for lesson in lessons:
        if name in (str(lesson.number), lesson.name):
            return lesson
    folder = Path(name)
    if (folder / "lesson.toml").exists() or folder.is_dir():
        return read_lesson(folder)
    raise LessonError(nearest("lesson", name, [lesson.name for lesson in lessons]))
