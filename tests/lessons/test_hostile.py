"""Lessons that are broken, by mistake or on purpose: one line with the file and the key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tools.template import as_data, whole_template

from kitchen.cli.main import main
from kitchen.lessons.judging.check import by_answers, faults
from kitchen.lessons.lesson import LARGEST, LessonError, read_lesson

Way = tuple[str | int, ...]


@pytest.fixture(scope="module")
def tea(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return whole_template(tmp_path_factory.mktemp("lessons") / "tea")


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return whole_template(tmp_path / "tea")


def ways(data: Any, way: Way = ()) -> Iterator[Way]:
    """To every value of a document."""
    if way:
        yield way
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in pairs:
        if isinstance(value, dict | list):
            yield from ways(value, (*way, key))
        else:
            yield (*way, key)


def put(data: Any, way: Way, value: Any) -> None:
    for key in way[:-1]:
        data = data[key]
    data[way[-1]] = value


def test_the_whole_template_is_proved(tea: Path) -> None:
    assert faults(read_lesson(tea)) == []


WRONG = st.one_of(
    st.integers(-3, 10**18), st.floats(allow_nan=False, allow_infinity=False), st.booleans(),
    st.sampled_from(["", "..", "../../x", "\x1b[31m", "a\nb", "{", "{x}", "why", "x" * 500]),
    st.just([]), st.just({}), st.just([[1]]), st.just({"x": 1}),
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_stands_in_a_lesson_is_read_or_refused_in_a_line(
    tea: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    fields = as_data(tea)
    put(fields, data.draw(st.sampled_from(list(ways(fields)))), data.draw(WRONG))
    folder = tmp_path_factory.mktemp("broken") / "tea"
    folder.mkdir()
    for file in tea.glob("*.py"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "lesson.toml").write_text(tomli_w.dumps(fields), "utf-8")
    try:
        assert read_lesson(folder).steps
    except LessonError as error:
        assert str(error).startswith(f"{folder / 'lesson.toml'}: ")


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What the command says of a mistake: one line."""
    assert main(["lesson", *words]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and err.isprintable() is False
    assert err[:-1].isprintable() and len(err) < 900
    return err.removeprefix("kitchen: ").strip()


def spoil(lesson: Path, file: str, old: str, new: str) -> None:
    path = lesson / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('concept = "gather"', "concept = 3", "concept: Expected `str`, got `int`"),
        ('concept = "gather"', "", "Object missing required field `concept`"),
        ('concept = "gather"', "colour = 1", "Object contains unknown field `colour`"),
        ('kind = "predict"', 'kind = "guess"', "'guess'; the kinds are cook, predict, change"),
        ('kind = "predict"', 'kind = "predict"\nid = "a b"', "steps[0].id: a name of Python"),
        ('id = "lose"', "", "steps[7].id: solution.py cannot answer to 'break': give it an id"),
        ('id = "lose"', 'id = "cook"', "steps[7].id: two steps are called 'cook'"),
        ("right = 0", "right = 3", "steps[2]: three answers, and the number of the right one"),
        ('link = "https', 'link = "javascript', "debrief.link: an address that begins with https"),
        ('title = "', 'title = "\\u001b[31m', "title: a sign that cannot be shown: U+001B"),
        ('title = "', 'title = "' + "x" * 50, "title: too long: "),
        ('title = "', 'title = "a\\nb', "title: one line, not several"),
        ("minutes = 3", "minutes = 0", "minutes: Expected `int` >= 1"),
        ("makespan = 210 }", "makespan = nan }", "par.makespan: a number, not nan"),
        ("minutes = 3", "minutes = [[[", "not valid TOML"),
    ],
)
def test_file_key_and_reason_are_told(
    lesson: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, says: str
) -> None:
    spoil(lesson, "lesson.toml", old, new)
    line = told(capsys, "check", str(lesson))
    assert line.startswith(f"{lesson / 'lesson.toml'}: ") and says in line


