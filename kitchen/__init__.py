"""A Watched Pot: a restaurant kitchen whose dishes are real asyncio coroutines."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # `typing` has it as well, but takes its time: see below
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any

    from kitchen.loop import KitchenLoop
    from kitchen.run import Comparison, Result, compare, run
    from kitchen.sim.cook import Burnt, Cook
    from kitchen.sim.errors import KitchenError, PolicyError, RecipeError, ShiftError
    from kitchen.sim.pace import Pace
    from kitchen.sim.policy import Raised
    from kitchen.sim.recipe import Recipe, recipe
    from kitchen.sim.shift import Arrivals, Order, Roster, Shift
    from kitchen.stall import Stalled
else:
    ModuleType = type(sys)

__version__ = "0.3.0"

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

_HOMES = {
    name: module
    for module, names in {
        "kitchen.loop": ("KitchenLoop",),
        "kitchen.run": ("Comparison", "Result", "compare", "run"),
        "kitchen.sim.cook": ("Burnt", "Cook"),
        "kitchen.sim.errors": ("KitchenError", "PolicyError", "RecipeError", "ShiftError"),
        "kitchen.sim.pace": ("Pace",),
        "kitchen.sim.policy": ("Raised",),
        "kitchen.sim.recipe": ("Recipe", "recipe"),
        "kitchen.sim.shift": ("Arrivals", "Order", "Roster", "Shift"),
        "kitchen.stall": ("Stalled",),
    }.items()
    for name in names
}


class _House(ModuleType):
    """Loads what is asked for when it is asked for. All of it takes a tenth of a second, and the
    command ``kitchen`` must know before that what to do at Ctrl-C: so nothing is imported here."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        from importlib import import_module

        home = _HOMES.get(name, f"{self.__name__}.{name}")
        try:
            module = import_module(home)
        except ModuleNotFoundError as error:
            if error.name != home:
                raise
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}") from None
        value = getattr(module, name) if name in _HOMES else module
        super().__setattr__(name, value)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        """A module that is imported becomes a name of the package. `run` stays the function."""
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _House
