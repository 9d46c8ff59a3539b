"""``kitchen lesson``: what each action prints and writes, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from kitchen.cli.main import main
from kitchen.cli.parser import parse


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    assert main(["lesson", *words]) == status
    out, err = capsys.readouterr()
    assert (not out) if status == 2 else (not err)
    return out or err


def test_a_new_lesson_is_proved_at_once_and_listed(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = said(capsys, "new", "tea-for-two")
    assert "tea-for-two/lesson.toml" in told.replace("\\", "/")
    assert told.endswith("kitchen lesson check tea-for-two\n")
    assert said(capsys, "check", "tea-for-two").startswith("tea-for-two: proved (")
    assert "Tea for two" in said(capsys, "list", "--lessons", ".")
    assert said(capsys, "check", "--lessons", ".").startswith("tea-for-two: proved")
    assert "it is there already" in said(capsys, "new", "tea-for-two", status=2)


def test_faults_and_answers_of_somebodys_own(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "new", "tea")
    wrong = str(Path("tea") / "wrong_no_call.py")
    assert "the last line is gone" in said(capsys, "check", "tea", "--solution", wrong, status=1)
    good = str(Path("tea") / "solution.py")
    assert "three stars" in said(capsys, "check", "--solution", good, "tea")
    Path(wrong).write_text('"""Nobody."""\n', "utf-8")
    assert said(capsys, "check", "tea", status=1) == "tea: wrong_no_call.py: it answers no step\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["chek"], "unknown action 'chek': did you mean 'check'?"),
        (["list", "3"], "kitchen lesson list: one word too many: 3"),
        (["play"], "kitchen lesson play: say which lesson"),
        (["new"], "kitchen lesson new: say what it is called"),
        (["new", ".."], "a lesson's name has letters, digits and hyphens"),
        (["new", "no/where"], "No such file"),
        (["handout", "3"], "say where to write it: --html FILE.html"),
        (["handout", "3", "--html", "."], "it is a folder"),
        (["handout", "3", "--html", "no/where.html"], "there is no folder"),
        (["check", "--solution", "x.py"], "--solution holds the answers to one lesson"),
        (["list", "--html", "x.html"], "--html belongs to kitchen lesson handout and sheet"),
        (["sheet", "--size", "640x360"], "--size belongs to kitchen lesson play"),
        (["list", "--lessons", "nowhere"], "nowhere: no lesson in it"),
    ],
)
def test_what_does_not_go_is_told_in_a_line(
    capsys: pytest.CaptureFixture[str], words: list[str], says: str
) -> None:
    told = said(capsys, *words, status=2)
    assert says in told and told.startswith("kitchen: ") and told.count("\n") == 1


def test_pages_are_written_whole(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "handout", "egg-and-chicken", "--html", "egg.html")
    said(capsys, "sheet", "--html", "class.html")
    for name in ("egg.html", "class.html"):
        page = Path(name).read_text("utf-8")
        assert page.startswith("<!doctype html>") and page.endswith("</html>\n")


def test_names_may_stand_behind_options() -> None:
    options = parse(["lesson", "check", "--solution", "x.py", "3", "4"])
    assert options.named == ["3", "4"] and options.solution == Path("x.py")
    with pytest.raises(SystemExit):
        parse(["lesson", "check", "--what", "3"])
