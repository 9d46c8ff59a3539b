"""Lessons on paper: the handout and the class sheet."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from tools.template import whole_template

from kitchen.lessons.answers import questions
from kitchen.lessons.book import chapter_in, find_lesson
from kitchen.lessons.lesson import read_lesson
from kitchen.report.lessons.handout import handout
from kitchen.report.lessons.paper import prose
from kitchen.report.lessons.sheet import sheet_page, sheet_tables
from kitchen.report.tables import show

VOID = {"meta", "br"}


class Looking(HTMLParser):
    """Sees whether every tag is closed, what is asked for from outside, and the text."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.asks: list[str] = []
        self.text = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.asks += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """It is closed already."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text += data


def test_a_handout_has_every_kind_of_step_and_its_answers_behind(tmp_path: Path) -> None:
    lesson = read_lesson(whole_template(tmp_path / "tea"), 3, "Mine")
    assert set(lesson.kinds) == {
        "predict", "change", "why", "arrange", "write", "step", "cook", "break",
    }  # fmt: skip
    page = Looking(handout(lesson))
    assert page.open == [] and page.asks == [lesson.fields.debrief.link]
    work, _, key = page.text.partition("Answers")
    for step in lesson.steps:
        assert step.title in work and step.title in key
        assert step.says.replace("`", "") in work
    assert "await asyncio.gather(tea(), toast())" in key
    assert "order 2, order 1, order 1, order 2." in key
    assert "Toast is burnt." in work and "Toast is burnt." not in key


def test_what_is_written_in_a_lesson_is_text(tmp_path: Path) -> None:
    folder = whole_template(tmp_path / "tea")
    file = folder / "lesson.toml"
    nasty = "<script>x</script> & 'x'"  # control characters are refused as it is read
    text = file.read_text("utf-8").replace('title = "By hand"', f'title = "{nasty}"')
    file.write_text(text.replace('title = "Tea and toast"', f'title = "{nasty}"'), "utf-8")
    page = handout(read_lesson(folder)).decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_prose_shows_code_between_backticks_and_nothing_else_as_markup() -> None:
    assert prose("a `b < c` <i>\n`d") == "a <code>b &lt; c</code> &lt;i&gt; `d"


def test_the_sheet_has_the_lessons_and_all_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole_template(tmp_path / "tea")
    chapters = [chapter_in(tmp_path, 8)]
    page = Looking(sheet_page(chapters))
    assert page.open == [] and page.asks == []
    assert "Why did the first breakfast take 6:20? The toast was begun after the tea" in page.text
    assert all(one.answer.replace("`", "") in page.text for one in questions())
    for table in sheet_tables(chapters):
        show(table)
    told = capsys.readouterr().out
    assert "Tea and toast" in told and "The toast was begun after the tea." in told


@pytest.mark.parametrize("name", ["egg-and-chicken", "tongs-and-board"])
def test_lessons_of_the_book_can_be_printed(name: str) -> None:
    page = Looking(handout(find_lesson(name)))
    assert page.open == [] and "Answers" in page.text
