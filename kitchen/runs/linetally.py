"""A tally of lines: what those of each recipe cost in a whole shift, all its orders together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kitchen.errors import KitchenError, nearest
from kitchen.plain import INFINITY
from kitchen.runs.linecosts import Cost, LineCosts
from kitchen.runs.listings import Listing, listings
from kitchen.runs.observed import observe
from kitchen.runs.spells import Spell
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Shift
from kitchen.sim.work.kitchen import Kitchen


@dataclass(frozen=True)
class RecipeLines:
    """What the lines of one recipe cost. Times are seconds of kitchen time, of all orders."""

    dish: str
    title: str
    orders: int
    total: Cost
    listings: tuple[Listing, ...]
    """Its source, then that of the functions that it has called."""
    costs: LineCosts

    def at(self, listing: Listing, number: int) -> Cost:
        """What a line of a listing cost, by its number there, from 1."""
        return self.costs.at(listing.file, listing.first + number - 1)

    def as_json(self) -> dict[str, Any]:
        """What ``kitchen run --lines --json`` prints of it."""
        return {
            "dish": self.dish, "title": self.title, "orders": self.orders,
            "total": self.total.as_json(),
            "functions": [self._listed(listing) for listing in self.listings],
        }  # fmt: skip

    def _listed(self, listing: Listing) -> dict[str, Any]:
        lines = [
            {"line": listing.first + i, "source": text} | self.at(listing, i + 1).as_json()
            for i, text in enumerate(listing.lines)
        ]
        return {"function": listing.function, "file": listing.file, "lines": lines}


class LineTally:
    """Shown a kitchen before it opens, it adds up what every order has cost when that has ended."""

    def __init__(self) -> None:
        self._kitchen: Kitchen
        self._costs: dict[str, LineCosts] = {}
        self._orders: dict[str, int] = {}

    def watch(self, kitchen: Kitchen) -> None:
        self._kitchen = kitchen
        observe(kitchen, self._over)

    def _over(self, order: int, spells: list[Spell]) -> None:
        name = self._kitchen.dishes[order].recipe.name
        costs = self._costs.setdefault(name, LineCosts())
        self._orders[name] = self._orders.get(name, 0) + 1
        for spell in spells:
            costs.add(spell, INFINITY)

    def lines(self, shift: Shift, dish: str = "") -> tuple[RecipeLines, ...]:
        """Of each recipe that anybody ordered, in the order of the menu; of ``dish`` alone, if that
        is given. Raises `KitchenError` for one that is not on it."""
        recipes = shift.recipes()
        return tuple(
            self._recipe(recipes[name]) for name in chosen(recipes, dish) if name in self._costs
        )

    def _recipe(self, recipe: Recipe) -> RecipeLines:
        costs = self._costs[recipe.name]
        shown = tuple(listings(recipe, costs.functions.values()))
        orders = self._orders[recipe.name]
        return RecipeLines(recipe.name, recipe.title, orders, costs.total, shown, costs)


def chosen(recipes: dict[str, Recipe], dish: object) -> Sequence[str]:
    """All of a menu; or a ``dish`` alone, by its name or its title. Raises `KitchenError` for one
    that is not on it."""
    if dish == "":
        return list(recipes)
    named = [name for name, recipe in recipes.items() if dish in (name, recipe.title)]
    if not named:
        raise KitchenError(nearest("dish", dish, recipes))
    return named
