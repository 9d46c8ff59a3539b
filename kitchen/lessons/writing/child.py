"""The child: a process of its own that runs the program of one step, and writes what came of it.

``python -m kitchen.lessons.writing.child FOLDER STEP FILE``: the text that stands in the place of
what the step shows comes on standard input, the run goes into the file. Nothing that the program
does to its process reaches the game: it may end it, fill it, or never come to an end in it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import sys
from pathlib import Path

import kitchen.usercode.watching as watching
from kitchen.files import write_whole
from kitchen.lessons.judging.judge import tried
from kitchen.lessons.lesson import LessonError, read_lesson
from kitchen.lessons.steps import BreakStep, CookStep
from kitchen.lessons.writing.wire import packed

SECONDS = 8.0
"""Of wall time until the process ends, wherever the program is."""

STEP_SECONDS = 1.5
"""Of wall time that the program may take from one await to the next: its author waits for it."""

MOST_MEMORY = 2_000_000_000
"""Bytes that it may have, where the system can see to that."""


def main(folder: str, step: str, file: str) -> None:
    faulthandler.dump_traceback_later(SECONDS, exit=True)  # even out of a call of C
    text = sys.stdin.buffer.read().decode("utf-8")
    lesson = read_lesson(Path(folder))
    wanted = lesson.step(step)
    if isinstance(wanted, CookStep | BreakStep):
        raise LessonError(f"{lesson.name}: {step}: it has no program")
    watching.LIMIT = STEP_SECONDS
    _hold_back()
    write_whole(Path(file), packed(tried(lesson, wanted, text)))


def _hold_back() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    main(*sys.argv[1:])
