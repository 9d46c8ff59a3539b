"""The picked hands: those that are up of orders which a player has picked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from kitchen.sim.picks import Picks

if TYPE_CHECKING:
    from kitchen.sim.work.part import Part


class PickedHands:
    """Finds the hand that is first in the line of ``picks``, however long that line is.

    An order's hands are known from its first pick on until it is over.
    """

    def __init__(self, picks: Picks) -> None:
        self._picks = picks
        self.of_order: dict[int, OrderedDict[Part, None]] = {}
        """Of each order that was ever picked, the hands that are up, longest up first."""
        self._heap: list[tuple[int, int]] = []
        """Mark and order of picks whose order had a hand up. Not all of it still holds."""
        self._spreads = 0

    def know(self, order: int, hands: Iterable[Part]) -> None:
        """The order has been picked for the first time, and these are its hands that are up."""
        self.of_order[order] = OrderedDict.fromkeys(hands)

    def picked(self, order: int) -> None:
        """The order has another first pick than before."""
        mark = self._picks.mark(order)
        if mark is not None and self.of_order.get(order):
            heappush(self._heap, (mark, order))

    def up(self, part: Part) -> None:
        hands = self.of_order.get(part.order)
        if hands is not None:
            hands[part] = None
            if len(hands) == 1:
                self.picked(part.order)

    def down(self, part: Part) -> None:
        hands = self.of_order.get(part.order)
        if hands is not None:
            hands.pop(part, None)

    def over(self, order: int) -> None:
        self.of_order.pop(order, None)

    def first(self) -> Part | None:
        """The hand of the first pick whose order has one up; None: no pick has."""
        picks, heap = self._picks, self._heap
        if self._spreads != picks.spreads:
            self._begin_again()
        while heap:
            mark, order = heap[0]
            hands = self.of_order.get(order)
            if hands and picks.mark(order) == mark:
                return next(iter(hands))
            heappop(heap)
        return None

    def _begin_again(self) -> None:
        """All marks have changed."""
        self._spreads = self._picks.spreads
        marks = (
            (self._picks.mark(order), order) for order, hands in self.of_order.items() if hands
        )
        self._heap[:] = [(mark, order) for mark, order in marks if mark is not None]
        heapify(self._heap)
