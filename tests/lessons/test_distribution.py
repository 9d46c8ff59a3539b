"""Ten thousand simulated programs, and where a player's own stands among them."""

from __future__ import annotations

import ast
import random
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.lessons.book import every_lesson, find_lesson
from kitchen.lessons.judging.judge import shown, solution
from kitchen.lessons.lesson import Lesson, LessonError
from kitchen.lessons.steps import WriteStep
from kitchen.lessons.writing import simulate
from kitchen.lessons.writing.distribution import (
    Distribution,
    bars,
    beats,
    best,
    distribution_of,
    lines_of,
    read_distributions,
    written,
)
from kitchen.lessons.writing.edits import EDITS, calls_itself, edited, plain
from kitchen.lessons.writing.simulate import main, simulated

STEPS = [
    pytest.param(lesson, step, id=lesson.name)
    for lesson in every_lesson()
    for step in lesson.steps
    if isinstance(step, WriteStep)
]
VALUES = st.dictionaries(st.integers(0, 5_000), st.integers(1, 900), min_size=1, max_size=20).map(
    lambda found: sorted(found.items())
)


# -- those of the house ----------------------------------------------------------------------------


@pytest.mark.parametrize(("lesson", "step"), STEPS)
def test_each_step_that_is_written_has_one(lesson: Lesson, step: WriteStep) -> None:
    found = distribution_of(lesson, step)
    assert found is not None, f"python -m kitchen.lessons.writing.simulate {lesson.name}"
    assert found.tried == simulate.PROGRAMS
    works = sum(count for _, count in found.makespan)
    assert works == sum(count for _, count in found.lines)
    assert works > 100
    own = lines_of(solution(lesson, step))
    assert 0.0 <= beats(found.lines, own) <= 1.0
    assert found.lines[0][0] <= own <= found.lines[-1][0] + 2


# -- figures -------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=40)
@given(values=VALUES, marks=st.lists(st.integers(0, 9_000), max_size=2), count=st.integers(1, 40))
def test_every_solution_stands_in_one_bar(
    values: list[tuple[int, int]], marks: list[float], count: int
) -> None:
    found = bars(values, marks, count)
    assert len(found) == count
    assert sum(bar.count for bar in found) == sum(number for _, number in values)
    assert all(found[0].low <= mark <= found[-1].high + 1e-6 for mark in marks)
    assert all(a.high == pytest.approx(b.low) for a, b in pairwise(found))


@settings(deadline=None, max_examples=40)
@given(values=VALUES, mine=st.integers(0, 5_000))
def test_a_better_figure_beats_no_fewer(values: list[tuple[int, int]], mine: int) -> None:
    assert beats(values, mine) >= beats(values, mine + 1)
    assert beats(values, best(values) - 1) == 1.0
    assert beats(values, values[-1][0]) == 0.0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("# no\n\n   # no\n", 0),
        ("a = 1  # yes\nb = 2\n", 2),
        ("tray = f(\n    1,\n    2,\n)\n", 1),
        ('"""All\nof this."""\nx = """\n\n"""\n', 2),
        ("def broken(:\n    '\n# no\n", 2),
    ],
)
def test_lines_that_say_something_are_counted(text: str, count: int) -> None:
    assert lines_of(text) == count


# -- edits ---------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 10**6), times=st.integers(1, 6))
def test_edits_keep_work_and_fire(seed: int, times: int) -> None:
    lesson = find_lesson("the-pass")
    text = plain(solution(lesson, lesson.step("write")))
    found = edited(text, random.Random(seed), times)
    for what in ('hands("dish up", 20)', 'timer("carry", 120)'):
        assert plain(what).strip() in found
    assert found == edited(text, random.Random(seed), times)


def test_every_edit_has_something_to_do() -> None:
    """Among the write steps of the house."""
    texts = [
        plain(text)
        for lesson in every_lesson()
        for step in lesson.steps
        if isinstance(step, WriteStep)
        for text in (shown(lesson, step), solution(lesson, step))
    ]
    with_lock = "import asyncio\nlock = asyncio.Lock()\n\nasync def main():\n    a = f()\n"
    locked = f"{with_lock}    async with lock:\n        b = g()\n    c = h()\n    await f()\n"
    tasked = f"{locked}    t = asyncio.create_task(f())\n    await t\n    await g()\n"
    for edit in EDITS:
        tries = [
            edit(text.splitlines(), random.Random(seed))
            for text in (*texts, tasked)
            for seed in range(12)
        ]
        assert any(tries), edit.__name__


def test_no_python_stays_as_it_is() -> None:
    assert plain("def (") == "def ("
    assert ast.parse(plain("f(\n  1,\n)\n\n# no\n"))
    assert plain("f(\n  1,\n)\n\n# no\n") == "f(1)\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("async def a(): await a()", True),
        ("def a(): b()\ndef b(): c()\ndef c(): a()", True),
        ("def a(): b()\ndef b(): pass\na()", False),
        ("def (", False),
    ],
)
def test_a_program_that_calls_itself_is_known(text: str, says: bool) -> None:
    assert calls_itself(text) is says


# -- the simulation ------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same() -> None:
    lesson = find_lesson("gather")
    step = lesson.step("write")
    assert isinstance(step, WriteStep)
    first = simulated(lesson, step, 15)
    assert first is not None
    assert first == simulated(lesson, step, 15)
    assert first.tried == 15
    assert read_back(first) == first


def read_back(found: Distribution) -> Distribution:
    return msgspec.json.decode(written({"write": found}), type=dict[str, dict[str, Distribution]])[
        "steps"
    ]["write"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("no-such-lesson", "no-such-lesson"),
        ("egg-and-chicken", "no step in which the player writes"),
    ],
)
def test_what_cannot_be_simulated_is_told_in_a_line(
    name: str, says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulate, "_be_impatient", lambda: None)
    assert main([name]) == 2
    told = capsys.readouterr().err
    assert says in told
    assert told.count("\n") == 1


# -- hostile files -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not JSON"),
        ("[]", "object"),
        ('{"steps": {"write": {"tried": 1, "makespan": [[1, 1]]}}}', "lines"),
        ('{"steps": {"write": {"tried": 1, "makespan": [], "lines": [[1, 1]]}}}', "pairs"),
        ('{"steps": {"write": {"tried": 1, "makespan": [[2, 1], [1, 1]], "lines": [[1, 1]]}}}',
         "makespan: the smallest first"),
        ('{"steps": {"write": {"tried": 1, "makespan": [[1, 0]], "lines": [[1, 1]]}}}', "from 1"),
        ('{"steps": {}, "more": 1}', "more"),
        ("[" * 5000, "distribution.json"),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_with_its_key(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "distribution.json"
    path.write_text(text)
    with pytest.raises(LessonError, match=says) as told:
        read_distributions(path)
    assert str(path) in str(told.value)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "distribution.json").mkdir()
    with pytest.raises(LessonError, match="directory"):
        read_distributions(tmp_path / "distribution.json")
