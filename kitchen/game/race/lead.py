"""The lead: which of the kitchens is in front, by how much, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kitchen.game.draw import format as fmt
from kitchen.runs.fair import INSTANT

WHOLE = 1000
"""Cents from which only dollars are told."""


@dataclass(frozen=True, slots=True)
class Placing:
    """How a kitchen stands at a moment of the race."""

    served: int
    since: float
    """When it served the last of these, in seconds; 0: none yet."""
    profit: int
    """Cents."""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class RaceLead:
    """Who leads, and by what before the next best."""

    lanes: tuple[int, ...]
    """More than one: they are level."""
    plates: int
    seconds: float
    """By which it was sooner at as many plates."""
    cents: int
    """More profit than the next best; below 0: less."""
    over: bool
    """All have closed."""

    @property
    def level(self) -> bool:
        return len(self.lanes) > 1

    @property
    def words(self) -> str:
        """``leads by 3 plates``, ``wins by 2:10``, ``level``."""
        if self.level:
            return "level"
        verb = "wins" if self.over else "leads"
        if self.plates:
            return f"{verb} by {fmt.count(self.plates, 'plate')}"
        return f"{verb} by {seconds(self.seconds)}"

    @property
    def money(self) -> str:
        """``+$12``; empty: they are level."""
        if self.level:
            return ""
        whole = abs(self.cents) >= WHOLE
        return ("+" if self.cents >= 0 else "") + fmt.money(self.cents, whole=whole)


def seconds(time: float) -> str:
    """``0.4 s``, ``42 s``, ``2:10``, ``1:02:05``."""
    if time < 10.0:
        return f"{time:.1f} s"
    whole = round(time)
    return f"{whole} s" if whole < 100 else fmt.clock(whole)


def lead(placings: Sequence[Placing]) -> RaceLead | None:
    """In front is who has served most; of those, who had sooner. None: nobody has served yet."""
    order = sorted(range(len(placings)), key=lambda i: (-placings[i].served, placings[i].since))
    first, second = placings[order[0]], placings[order[1]]
    if not first.served:
        return None
    level = tuple(
        index for index in order
        if placings[index].served == first.served
        and placings[index].since - first.since <= INSTANT
    )  # fmt: skip
    plates, sooner = first.served - second.served, second.since - first.since
    over = all(placing.closed for placing in placings)
    return RaceLead(level, plates, max(0.0, sooner), first.profit - second.profit, over)
