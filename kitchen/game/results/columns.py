"""The columns of figures: what each one shows, and who is best in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kitchen.game.draw import format as fmt
from kitchen.game.results.standings import ClosedKitchen, Standings
from kitchen.report.amounts import per_dollar
from kitchen.runs.fair import dishes_per_dollar

IDLE = 0.3
"""A chef whose hands work for a smaller share of the time is dear: shown in red."""


@dataclass(frozen=True, slots=True)
class Column:
    """``x``: its middle in logical px. ``value`` is counted up, and ``text`` shows it;
    who is not ``fair`` cannot be best, and who is ``poor`` is shown in red."""

    head: str
    x: float
    value: Callable[[Standings, ClosedKitchen], float]
    text: Callable[[float, ClosedKitchen], str]
    best: Literal["least", "most"]
    poor: Callable[[float, ClosedKitchen], bool] = lambda value, entry: False
    fair: Callable[[Standings, ClosedKitchen], bool] = lambda standings, entry: True

    def shown(self, standings: Standings, entry: ClosedKitchen, share: float = 1.0) -> str:
        """Its text while it is counted up: ``share`` goes from 0 to 1."""
        return self.text(self.value(standings, entry) * share, entry)

    def winners(self, standings: Standings) -> set[int]:
        """Indices of the best entries; none if most of them are as good."""
        rivals = [i for i, e in enumerate(standings.entries) if self.fair(standings, e)]
        if not rivals:
            return set()
        choose = min if self.best == "least" else max
        first = choose(rivals, key=lambda i: self.value(standings, standings.entries[i]))
        text = self.shown(standings, standings.entries[first])
        same = {i for i in rivals if self.shown(standings, standings.entries[i]) == text}
        return same if 2 * len(same) < len(standings.entries) else set()


_COLUMNS: tuple[Column, ...] = (
    Column("Done in", 843.0, lambda s, e: e.makespan, lambda v, e: fmt.taken(v), "least",
           fair=Standings.comparable),
    Column(
        "Served", 909.0, lambda s, e: e.result.served,
        lambda v, e: f"{v:.0f}/{e.result.orders}", "most", lambda v, e: v < e.result.orders,
    ),
    Column(
        "Chef busy", 975.0, lambda s, e: e.result.utilisation, lambda v, e: f"{v:.0%}", "most",
        lambda v, e: v < IDLE,
    ),
    Column(
        "Wages", 1041.0, lambda s, e: e.result.wages,
        lambda v, e: fmt.short_money(v, whole=e.result.wages >= 10), "least",
        fair=lambda s, e: e.result.profit > 0,
    ),
    Column(
        "Profit", 1107.0, lambda s, e: e.result.profit,
        lambda v, e: fmt.short_money(v), "most", lambda v, e: v < 0,
    ),
)  # fmt: skip

LAST = 1173.0
SPEED_UP = Column(
    "Speed-up", LAST, lambda s, e: s.speedup(e) or 1.0, lambda v, e: f"{v:.1f}x", "most"
)
"""Where all kitchens served the same dishes."""
PER_DOLLAR = Column(
    "Dishes per $", LAST, lambda s, e: dishes_per_dollar(e.result) or 0.0,
    lambda v, e: per_dollar(v if e.result.wages > 0 else None), "most",
    fair=lambda s, e: e.result.wages > 0,
)  # fmt: skip
"""Elsewhere: the dishes that a dollar bought."""


def columns(standings: Standings) -> tuple[Column, ...]:
    """From left to right, as far as they say something true of all that are compared."""
    return *_COLUMNS, SPEED_UP if standings.alike else PER_DOLLAR
