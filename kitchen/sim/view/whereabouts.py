"""Whereabouts: where each part of every dish stands, by the facts alone.

A part stands at every station that it holds; if it waits for one, in the line for that kind; else
on the worktop, at the lowest place that was free when it came, and stays there. A dish's own task
that only waits for its parts stands nowhere: the dish is where they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from kitchen.sim.view.orderview import OrderView, PartView

Footing = Literal["station", "line", "worktop"]
"""What a part stands on, or in."""


@dataclass(frozen=True, slots=True)
class Where:
    """One place of one part of a dish."""

    order: int
    part: int
    on: Footing
    kind: str
    """Of station: the one it is at, or in line for; empty on the worktop."""
    place: int
    """Which of them, or how many are before it in line, from 0."""


class Worktop:
    """The places of the worktop, from 0; it is as long as it needs to be."""

    def __init__(self) -> None:
        self.taken: list[tuple[int, int] | None] = []
        """By place: the order and its part that stand there."""
        self._places: dict[int, dict[int, int]] = {}
        """By order and part: its place."""

    def place(self, order: int, part: int) -> int | None:
        return self._places.get(order, {}).get(part)

    def settle(self, orders: Collection[OrderView]) -> None:
        """These have changed: first those parts that have left make room, then those that have come
        find it."""
        standing = [(order.number, on_worktop(order)) for order in orders]
        for order, here in standing:
            self._leave(order, here)
        for order, here in standing:
            places = self._places.setdefault(order, {}) if here else {}
            for part in here:
                if part not in places:
                    places[part] = self._take(order, part)
        while self.taken and self.taken[-1] is None:
            self.taken.pop()

    def _leave(self, order: int, here: list[int]) -> None:
        """All parts of an order but those that are still here."""
        places = self._places.get(order, {})
        for part in [part for part in places if part not in here]:
            self.taken[places.pop(part)] = None
        if not places:
            self._places.pop(order, None)

    def _take(self, order: int, part: int) -> int:
        if None not in self.taken:
            self.taken.append(None)
        place = self.taken.index(None)
        self.taken[place] = order, part
        return place


def on_worktop(order: OrderView) -> list[int]:
    """The parts of an order that stand on the worktop.

    An order whose guest waits at the door stands there too, on paper, once somebody has begun it.
    """
    if order.cleared or (order.table is None and not order.begun):
        return []
    standing = [part for part in standing_parts(order) if not part.holds and part.wants is None]
    return [part.number for part in standing]


def standing_parts(order: OrderView) -> list[PartView]:
    """All parts of an order that stand somewhere: never none of them while it is being cooked."""
    parts = [part for part in order.parts.values() if part.state != "gone" or part.holds]
    if len(parts) > 1 and _only_waits(parts[0]):
        return parts[1:]
    return parts


def _only_waits(part: PartView) -> bool:
    """It is the dish's own task and has nothing in hand: it waits for the others."""
    if part.number or part.holds or part.wants is not None or part.timer is not None:
        return False
    return part.state in ("waiting", "staring")


def whereabouts(
    order: OrderView, worktop: Worktop, lines: Mapping[str, Iterable[tuple[int, int]]]
) -> Iterator[Where]:
    """Every place of every part of an order. ``lines``: by kind, who waits, longest first."""
    for part in standing_parts(order):
        for kind, place in part.holds:
            yield Where(order.number, part.number, "station", kind, place)
        if part.wants is not None:
            place = _index(lines[part.wants], (order.number, part.number))
            yield Where(order.number, part.number, "line", part.wants, place)
        on = worktop.place(order.number, part.number)
        if on is not None:
            yield Where(order.number, part.number, "worktop", "", on)


def _index(line: Iterable[tuple[int, int]], wanted: tuple[int, int]) -> int:
    return next(index for index, one in enumerate(line) if one == wanted)
