"""Limits: how many dishes an hour a kitchen can serve, and what it is that allows no more.

Each resource has a limit of its own: a chef's time, the places of each kind of station, and the
orders that come in. The lowest holds. If a resource has less time than the orders ask of it, all
dishes that need it are cut in the same measure, and the others are not: they pass by the line.
A policy that serves quick dishes first and lets slow ones wait can do a little better.

This is the bottleneck law of operational analysis (Denning and Buzen, "The Operational Analysis of
Queueing Network Models", Computing Surveys, 1978): no system lets more through than, at any of its
servers, capacity over the service that one job demands of it. For n places of which a dish keeps
one for s seconds that is 3600 n / s dishes an hour. A chef who stays is kept by a dish from its
first step to the plate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from kitchen.english import plural, spelled
from kitchen.lab.measures import HOUR
from kitchen.plain import INFINITY
from kitchen.runs.headless import run_shift
from kitchen.sim import facts as f
from kitchen.sim.shift.modes import Attention
from kitchen.sim.shift.pace import Pace
from kitchen.sim.shift.recipe import Recipe, as_recipe
from kitchen.sim.shift.shift import Order, Shift

MANY = 10
"""Chefs, and places of each station, of a kitchen in which one dish waits for nothing."""

SPELLED = 10
"""Up to this a count is a word."""

Rates = Mapping[str, float]
"""By dish: so many an hour."""


@dataclass(frozen=True, slots=True)
class Limit:
    """``name`` is hands (or chefs, if they stay at the pots), orders, or a kind of station."""

    name: str
    count: int
    """How many chefs or places there are; 0 for orders."""
    hourly: float
    """Dishes an hour at most, in the proportions in which they are ordered; infinity: no dish
    needs it."""
    served: float
    """Dishes an hour at most, of the orders that come in."""
    one_more: float
    """The same with one more chef or place."""
    utilisation: float
    """The share of the chefs' time, 0 to 1, that is hands-on work when the limit is reached."""

    @property
    def shown(self) -> str:
        """In a few letters, for the label of a line: ``hands``, ``ovens``, ``orders``."""
        return self.name if self.name in ("hands", "chefs", "orders") else f"{self.name}s"


@dataclass(frozen=True, slots=True)
class Limits:
    """All limits of a kitchen: chefs first, then stations as the shift has them; orders last."""

    each: tuple[Limit, ...]

    @property
    def holds(self) -> Limit:
        """The lowest; of equal ones orders, else the first."""
        return min(self.each, key=lambda b: (round(b.served, 9), b.name != "orders"))

    @property
    def sentence(self) -> str:
        """The limit that holds, and what one more of something would do."""
        holds, orders = self.holds, self.each[-1]
        if holds is orders:
            return self._of_orders(orders)
        rest = [b for b in self.each if b is not holds]
        after = min(rest, key=lambda b: b.served)
        gain = min(holds.one_more, after.served)
        said = f"{_subject(holds)} the limit: {holds.served:.0f} dishes an hour. "
        said += f"{_another(holds).capitalize()} would "
        if gain < holds.served + 1.0:
            return said + f"hardly help: {_all(after)} hold it nearly as low."
        all_ = gain >= orders.served - 0.5
        said += "do for all that come in" if all_ else f"make it {gain:.0f}"
        idle = min((b for b in rest if b is not orders), key=lambda b: b.hourly, default=None)
        return said + (f"; {_another(idle)} would change nothing." if idle else ".")

    def _of_orders(self, orders: Limit) -> str:
        could = min(limit.hourly for limit in self.each[:-1])
        spare = f"{could:.0f}" if could < INFINITY else "any number"
        rate = f"{orders.served:.0f} dishes an hour"
        return f"Orders are the limit: {rate} come in, and this kitchen could cook {spare}."


