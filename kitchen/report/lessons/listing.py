"""The list of lessons: a table for each chapter."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from kitchen.lessons.book import Chapter


def listing(chapters: Sequence[Chapter]) -> list[Table]:
    """Number, name, title, idea, minutes and kinds of steps of each lesson."""
    return [_table(chapter) for chapter in chapters if chapter.lessons]


def _table(chapter: Chapter) -> Table:
    title = f"{chapter.number} {chapter.title}: {chapter.subtitle}"
    table = Table(title=title, title_justify="left", box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right", min_width=2)
    table.add_column(style="bold", no_wrap=True, min_width=26)
    table.add_column(no_wrap=True, min_width=28)
    table.add_column(no_wrap=True, min_width=18)
    table.add_column(no_wrap=True, min_width=6)
    table.add_column()
    for one in chapter.lessons:
        minutes, kinds = f"{one.fields.minutes} min", ", ".join(one.kinds)
        number = str(one.number)
        table.add_row(number, one.name, one.title, one.fields.concept, minutes, kinds)
    return table
