"""Events: one kitchen as Trace Events, made of its facts as they go by.

A kitchen is a process; each chef, each dish and each part that a dish starts is a thread, which
is to say a track of its own. A dish's slice lasts from its order until it is served or cleared
away, and its steps, the hands of a chef or a chef who stares, lie in it. Whatever a dish waits for
is an async slice with an id of its own, and says the reason.

Times are whole `microseconds`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from kitchen.english import without_sides
from kitchen.report.passages import Knows, Passage, Passages, microseconds
from kitchen.report.series import Series
from kitchen.sim import facts as f

Event = dict[str, Any]

FIRST_DISH = 100_000
"""Thread numbers of dishes begin there; there are at most ten thousand chefs."""

PARTS = 1000
"""Thread numbers that a dish has, in which order readers show the rows."""

MORE_PARTS = 2_000_000_000
"""Of further parts; there are at most a million orders."""


@dataclass(slots=True)
class _Row:
    """The track of a part of a dish, until that has ended."""

    tid: int
    name: str
    start: float
    args: dict[str, Any]
    steps: list[Event] = field(default_factory=list)


def _nothing(fact: f.Fact) -> None:
    """Of a fact that is no event of its own."""


class TraceEvents:
    """The events of one kitchen, which is process ``pid``. It remembers open orders alone.

    ``ids`` gives numbers that nothing else in the file has.
    """

    def __init__(
        self,
        tell: Callable[[Event], object],
        pid: int,
        ids: Iterator[int],
        knows: Knows | None = None,
    ) -> None:
        self._tell = tell
        self._pid = pid
        self._more_parts = count(MORE_PARTS)
        self._ids = ids
        self._rows: dict[int, dict[int, _Row]] = {}
        """Of open orders, by part."""
        self._names: dict[int, str] = {}
        """Of open orders."""
        self._hands: dict[int, tuple[int, int]] = {}
        """By open order: the chef who last had a hand in it, and the microsecond."""
        self._passages = Passages(self._passage, knows)
        self._series = Series(self._count)
        self._folds: dict[type[f.Fact], Callable[[Any], object]] = {
            f.Opened: self._opened,
            f.Ordered: self._ordered,
            f.Ready: self._ready,
            f.PartEnded: self._part_ended,
            f.Overcooked: lambda fact: self._instant(fact, "overcooked", {"lost": fact.lost}),
            f.FoodBurnt: lambda fact: self._instant(fact, "burnt", {}),
            f.StartedAgain: lambda fact: self._instant(
                fact, "begun again", {"attempt": fact.attempt}
            ),
            f.Said: lambda fact: self._instant(fact, "said", {"text": fact.text}),
            f.RailFull: lambda fact: self._instant(fact, "found the rail full", {}),
            f.WalkedOut: lambda fact: self._instant(fact, "left", {}),
            f.TurnedAway: lambda fact: self._instant(fact, "turned away", {}),
            f.Served: self._served,
            f.Cleared: lambda fact: self._over(fact, {"outcome": "not served"}),
        }

    def fold(self, fact: f.Fact) -> None:
        """It comes next, in order of time."""
        fold = self._folds.get(type(fact), _nothing)
        ends = type(fact) in (f.Served, f.Cleared, f.PartEnded)
        for each in (self._passages.fold, fold) if ends else (fold, self._passages.fold):
            each(fact)
        self._series.fold(fact)

    # -- tracks ------------------------------------------------------------------------------------

    def _opened(self, fact: f.Opened) -> None:
        self._tell(self._meta("process_name", 0, f"{fact.mode.capitalize()} kitchen"))
        labels = f"{fact.shift}, seed {fact.seed}, {fact.policy}"
        self._tell(self._meta("process_labels", 0, labels, "labels"))
        self._tell(self._meta("process_sort_index", 0, self._pid, "sort_index"))
        for chef in range(1, fact.chefs + 1):
            self._tell(self._meta("thread_name", chef, f"Chef {chef}"))
            self._tell(self._meta("thread_sort_index", chef, chef, "sort_index"))

    def _meta(self, name: str, tid: int, value: str | int, key: str = "name") -> Event:
        return {"ph": "M", "name": name, "pid": self._pid, "tid": tid, "args": {key: value}}

    def _ordered(self, fact: f.Ordered) -> None:
        self._names[fact.order] = f"#{fact.order} {without_sides(fact.title)}"
        self._rows[fact.order] = {}
        args = {"order": fact.order, "dish": fact.dish, "title": fact.title,
                "price": fact.price / 100, "patience": fact.patience}  # fmt: skip
        self._row(fact.order, 0, fact.t, args)

    def _ready(self, fact: f.Ready) -> None:
        if fact.part not in self._rows[fact.order]:
            self._row(fact.order, fact.part, fact.t, {"order": fact.order, "part": fact.part})

    def _row(self, order: int, part: int, t: float, args: dict[str, Any]) -> None:
        number, _, title = self._names[order].partition(" ")
        name = f"{number}.{part} {title}" if part else f"{number} {title}"
        own = FIRST_DISH + order * PARTS + part
        tid = own if part < PARTS else next(self._more_parts)
        self._rows[order][part] = _Row(tid, name, t, args)
        self._tell(self._meta("thread_name", tid, name))
        self._tell(self._meta("thread_sort_index", tid, own, "sort_index"))

    def _part_ended(self, fact: f.PartEnded) -> None:
        if (row := self._rows[fact.order].pop(fact.part, None)) is not None:
            self._row_ended(row, fact.t)

    def _row_ended(self, row: _Row, t: float) -> None:
        """What lasts longest is told first: so every reader lays the steps into the dish."""
        rest = {"name": row.name, "cat": "dish", "args": row.args}
        self._event("X", row.start, row.tid, dur=microseconds(t) - microseconds(row.start), **rest)
        for step in row.steps:
            self._tell(step)

    def _served(self, fact: f.Served) -> None:
        paid = {"paid": fact.paid / 100, "tip": fact.tip / 100}
        self._instant(fact, "served", paid)
        self._over(fact, {"outcome": "served", "quality": fact.quality, **paid})

    def _over(self, fact: f.Served | f.Cleared, outcome: dict[str, Any]) -> None:
        rows = self._rows.pop(fact.order)
        rows[0].args |= outcome
        for _, row in sorted(rows.items()):
            self._row_ended(row, fact.t)
        self._hands.pop(fact.order, None)
        del self._names[fact.order]

    # -- events ------------------------------------------------------------------------------------

    def _event(self, ph: str, t: float, tid: int, **rest: Any) -> None:
        self._tell({"ph": ph, "pid": self._pid, "tid": tid, "ts": microseconds(t), **rest})

    def _instant(self, fact: Any, name: str, args: dict[str, Any]) -> None:
        rows = self._rows[fact.order]
        row = rows.get(getattr(fact, "part", 0), rows[0])
        told = {"order": fact.order, **args}
        self._event("i", fact.t, row.tid, name=name, cat="event", s="t", args=told)

    def _count(self, t: float, group: str, name: str, value: float) -> None:
        self._event("C", t, 0, name=group, args={name: value})

    def _passage(self, one: Passage) -> None:
        row = self._rows[one.order][one.part]
        args = {"dish": self._names[one.order], "order": one.order, "part": one.part}
        if one.what:
            args["what"] = one.what
        if one.line:
            args["line"] = one.line
        if one.at:
            args["at"] = one.at
        if one.chef is None:
            self._wait(one, row.tid, {"reason": one.reason, **args})
        else:
            self._step(one, row, one.chef, args)

    def _step(self, one: Passage, row: _Row, chef: int, args: dict[str, Any]) -> None:
        """On the track of the chef, and on that of the dish."""
        start = microseconds(one.start)
        lasts = {"dur": microseconds(one.end) - start, "cat": one.kind}
        if one.reason:
            args["reason"] = one.reason
        name = one.what if one.kind == "hands" else f"stares: {one.what}"
        dish = self._names[one.order]
        self._event("X", one.start, chef, name=f"{dish}: {name}", args=args, **lasts)
        own = {"ph": "X", "pid": self._pid, "tid": row.tid, "ts": start, "name": name, **lasts}
        row.steps.append({**own, "args": {**args, "chef": chef}})
        if one.kind == "hands" and lasts["dur"]:
            self._hop(one.order, chef, start)

    def _hop(self, order: int, chef: int, start: int) -> None:
        """An arrow from the hands that a dish had before to those that it has now."""
        if (before := self._hands.get(order)) is not None:
            arrow = {"pid": self._pid, "cat": "dish", "name": "next hands", "id": next(self._ids)}
            self._tell({"ph": "s", "tid": before[0], "ts": before[1], "bp": "e", **arrow})
            self._tell({"ph": "f", "tid": chef, "ts": start, "bp": "e", **arrow})
        self._hands[order] = chef, start

    def _wait(self, one: Passage, tid: int, args: dict[str, Any]) -> None:
        own = {"local": f"{next(self._ids):#x}"}  # of this process, and shown with it
        rest = {"name": one.reason.partition(":")[0], "cat": "wait", "id2": own}
        self._event("b", one.start, tid, **rest, args=args)
        self._event("e", one.end, tid, **rest)
