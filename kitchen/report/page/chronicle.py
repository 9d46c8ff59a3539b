"""Chronicles: what a page shows of a kitchen, taken down while it runs, as plain columns.

Times are whole `microseconds`. Texts stand in a list of their
own, each once; what has one is told its place in that list.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, get_args

from kitchen.english import without_sides
from kitchen.errors import KitchenError
from kitchen.report.passages import Knows, Passage, Passages, microseconds
from kitchen.report.series import Series
from kitchen.sim import facts as f
from kitchen.sim.facts import Fact, Opened
from kitchen.sim.view.segment import SegmentKind
from kitchen.terminal import printable

KINDS: tuple[SegmentKind, ...] = get_args(SegmentKind)

MOST_PASSAGES = 1_000_000
"""On one page: with more, it would have forty megabytes, and a browser would take its time."""


@dataclass
class Chronicle:
    """One kitchen. The columns of ``passages`` are kind, start, length, order, part, chef (0: it
    takes none), what, line, reason and at; those of ``orders`` are number, short name, title, when
    it came and when it was gone, outcome, and cents paid and tipped. ``series`` are pairs of time
    and value, by name; ``events`` are time, order and words."""

    mode: str = ""
    chefs: int = 0
    stations: dict[str, int] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    passages: list[list[int]] = field(default_factory=lambda: [[] for _ in range(10)])
    orders: dict[int, list[Any]] = field(default_factory=dict)
    series: dict[str, list[tuple[int, float]]] = field(default_factory=dict)
    events: list[tuple[int, int, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {
            "mode": self.mode,
            "chefs": self.chefs,
            "stations": self.stations,
            "texts": self.texts,
            "passages": self.passages,
            "orders": list(self.orders.values()),
            "series": self.series,
            "events": self.events,
        }


class Chronicles:
    """Takes down one kitchen after the other: `Opened` begins the next. Raises `KitchenError` if
    they get too long for a page."""

    def __init__(self, knows: Knows | None = None) -> None:
        self._knows = knows
        self._scribes: list[_Scribe] = []

    def hear(self, facts: Iterable[Fact]) -> None:
        """These come next, in order of time."""
        for fact in facts:
            if isinstance(fact, Opened):
                self._scribes.append(_Scribe(self._knows))
            self._scribes[-1].fold(fact)
        if sum(len(one.chronicle.passages[0]) for one in self._scribes) > MOST_PASSAGES:
            raise KitchenError(
                f"--html: a page holds {MOST_PASSAGES:,} steps and waits at most: "
                "take --facts or --trace for more"
            )

    @property
    def chronicles(self) -> list[Chronicle]:
        return [scribe.chronicle for scribe in self._scribes]


OUTCOME, PAID, TIP = 5, 6, 7
ENDED = 4


class _Scribe:
    def __init__(self, knows: Knows | None) -> None:
        self.chronicle = Chronicle()
        self._places: dict[str, int] = {}
        self._passages = Passages(self._passage, knows)
        self._series = Series(self._change)

    def fold(self, fact: Fact) -> None:
        self._passages.fold(fact)
        self._series.fold(fact)
        kept, t = self.chronicle, microseconds(fact.t)
        match fact:
            case f.Opened():
                kept.mode, kept.chefs, kept.stations = fact.mode, fact.chefs, fact.stations
            case f.Ordered():
                title = printable(fact.title)
                name = without_sides(title)
                kept.orders[fact.order] = [fact.order, name, title, t, t, "", 0, 0]
            case f.Served():
                self._ended(fact.order, t, f"served, {fact.quality:.0%} as it should be")
                kept.orders[fact.order][PAID:] = fact.paid, fact.tip
            case f.WalkedOut() | f.TurnedAway():
                left = "the guest left" if isinstance(fact, f.WalkedOut) else "turned away"
                self._ended(fact.order, t, left)
            case f.Cleared():
                kept.orders[fact.order][ENDED] = t
            case f.RailFull():
                kept.events.append((t, fact.order, "found the rail full"))
            case f.FoodBurnt():
                kept.events.append((t, fact.order, "burnt"))
            case f.StartedAgain():
                kept.events.append((t, fact.order, "begun again"))
            case f.Said():
                kept.events.append((t, fact.order, f"says: {printable(fact.text)}"))

    def _ended(self, order: int, t: int, outcome: str) -> None:
        self.chronicle.orders[order][ENDED:PAID] = t, outcome
        self.chronicle.events.append((t, order, outcome.partition(",")[0]))

    def _passage(self, one: Passage) -> None:
        start = microseconds(one.start)
        row = (KINDS.index(one.kind), start, microseconds(one.end) - start, one.order, one.part,
               one.chef or 0, self._text(one.what), one.line, self._text(one.reason),
               self._text(one.at))  # fmt: skip
        for column, value in zip(self.chronicle.passages, row, strict=True):
            column.append(value)

    def _text(self, text: str) -> int:
        if text not in self._places:
            self._places[text] = len(self.chronicle.texts)
            self.chronicle.texts.append(printable(text))
        return self._places[text]

    def _change(self, t: float, group: str, name: str, value: float) -> None:
        self.chronicle.series.setdefault(f"{group}: {name}", []).append((microseconds(t), value))
