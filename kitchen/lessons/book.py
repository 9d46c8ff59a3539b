"""The book: its chapters with the lessons and services of each, in their order."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import msgspec

from kitchen.assets import find_assets
from kitchen.errors import meant_by
from kitchen.lessons.lesson import Lesson, LessonError, read_lesson
from kitchen.plain import told

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


@lru_cache(maxsize=1)
def _book() -> _Book:
    return msgspec.toml.decode((SHELF / "book.toml").read_bytes(), type=_Book)


@lru_cache(maxsize=1)
def _shelved() -> Mapping[str, tuple[int, str]]:
    """By name: the number of each lesson that is there, and the title of its chapter."""
    named = [(name, chapter.title) for chapter in _book().chapters for name in chapter.lessons]
    return {
        name: (number, title)
        for number, (name, title) in enumerate(named, start=1)
        if (SHELF / name / "lesson.toml").exists()
    }


@cache  # of the house there are as many as there are
def _of_the_house(name: str) -> Lesson:
    return read_lesson(SHELF / name, *_shelved()[name])


@lru_cache(maxsize=1)
def chapters() -> tuple[Chapter, ...]:
    """The seven of the house."""
    return tuple(
        Chapter(
            number,
            chapter.title,
            chapter.subtitle,
            tuple(_of_the_house(name) for name in chapter.lessons if name in _shelved()),
            tuple(chapter.services),
        )
        for number, chapter in enumerate(_book().chapters, start=1)
    )


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


def names() -> list[str]:
    """Of the lessons of the house, in their order."""
    return list(_shelved())


def find_lesson(name: str, more: Sequence[Chapter] = ()) -> Lesson:
    """A lesson by its number in the book, its name or its folder; only that one is read. Raises
    `LessonError`."""
    for own, (number, _) in _shelved().items():
        if name in (str(number), own):
            return _of_the_house(own)
    mine = [lesson for chapter in more for lesson in chapter.lessons]
    for lesson in mine:
        if name == lesson.name:
            return lesson
    folder = Path(name)
    with contextlib.suppress(OSError, ValueError):  # names that no folder can have
        if folder.is_dir():
            return read_lesson(folder)
    known = [*_shelved(), *(one.name for one in mine)]
    if meant := meant_by(name, known, alike=0.5):
        raise LessonError(f"unknown lesson {told(name)}: did you mean {meant!r}?")
    raise LessonError(f"unknown lesson {told(name)}: kitchen lesson list shows all of them")
