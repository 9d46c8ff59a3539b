"""The standings: every kitchen that cooked the same orders, and how they compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kitchen.game.signs.aids import AnyAid
from kitchen.report.verdict import Phrase, verdict
from kitchen.runs.fair import SameTime, in_same_time, same_dishes, speedup
from kitchen.runs.result import Result, result_of
from kitchen.runs.service import Service, Watched
from kitchen.sim.plan import PlanStep
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.kitchenview import KitchenView


@dataclass(frozen=True)
class ClosedKitchen:
    """One kitchen that has closed."""

    result: Result
    view: KitchenView
    yours: bool = False
    """The player commanded it."""

    @property
    def mode(self) -> str:
        return self.result.mode

    @property
    def makespan(self) -> float:
        return self.result.makespan


@dataclass(frozen=True)
class Standings:
    """``entries``: blocking, concurrent, parallel and hybrid by autopilot, in this order, and the
    player's own above the one of its mode."""

    shift: Shift
    seed: int
    entries: tuple[ClosedKitchen, ...]
    shown: int
    """Which entry the player looked into: its stars count."""
    watched: Watched | None = None
    """Why they do not; None: they do."""
    slowed: bool = False
    """The player had the clock go slower."""

    @property
    def own(self) -> ClosedKitchen:
        return self.entries[self.shown]

    @property
    def earned(self) -> int:
        """Stars that count."""
        return 0 if self.watched else sum(star.earned for star in self.own.result.stars)

    @property
    def helped(self) -> tuple[AnyAid, ...]:
        """What helped the player to the stars that count."""
        if self.watched:
            return ()
        clock: tuple[AnyAid, ...] = ("clock",) if self.slowed else ()
        return (*self.own.view.aids, *clock)

    @property
    def autopilots(self) -> list[ClosedKitchen]:
        return [entry for entry in self.entries if not entry.yours]

    @cached_property
    def longest(self) -> float:
        """Seconds until the last kitchen had closed."""
        return max(entry.makespan for entry in self.entries)

    @cached_property
    def quickest(self) -> float:
        return min(entry.makespan for entry in self.entries)

    @cached_property
    def alike(self) -> bool:
        """Whether all of them served the same dishes, so that their times may be compared."""
        blocking = self.autopilots[0].result
        return all(same_dishes(entry.result, blocking) for entry in self.entries)

    def speedup(self, entry: ClosedKitchen) -> float | None:
        """How many times sooner than the blocking kitchen this one was done; None: it served other
        dishes."""
        return speedup(entry.result, self.autopilots[0].result)

    def sooner(self, entry: ClosedKitchen) -> float | None:
        """Seconds that it was done before the blocking kitchen; below 0: after it; None: it served
        other dishes."""
        blocking = self.autopilots[0]
        same = same_dishes(entry.result, blocking.result)
        return blocking.makespan - entry.makespan if same else None

    def in_same_time(self, entry: ClosedKitchen) -> SameTime:
        """What it (``one``) and the blocking kitchen (``other``) had served when the first of the
        two closed."""
        return in_same_time(entry.result, self.autopilots[0].result)

    def comparable(self, entry: ClosedKitchen) -> bool:
        """Whether it can be the soonest: it served the same dishes as the kitchen that served most,
        and is not alone in that."""
        most = max(self.entries, key=lambda other: other.result.served)
        same = [e for e in self.entries if same_dishes(e.result, most.result)]
        return len(same) > 1 and any(entry is other for other in same)

    def verdict(self) -> list[Phrase]:
        yours = next((entry.result for entry in self.entries if entry.yours), None)
        if self.watched == "autopilot":
            yours = None  # it would be compared with itself
        return verdict([entry.result for entry in self.autopilots], yours)


def standings(service: Service, slowed: bool = False) -> Standings:
    """Of a service whose kitchen looked into has closed, maybe on a ``slowed`` clock. Raises what a
    headless run raises."""
    plans, pace = service.view.plans, service.shift.pace.hands
    entries = [
        ClosedKitchen(result, folded(result, plans, pace)) for result in service.autopilots()
    ]
    shown = service.modes.index(service.mode)
    if service.commanded(service.mode):
        entries.insert(shown, ClosedKitchen(result_of(service.kitchen), service.view, True))
    watched = service.watched(service.mode)
    return Standings(service.shift, service.seed, tuple(entries), shown, watched, slowed)


def folded(result: Result, plans: Mapping[str, tuple[PlanStep, ...]], pace: float) -> KitchenView:
    view = KitchenView(plans, hands_pace=pace)
    view.fold(result.facts)
    return view


def lost_badly(standings: Standings) -> bool:
    """Whether the player, on their own, earned no star and lost half of the orders or more."""
    result = standings.own.result
    if standings.watched or standings.helped or standings.earned or not result.stars:
        return False
    return 2 * (result.walked_out + result.burnt + result.open) >= result.orders


def worth_a_word(standings: Standings) -> bool:
    """Whether the player did well enough to be congratulated: by decisions of their own money was
    made, and a star earned where there are any."""
    result = standings.own.result
    if standings.watched or result.profit <= 0:
        return False
    return not result.stars or standings.earned > 0
