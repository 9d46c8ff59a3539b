"""Charts for a terminal: a row for each lane, in colour where it has any, in ASCII at worst."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from rich.text import Text

from kitchen.colours import LILAC, MINT, RED
from kitchen.report.timeline.axis import clock, ticks
from kitchen.report.timeline.kinds import COLOURS, WORDS
from kitchen.report.timeline.lanes import Chart, ChartLane
from kitchen.sim.view.segment import DEPTH, SegmentKind
from kitchen.sim.view.uppermost import Bar
from kitchen.terminal import printable

LETTERS: dict[SegmentKind, str] = {
    "hands": "█", "cooking": "━", "ready": "▒", "burning": "▓", "staring": "░", "blocked": "┄",
}  # fmt: skip
ASCII: dict[SegmentKind, str] = {
    "hands": "#", "cooking": "-", "ready": "/", "burning": "!", "staring": "o", "blocked": ".",
}  # fmt: skip
SERVED, LOST, ASCII_SERVED, ASCII_LOST = "✓×+x"
LEVELS, ASCII_LEVELS = " ▁▂▃▄▅▆▇█", " 123456789"
"""How many of many chefs have their hands on a dish: none to all of them."""

SHARE = 1 / 3
"""Of its width a cell shows what lies uppermost in it, from so much of it on."""

NAME, LEAST = 22, 20
"""Columns of a lane's name at most, and of its bars at least."""

MOST_ROWS = 24
"""Of the dishes of one kitchen."""

TICK = 12
"""Columns between two ticks, at least."""

GAP = "   "
"""Between two letters' meanings."""


class TerminalChart:
    """Writes charts ``width`` columns wide, all on one axis of time up to ``end`` (seconds)."""

    def __init__(self, width: int, end: float, unicode: bool = True) -> None:
        self._name = min(NAME, max(4, width // 4))
        self._columns = max(LEAST, width - self._name - 1)
        self._width = self._name + 1 + self._columns
        self._end = end or 1.0
        self._unicode = unicode
        self._letters = LETTERS if unicode else ASCII

    def lines(self, charts: Sequence[Chart]) -> list[Text]:
        """The rows of all charts, the axis, and what the letters mean."""
        lines: list[Text] = []
        for chart in charts:
            if len(charts) > 1:
                lines += [Text(chart.mode, "bold")]
            lines += self._chart(chart)
        return [*lines, self._axis(), *self._legend(charts)]

    def _chart(self, chart: Chart) -> list[Text]:
        lines = [self._hands(chart.chefs)]
        lines += [self._dish(lane) for lane in chart.dishes[:MOST_ROWS]]
        if (more := len(chart.dishes) - MOST_ROWS) > 0:
            lines.append(Text(f"{'':{self._name}} and {more} more"))
        return lines

    def _row(self, name: str, cells: Iterable[tuple[str, str]]) -> Text:
        row = Text(no_wrap=True, overflow="crop")
        row.append(f"{_cut(printable(name), self._name, self._unicode):{self._name}} ")
        for style, same in groupby(cells, key=itemgetter(1)):
            row.append("".join(letter for letter, _ in same), style or None)
        row.rstrip()
        return row

    def _dish(self, lane: ChartLane) -> Text:
        cells = self._cells(lane.bars)
        served, lost = (SERVED, LOST) if self._unicode else (ASCII_SERVED, ASCII_LOST)
        for order, gone in lane.gone(self._end):
            at = min(self._columns - 1, self._column(gone))
            cells[at] = (served, MINT) if order.state == "served" else (lost, RED)
        return self._row(lane.name, cells)

    def _hands(self, chefs: Sequence[ChartLane]) -> Text:
        """One chef's own row; of many, how many of them have their hands on a dish."""
        if len(chefs) == 1:
            return self._row(chefs[0].name, self._cells(chefs[0].bars))
        busy = [0.0] * self._columns
        for lane in chefs:
            for bar in lane.bars:
                if bar.segment.kind == "hands":
                    for column, share in self._shares(bar):
                        busy[column] += share
        levels = LEVELS if self._unicode else ASCII_LEVELS
        most = len(levels) - 1
        return self._row(f"{len(chefs)} chefs", [
            (levels[min(most, -int(-most * of / len(chefs) // 1))], MINT) for of in busy
        ])  # fmt: skip

    def _cells(self, bars: Iterable[Bar]) -> list[tuple[str, str]]:
        seen: list[dict[SegmentKind, float]] = [{} for _ in range(self._columns)]
        for bar in bars:
            for column, share in self._shares(bar):
                kind = bar.segment.kind
                seen[column][kind] = seen[column].get(kind, 0.0) + share
        return [self._cell(shares) for shares in seen]

    def _cell(self, shares: dict[SegmentKind, float]) -> tuple[str, str]:
        kind = _shown(shares)
        return (" ", "") if kind is None else (self._letters[kind], COLOURS[kind])

    def _shares(self, bar: Bar) -> Iterable[tuple[int, float]]:
        """The columns that a bar touches, and how much of each it covers."""
        scale = self._columns / self._end
        left, right = bar.start * scale, min(bar.until(self._end) * scale, float(self._columns))
        for column in range(int(left), self._columns):
            if column >= right:
                break
            yield column, min(right, column + 1.0) - max(left, float(column))

    def _column(self, t: float) -> int:
        return int(t / self._end * self._columns)

    def _axis(self) -> Text:
        letters = [" "] * (self._columns + TICK)
        for t in ticks(self._end, max(1, self._columns // TICK)):
            at = self._column(t)
            words = ("╵" if self._unicode else "|") + clock(t)
            if at + len(words) <= self._columns + 1:
                letters[at : at + len(words)] = words
        return Text(f"{'':{self._name}} " + "".join(letters).rstrip(), LILAC, no_wrap=True)

    def _legend(self, charts: Sequence[Chart]) -> list[Text]:
        """What the letters mean, in as many lines as it takes."""
        lanes = [lane for chart in charts for lane in (*chart.chefs, *chart.dishes)]
        kinds = {bar.segment.kind for lane in lanes for bar in lane.bars}
        lines: list[Text] = []
        for kind in sorted(kinds, key=lambda kind: -DEPTH[kind]):
            meaning = f" {WORDS[kind]}"
            if not lines or lines[-1].cell_len + len(GAP + meaning) >= self._width:
                lines.append(Text(" " * (self._name + 1), no_wrap=True))
            else:
                lines[-1].append(GAP)
            lines[-1].append(self._letters[kind], COLOURS[kind]).append(meaning)
        return lines


def _shown(shares: dict[SegmentKind, float]) -> SegmentKind | None:
    """What a cell shows: the uppermost that fills enough of it, else whatever fills most."""
    enough = [kind for kind, share in shares.items() if share >= SHARE]
    if enough:
        return max(enough, key=DEPTH.__getitem__)
    return max(shares, key=lambda kind: (shares[kind], DEPTH[kind]), default=None)


def _cut(name: str, width: int, unicode: bool) -> str:
    if len(name) <= width:
        return name
    return name[: width - 1] + "…" if unicode else name[: width - 2] + ".."
