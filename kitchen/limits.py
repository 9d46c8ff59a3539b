"""Limits: how many dishes an hour a kitchen can serve, and what it is that allows no more.

Each resource has a bound of its own: a chef's time, the places of each kind of station, and the
orders that come in. The lowest holds. A bound counts the dishes as they are ordered: a policy that
serves quick dishes and lets slow ones walk out can do a little better.

This is the bottleneck law of operational analysis (Denning and Buzen, "The Operational Analysis of
Queueing Network Models", Computing Surveys, 1978): no system lets more through than, at any of its
servers, capacity over the service that one job demands of it. For n places of which a dish keeps
one for s seconds that is 3600 n / s dishes an hour. A chef who stays is kept by a dish from its
first step to the plate.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kitchen.run import run
from kitchen.sim import facts as f
from kitchen.sim.modes import Attention
from kitchen.sim.pace import Pace
from kitchen.sim.recipe import Recipe, as_recipe
from kitchen.sim.shift import Order, Shift

HOUR = 3600.0
MANY = 10
"""Chefs, and places of each station, of a kitchen in which one dish waits for nothing."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Bound:
    """``name`` is hands (or chefs, if they stay at the pots), orders, or a kind of station.

    ``hourly``: dishes an hour at most; infinity: it bounds nothing. ``count``: how many chefs or
    stations there are; 0 for orders.
    """

    name: str
    hourly: float
    count: int = 0

    @property
    def one_more(self) -> float:
        """The bound with one chef, or one place, more."""
        return self.hourly * (self.count + 1) / self.count if self.count else self.hourly

    @property
    def shown(self) -> str:
        """In a few letters, for the label of a line: ``hands``, ``ovens``, ``orders``."""
        return self.name if self.name in ("hands", "chefs", "orders") else f"{self.name}s"


@dataclass(frozen=True, slots=True)
class Limits:
    """All bounds of a kitchen: chefs first, then stations as the shift has them, then orders."""

    bounds: tuple[Bound, ...]
    utilisation: float
    """The share of the chefs' time, 0 to 1, that is hands-on work while the limit is reached."""

    @property
    def holds(self) -> Bound:
        """The lowest; of equal ones the first."""
        return min(self.bounds, key=lambda bound: bound.hourly)

    @property
    def sentence(self) -> str:
        """The limit that holds, and what one more of something would do."""
        holds = self.holds
        rest = sorted((b for b in self.bounds if b is not holds), key=lambda b: b.hourly)
        rate = f"{holds.hourly:.0f} dishes an hour"
        if holds.name == "orders":
            spare = f"{rest[0].hourly:.0f}" if rest[0].hourly < 1e6 else "any number"
            return f"Orders are the limit: {rate} come in, and this kitchen could cook {spare}."
        said = f"{_subject(holds)} the limit: {rate}."
        after = min(holds.one_more, rest[0].hourly)
        gain = f"{_another(holds).capitalize()} would make it {after:.0f}"
        idle = next((b for b in rest if b.name != "orders"), None)
        return f"{said} {gain}" + (f"; {_another(idle)} would change nothing." if idle else ".")


def limits(
    shift: Shift, chefs: int, attention: Attention = "leave", seed: int | None = None
) -> Limits:
    """The limits of the kitchen of a shift with so many chefs. Raises as `kitchen.run.run` does.

    What an average dish needs is found by cooking each dish alone. The dishes are those to be
    expected, whatever the seed; how many orders come in is as ``seed``, by default the shift's
    own, has them.
    """
    mix = _mix(shift)
    needs = {name: _need(recipe, tuple(shift.stations), shift.pace, attention)
             for name, recipe in shift.recipes().items()}  # fmt: skip

    def mean(of: Callable[[_Need], float]) -> float:
        return sum(of(needs[name]) * weight for name, weight in mix.items())

    chef = mean(lambda need: need.chef)
    found = [Bound("hands" if attention == "leave" else "chefs", _hourly(chefs, chef), chefs)]
    for kind, places in shift.stations.items():
        held = mean(lambda need, kind=kind: need.stations.get(kind, 0.0))  # type: ignore[misc]
        found.append(Bound(kind, _hourly(places, held), places))
    orders = shift.orders_for(shift.seed if seed is None else seed)
    found.append(Bound("orders", _hourly(len(orders), _open(shift))))
    least = min(bound.hourly for bound in found)
    worked = mean(lambda need: need.hands)
    return Limits(tuple(found), min(1.0, least * worked / (chefs * HOUR)))


def _mix(shift: Shift) -> dict[str, float]:
    """Of all dishes that are to be expected, the share of each."""
    counts = dict.fromkeys(shift.recipes(), 0.0)
    for order in shift.orders:
        counts[order.recipe.name] += 1.0
    if arrivals := shift.arrivals:
        expected = (arrivals.until - arrivals.start) / arrivals.every
        weights = sum(weight for _, weight in arrivals.dishes)
        for dish, weight in arrivals.dishes:
            counts[as_recipe(dish).name] += expected * weight / weights
    whole = sum(counts.values())
    return {name: count / whole for name, count in counts.items()}


def _open(shift: Shift) -> float:
    """Seconds for which orders come in."""
    until = max((order.at for order in shift.orders), default=0.0)
    return max(until, shift.arrivals.until if shift.arrivals else 0.0)


@dataclass(frozen=True, slots=True)
class _Need:
    """What one dish needs when it is alone, in seconds."""

    hands: float
    chef: float
    """For which a chef cannot go elsewhere."""
    stations: Mapping[str, float]
    """For which it holds places of each kind."""


@lru_cache(maxsize=500)
def _need(recipe: Recipe, kinds: tuple[str, ...], pace: Pace, attention: Attention) -> _Need:
    """Cook one dish alone, with as many of everything as it can use."""
    alone = Shift([Order(0.0, recipe, None)], dict.fromkeys(kinds, MANY), pace=pace)
    result = run(alone, "hybrid", chefs=1 if attention == "stay" else MANY, attention=attention)
    hands = sum(fact.seconds for fact in result.facts if isinstance(fact, f.Hands))
    held: dict[str, float] = {}
    for fact in result.facts:
        if isinstance(fact, f.StationFreed | f.StationTaken):
            sign = 1.0 if isinstance(fact, f.StationFreed) else -1.0
            held[fact.station] = held.get(fact.station, 0.0) + sign * fact.t
    return _Need(hands, result.makespan if attention == "stay" else hands, held)


def _hourly(count: int, seconds: float) -> float:
    return count * HOUR / seconds if seconds else float("inf")


# -- words -----------------------------------------------------------------------------------------


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def _subject(bound: Bound) -> str:
    """``One chef's hands are``, ``Two ovens are``."""
    one, number = bound.count == 1, _number(bound.count).capitalize()
    if bound.name == "hands":
        return f"{number} {'chef' if one else 'chefs'}{'’s' if one else '’'} hands are"
    if bound.name == "chefs":
        return f"{number} {'chef' if one else 'chefs'} watching pots {'is' if one else 'are'}"
    return f"{number} {bound.name}{'' if one else 's'} {'is' if one else 'are'}"


def _another(bound: Bound) -> str:
    return "another " + ("chef" if bound.name in ("hands", "chefs") else bound.name)
