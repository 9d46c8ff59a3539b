"""The line of picks: which orders a player wants to get a chef next, first in front."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

GAP = 1 << 512
"""Between the marks of two picks: so often can a pick be put between them, halving it each time."""

SPARE = 1000
"""Marks of picks gone from the front that are kept, at least, before they are dropped at once."""


class Picks(Sequence[int]):
    """Orders, in line; an order may stand in it more than once. Places count from 1.

    Each pick has a mark, a number that is higher than that of the pick before. So a pick is found
    by halving, and a long line costs hardly more than a short one.
    """

    def __init__(self) -> None:
        self._marks: list[int] = []
        """In order. Those before `_begin` have gone."""
        self._begin = 0
        self._order: dict[int, int] = {}
        """By mark."""
        self._of_order: dict[int, list[int]] = {}
        """Its marks, in order."""
        self.spreads = 0
        """Times that all marks have changed."""

    # -- reading -------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self._marks) - self._begin

    def __iter__(self) -> Iterator[int]:
        return (self._order[mark] for mark in self._marks[self._begin :])

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # as of a list
        if isinstance(index, slice):
            return list(self)[index]
        place = range(self._begin, len(self._marks))[index]
        return self._order[self._marks[place]]

    def __contains__(self, order: object) -> bool:
        return order in self._of_order

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Picks | list) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Picks({list(self)})"

    def mark(self, order: int) -> int | None:
        """Of the first pick of that order; None: there is none. A lower mark is nearer the front,
        as long as `spreads` is the same."""
        marks = self._of_order.get(order)
        return marks[0] if marks else None

    def place(self, order: int) -> int:
        """Of the first pick of that order; 0: there is none."""
        mark = self.mark(order)
        return 0 if mark is None else self._index(mark) - self._begin + 1

    def _index(self, mark: int) -> int:
        return bisect_left(self._marks, mark, self._begin)

    def copy(self) -> Picks:
        same = Picks()
        same._marks, same._begin, same.spreads = list(self._marks), self._begin, self.spreads
        same._order = dict(self._order)
        same._of_order = {order: list(marks) for order, marks in self._of_order.items()}
        return same

    # -- changing ------------------------------------------------------------------------------

    def append(self, order: int) -> None:
        """Pick an order as the last."""
        self._put(order, self._marks[-1] + GAP if len(self) else 0)

    def insert(self, place: int, order: int) -> None:
        """Pick an order as number ``place``, 1 or more; behind the last one is the last."""
        marks, index = self._marks, self._begin + place - 1
        if index >= len(marks):
            self.append(order)
            return
        after = marks[index]
        before = marks[index - 1] if index > self._begin else after - 2 * GAP
        if after - before < 2:
            self._spread()
            self.insert(place, order)
        else:
            self._put(order, (before + after) // 2)

    def remove(self, order: int) -> None:
        """Take back the first pick of that order. Raises KeyError if there is none."""
        marks = self._of_order[order]
        mark = marks.pop(0)
        if not marks:
            del self._of_order[order]
        del self._order[mark]
        index = self._index(mark)
        if index > self._begin:
            del self._marks[index]
            return
        self._begin += 1
        if self._begin > SPARE and 2 * self._begin > len(self._marks):
            del self._marks[: self._begin]
            self._begin = 0

    def _put(self, order: int, mark: int) -> None:
        self._order[mark] = order
        insort(self._marks, mark, self._begin)
        insort(self._of_order.setdefault(order, []), mark)

    def _spread(self) -> None:
        """Give all picks new marks, `GAP` apart."""
        orders = list(self)
        self.spreads += 1
        self._marks, self._begin, self._order, self._of_order = [], 0, {}, {}
        for order in orders:
            self.append(order)
