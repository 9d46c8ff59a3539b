"""A player's program in a process of its own: whatever it does, the game hears what came of it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kitchen.lessons.writing.apart as apart
from kitchen.errors import KitchenError
from kitchen.lessons.book import find_lesson
from kitchen.lessons.judging.judge import Programmed, judged_run, solution, tried
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import ArrangeStep
from kitchen.lessons.writing.apart import Apart
from kitchen.lessons.writing.wire import packed, unpacked

MAIN = "async def dinner():\n    import os, sys\n    "


def _step() -> tuple[Lesson, Programmed]:
    lesson = find_lesson("egg-and-chicken")
    step = lesson.step("arrange")
    assert isinstance(step, ArrangeStep)
    return lesson, step


def _over(begun: Apart) -> Run:
    process = begun._process
    if process is not None and apart.PATIENCE:
        process.wait(30.0)
    run = begun.over()
    assert run is not None, "it goes on"
    return run


def _ran(text: str) -> Run:
    return _over(Apart(*_step(), text))


def test_what_comes_of_it_there_is_what_would_come_of_it_here() -> None:
    lesson, step = _step()
    text = solution(lesson, step)
    there, here = _ran(text), tried(lesson, step, text)
    assert there == here
    assert judged_run(step, there).par


@pytest.mark.parametrize(
    ("body", "kind", "line"),
    [
        ("sys.exit(3)", "SystemExit", 27),
        ("os._exit(3)", "SystemExit", 27),
        ("os.abort()", "gone", 0),
        ("while True: sys.stdout.write('a' * 9999); print('b' * 999)", "endless", 27),
        ("oops oops", "SyntaxError", 27),
        ("1 / 0", "ZeroDivisionError", 27),
    ],
)
def test_a_bad_end_is_told_with_its_line(body: str, kind: str, line: int) -> None:
    run = _ran(MAIN + body)
    assert run.trouble is not None
    assert (run.trouble.kind, run.trouble.line) == (kind, line)


def test_a_process_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "PATIENCE", 0.0)
    begun = Apart(*_step(), MAIN + "10 ** 10 ** 9")
    process = begun._process
    assert process is not None
    found = _over(begun)
    assert found.trouble is not None
    assert found.trouble.kind == "endless"
    assert process.poll() is not None


def test_a_python_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/no/such/python")
    found = _ran(MAIN + "pass")
    assert found.trouble is not None
    assert "cannot be run" in found.trouble.words


def test_what_it_leaves_behind_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    begun = Apart(*_step(), MAIN + "while True: pass")
    assert list(tmp_path.iterdir())
    process = begun._process
    del begun  # nobody wants to know any more
    assert process is not None and process.poll() is not None
    assert not list(tmp_path.iterdir())


# -- the wire ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "print('Grüße 🍳', float('inf'))",
        "await asyncio.Event().wait()",
        "asyncio.create_task(chicken()); await asyncio.sleep(1e-9); raise OSError('ä')",
    ],
)
def test_a_run_comes_through_whole(body: str) -> None:
    run = tried(*_step(), MAIN + body)
    assert unpacked(packed(run)) == run


def test_half_a_letter_becomes_a_question_mark() -> None:
    run = tried(*_step(), MAIN + "print('\\ud800'); raise ValueError('\\udfff')")
    found = unpacked(packed(run))
    assert [line.text for line in found.printed] == ["?"]
    assert found.trouble is not None
    assert found.trouble.words == "ValueError: ?"


@given(data=st.binary(max_size=50) | st.dictionaries(st.text(), st.booleans()).map(
    msgspec.msgpack.encode))  # fmt: skip
def test_other_bytes_are_no_run(data: bytes) -> None:
    with pytest.raises(KitchenError, match="no run"):
        unpacked(data)
