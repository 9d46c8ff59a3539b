"""Lessoning: what ``kitchen lesson`` does, a function for each of its actions."""

from __future__ import annotations

import argparse
import shlex
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kitchen.errors import KitchenError, nearest
from kitchen.terminal import complain

if TYPE_CHECKING:
    from kitchen.lessons.book import Chapter
    from kitchen.lessons.lesson import Lesson

MANY = 1_000
"""Lessons that may be named at once."""

TAKES = {
    "list": (0, 0),
    "play": (1, 1),
    "check": (0, MANY),
    "new": (1, 1),
    "handout": (1, 1),
    "sheet": (0, 0),
}
"""How many lessons each action takes, at least and at most."""

BELONGS = {
    "solution": ("check",),
    "html": ("handout", "sheet"),
    "size": ("play",),
    "frames": ("play",),
    "screenshot": ("play",),
}
"""Options that not every action has."""


def lesson(options: argparse.Namespace) -> int:
    """Do what was asked; the exit status: 1 for a lesson that is not proved, 2 for one that cannot
    be read."""
    _look(options)
    actions = {
        "list": _list, "play": _play, "check": _check, "new": _new, "handout": _handout,
        "sheet": _sheet,
    }  # fmt: skip
    return actions[options.action](options)


def _look(options: argparse.Namespace) -> None:
    """Raises `KitchenError` for what does not go together."""
    if options.action not in TAKES:
        raise KitchenError(nearest("action", options.action, TAKES))
    for name, actions in BELONGS.items():
        if getattr(options, name) is not None and options.action not in actions:
            raise KitchenError(f"--{name} belongs to kitchen lesson {' and '.join(actions)}")
    least, most = TAKES[options.action]
    count = len(options.named)
    if count < least:
        what = "say what it is called" if options.action == "new" else "say which lesson"
        raise KitchenError(f"kitchen lesson {options.action}: {what}")
    if count > most:
        left = " ".join(options.named[most:])
        raise KitchenError(f"kitchen lesson {options.action}: one word too many: {left}")


def own_chapters(folder: Path | None) -> tuple[Chapter, ...]:
    """Of the lessons in that folder, behind those of the book."""
    if folder is None:
        return ()
    from kitchen.lessons.book import chapter_in, chapters

    return (chapter_in(folder, len(chapters()) + 1),)


def _list(options: argparse.Namespace) -> int:
    from kitchen.lessons.book import chapters
    from kitchen.report.lessons.listing import listing
    from kitchen.report.tables import show

    for table in listing((*chapters(), *own_chapters(options.lessons))):
        show(table, "")
    return 0


def _check(options: argparse.Namespace) -> int:
    """A line for each lesson that is proved, and for each fault of one that is not."""
    if options.solution is not None and len(options.named) != 1:
        raise KitchenError("--solution holds the answers to one lesson: say which")
    status = 0
    for each in _asked(options):
        if isinstance(each, KitchenError):
            complain(str(each))
            status = 2
        else:
            status = max(status, _prove(each, options.solution))
    return status


def _asked(options: argparse.Namespace) -> Iterator[Lesson | KitchenError]:
    """The lessons named, or all; what is wrong with one that cannot be read."""
    from kitchen.lessons.book import find_lesson, names

    more = own_chapters(options.lessons)
    own = [one.name for chapter in more for one in chapter.lessons]
    for name in options.named or (own if options.lessons else names()):
        try:
            yield find_lesson(name, more)
        except KitchenError as error:
            yield error


def _prove(lesson: Lesson, solution: Path | None) -> int:
    from kitchen.lessons.judging.check import by_answers, faults

    began = time.perf_counter()
    found: Sequence[str] = (
        faults(lesson) if solution is None else list(by_answers(lesson, solution))
    )
    took = time.perf_counter() - began
    for fault in found:
        print(fault)
    if not found:
        what = "proved" if solution is None else f"{solution}: three stars"
        print(f"{lesson.name}: {what} ({took:.1f} s)")
    return 1 if found else 0


def _new(options: argparse.Namespace) -> int:
    from kitchen.lessons.making import make_lesson

    folder = (options.lessons or Path()) / options.named[0]
    for file in make_lesson(folder):
        print(file)
    print(f"Change them, then: kitchen lesson check {shlex.quote(str(folder))}")
    return 0


def _play(options: argparse.Namespace) -> int:
    from kitchen.cli.arguments import size
    from kitchen.cli.outputs import check_output
    from kitchen.cli.requirements import check_requirements
    from kitchen.lessons.book import find_lesson

    check_requirements()
    check_output(options.screenshot)
    more = own_chapters(options.lessons)
    lesson = find_lesson(options.named[0], more)
    from kitchen.game.app import Options, play

    return play(
        Options(
            lesson=lesson,
            chapters=more,
            speed=options.speed,
            size=None if options.size is None else size(options.size),
            frames=options.frames,
            screenshot=options.screenshot,
        )
    )


def _handout(options: argparse.Namespace) -> int:
    if options.html is None:
        raise KitchenError("kitchen lesson handout: say where to write it: --html FILE.html")
    from kitchen.lessons.book import find_lesson

    lesson = find_lesson(options.named[0], own_chapters(options.lessons))

    def made() -> bytes:
        from kitchen.report.lessons.handout import handout

        return handout(lesson)

    _write(options.html, made)
    return 0


def _sheet(options: argparse.Namespace) -> int:
    """As a page, or as tables."""
    from kitchen.lessons.book import chapters

    every = (*chapters(), *own_chapters(options.lessons))
    if options.html is not None:

        def made() -> bytes:
            from kitchen.report.lessons.sheet import sheet_page

            return sheet_page(every)

        _write(options.html, made)
        return 0
    from kitchen.report.lessons.sheet import sheet_tables
    from kitchen.report.tables import show

    for table in sheet_tables(every):
        show(table, "")
    return 0


def _write(path: Path, made: Callable[[], bytes]) -> None:
    """The file, whole or not at all; refused before any work is done."""
    from kitchen.cli.outputs import check_output, output_bit_by_bit

    check_output(path)
    data = made()
    with output_bit_by_bit(path) as write:
        write(data)
    print(f"{path}: open it in a browser, and print it")
