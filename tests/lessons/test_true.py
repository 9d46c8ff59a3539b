"""Programs of lessons print under asyncio itself what they print in the kitchen."""

from __future__ import annotations

import asyncio
import builtins
import contextlib
import gc
import io
import re
import selectors
import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from kitchen.errors import RecipeError
from kitchen.lessons.book import find_lesson, names
from kitchen.lessons.judging.judge import program, solution, source_of, tried
from kitchen.lessons.lesson import answers_in, id_of
from kitchen.lessons.running.program import Program
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import ArrangeStep, BreakStep, ChangeStep, CookStep, WriteStep

ELSEWHERE = re.compile(r"from kitchen|import time|thread|executor|socket|signal|input\(")
"""What a plain loop has not, or what takes real time."""


class Asleep(selectors.SelectSelector):
    """Who would sleep for some time is told at once that it has gone by."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        self.now += timeout or 0.0
        return super().select(0)


class PlainLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.asleep = Asleep()
        super().__init__(self.asleep)

    def time(self) -> float:
        return self.asleep.now


def plain(made: Program) -> list[str]:
    """What it prints on asyncio's own loop."""
    said = io.StringIO()
    code = compile(made.source, made.name, "exec", dont_inherit=True)
    with contextlib.redirect_stdout(said), warnings.catch_warnings(), _loops():
        warnings.simplefilter("ignore")
        with contextlib.suppress(Exception, asyncio.CancelledError):
            exec(code, {"__name__": "__main__", "__builtins__": builtins})
        gc.collect()  # what was never awaited is told of in here
    return said.getvalue().splitlines()


@contextlib.contextmanager
def _loops() -> Iterator[None]:
    """Whoever makes a loop gets a plain one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asyncio, "new_event_loop", PlainLoop)
        patch.setattr(asyncio.events, "new_event_loop", PlainLoop)
        yield


def tries(name: str) -> Iterator[tuple[str, Program, Run]]:
    """All programs of a lesson that a plain loop can run: as they stand, solved, and spoilt."""
    lesson = find_lesson(name)
    for step in lesson.steps:
        if isinstance(step, CookStep | BreakStep):
            continue
        answers: list[Any] = [None]
        if isinstance(step, ChangeStep | ArrangeStep | WriteStep):
            wrong = (answers_in(path).get(id_of(step)) for path in lesson.wrong)
            answers += [solution(lesson, step), *(answer for answer in wrong if answer)]
        for answer in answers:
            text = source_of(lesson, step, answer)
            if text != "":
                with contextlib.suppress(RecipeError):  # no Python: both say so
                    made = program(lesson, step, text)
                    if not ELSEWHERE.search(made.source):
                        yield id_of(step), made, tried(lesson, step, text)


def _told(lines: list[str]) -> list[str]:
    return [re.sub(r"0x[0-9a-f]+", "0x", line) for line in lines]


@pytest.mark.parametrize("name", names())
def test_it_prints_what_asyncio_prints(name: str) -> None:
    for step, made, run in tries(name):
        if run.trouble is None or run.trouble.kind not in ("stalled", "endless"):
            assert _told(plain(made)) == _told(run.prints), step
