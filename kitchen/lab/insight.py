"""Insight: where the tasks of a service's kitchens are, and were at any moment, line by line.

Each kitchen that somebody asks about is cooked once more by doubles, watched, up to the present. It
is never cooked back: what has been seen of the past stays known. Where there can be no doubles, the
facts tell what they can.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kitchen.errors import KitchenError
from kitchen.lab.shadow import Shadow
from kitchen.loop.stall import Stalled
from kitchen.plain import INFINITY
from kitchen.runs.hearsay import Hearsay
from kitchen.runs.linecosts import Line
from kitchen.runs.linewatch import LineWatch
from kitchen.runs.listings import Listing, listings
from kitchen.runs.observed import observe
from kitchen.runs.service import Service
from kitchen.runs.spells import Spell, Spells
from kitchen.sim.work.kitchen import Kitchen

STRIDE = 10.0
"""Seconds of kitchen time from one look at the clock to the next."""


@dataclass(frozen=True, slots=True)
class DishInsight:
    """What is known of one order."""

    order: int
    spells: Sequence[Spell]
    """In order of their beginning; some may begin later than at the moment that is asked about."""
    listings: Sequence[Listing]
    """The source of its recipe, then of the other functions that it has been in."""
    run: Mapping[Line, float] | None = None
    """The lines that it has run, and when that was first; None: nobody has watched them all."""
    coded: Collection[Line] = ()
    """The lines of all recipes at which there is anything to be run."""
    blind: bool = False
    """Facts alone tell of it: its kitchen cannot be cooked once more without a trace."""


class Insight:
    """Of the kitchens of one service. `leave` it in the end."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._eyes: dict[str, _Eyes] = {}
        self._heard = _Heard("", 0, 0, ())
        self._listings: dict[tuple[str, int], tuple[object, list[Listing]]] = {}
        """By kitchen and order, with what they were found for."""

    def dish(self, order: int, mode: str, now: float, seconds: float) -> DishInsight:
        """What is known of an order by the kitchen time ``now``, and can be found out in about so
        much wall time."""
        eyes = self._watch(mode)
        if eyes is not None:
            eyes.follow(now, seconds)
        watched = eyes is not None and eyes.now >= now
        if watched and eyes is not None:
            found: Sequence[Spell] = eyes.spells.by_order.get(order, ())
        else:
            found = self._hear(order, mode)
        sources = self._sources(order, mode, found, watched)
        if eyes is None or not watched or eyes.lines.misses:
            return DishInsight(order, found, sources, blind=eyes is None)
        return DishInsight(order, found, sources, eyes.lines.run.get(order, {}), eyes.lines.coded)

    def work(self, seconds: float) -> None:
        """Find out more of what was asked for last, in about so much wall time."""
        for eyes in self._eyes.values():
            if eyes.wanted > eyes.now and seconds > 0.0:
                eyes.follow(eyes.wanted, seconds)
                return

    @property
    def settled(self) -> bool:
        """Whether all has been found out that was asked for."""
        return all(eyes.wanted <= eyes.now for eyes in self._eyes.values())

    def leave(self) -> None:
        """Leave nothing behind."""
        for eyes in self._eyes.values():
            eyes.leave()
        self._eyes.clear()

    def _watch(self, mode: str) -> _Eyes | None:
        if not self._service.leaves_no_trace:
            return None
        if mode not in self._eyes:
            self._eyes[mode] = _Eyes(self._service, mode)
        return self._eyes[mode]

    def _hear(self, order: int, mode: str) -> Sequence[Spell]:
        """What facts tell of an order so far. It is asked for one order at a time, again and again,
        and there are many facts of others."""
        log, heard = self._service.kitchens[mode].facts, self._heard
        if (heard.mode, heard.order, heard.facts) != (mode, order, log.count):
            spells = Spells(Hearsay(self._service.shift.recipes()))
            for fact in log.decided[: log.count]:
                if getattr(fact, "order", 0) == order:
                    spells.fold(fact)
            self._heard = _Heard(mode, order, log.count, spells.by_order.get(order, ()))
        return self._heard.spells

    def _sources(
        self, order: int, mode: str, spells: Sequence[Spell], watched: bool
    ) -> list[Listing]:
        """They are looked for anew when there is something new of the dish."""
        known, why = self._listings.get((mode, order)), (len(spells), watched)
        if known is None or known[0] != why:
            dish = self._service.views[mode].orders[order].dish
            recipe = self._service.shift.recipes()[dish]
            calls = dict.fromkeys(call for spell in spells for call in spell.stack)
            known = why, listings(recipe, calls)
            self._listings[mode, order] = known
        return known[1]


class _Eyes:
    """A kitchen of the service, cooked once more and watched."""

    def __init__(self, service: Service, mode: str) -> None:
        self._shadow = Shadow(service, mode, STRIDE, watch=self._see)
        self.now = 0.0
        """Up to where it has been seen."""
        self.wanted = 0.0
        """Up to where somebody wants to see it."""

    def _see(self, kitchen: Kitchen) -> None:
        self.spells = observe(kitchen).spells
        self.lines = LineWatch(kitchen)

    def follow(self, now: float, seconds: float) -> None:
        self.wanted = max(self.wanted, now)
        if now <= self.now:
            return
        try:
            with self.lines.on():
                if self._shadow.go(now, seconds) is not None:
                    self.now = now
        except (KitchenError, Stalled):  # so has the other one ended, and it tells
            self.now = INFINITY

    def leave(self) -> None:
        self._shadow.leave()


@dataclass(frozen=True, slots=True)
class _Heard:
    """What the facts of a kitchen have told of one order, when there were so many."""

    mode: str
    order: int
    facts: int
    spells: Sequence[Spell]
