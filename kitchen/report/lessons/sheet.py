"""The sheet for a class: chapters and lessons with their minutes, and every question with its
answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table

from kitchen.lessons.answers import questions
from kitchen.lessons.book import Chapter
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.steps import WhyStep
from kitchen.report.lessons.paper import paper, prose, text

TITLE = "The Cookbook: a sheet for the class"


def sheet_tables(chapters: Sequence[Chapter]) -> Iterator[Table]:
    """For a terminal: a table for each chapter, and the questions that everybody asks."""
    for chapter in chapters:
        if chapter.lessons:
            title = f"{_title(chapter)}: {_minutes(chapter)}"
            yield _table(title, [row for one in chapter.lessons for row in _rows(one)])
    asked = [(_plain(one.asks), _plain(one.answer)) for one in questions()]
    yield _table("What everybody asks", asked)


def _table(title: str, rows: Sequence[tuple[str, ...]]) -> Table:
    table = Table(title=title, title_justify="left", box=None, show_header=False, pad_edge=False)
    for place in range(len(rows[0])):
        table.add_column(no_wrap=place + 1 < len(rows[0]), min_width=2)
    for row in rows:
        table.add_row(*row)
    return table


def _rows(lesson: Lesson) -> Iterator[tuple[str, ...]]:
    minutes, kinds = f"{lesson.fields.minutes} min", ", ".join(lesson.kinds)
    yield str(lesson.number), lesson.title, minutes, kinds
    for asks, answer in _asked(lesson):
        yield "", "", "", f"{_plain(asks)} {_plain(answer)}."


def _plain(words: str) -> str:
    return words.replace("`", "")


def _asked(lesson: Lesson) -> list[tuple[str, str]]:
    """The questions of its steps, with the right answers."""
    return [(s.question, s.answers[s.right]) for s in lesson.steps if isinstance(s, WhyStep)]


def _title(chapter: Chapter) -> str:
    return f"{chapter.number} {chapter.title}"


def _minutes(chapter: Chapter) -> str:
    return f"{sum(lesson.fields.minutes for lesson in chapter.lessons)} minutes"


def sheet_page(chapters: Sequence[Chapter]) -> bytes:
    """For paper: the same as one HTML file."""
    titles = {lesson.name: lesson.title for chapter in chapters for lesson in chapter.lessons}
    rows = [
        (prose(one.asks), prose(one.answer), text(titles.get(one.lesson, one.lesson)))
        for one in questions()
    ]
    body = [
        f"<header><h1>{TITLE}</h1></header>",
        *map(_section, (chapter for chapter in chapters if chapter.lessons)),
        f'<section class="turned"><h2>What everybody asks</h2><table>{"".join(map(_tr, rows))}'
        "</table></section>",
    ]
    return paper(TITLE, "\n".join(body))


def _section(chapter: Chapter) -> str:
    rows = "".join(_tr(_cells(lesson)) for lesson in chapter.lessons)
    return (
        f"<section><h2>{text(_title(chapter))}</h2>"
        f'<p class="quiet">{text(chapter.subtitle)}: {_minutes(chapter)}</p>'
        f'<table class="chapter">{_heads()}{rows}</table></section>'
    )


def _heads() -> str:
    heads = ("", "Lesson", "Minutes", "Steps", "Questions, and their answers")
    return f"<thead><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr></thead>"


def _cells(lesson: Lesson) -> tuple[str, ...]:
    asked = "<br>".join(f"{prose(asks)} <b>{prose(answer)}</b>" for asks, answer in _asked(lesson))
    name = f"<b>{text(lesson.title)}</b><br><code>{text(lesson.fields.concept)}</code>"
    return str(lesson.number), name, str(lesson.fields.minutes), ", ".join(lesson.kinds), asked


def _tr(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
