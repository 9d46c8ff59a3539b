"""A shift: who orders what and when, and what the kitchen has to cook it with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, Literal, get_args

from kitchen.errors import ShiftError, nearest
from kitchen.plain import number, text, told
from kitchen.sim.bounds import LARGEST, LATEST, LEAST_WEIGHT, MOST_ORDERS
from kitchen.sim.policy import POLICIES
from kitchen.sim.shift.chance import choose, digits, exponential, stream
from kitchen.sim.shift.given import (
    as_seed,
    check_kind,
    count_of,
    patience_of,
    seconds_of,
    stations_of,
    targets_of,
    text_of,
    wage_of,
)
from kitchen.sim.shift.modes import MODES, Attention, Mode, choose_mode
from kitchen.sim.shift.pace import Pace
from kitchen.sim.shift.recipe import Cook, Recipe, as_recipe

Cookable = Recipe | Callable[[Cook], Awaitable[Any]]

WAGE = 0.005
"""Dollars for each chef and second: 18 dollars an hour."""

TEMPO = 15.0
"""Kitchen seconds that go by in a second of play at speed 1."""

CHEFS = 10
"""Chefs of a kitchen that has many."""


@dataclass(frozen=True, slots=True)
class Order:
    """A customer orders ``dish`` at ``at`` (seconds of kitchen time, 0 or more).

    ``patience`` in seconds, above 0; None: waits for ever; by default as long as the recipe says.
    Raises `ShiftError` for a time that cannot be, `RecipeError` for a dish that is no recipe.
    """

    at: float
    dish: Cookable
    patience: float | Literal["recipe"] | None = "recipe"
    recipe: Recipe = field(init=False, repr=False, compare=False)
    waits: float | None = field(init=False, repr=False, compare=False)
    """Seconds that the customer waits; None: for ever."""

    def __post_init__(self) -> None:
        # Whole numbers become floats, so that the log is written the same for 100 and 100.0.
        keep, recipe = object.__setattr__, as_recipe(self.dish)
        at = float(seconds_of("an order's time", self.at))
        patience = patience_of("an order's patience", self.patience)
        if at is not self.at:
            keep(self, "at", at)
        if patience is not self.patience:
            keep(self, "patience", patience)
        keep(self, "recipe", recipe)
        keep(self, "waits", recipe.patience if patience == "recipe" else patience)

    def with_patience(self, factor: float) -> Order:
        """The same by a guest who waits so many times as long."""
        if self.waits is None:
            return self
        return replace(self, patience=min(LATEST, round(self.waits * factor, 6) or self.waits))


@dataclass(frozen=True)
class Arrivals:
    """Orders that come by chance: a Poisson process between ``start`` and ``until``, with
    ``every`` seconds between orders on average and ``dishes`` by weight (1e-12 to 1e12);
    ``patience`` is theirs, as for an `Order`. Times are seconds of kitchen time, 1e12 at most.
    Raises `ShiftError` for a number that cannot be, `RecipeError` for a dish that is no recipe."""

    start: float
    until: float
    every: float
    dishes: Sequence[tuple[Cookable, float]]
    patience: float | Literal["recipe"] | None = "recipe"

    def __post_init__(self) -> None:
        keep = object.__setattr__
        keep(self, "dishes", _weighted(self.dishes))
        keep(self, "start", seconds_of("the start of arrivals", self.start))
        keep(self, "until", seconds_of("the end of arrivals", self.until))
        every = seconds_of("the mean time between arrivals", self.every, above=True)
        keep(self, "every", every)
        keep(self, "patience", patience_of("the patience of arrivals", self.patience))

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
        seed = as_seed(seed)
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


def _weighted(given: Iterable[tuple[Cookable, float]]) -> tuple[tuple[Cookable, float], ...]:
    try:
        pairs = [(dish, weight) for dish, weight in given]
    except Exception:
        raise ShiftError("arrivals.dishes: pairs of a dish and its weight") from None
    weights = [number(weight) or 0.0 for _, weight in pairs]
    if not weights or min(weights) <= 0:
        raise ShiftError("arrivals need dishes, each with a weight above 0")
    for weight in weights:
        if not LEAST_WEIGHT <= weight <= LARGEST:
            raise ShiftError(
                f"arrivals: a weight is {LEAST_WEIGHT:g} to {LARGEST:g}, not {weight!r}"
            )
    for dish, _ in pairs:
        as_recipe(dish)
    return tuple((dish, weight) for (dish, _), weight in zip(pairs, weights, strict=True))


@dataclass(frozen=True, slots=True)
class Roster:
    """Who cooks unless somebody says otherwise: ``chefs`` (1 or more) and ``attention``, None: as
    the mode has them, and a named ``policy``. Raises `ShiftError` for what cannot be."""

    chefs: int | None = None
    attention: Attention | None = None
    policy: str = "fifo"

    def __post_init__(self) -> None:
        keep, known = object.__setattr__, get_args(Attention)
        if self.chefs is not None:
            keep(self, "chefs", count_of("brigade.chefs", self.chefs, 1))
        if self.attention is not None and text(self.attention) not in known:
            raise ShiftError("brigade: " + nearest("attention", self.attention, known))
        if text(self.policy) not in POLICIES:
            raise ShiftError("brigade: " + nearest("policy", self.policy, POLICIES))


@dataclass(frozen=True)
class Shift:
    """All that a kitchen needs to know. Raises `ShiftError` if something in it cannot be.

    Times are seconds of kitchen time; ``wage`` is dollars for each chef and second; ``chefs`` is
    how many a kitchen with many has, and ``extra_chefs`` how many join the one of a kitchen with
    one. ``brigade`` and ``seed`` count where nobody says otherwise. ``kitchen`` names the one of
    the four that is played: stars are for decisions there; None: free play, any of them can be
    taken over. Each of ``targets`` is worth a star: ``served``, ``profit`` and ``tips`` (dollars)
    and ``clean`` (served in a row with nothing overcooked or burnt) at least so much; ``makespan``,
    ``burnt`` and ``walked_out`` at most. At ``closes``, who has not been served is turned away.

    ``prepped`` are the names of dishes that begin with hands-on work which is done before the doors
    open. ``rail`` is how many orders that are not served yet the kitchen takes at most: a guest who
    finds it full walks out at once; None: there is no bound.
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
    kitchen: str | None = None
    prepped: Sequence[str] = ()
    rail: int | None = None

    def __post_init__(self) -> None:
        for name, value in self._checked():
            object.__setattr__(self, name, value)
        check_kind(Pace, "pace", self.pace)
        check_kind(Roster, "brigade", self.brigade)
        if self.arrivals is not None:
            check_kind(Arrivals, "arrivals", self.arrivals)
        self._check_kitchen()

    def _check_kitchen(self) -> None:
        """The one played is the one that cooks if nobody says otherwise: they must not differ."""
        free = (self.brigade.chefs, self.brigade.attention) == (None, None)
        if self.kitchen is None or free:
            return
        if (own := self._of_the_brigade().name) != self.kitchen:
            raise ShiftError(f"kitchen: {self.kitchen}, but the brigade is that of {own}")

    def _checked(self) -> Iterator[tuple[str, object]]:
        """Every field that is a plain value, as it is kept: equal however it was given."""
        yield "orders", _orders(self.orders)
        yield "stations", stations_of(self.stations)
        for what in ("name", "title", "about"):
            yield what, text_of(what, getattr(self, what))
        yield "chefs", count_of("chefs", self.chefs, 1)
        yield "extra_chefs", count_of("extra_chefs", self.extra_chefs, 0)
        yield "seed", as_seed(self.seed)
        yield "wage", wage_of(self.wage)
        yield "tempo", seconds_of("tempo", self.tempo, above=True)
        if self.closes is not None:
            yield "closes", seconds_of("closes", self.closes, above=True)
        if self.kitchen is not None:
            yield "kitchen", _kitchen(self.kitchen)
        if self.rail is not None:
            yield "rail", count_of("rail", self.rail, 1)
        yield "prepped", _prepped(self.prepped)
        yield "targets", targets_of(self.targets)

    def mode(
        self, name: str | None = None, chefs: int | None = None, attention: str | None = None
    ) -> Mode:
        """The kitchen of that name with this shift's chefs; None: the one that it names, or that of
        its ``brigade``.

        ``chefs`` and ``attention`` replace its own. Raises `ShiftError` as `choose_mode` does.
        """
        name = self.kitchen if name is None else name
        if name is None:
            return self._of_the_brigade(chefs, attention)
        many, one = self._crews
        return choose_mode(name, many, chefs, attention, one)

    def _of_the_brigade(self, chefs: int | None = None, attention: str | None = None) -> Mode:
        many, one = self._crews
        name = "concurrent" if (self.brigade.chefs or 1) == 1 else "hybrid"
        attention = self.brigade.attention if attention is None else attention
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
        seed = as_seed(seed)
        orders = list(self.orders) + (self.arrivals.orders(seed) if self.arrivals else [])
        patience = self.pace.patience
        if patience != 1.0:
            orders = [order.with_patience(patience) for order in orders]
        return sorted(orders, key=attrgetter("at"))

    def recipes(self) -> dict[str, Recipe]:
        """Every recipe that somebody may order, by name. One of several with the same name."""
        return {recipe.name: recipe for recipe in self.every_recipe()}

    def with_recipes(self, of: Callable[[Recipe], Recipe]) -> Shift:
        """The same shift, of which each recipe is what ``of`` makes of it; itself, if that is
        nothing else."""
        if all(of(recipe) is recipe for recipe in self.every_recipe()):
            return self
        orders = [replace(order, dish=of(order.recipe)) for order in self.orders]
        arrivals = self.arrivals
        if arrivals is not None:
            dishes = [(of(as_recipe(dish)), weight) for dish, weight in arrivals.dishes]
            arrivals = replace(arrivals, dishes=dishes)
        return replace(self, orders=orders, arrivals=arrivals)

    def every_recipe(self) -> Iterator[Recipe]:
        """Every recipe that somebody may order, as often as it is named."""
        for order in self.orders:
            yield order.recipe
        for dish, _ in self.arrivals.dishes if self.arrivals else ():
            yield as_recipe(dish)


def _prepped(given: Iterable[str]) -> tuple[str, ...]:
    try:
        names = tuple(given)
    except Exception:
        raise ShiftError(f"prepped: names of dishes, not {told(given)}") from None
    return tuple(text_of("prepped: a dish", name) for name in names)


def _kitchen(given: object) -> str:
    if (name := text(given)) not in MODES or name is None:
        raise ShiftError(nearest("kitchen", given, MODES))
    return name


def _orders(given: Iterable[Order]) -> tuple[Order, ...]:
    try:
        orders = tuple(given)
    except Exception:
        raise ShiftError(f"orders: any number of Orders, not {told(given)}") from None
    for order in orders:
        if not isinstance(order, Order):
            raise ShiftError(f"orders: each is an Order, not {told(order)}")
    return orders
