"""A drawing of charts: what stands where on a picture of 1920 px width, whoever paints it.

One kitchen fills it; several stand one below the other, on one axis of time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kitchen.colours import AUBERGINE, CREAM, LILAC, MAUVE, MINT, NIGHT, PLUM, RED
from kitchen.report.timeline.axis import clock, ticks
from kitchen.report.timeline.kinds import WORDS
from kitchen.report.timeline.lanes import Chart, ChartLane
from kitchen.sim.view.segment import DEPTH, SegmentKind
from kitchen.terminal import printable

WIDTH = 1920.0
MARGIN, NAMES = 56.0, 300.0  # px around everything, and for the names of lanes
LEFT, RIGHT = MARGIN + NAMES, WIDTH - MARGIN
TITLE, ABOUT, KITCHEN, AXIS, LEGEND = 74.0, 40.0, 58.0, 44.0, 56.0
"""Heights: of the title, a line below it, a kitchen's heading, the axis, the legend."""
LANE, LOWEST = 30.0, 9.0
LANES_HIGH = 1000.0
"""The lanes of all kitchens are lower where they would be higher than this in all."""
LETTERS = 0.49
"""About how wide a letter is, of its height."""
LEAST_TICKS = 110.0
"""Px between two ticks, at least."""

Face = Literal["display", "ui", "bold"]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    w: float
    h: float
    fill: str
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A bar of a lane: painted in the pattern of its kind. ``title``: what it is, in words."""

    x: float
    y: float
    w: float
    h: float
    kind: SegmentKind
    title: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """``y``: of the letters' foot."""

    x: float
    y: float
    text: str
    size: float
    fill: str
    face: Face = "ui"
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class EndMark:
    """How an order ended: a tick, or a cross. ``x``, ``y``: its middle."""

    x: float
    y: float
    size: float
    served: bool

    @property
    def colour(self) -> str:
        return MINT if self.served else RED

    @property
    def strokes(self) -> list[list[tuple[float, float]]]:
        """Its lines, each through these points."""
        ways = TICK if self.served else CROSS
        r = self.size / 2
        return [[(self.x + dx * r, self.y + dy * r) for dx, dy in way] for way in ways]


TICK = (((-1.0, 0.0), (-0.25, 0.7), (1.0, -0.7)),)
CROSS = (((-0.7, -0.7), (0.7, 0.7)), ((-0.7, 0.7), (0.7, -0.7)))

Shape = Box | ChartBar | Words | EndMark


@dataclass(frozen=True, slots=True)
class ChartPicture:
    height: float
    """Px; it is `WIDTH` wide."""
    shapes: tuple[Shape, ...]
    """The uppermost last."""


def draw(
    title: str, charts: Sequence[Chart], headings: Sequence[str], about: Sequence[str] = ()
) -> ChartPicture:
    """``headings``: a line for each kitchen; ``about``: lines below the title."""
    shapes = list(_Charts(title, charts, headings, about).shapes())
    bottom = max((s.y + s.h for s in shapes if isinstance(s, Box)), default=0.0)
    bottom += AXIS
    height = bottom + LEGEND + MARGIN / 2
    return ChartPicture(
        height, (Box(0, 0, WIDTH, height, NIGHT), *shapes, *_legend(charts, bottom))
    )


