"""Picking: what a player's picks do. They queue up, and wait for the hands of their orders."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from heapq import heapify, heappop, heappush

from kitchen.loop.loop import KitchenLoop
from kitchen.sim import facts as f
from kitchen.sim.picks import Picks
from kitchen.sim.work.dish import DishPart


class Picking:
    """The line of picks of one kitchen, and the hand that is first in it, however long it is.

    An order's hands are known from its first pick on until it is over.
    """

    def __init__(self, loop: KitchenLoop, log: Callable[[f.Fact], None]) -> None:
        self.line = Picks()
        self.hands: dict[int, OrderedDict[DishPart, None]] = {}
        """Of each order that was ever picked, the hands that are up, longest up first."""
        self._loop = loop
        self._log = log
        self._heap: list[tuple[int, int]] = []
        """Mark and order of picks whose order had a hand up. Not all of it still holds."""
        self._spreads = 0

    # -- what a player wants -------------------------------------------------------------------

    def pick(self, order: int) -> None:
        self.line.append(order)
        self._log(f.Picked(self._loop.now, order))
        self._first_changed(order)

    def pick_at(self, order: int, place: int) -> None:
        line = self.line
        before = line.place(order)
        place = min(place, len(line) + (not before))
        if before:
            if before <= place and all(line[i] == order for i in range(before, place)):
                return  # it stands there already
            line.remove(order)
        line.insert(place, order)
        self._log(f.PickedAt(self._loop.now, order, place))
        self._first_changed(order)

    def unpick(self, order: int) -> None:
        """A pick has been used or taken back."""
        self.line.remove(order)
        self._log(f.Unpicked(self._loop.now, order))
        self._first_changed(order)

    def over(self, order: int) -> None:
        """The order is over."""
        if self.hands.pop(order, None) is not None:
            while order in self.line:
                self.unpick(order)

    def _first_changed(self, order: int) -> None:
        """The order has another first pick than before."""
        mark = self.line.mark(order)
        if mark is not None and self.hands.get(order):
            heappush(self._heap, (mark, order))

    # -- the hands of picked orders ------------------------------------------------------------

    def know(self, order: int, hands: Iterable[DishPart]) -> None:
        """The order is picked for the first time, and these are its hands that are up."""
        self.hands[order] = OrderedDict.fromkeys(hands)
        self._first_changed(order)

    def up(self, part: DishPart) -> None:
        hands = self.hands.get(part.order)
        if hands is not None:
            hands[part] = None
            if len(hands) == 1:
                self._first_changed(part.order)

    def down(self, part: DishPart) -> None:
        hands = self.hands.get(part.order)
        if hands is not None:
            hands.pop(part, None)

    def first(self) -> DishPart | None:
        """The hand of the first pick whose order has one up; None: no pick has."""
        line, heap = self.line, self._heap
        if self._spreads != line.spreads:
            self._begin_again()
        while heap:
            mark, order = heap[0]
            hands = self.hands.get(order)
            if hands and line.mark(order) == mark:
                return next(iter(hands))
            heappop(heap)
        return None

    def _begin_again(self) -> None:
        """All marks have changed."""
        self._spreads = self.line.spreads
        marks = ((self.line.mark(order), order) for order, hands in self.hands.items() if hands)
        self._heap[:] = [(mark, order) for mark, order in marks if mark is not None]
        heapify(self._heap)
