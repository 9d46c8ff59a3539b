"""A shift: who orders what and when, and what the kitchen has to cook it with."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from kitchen.sim.chance import choose, exponential, stream
from kitchen.sim.errors import ShiftError
from kitchen.sim.recipe import Recipe, as_recipe

if TYPE_CHECKING:
    from kitchen.sim.cook import Cook

Dish = Recipe | Callable[["Cook"], Awaitable[Any]]

WAGE = 0.005
"""Dollars for each chef and second: 18 dollars an hour."""

TEMPO = 15.0
"""Kitchen seconds that go by in a second of play at speed 1."""

CHEFS = 10
"""Chefs of a kitchen that has many."""

AT_LEAST = ("served", "profit", "tips")
AT_MOST = ("makespan", "burnt", "walked_out")


def _seconds(what: str, value: object, above: bool = False) -> None:
    good = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if not good or value < 0 or (above and value == 0):  # type: ignore[operator]
        least = "above 0" if above else "0 or more"
        raise ShiftError(f"{what} is {least} seconds, not {value!r}")


@dataclass(frozen=True)
class Order:
    """A customer orders ``dish`` at ``at`` (seconds of kitchen time).

    ``patience`` in seconds; None: waits for ever; by default as long as the recipe says.
    """

    at: float
    dish: Dish
    patience: float | Literal["recipe"] | None = "recipe"
    recipe: Recipe = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _seconds("an order's time", self.at)
        # Whole numbers become floats, so that the log is written the same for 100 and 100.0.
        object.__setattr__(self, "at", float(self.at))
        object.__setattr__(self, "recipe", as_recipe(self.dish))
        if self.patience not in (None, "recipe"):
            _seconds("an order's patience", self.patience, above=True)
            object.__setattr__(self, "patience", float(self.patience))

    @property
    def waits(self) -> float | None:
        """Seconds that the customer waits; None: for ever."""
        return self.recipe.patience if self.patience == "recipe" else self.patience


@dataclass(frozen=True)
class Arrivals:
    """Orders that come by chance: a Poisson process between ``start`` and ``until``, with
    ``every`` seconds between orders on average and ``dishes`` by weight."""

    start: float
    until: float
    every: float
    dishes: Sequence[tuple[Dish, float]]

    def __post_init__(self) -> None:
        _seconds("the start of arrivals", self.start)
        _seconds("the end of arrivals", self.until)
        _seconds("the mean time between arrivals", self.every, above=True)
        if not self.dishes or any(not (math.isfinite(w) and w > 0) for _, w in self.dishes):
            raise ShiftError("arrivals need dishes, each with a weight above 0")

    def orders(self, seed: int) -> list[Order]:
        when, what = stream(seed, "arrivals"), stream(seed, "dishes")
        weights = {str(i): weight for i, (_, weight) in enumerate(self.dishes)}
        orders = []
        at = self.start + exponential(when, self.every)
        while at < self.until:
            orders.append(Order(round(at, 1), self.dishes[int(choose(what, weights))][0]))
            at += exponential(when, self.every)
        return orders


@dataclass(frozen=True)
class Shift:
    """All that a kitchen needs to know. Raises `ShiftError` if something in it cannot be.

    Times are seconds of kitchen time; ``wage`` is dollars for each chef and second; ``chefs`` is
    how many a kitchen with many has. Each of ``targets`` is worth a star: ``served``, ``profit``
    and ``tips`` (dollars) at least so much; ``makespan``, ``burnt`` and ``walked_out`` at most.
    At ``closes``, who has not been served is turned away.
    """

    orders: Sequence[Order] = ()
    stations: Mapping[str, int] = field(default_factory=dict)
    name: str = "shift"
    title: str = ""
    about: str = ""
    arrivals: Arrivals | None = None
    chefs: int = CHEFS
    wage: float = WAGE
    tempo: float = TEMPO
    closes: float | None = None
    targets: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for kind, places in self.stations.items():
            if isinstance(places, bool) or not isinstance(places, int) or places < 1:
                raise ShiftError(
                    f"stations.{kind}: a shift has 1 or more of a station, not {places!r}"
                )
        if isinstance(self.chefs, bool) or not isinstance(self.chefs, int) or self.chefs < 1:
            raise ShiftError(f"chefs: 1 or more, not {self.chefs!r}")
        if not (math.isfinite(self.wage) and self.wage >= 0):
            raise ShiftError(f"wage: 0 or more dollars a second, not {self.wage!r}")
        _seconds("tempo", self.tempo, above=True)
        if self.closes is not None:
            _seconds("closes", self.closes, above=True)
        for measure, bound in self.targets.items():
            if measure not in AT_LEAST + AT_MOST:
                raise ShiftError(f"targets.{measure}: known are {', '.join(AT_LEAST + AT_MOST)}")
            if not math.isfinite(bound):
                raise ShiftError(f"targets.{measure}: a number, not {bound!r}")
        if len(self.targets) > 3:
            raise ShiftError("targets: three at most, one for each star")

    def orders_for(self, seed: int) -> list[Order]:
        """Every order of the shift with this seed, in the order in which they come."""
        orders = list(self.orders) + (self.arrivals.orders(seed) if self.arrivals else [])
        return sorted(orders, key=lambda order: order.at)

    def recipes(self) -> dict[str, Recipe]:
        """Every recipe that somebody may order, by name."""
        recipes = [order.recipe for order in self.orders]
        if self.arrivals:
            recipes += [as_recipe(dish) for dish, _ in self.arrivals.dishes]
        return {recipe.name: recipe for recipe in recipes}
