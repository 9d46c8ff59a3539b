"""A diagnosis in a terminal: its parts, the critical path as chart and list, what was tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from typing import TypeVar

from rich.table import Table

from kitchen.lab.why.diagnosis import Diagnosis
from kitchen.lab.why.effects import Effect
from kitchen.lab.why.parts import WallPart, wall_part
from kitchen.lab.why.path import HANDS, Link
from kitchen.lab.why.turns import Doing
from kitchen.report.amounts import NONE, dollars, seconds
from kitchen.report.timeline.axis import clock
from kitchen.report.timeline.lanes import Chart, ChartLane
from kitchen.report.verdict import as_text
from kitchen.report.why.sentence import sentence
from kitchen.report.why.words import CHEFS, WALL, adding_up, named
from kitchen.sim.view.segment import Segment, SegmentKind
from kitchen.sim.view.uppermost import Bar

LISTED = 30
"""Links of a path that are listed, the last ones: the rest is in the chart, and in ``--json``."""

SHOWN: Mapping[WallPart, SegmentKind] = {
    "hands": "hands",
    "line_for_hands": "hands",
    "line_for_station": "blocked",
    "staring": "staring",
    "cooking": "cooking",
    "blocked": "blocked",
    "unpicked": "ready",
}
"""As what the path's own row of a chart shows it; the rest is a gap."""

DONE: Mapping[Doing, SegmentKind] = {
    "hands": "hands",
    "staring": "staring",
    "cooking": "cooking",
    "blocked": "blocked",
    "unpicked": "ready",
}
"""What the dish itself is seen to do meanwhile."""


def parts_table(many: Sequence[Diagnosis]) -> Table:
    """Where the time of each kitchen went: along its critical path, and over its chefs. The figures
    of both add up."""
    table = Table(title="Where the time went", box=None, header_style="bold", pad_edge=False)
    table.add_column("along the critical path", style="bold", no_wrap=True)
    for of in many:
        table.add_column(of.result.mode, justify="right", no_wrap=True)
    _rows(table, WALL, [of.parts.wall for of in many])
    table.add_row("makespan", *(seconds(of.result.makespan) for of in many), end_section=True)
    table.add_row("")
    table.add_row("the chefs’ time")
    _rows(table, CHEFS, [of.parts.chefs for of in many])
    paid = [seconds(of.result.chefs * of.result.makespan) for of in many]
    table.add_row("chefs x makespan", *paid)
    return table


P = TypeVar("P", bound=str)


def _rows(table: Table, words: Mapping[P, str], parts: Sequence[Mapping[P, Fraction]]) -> None:
    columns = [dict(zip(words, adding_up([each[part] for part in words]), strict=True))
               for each in parts]  # fmt: skip
    for part, says in words.items():
        if any(column[part] for column in columns):
            shown = (seconds(column[part]) if column[part] else NONE for column in columns)
            table.add_row(f"  {says}", *shown)


def changes_table(of: Diagnosis) -> Table:
    """Every change, what helps most first."""
    table = Table(
        title=f"What would help {of.result.mode}: each was really run",
        box=None, header_style="bold", pad_edge=False,
    )  # fmt: skip
    table.add_column("with", style="bold", no_wrap=True)
    for head in ("makespan", "saves", "served", "profit", "gains", ""):
        table.add_column(head, justify="right", no_wrap=True)
    for one in of.effects:
        table.add_row(named(one.change, one), *_figures(one), _judged(one))
    return table


def _figures(one: Effect) -> Iterator[str]:
    result = one.result
    if result is None:
        yield from [NONE] * 5
        return
    yield _fine(result.makespan)
    yield NONE if one.seconds is None else _fine(one.seconds)
    yield f"{result.served}/{result.orders}"
    yield dollars(result.profit)
    yield dollars(one.dollars)


def _fine(value: float) -> str:
    """Seconds; below one, to the millisecond: of a kitchen that takes no longer."""
    return seconds(value) if abs(value) >= 1.0 else f"{round(value, 3):g} s"


def _judged(one: Effect) -> str:
    if one.verdict == "harms" and not (one.plates or one.seconds):
        return "only costs money"
    return {
        "helps": "helps",
        "nothing": "changes nothing",
        "harms": "makes it worse",
        "stalls": "cannot be run",
    }[one.verdict]


# -- the path --------------------------------------------------------------------------------------


def path_table(of: Diagnosis) -> Table:
    table = Table(title="The critical path", box=None, header_style="bold", pad_edge=False)
    for head in ("from", "to", "seconds"):
        table.add_column(head, justify="right", no_wrap=True)
    table.add_column("dish", style="bold", no_wrap=True)
    table.add_column("what", no_wrap=True)
    rows = list(_stretches(of))
    if len(rows) > LISTED:
        table.add_row("", "", "", f"{len(rows) - LISTED} earlier links", "")
    for row in rows[-LISTED:]:
        table.add_row(*row)
    return table


def _stretches(of: Diagnosis) -> Iterator[tuple[str, str, str, str, str]]:
    """Links of one dish that count as the same are one row."""
    for (order, _, _), links in groupby(of.path, key=_same):
        several = list(links)
        first, last = several[0], several[-1]
        span = seconds(sum(link.seconds for link in several))
        yield clock(first.start), clock(last.end), span, _dish(of, order), _what(several)


def _same(link: Link) -> tuple[int | None, WallPart, str | None]:
    return link.order, wall_part(link), link.line


def _what(links: Sequence[Link]) -> str:
    """``bake: cooking, nobody needed``."""
    steps = ", ".join(dict.fromkeys(link.what for link in links if link.what))
    says = WALL[wall_part(links[0])]
    line = links[0].line
    if line is not None and line != HANDS:
        says = f"others in line for the {line}"
    return f"{steps}: {says}" if steps else says


def path_chart(of: Diagnosis) -> Chart:
    """The path, and below it the dishes that it leads through, each with its stretch alone."""
    lanes: dict[int, list[Bar]] = {}
    for link in of.path:
        if link.order is not None and link.doing in DONE:
            lanes.setdefault(link.order, []).append(_bar(link, DONE[link.doing]))
    shown = [link for link in of.path if wall_part(link) in SHOWN]
    path = ChartLane("Critical path", tuple(_bar(link, SHOWN[wall_part(link)]) for link in shown))
    dishes = (ChartLane(_dish(of, order), tuple(bars)) for order, bars in lanes.items())
    end = of.result.makespan
    return Chart(of.result.mode, (path,), tuple(dishes), end, end)


def _dish(of: Diagnosis, order: int | None) -> str:
    return "" if order is None else f"{order} {of.titles[order]}"


def _bar(link: Link, kind: SegmentKind) -> Bar:
    segment = Segment(kind, link.start, link.end, link.order or 0, link.part, link.chef, link.what)
    return Bar(segment, link.start, link.end)


def told(of: Diagnosis) -> str:
    """The sentence, in plain text."""
    return as_text(sentence(of))
