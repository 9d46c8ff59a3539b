"""A Watched Pot: a restaurant kitchen whose dishes are real asyncio coroutines."""

from __future__ import annotations

from kitchen.loop import KitchenLoop
from kitchen.run import Comparison, Result, compare, run
from kitchen.sim.cook import Burnt, Cook
from kitchen.sim.errors import KitchenError, PolicyError, RecipeError, ShiftError
from kitchen.sim.pace import Pace
from kitchen.sim.policy import Raised
from kitchen.sim.recipe import Recipe, recipe
from kitchen.sim.shift import Arrivals, Order, Roster, Shift
from kitchen.stall import Stalled

__version__ = "0.2.2"

__all__ = [
    "Arrivals",
    "Burnt",
    "Comparison",
    "Cook",
    "KitchenError",
    "KitchenLoop",
    "Order",
    "Pace",
    "PolicyError",
    "Raised",
    "Recipe",
    "RecipeError",
    "Result",
    "Roster",
    "Shift",
    "ShiftError",
    "Stalled",
    "compare",
    "recipe",
    "run",
]