class _Charts:
    def __init__(
        self, title: str, charts: Sequence[Chart], headings: Sequence[str], about: Sequence[str]
    ) -> None:
        self._title, self._charts, self._headings, self._about = title, charts, headings, about
        self._end = max((chart.end for chart in charts), default=0.0) or 1.0
        self._banded = len(charts) > 1
        """Many chefs share a row, which tells how many of them are at work."""
        rows = sum(len(self._rows(chart)) for chart in charts) or 1
        self._pitch = max(LOWEST, min(LANE, LANES_HIGH / rows))

    def x(self, t: float) -> float:
        return LEFT + min(t, self._end) / self._end * (RIGHT - LEFT)

    def shapes(self) -> Iterator[Shape]:
        y = MARGIN + TITLE - 36.0
        yield Words(MARGIN, y, printable(self._title), 52.0, CREAM, "display")
        for line in self._about:
            for part in _wrapped(line, 26.0, RIGHT - MARGIN):
                y += ABOUT
                yield Words(MARGIN, y, part, 26.0, LILAC)
        y += 22.0
        for chart, heading in zip(self._charts, self._headings, strict=True):
            yield Words(MARGIN, y + KITCHEN - 22.0, printable(heading), 28.0, CREAM, "bold")
            y += KITCHEN
            rows = self._rows(chart)
            tall = len(rows) * self._pitch
            yield Box(MARGIN - 12, y - 6, RIGHT - MARGIN + 24, tall + 12, AUBERGINE, 12)
            yield from self._grid(y, tall)
            for lanes in rows:
                draws = self._lane(lanes[0], y) if len(lanes) == 1 else self._band(lanes, y)
                yield from draws
                y += self._pitch
            y += 10.0
        yield from self._axis(y)

    def _rows(self, chart: Chart) -> list[tuple[ChartLane, ...]]:
        """The lanes that share a row, from the top down."""
        together = self._banded and len(chart.chefs) > 1
        chefs = [chart.chefs] if together else [(lane,) for lane in chart.chefs]
        return [*chefs, *((lane,) for lane in chart.dishes)]

    def _ticks(self) -> list[float]:
        return ticks(self._end, int((RIGHT - LEFT) / LEAST_TICKS))

    def _grid(self, y: float, tall: float) -> Iterator[Shape]:
        for t in self._ticks():
            yield Box(self.x(t) - 0.75, y, 1.5, tall, PLUM)

    def _axis(self, y: float) -> Iterator[Shape]:
        yield Box(LEFT, y + 4, RIGHT - LEFT, 2, MAUVE)
        for t in self._ticks():
            anchor: Anchor = "end" if self.x(t) > RIGHT - 30 else "middle"
            yield Words(self.x(t), y + 36.0, clock(t), 22.0, LILAC, "ui", anchor)

    def _name(self, name: str, y: float) -> Iterator[Shape]:
        size = min(22.0, self._pitch * 0.8)
        if name and size >= 11.0:
            fitted = _fitted(printable(name), size, NAMES - 16.0)
            yield Words(MARGIN, y + self._pitch / 2 + size * 0.36, fitted, size, LILAC)

    @property
    def _high(self) -> float:
        """Of a bar."""
        return self._pitch - max(2.0, self._pitch * 0.2)

    def _lane(self, lane: ChartLane, y: float) -> Iterator[Shape]:
        yield from self._name(lane.name, y)
        top = y + (self._pitch - self._high) / 2
        for bar in lane.bars:
            start, end = bar.start, bar.until(self._end)
            if end > start:
                told = _told(bar.segment.what, start, end, bar.segment.kind)
                width = max(self.x(end) - self.x(start), 0.75)
                yield ChartBar(self.x(start), top, width, self._high, bar.segment.kind, told)
        for order, gone in lane.gone(self._end):
            x = min(self.x(gone) + self._pitch * 0.5, RIGHT + 8)
            size = min(20.0, self._pitch * 0.6)
            if self._has_room(lane, gone):
                yield EndMark(x, y + self._pitch / 2, size, order.state == "served")

    def _has_room(self, lane: ChartLane, t: float) -> bool:
        """Whether nothing begins just behind that moment."""
        until = t + self._pitch * 0.9 / (RIGHT - LEFT) * self._end
        return not any(t <= bar.start < until for bar in lane.bars)

    def _band(self, lanes: Sequence[ChartLane], y: float) -> Iterator[Shape]:
        """How many chefs have their hands on a dish, as high as they are many."""
        yield from self._name(f"{len(lanes)} chefs", y)
        foot = y + (self._pitch + self._high) / 2
        for start, end, count in _at_work(lanes, self._end):
            high = self._high * count / len(lanes)
            yield Box(
                self.x(start), foot - high, max(self.x(end) - self.x(start), 0.75), high, MINT
            )


def _at_work(lanes: Sequence[ChartLane], end: float) -> Iterator[tuple[float, float, int]]:
    """From when to when how many of them work, where somebody does."""
    turns = sorted(
        turn
        for lane in lanes
        for bar in lane.bars
        if bar.segment.kind == "hands"
        for turn in ((bar.start, 1), (bar.until(end), -1))
    )
    count = 0
    for (start, change), (until, _) in pairwise(turns):
        count += change
        if count and until > start:
            yield start, until, count


def _told(what: str, start: float, end: float, kind: SegmentKind) -> str:
    what = printable(what)
    doing = f"{what}: " if what else ""
    return f"{doing}{WORDS[kind]}, {clock(start)} to {clock(end)} ({end - start:,.4g} s)"


def _legend(charts: Sequence[Chart], y: float) -> Iterator[Shape]:
    lanes = [lane for chart in charts for lane in (*chart.chefs, *chart.dishes)]
    kinds = {bar.segment.kind for lane in lanes for bar in lane.bars}
    x, y = LEFT, y + LEGEND
    for kind in sorted(kinds, key=lambda kind: -DEPTH[kind]):
        yield ChartBar(x, y - 18, 44.0, 22.0, kind)
        yield Words(x + 54, y, WORDS[kind], 22.0, LILAC)
        x += 54 + len(WORDS[kind]) * 22.0 * LETTERS + 34.0
    states = {order.state for lane in lanes for order in lane.orders}
    for served, words in ((True, "served"), (False, "left unserved")):
        if ("served" in states) if served else (states - {"served", "open"}):
            yield EndMark(x + 10, y - 7, 20.0, served)
            yield Words(x + 28, y, words, 22.0, LILAC)
            x += 28 + len(words) * 22.0 * LETTERS + 34.0


def _fitted(text: str, size: float, width: float) -> str:
    most = max(1, int(width / (size * LETTERS)))
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _wrapped(text: str, size: float, width: float) -> list[str]:
    lines, most = [""], int(width / (size * LETTERS))
    for word in printable(text).split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
