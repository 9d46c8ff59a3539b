"""Results as tables for a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from kitchen.cookbook.career import CAREER
from kitchen.cookbook.load import load_shift, shift_names
from kitchen.menu import menu
from kitchen.report.amounts import NONE, dollars, per_dollar, seconds, times
from kitchen.runs.fair import SameTime, dishes_per_dollar
from kitchen.runs.result import Comparison, Result
from kitchen.sim.policy import POLICIES
from kitchen.sim.shift.modes import MODES
from kitchen.terminal import Door, printable

if TYPE_CHECKING:
    from kitchen.report.timeline.lanes import Chart

WIDE = 140
"""Columns of a pipe, at least."""

WIDEST = 1000
"""Columns up to which nothing is cut off."""


def result_table(result: Result) -> Table:
    """One kitchen, a row for each figure."""
    table = Table(title=f"{result.shift}, {result.mode}", box=None, show_header=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    pots = "at their pots" if result.attention == "stay" else "their pots"
    table.add_row("chefs", f"{result.chefs}, who {result.attention} {pots}")
    table.add_row("policy, seed", f"{result.policy}, {result.seed}")
    table.add_row("makespan", seconds(result.makespan))
    table.add_row("served", f"{result.served} of {result.orders}")
    table.add_row("burnt", str(result.burnt))
    table.add_row("walked out", str(result.walked_out))
    if result.open:
        table.add_row("open at closing", str(result.open))
    table.add_row("utilisation", f"{result.utilisation:.1%}")
    table.add_row("revenue", dollars(result.revenue))
    table.add_row("wages", dollars(result.wages))
    table.add_row("profit", dollars(result.profit))
    for star in result.stars:
        table.add_row("star" if star.earned else "no star", str(star))
    table.add_row("facts", f"{result.log.count}, sha256 {result.digest[:12]}")
    return table


def comparison_table(comparison: Comparison) -> Table:
    """Four kitchens, a row for each."""
    title = f"{comparison.shift}, seed {comparison.seed}: the same orders in four kitchens"
    table = Table(title=title, box=None, header_style="bold", pad_edge=False)
    table.add_column("kitchen", style="bold", no_wrap=True)
    for name in ("makespan", "served", "burnt", "walked out", "utilisation", "revenue", "wages",
                 "profit", "speed-up", "same time", "per $"):  # fmt: skip
        table.add_column(name, justify="right", no_wrap=True)
    for index, k in enumerate(comparison.kitchens):
        same = _same_time(comparison.in_same_time(k)) if index else NONE
        table.add_row(
            k.mode, seconds(k.makespan), f"{k.served}/{k.orders}", str(k.burnt), str(k.walked_out),
            f"{k.utilisation:.1%}", dollars(k.revenue), dollars(k.wages), dollars(k.profit),
            times(comparison.speedup(k)), same, per_dollar(dishes_per_dollar(k)),
        )  # fmt: skip
    return table


def _same_time(same: SameTime) -> str:
    """``12 : 1 by 79 s``: this kitchen, and the blocking one."""
    return f"{same.one} : {same.other} by {seconds(same.seconds)}"


def lists() -> list[Table]:
    """What there is to name on the command line."""
    shifts = [(name, load_shift(name).about) for name in shift_names()]
    career = [(name, load_shift(name).about) for name in CAREER]
    dishes = [
        (
            r.name,
            f"{r.title}, {dollars(r.price)}" + (f", waits {r.patience:g} s" if r.patience else ""),
        )
        for r in menu().values()
    ]
    modes = [(name, what) for name, (_, _, what) in MODES.items()]
    policies = [*POLICIES.items(), ("FILE.py:NAME", "your own function")]
    return [
        _list("Shifts", shifts),
        _list("Career", career),
        _list("Dishes", dishes),
        _list("Modes", modes),
        _list("Policies", policies),
    ]


def _list(title: str, rows: Sequence[tuple[str, str]]) -> Table:
    table = Table(title=title, title_justify="left", box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold", no_wrap=True, min_width=18)
    table.add_column()
    for row in rows:
        table.add_row(*row)
    return table


class _Console(Console):
    """Prints text as it is, fit for a terminal: a user's names may look like markup, or be obeyed.
    Raises `BrokenPipeError`, as `print` does."""

    def __init__(self, width: int | None = None, no_color: bool | None = None) -> None:
        # Its own colours are for the terminal to obey, so it writes to what is behind the door.
        out = sys.stdout.stream if isinstance(sys.stdout, Door) else None
        super().__init__(
            file=out, width=width, no_color=no_color, highlight=False, markup=False, emoji=False
        )

    def render_str(self, text: str, **options: Any) -> Text:
        """Every text of a table or of a line comes through here."""
        return super().render_str(printable(text), **options)

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def _least(console: Console, things: Sequence[object]) -> int:
    """The width of the tables that nothing may be cut off from. A line that the terminal breaks can
    still be read."""
    wide = console.options.update(max_width=WIDEST)
    tables = [thing for thing in things if isinstance(thing, Table)]
    fixed = [table for table in tables if all(column.no_wrap for column in table.columns)]
    return max((Measurement.get(console, wide, table).maximum for table in fixed), default=0)


def show(*things: object) -> None:
    """Print, in colour where the terminal has it; a pipe gets plain text of full width."""
    console = _Console()
    least = _least(console, things)
    if not console.is_terminal:
        console = _Console(width=max(WIDE, least), no_color=True)
    wide = _Console(width=least) if least > console.width else console
    for thing in things:
        # A sentence is broken where the terminal ends, however wide the table above it is.
        (wide if isinstance(thing, Table) else console).print(thing)


def show_charts(charts: Sequence[Chart | None]) -> None:
    """Print a row for each chef and dish of these kitchens, on one axis of time; of a kitchen with
    too many orders nothing."""
    drawn = [chart for chart in charts if chart is not None and chart.dishes]
    if not drawn:
        return
    from kitchen.report.timeline.terminal import TerminalChart  # a list draws none

    console = _Console()
    width = console.width if console.is_terminal else WIDE
    end = max(chart.end for chart in drawn)
    chart = TerminalChart(width, end, unicode=not console.options.ascii_only)
    show("", *chart.lines(drawn))