def limits(
    shift: Shift, chefs: int, attention: Attention = "leave", seed: int | None = None
) -> Limits:
    """The limits of the kitchen of a shift with so many chefs. Raises as `kitchen.run` does.

    What a dish needs is found by cooking it alone. The dishes are those to be expected, whatever
    the seed; how many orders come in is as ``seed``, by default the shift's own, has them.
    """
    kinds = tuple(shift.stations)
    needs = {
        name: _need(recipe, kinds, shift.pace, name in shift.prepped, attention)
        for name, recipe in shift.recipes().items()
    }
    orders = len(shift.orders_for(shift.seed if seed is None else seed))
    hourly = orders * HOUR / _open(shift) if orders else 0.0
    coming = {name: share * hourly for name, share in _mix(shift).items()}
    work = {name: need.hands / (chefs * HOUR) for name, need in needs.items()}

    def limit(name: str, count: int, seconds: Mapping[str, float]) -> Limit:
        flow, more = (_served(coming, seconds, places) for places in (count, count + 1))
        load = _load(coming, seconds, count)
        busy = fsum(flow[dish] * work[dish] for dish in flow)
        return Limit(
            name, count, hourly / load if load else INFINITY, fsum(flow.values()),
            fsum(more.values()), min(1.0, busy),
        )  # fmt: skip

    taken = {name: need.chef for name, need in needs.items()}
    found = [limit("hands" if attention == "leave" else "chefs", chefs, taken)]
    for kind, places in shift.stations.items():
        held = {name: need.stations.get(kind, 0.0) for name, need in needs.items()}
        found.append(limit(kind, places, held))
    busy = min(1.0, fsum(coming[dish] * work[dish] for dish in coming))
    return Limits((*found, Limit("orders", 0, hourly, hourly, hourly, busy)))


def _load(coming: Rates, seconds: Mapping[str, float], count: int) -> float:
    """How much of a resource's time is asked for: 1 is all of it."""
    return fsum(rate * seconds[dish] for dish, rate in coming.items()) / (count * HOUR)


def _served(coming: Rates, seconds: Mapping[str, float], count: int) -> Rates:
    """What gets through a resource: dishes that need none of it all do."""
    cut = 1.0 / max(1.0, _load(coming, seconds, count))
    return {dish: rate * (cut if seconds[dish] else 1.0) for dish, rate in coming.items()}


def _mix(shift: Shift) -> dict[str, float]:
    """Of all dishes that are to be expected, the share of each."""
    counts = dict.fromkeys(shift.recipes(), 0.0)
    for order in shift.orders:
        counts[order.recipe.name] += 1.0
    if arrivals := shift.arrivals:
        expected = (arrivals.until - arrivals.start) / arrivals.every
        weights = fsum(weight for _, weight in arrivals.dishes)
        for dish, weight in arrivals.dishes:
            counts[as_recipe(dish).name] += expected * weight / weights
    whole = fsum(counts.values())
    return {name: count / whole for name, count in counts.items()} if whole else counts


def _open(shift: Shift) -> float:
    """Seconds for which orders come in; an hour if they all come at once."""
    until = max((order.at for order in shift.orders), default=0.0)
    return max(until, shift.arrivals.until if shift.arrivals else 0.0) or HOUR


@dataclass(frozen=True, slots=True)
class _Need:
    """What one dish needs when it is alone, in seconds."""

    hands: float
    chef: float
    """For which a chef cannot go elsewhere."""
    stations: Mapping[str, float]
    """For which it holds places of each kind."""


@lru_cache(maxsize=500)
def _need(
    recipe: Recipe, kinds: tuple[str, ...], pace: Pace, prepped: bool, attention: Attention
) -> _Need:
    """Cook one dish alone, with as many of everything as it can use."""
    alone = Shift([Order(0.0, recipe, None)], dict.fromkeys(kinds, MANY), pace=pace,
                  prepped=[recipe.name] if prepped else ())  # fmt: skip
    result = run_shift(
        alone, "hybrid", chefs=1 if attention == "stay" else MANY, attention=attention
    )
    hands = fsum(fact.seconds for fact in result.facts if isinstance(fact, f.Hands))
    held: dict[str, float] = {}
    for fact in result.facts:
        if isinstance(fact, f.StationFreed | f.StationTaken):
            sign = 1.0 if isinstance(fact, f.StationFreed) else -1.0
            held[fact.station] = held.get(fact.station, 0.0) + sign * fact.t
    return _Need(hands, result.makespan if attention == "stay" else hands, held)


# -- words -----------------------------------------------------------------------------------------


def _subject(limit: Limit) -> str:
    """``One chef's hands are``, ``Two ovens are``."""
    many, verb = spelled(limit.count, SPELLED).capitalize(), plural(limit.count, "is", "are")
    if limit.name == "hands":
        return f"{many} {plural(limit.count, 'chef’s', 'chefs’')} hands are"
    if limit.name == "chefs":
        return f"{many} {plural(limit.count, 'chef')} watching pots {verb}"
    return f"{many} {plural(limit.count, limit.name)} {verb}"


def _all(limit: Limit) -> str:
    return "the chefs" if limit.name in ("hands", "chefs") else f"the {limit.shown}"


def _another(limit: Limit) -> str:
    return "another " + ("chef" if limit.name in ("hands", "chefs") else limit.name)
