"""Whereabouts: where each part of every dish stands, by the facts alone.

A part stands at every station that it holds; if it waits for one, in the line for that kind; else
on the worktop, at the lowest place that was free when it came, and stays there. A dish's own task
that only waits for its parts stands nowhere: the dish is where they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
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
    """The places of the worktop, from 0; it is as long as it needs to be.

    What an instant costs hangs on how many parts it has changed, not on how many there are.
    """

    def __init__(self) -> None:
        self.taken: list[tuple[int, int] | None] = []
        """By place: the order and its part that stand there."""
        self._places: dict[tuple[int, int], int] = {}
        """By order and part: its place."""
        self._free: list[int] = []
        """A heap of places that were given back; some are taken again, or beyond the end."""
        self._parts: dict[int, set[int]] = {}
        """By order that stands somewhere: its parts that do, but for its own task."""

    def copy(self) -> Worktop:
        same = Worktop()
        same.taken, same._free = list(self.taken), list(self._free)
        same._places = dict(self._places)
        same._parts = {order: set(parts) for order, parts in self._parts.items()}
        return same

    def place(self, order: int, part: int) -> int | None:
        return self._places.get((order, part))

    def settle(self, moved: Iterable[tuple[OrderView, Collection[int]]]) -> None:
        """These parts of these orders have changed: first those that have left make room, then
        those that have come find it."""
        come: list[tuple[int, int]] = []
        for order, parts in moved:
            for part in self._touched(order, parts):
                if self._stands(order, part):
                    come.append((order.number, part))
                else:
                    self._leave((order.number, part))
        for one in sorted(come):
            if one not in self._places:
                self._take(one)
        while self.taken and self.taken[-1] is None:
            self.taken.pop()

    def _touched(self, order: OrderView, parts: Collection[int]) -> list[int]:
        """Those to look at: all parts of a dish that has just come or gone; its own task last, for
        that hangs on the others."""
        here = _is_here(order)
        if here == (order.number in self._parts):
            return sorted({0, *parts}, reverse=True)
        if here:
            self._parts[order.number] = set()
        else:
            del self._parts[order.number]
        return sorted(order.parts, reverse=True)

    def _stands(self, order: OrderView, number: int) -> bool:
        """Whether that part stands on the worktop; its dish is told whether it stands at all."""
        part, others = order.parts.get(number), self._parts.get(order.number)
        if part is None or others is None:
            return False
        if number:
            (others.add if _is_somewhere(part) else others.discard)(number)
        elif others and _only_waits(part):
            return False
        return _is_somewhere(part) and not part.holds and part.wants is None

    def _leave(self, one: tuple[int, int]) -> None:
        place = self._places.pop(one, None)
        if place is not None:
            self.taken[place] = None
            heappush(self._free, place)

    def _take(self, one: tuple[int, int]) -> None:
        while self._free and (self._free[0] >= len(self.taken) or self.taken[self._free[0]]):
            heappop(self._free)
        if self._free:
            place = heappop(self._free)
            self.taken[place] = one
        else:
            place = len(self.taken)
            self.taken.append(one)
        self._places[one] = place


def _is_here(order: OrderView) -> bool:
    """An order whose guest waits at the door is, on paper, once somebody has begun it."""
    return not order.cleared and (order.table is not None or order.begun)


def standing_parts(order: OrderView) -> list[PartView]:
    """All parts of an order that stand somewhere: never none of them while it is being cooked."""
    parts = [part for part in order.parts.values() if _is_somewhere(part)]
    if len(parts) > 1 and _only_waits(parts[0]):
        return parts[1:]
    return parts


def _is_somewhere(part: PartView) -> bool:
    return part.state != "gone" or bool(part.holds)


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