def test_deep_and_large_and_binary_files_are_refused(
    lesson: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = lesson / "lesson.toml"
    for data in (
        b"x = " + b"[" * 50_000,
        b"#" * (LARGEST + 1),
        b"\xff\xfe\x00",
        b"a" + b".a" * 60_000 + b" = 1",
    ):
        file.write_bytes(data)
        assert told(capsys, "check", str(lesson)).startswith(f"{file}: ")
    file.unlink()
    assert told(capsys, "check", str(lesson)) == f"{file}: No such file or directory"
    assert "unknown lesson" in told(capsys, "check", str(lesson / "nowhere"))
    assert "unknown lesson" in told(capsys, "play", "a\x1bb")
    assert "no lesson in it" in told(capsys, "list", "--lessons", str(lesson.parent / "none"))


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("recipes.py", 'await timer("boil", 180)', "await asyncio.Event().wait()", "waits"),
        ("recipes.py", "async def tea() -> None:", "async def tea( -> None:", "recipes.py:6"),
        ("solution.py", "change = [0]", "change = [7]", "change: no token 7"),
        ("solution.py", "change = [0]", "change = 'x'", "change"),
        ("solution.py", "change = [0]", "changed = [0]", "solution.py: no answer 'change'"),
        ("solution.py", "change = [0]", "change = print(1)", "solution.py:6: an answer is a plain"),
        ("solution.py", "cook = [2, 1, 1, 2]", "cook = 'ab'", "cook"),
        ("solution.py", "cook = [2, 1, 1, 2]", "cook = [(1,)]", "cook"),
        ("wrong_no_call.py", "change = [0, 1]", "", "wrong_no_call.py: it answers no step"),
        ("wrong_no_call.py", "change = [0, 1]", "chance = [0]", "no step 'chance'"),
        ("wrong_no_call.py", "change = [0, 1]", "change = [0]", "change: it works"),
        ("wrong_no_call.py", '"""Nobody', '"""Somebody', "it says 'Nobody called"),
        ("lesson.toml", 'program = "recipes.py"', 'program = "../tea/recipes.py"', "a file beside"),
        ("lesson.toml", 'program = "recipes.py"', 'program = "gone.py"', "gone.py"),
        ("lesson.toml", 'shows = "breakfast"', 'shows = "supper"', "no function 'supper'"),
        ("lesson.toml", 'dish = "egg"', 'dish = "eg"', "cook.shift: "),
        (
            "lesson.toml",
            'old = "print"',
            'old = "await"',
            "tokens[1].old: 'await' stands in what is shown 2 times",
        ),
    ],
)
def test_what_is_not_proved_is_told_by_a_fault(
    lesson: Path, file: str, old: str, new: str, says: str
) -> None:
    spoil(lesson, file, old, new)
    found = faults(read_lesson(lesson))
    assert any(says in fault for fault in found), found


def test_somebodys_answers_are_measured_as_the_solution_is(lesson: Path) -> None:
    good, bad = lesson / "solution.py", lesson / "wrong_no_call.py"
    assert list(by_answers(read_lesson(lesson), good)) == []
    found = list(by_answers(read_lesson(lesson), bad))
    assert "the last line is gone" in found[0] and "1 of 3 stars" in found[1]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('["dish_breakfast"]', '["dish_bread.x", "nowhere"]', "picture: no drawing 'nowhere'"),
        ('tea = "Tea"', 'tee = "Tea"', "dishes: no program has a function 'tee'"),
        ('lane = "Toast"', 'lane = "Tost"', "why: proof.lane: no lane 'Tost'; there are: Chef"),
        ("until = 380", "until = 381", "why: proof.until: 381 s, but Toast is over at 380 s"),
        ("until = 380", "until = 210", "why: proof: from 210 to 210 s is no time"),
        ('extra = ["Toast is burnt."]', f"extra = {[f'{n}' for n in range(9)]}", "pieces to put"),
        ('"print", new', '"prints", new', "change: tokens[1].old: 'prints' stands"),
    ],
)  # fmt: skip
def test_what_a_lesson_names_is_there(lesson: Path, old: str, new: str, says: str) -> None:
    spoil(lesson, "lesson.toml", old, new)
    found = faults(read_lesson(lesson))
    assert any(says in fault for fault in found), found
    assert all("tea: " in fault for fault in found)


def test_what_is_shown_can_be_read(lesson: Path) -> None:
    text = (lesson / "lesson.toml").read_text("utf-8")
    head, change = text.split('kind = "change"')
    change = change.replace('shows = "breakfast"', "", 1)
    (lesson / "lesson.toml").write_text(f'{head}kind = "change"{change}', "utf-8")
    assert any(
        "lines, at most 20: name one function" in fault for fault in faults(read_lesson(lesson))
    )
