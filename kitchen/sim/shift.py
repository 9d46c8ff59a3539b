"""A shift: who orders what and when, and what the kitchen has to cook it with."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, get_args

from kitchen.sim.bounds import LARGEST, LATEST, LEAST_WEIGHT, MOST_ORDERS
from kitchen.sim.chance import choose, digits, exponential, stream
from kitchen.sim.errors import ShiftError, nearest
from kitchen.sim.modes import MODES, Attention, Mode, choose_mode
from kitchen.sim.pace import Pace
from kitchen.sim.policy import POLICIES
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

AT_LEAST = ("served", "profit", "tips", "clean")
AT_MOST = ("makespan", "burnt", "walked_out")


def _finite(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and math.isfinite(value)  # type: ignore[arg-type]


def _seconds(what: str, value: object, above: bool = False) -> None:
    if not _finite(value) or value < 0 or (above and value == 0):  # type: ignore[operator]
        least = "above 0" if above else "0 or more"
        raise ShiftError(f"{what} is {least} seconds, not {value!r}")
    if value > LATEST:  # type: ignore[operator]
        raise ShiftError(f"{what} is {LATEST:g} seconds at most, not {value!r}")


@dataclass(frozen=True, slots=True)
class Order:
    """A customer orders ``dish`` at ``at`` (seconds of kitchen time, 0 or more).

    ``patience`` in seconds, above 0; None: waits for ever; by default as long as the recipe says.
    Raises `ShiftError` for a time that cannot be, `RecipeError` for a dish that is no recipe.
    """

    at: float
    dish: Dish
    patience: float | Literal["recipe"] | None = "recipe"
    recipe: Recipe = field(init=False, repr=False, compare=False)
    waits: float | None = field(init=False, repr=False, compare=False)
    """Seconds that the customer waits; None: for ever."""

    def __post_init__(self) -> None:
        _seconds("an order's time", self.at)
        recipe, patience = as_recipe(self.dish), self.patience
        if patience == "recipe":
            waits = recipe.patience
        elif patience is None:
            waits = None
        else:
            _seconds("an order's patience", patience, above=True)
            patience = waits = float(patience)
        # Whole numbers become floats, so that the log is written the same for 100 and 100.0.
        keep = object.__setattr__
        keep(self, "at", float(self.at))
        keep(self, "patience", patience)
        keep(self, "recipe", recipe)
        keep(self, "waits", waits)


@dataclass(frozen=True)
class Arrivals:
    """Orders that come by chance: a Poisson process between ``start`` and ``until``, with
    ``every`` seconds between orders on average and ``dishes`` by weight (1e-12 to 1e12);
    ``patience`` is theirs, as for an `Order`. Times are seconds of kitchen time, 1e12 at most.
    Raises `ShiftError` for a number that cannot be, `RecipeError` for a dish that is no recipe."""

    start: float
    until: float
    every: float
    dishes: Sequence[tuple[Dish, float]]
    patience: float | Literal["recipe"] | None = "recipe"

    def __post_init__(self) -> None:
        try:
            dishes = tuple((dish, weight) for dish, weight in self.dishes)
        except (TypeError, ValueError):
            raise ShiftError("arrivals.dishes: pairs of a dish and its weight") from None
        object.__setattr__(self, "dishes", dishes)
        _seconds("the start of arrivals", self.start)
        _seconds("the end of arrivals", self.until)
        _seconds("the mean time between arrivals", self.every, above=True)
        if not dishes or not all(_finite(weight) and weight > 0 for _, weight in dishes):
            raise ShiftError("arrivals need dishes, each with a weight above 0")
        for dish, weight in dishes:
            as_recipe(dish)
            if not LEAST_WEIGHT <= weight <= LARGEST:
                raise ShiftError(
                    f"arrivals: a weight is {LEAST_WEIGHT:g} to {LARGEST:g}, not {weight!r}"
                )
        if self.patience not in (None, "recipe"):
            _seconds("the patience of arrivals", self.patience, above=True)

    def check_number(self, others: int = 0) -> None:
        """Raises `ShiftError` if, beside ``others``, more are to be expected than a shift takes."""
        if (self.until - self.start) / self.every > MOST_ORDERS - others:
            raise ShiftError(
                f"arrivals: {MOST_ORDERS} orders at most: until {self.until:g} s, one every "
                f"{self.every:g} s are more" + (f", with {others} others" if others else "")
            )

    def orders(self, seed: int) -> list[Order]:
        """Those that come with this seed, in order of time.

        The time between two is rounded to a tenth of a second where ``every`` is 10 s or more, else
        to as many decimals as a hundredth of ``every`` has. Raises `ShiftError` for more orders
        than a shift takes, before there are so many.
        """
        self.check_number()
        when, what = stream(seed, "arrivals"), stream(seed, "dishes")
        weights = {str(i): weight for i, (_, weight) in enumerate(self.dishes)}
        decimals = digits(self.every)
        orders: list[Order] = []
        # From the start on, not from the opening: so late, a short time might be lost in a sum.
        after, last = exponential(when, self.every), self.until - self.start
        while after < last:
            if len(orders) == MOST_ORDERS:
                raise ShiftError(f"arrivals: with seed {seed} more than {MOST_ORDERS} orders come")
            dish = self.dishes[int(choose(what, weights))][0]
            orders.append(Order(round(self.start + after, decimals), dish, self.patience))
            after = round(after + exponential(when, self.every), decimals)
        return orders


@dataclass(frozen=True, slots=True)
class Roster:
    """Who cooks unless somebody says otherwise: ``chefs`` (1 or more) and ``attention``, None: as
    the mode has them, and a named ``policy``. Raises `ShiftError` for what cannot be."""

    chefs: int | None = None
    attention: Attention | None = None
    policy: str = "fifo"

    def __post_init__(self) -> None:
        if self.chefs is not None:
            _count("brigade.chefs", self.chefs, 1)
        if self.attention is not None and self.attention not in get_args(Attention):
            known = get_args(Attention)
            raise ShiftError("brigade: " + nearest("attention", str(self.attention), known))
        if self.policy not in POLICIES:
            raise ShiftError("brigade: " + nearest("policy", str(self.policy), POLICIES))


def _number(what: str, value: object, is_what: str) -> None:
    if not _finite(value):
        raise ShiftError(f"{what}: {is_what}, not {value!r}")
    if abs(value) > LARGEST:  # type: ignore[arg-type]
        raise ShiftError(f"{what}: {LARGEST:g} at most, not {value!r}")


def _count(what: str, value: object, least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ShiftError(f"{what}: {least} or more, not {value!r}")


@dataclass(frozen=True)
class Shift:
    """All that a kitchen needs to know. Raises `ShiftError` if something in it cannot be.

    Times are seconds of kitchen time; ``wage`` is dollars for each chef and second; ``chefs`` is
    how many a kitchen with many has, and ``extra_chefs`` how many join the one of a kitchen with
    one. ``brigade`` and ``seed`` count where nobody says otherwise. Each of ``targets`` is worth a
    star: ``served``, ``profit`` and ``tips`` (dollars) and ``clean`` (served in a row with nothing
    overcooked or burnt) at least so much; ``makespan``, ``burnt`` and ``walked_out`` at most.
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
    pace: Pace = field(default_factory=Pace)
    extra_chefs: int = 0
    brigade: Roster = field(default_factory=Roster)
    seed: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "orders", tuple(self.orders))  # equal however they were given
        for order in self.orders:
            if not isinstance(order, Order):
                raise ShiftError(f"orders: each is an Order, not {order!r}")
        if not isinstance(self.stations, Mapping):
            raise ShiftError(f"stations: a number for each kind, not {self.stations!r}")
        for what in ("name", "title", "about"):
            if not isinstance(getattr(self, what), str):
                raise ShiftError(f"{what}: a text, not {getattr(self, what)!r}")
        for kind, places in self.stations.items():
            if isinstance(places, bool) or not isinstance(places, int) or places < 1:
                raise ShiftError(
                    f"stations.{kind}: a shift has 1 or more of a station, not {places!r}"
                )
        _count("chefs", self.chefs, 1)
        _count("extra_chefs", self.extra_chefs, 0)
        if isinstance(self.seed, bool) or not isinstance(self.seed, int):
            raise ShiftError(f"seed: a whole number, not {self.seed!r}")
        _number("wage", self.wage, "0 or more dollars a second")
        if self.wage < 0:
            raise ShiftError(f"wage: 0 or more dollars a second, not {self.wage!r}")
        _seconds("tempo", self.tempo, above=True)
        if self.closes is not None:
            _seconds("closes", self.closes, above=True)
        for measure, bound in self.targets.items():
            if measure not in AT_LEAST + AT_MOST:
                raise ShiftError(f"targets.{measure}: known are {', '.join(AT_LEAST + AT_MOST)}")
            _number(f"targets.{measure}", bound, "a number")
        if len(self.targets) > 3:
            raise ShiftError("targets: three at most, one for each star")

    def mode(
        self, name: str | None = None, chefs: int | None = None, attention: str | None = None
    ) -> Mode:
        """The kitchen of that name with this shift's chefs; None: that of its ``brigade``.

        ``chefs`` and ``attention`` replace its own. Raises `ShiftError` as `choose_mode` does.
        """
        many, one = self._crews
        if name is None:
            name = "concurrent" if (self.brigade.chefs or 1) == 1 else "hybrid"
            attention = attention or self.brigade.attention
        return choose_mode(name, many, chefs, attention, one)

    @property
    def four(self) -> dict[str, Mode]:
        """The four kitchens. Many chefs are more than one, lest two of the four be the same."""
        many, one = self._crews
        return {name: choose_mode(name, max(one + 1, many), one=one) for name in MODES}

    @property
    def _crews(self) -> tuple[int, int]:
        """The chefs of a kitchen with many, and of one with one."""
        many = self.brigade.chefs or 1
        return many if many > 1 else self.chefs, 1 + self.extra_chefs

    def orders_for(self, seed: int) -> list[Order]:
        """Every order of the shift with this seed, in the order in which they come."""
        orders = list(self.orders) + (self.arrivals.orders(seed) if self.arrivals else [])
        return sorted(orders, key=attrgetter("at"))

    def recipes(self) -> dict[str, Recipe]:
        """Every recipe that somebody may order, by name. One of several with the same name."""
        return {recipe.name: recipe for recipe in self.every_recipe()}

    def every_recipe(self) -> Iterator[Recipe]:
        """Every recipe that somebody may order, as often as it is named."""
        for order in self.orders:
            yield order.recipe
        for dish, _ in self.arrivals.dishes if self.arrivals else ():
            yield as_recipe(dish)
