"""The past of one kitchen: what it was like at any moment so far, folded from its facts.

A *place* in the past is a number of facts and a kitchen time: several things happen at one instant,
and one can stand between them. Nothing is done for it while a kitchen cooks, but that its facts are
listed. Views of some places are kept, so that no jump has to fold from the beginning: they share
with one another what does not change any more (see `KitchenView.copy`), and when there are too many
every second one goes, so that an hour needs hardly more of them than a minute.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from kitchen.sim.facts import Fact
from kitchen.sim.view.kitchenview import KitchenView

EVERY = 128
"""Facts from one view that is kept to the next, at first: folding them takes a millisecond."""

MOST = 24
"""Views that are kept."""

NEAR = 32
"""Facts by which the last view that was looked at is folded on in any case: as time goes by."""

_time = attrgetter("t")
_facts = attrgetter("facts")


class Stop(NamedTuple):
    """A place in the past: so many facts have happened, and it is that kitchen time."""

    facts: int
    time: float


class Past:
    """``fresh`` makes a view of the kitchen to which nothing has happened yet."""

    def __init__(self, fresh: Callable[[], KitchenView]) -> None:
        self.facts: list[Fact] = []
        """All so far, in order of time."""
        self._kept = [fresh()]
        """Views of some places, in their order; nobody folds them on."""
        self._every = EVERY
        self._last: KitchenView | None = None
        """What was looked at last."""

    def stop_at(self, time: float) -> Stop:
        """The end of that moment, as far as it is past."""
        return Stop(bisect_right(self.facts, time, key=_time), time)

    def at(self, place: Stop) -> KitchenView:
        """The kitchen as it was there. It is to be read until the next place is asked for."""
        view = self._nearest(place.facts)
        while view.facts < place.facts:
            end = min(place.facts, self._kept[self._before(view.facts)].facts + self._every)
            view.fold(self.facts[view.facts : end])
            if view.facts == end:
                self.keep(view)
        self._last = view
        return view

    def _nearest(self, facts: int) -> KitchenView:
        """A view that can be folded on to there."""
        kept, last = self._kept[self._before(facts)], self._last
        if last is None or not max(0, min(kept.facts, facts - NEAR)) <= last.facts <= facts:
            return kept.copy()
        return last

    def _before(self, facts: int) -> int:
        """Which of the views that are kept is the last one up to there."""
        return bisect_right(self._kept, facts, key=_facts) - 1

    def keep(self, view: KitchenView) -> None:
        """Keep a copy of what ``view`` shows, for later, if nothing near to it is kept."""
        index = self._before(view.facts)
        if view.facts - self._kept[index].facts < self._every:
            return
        kept = self._kept[index]
        changed = {getattr(fact, "order", 0) for fact in self.facts[kept.facts : view.facts]}
        changed |= {chef.order for chef in kept.chefs if chef.state == "staring"}
        self._kept.insert(index + 1, view.kept(kept, changed))
        if len(self._kept) > MOST:
            del self._kept[1::2]
            self._every *= 2
