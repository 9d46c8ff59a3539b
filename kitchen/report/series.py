"""Series: figures of one kitchen over time, told when they change, as facts go by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from kitchen.sim import facts as f

Change = Callable[[float, str, str, float], object]
"""Is told that at this second a figure of that group and name has this value from now on."""

READY, OPEN, STATIONS, MONEY = "ready", "open", "stations in use", "money"


class Series:
    """The ready queue, open orders, stations in use by kind, money in dollars.

    An instant counts as a whole: of several changes at one time the last is told.
    """

    def __init__(self, tell: Change) -> None:
        self._tell = tell
        self._t = 0.0
        self._now: dict[tuple[str, str], float] = {}
        self._told: dict[tuple[str, str], float] = {}
        self._hands_up: dict[int, set[int]] = {}
        """By order: the parts that have raised theirs."""
        self._ready_now = 0
        self._open: set[int] = set()
        self._used: Counter[str] = Counter()
        self._cents = 0
        self._wages = 0.0
        """Dollars a second."""
        self._folds: dict[type[f.Fact], Callable[[Any], object]] = {
            f.Opened: self._opened,
            f.Ordered: self._ordered,
            f.Ready: self._ready,
            f.Resumed: self._resumed,
            f.StationTaken: lambda fact: self._use(fact.station, 1),
            f.StationFreed: lambda fact: self._use(fact.station, -1),
            f.Served: self._served,
            f.WalkedOut: lambda fact: self._gone(fact.order),
            f.TurnedAway: lambda fact: self._gone(fact.order),
            f.Cleared: self._cleared,
            f.Closed: self._closed,
        }

    def fold(self, fact: f.Fact) -> None:
        """It comes next, in order of time."""
        if (fold := self._folds.get(type(fact))) is not None:
            if fact.t != self._t:
                self._settle(fact.t)
            fold(fact)

    def _settle(self, t: float) -> None:
        """An instant is over."""
        for (group, name), value in self._now.items():
            if self._told.get((group, name)) != value:
                self._told[group, name] = value
                self._tell(self._t, group, name, value)
        self._now.clear()
        self._t = t

    def _opened(self, fact: f.Opened) -> None:
        self._wages = fact.wage * fact.chefs
        self._now = {(READY, "queue"): 0, (OPEN, "orders"): 0, (MONEY, "revenue"): 0.0}
        self._now |= {(STATIONS, kind): 0 for kind in fact.stations}
        self._earned(fact.t)

    def _ordered(self, fact: f.Ordered) -> None:
        self._open.add(fact.order)
        self._now[OPEN, "orders"] = len(self._open)

    def _gone(self, order: int) -> None:
        self._open.discard(order)
        self._now[OPEN, "orders"] = len(self._open)

    def _ready(self, fact: f.Ready) -> None:
        parts = self._hands_up.setdefault(fact.order, set())
        self._line(1 - (fact.part in parts))
        parts.add(fact.part)

    def _resumed(self, fact: f.Resumed) -> None:
        parts = self._hands_up.get(fact.order, set())
        self._line(-(fact.part in parts))
        parts.discard(fact.part)

    def _line(self, more: int) -> None:
        self._ready_now += more
        self._now[READY, "queue"] = self._ready_now

    def _use(self, kind: str, more: int) -> None:
        self._used[kind] += more
        self._now[STATIONS, kind] = self._used[kind]

    def _served(self, fact: f.Served) -> None:
        self._cents += fact.paid + fact.tip
        self._earned(fact.t)
        self._gone(fact.order)
        self._cleared(fact)

    def _cleared(self, fact: f.Served | f.Cleared) -> None:
        self._line(-len(self._hands_up.pop(fact.order, ())))

    def _closed(self, fact: f.Closed) -> None:
        self._earned(fact.t)
        self._settle(fact.t)

    def _earned(self, t: float) -> None:
        revenue = self._cents / 100
        self._now[MONEY, "revenue"] = revenue
        self._now[MONEY, "profit"] = round(revenue - round(self._wages * t, 2), 2)
