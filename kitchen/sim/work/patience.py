"""Patience: when the guests of a kitchen leave, unless they have been served by then."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

from kitchen.loop.loop import KitchenLoop
from kitchen.loop.schedule import IN_WORDS
from kitchen.sim.work.dish import Dish

SPARE = 1000
"""Guests who are gone and still known, at least, before they are forgotten at once."""


class Patience:
    """All guests who will leave, of whom only the next are in the loop's own heap.

    Everything goes through that one, and most of these entries come to nothing: a crowd that waits
    must not slow down each timer. An entry's place among all others is the one that it would have
    there: it is made when the guest comes.
    """

    def __init__(self, loop: KitchenLoop, dishes: Mapping[int, Dish]) -> None:
        self._loop = loop
        self._dishes = dishes
        self._later: list[tuple[float, int, int]] = []
        """A heap of when, serial and order."""
        self._next: list[float] = []
        """The moments that are in the loop's heap, the next one last. At no moment before that one
        does anybody leave, and whoever leaves at it is in the loop's heap, too."""

    def ends(self, when: float, order: int) -> None:
        """That of this order's guest does so then."""
        entry = when, self._loop.serial(), order
        if self._next and when > self._next[-1]:
            heappush(self._later, entry)
            if len(self._later) > 2 * len(self._dishes) + SPARE:
                self._forget_who_is_gone()
        else:
            self._expect(when)
            self._put(entry)

    def _forget_who_is_gone(self) -> None:
        self._later = [entry for entry in self._later if entry[2] in self._dishes]
        heapify(self._later)

    def _expect(self, when: float) -> None:
        if not self._next or when < self._next[-1]:
            self._next.append(when)

    def _put(self, entry: tuple[float, int, int]) -> None:
        when, serial, order = entry
        heappush(self._loop.heap, (when, serial, self._over, order))

    def _over(self, order: int) -> None:
        """It is that moment."""
        if self._next and self._next[-1] <= self._loop.now:  # else one of several
            self._next.pop()
            self._look_ahead()
        if dish := self._dishes.get(order):
            dish.wait_no_longer()

    def _look_ahead(self) -> None:
        """Put those who leave next into the loop's heap, if they are still there."""
        later, dishes = self._later, self._dishes
        while later and later[0][2] not in dishes:
            heappop(later)
        if later:
            self._expect(later[0][0])
        while later and later[0][0] <= self._next[-1]:
            self._put(heappop(later))


IN_WORDS[Patience._over] = lambda order: f"the guest of order {order} may leave"
