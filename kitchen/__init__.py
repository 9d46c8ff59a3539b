"""A Watched Pot: a restaurant kitchen whose dishes are real asyncio coroutines."""

from __future__ import annotations

TYPE_CHECKING = False  # `typing` has it as well, but takes its time: see below
if TYPE_CHECKING:
    from typing import Any

    from kitchen.api import compare, line_costs, run, why
    from kitchen.errors import KitchenError, PolicyError, RecipeError, ShiftError
    from kitchen.lab.why.diagnosis import Diagnosis
    from kitchen.lessons.running.verbs import hands, station, timer
    from kitchen.loop.awaitgraph import AwaitGraph
    from kitchen.loop.looking import await_graph
    from kitchen.loop.loop import KitchenLoop
    from kitchen.loop.loopview import LoopView, loop_view
    from kitchen.loop.stall import Stalled
    from kitchen.runs.linetally import RecipeLines
    from kitchen.runs.result import Comparison, Result
    from kitchen.sim.policy import Raised
    from kitchen.sim.shift.pace import Pace
    from kitchen.sim.shift.recipe import Burnt, Cook, Recipe, recipe
    from kitchen.sim.shift.shift import Arrivals, Order, Roster, Shift

__version__ = "0.8.0"

__all__ = [
    "Arrivals",
    "AwaitGraph",
    "Burnt",
    "Comparison",
    "Cook",
    "Diagnosis",
    "KitchenError",
    "KitchenLoop",
    "LoopView",
    "Order",
    "Pace",
    "PolicyError",
    "Raised",
    "Recipe",
    "RecipeError",
    "RecipeLines",
    "Result",
    "Roster",
    "Shift",
    "ShiftError",
    "Stalled",
    "await_graph",
    "compare",
    "hands",
    "line_costs",
    "loop_view",
    "recipe",
    "run",
    "station",
    "timer",
    "why",
]

_HOMES = {
    name: module
    for module, names in {
        "kitchen.loop.loop": ("KitchenLoop",),
        "kitchen.loop.awaitgraph": ("AwaitGraph",),
        "kitchen.loop.looking": ("await_graph",),
        "kitchen.loop.loopview": ("LoopView", "loop_view"),
        "kitchen.api": ("compare", "line_costs", "run", "why"),
        "kitchen.lab.why.diagnosis": ("Diagnosis",),
        "kitchen.lessons.running.verbs": ("hands", "station", "timer"),
        "kitchen.runs.linetally": ("RecipeLines",),
        "kitchen.runs.result": ("Comparison", "Result"),
        "kitchen.errors": ("KitchenError", "PolicyError", "RecipeError", "ShiftError"),
        "kitchen.sim.shift.pace": ("Pace",),
        "kitchen.sim.policy": ("Raised",),
        "kitchen.sim.shift.recipe": ("Burnt", "Cook", "Recipe", "recipe"),
        "kitchen.sim.shift.shift": ("Arrivals", "Order", "Roster", "Shift"),
        "kitchen.loop.stall": ("Stalled",),
    }.items()
    for name in names
}


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for. All of it takes a tenth of a second, and the
    command ``kitchen`` must know before that what to do at Ctrl-C: so nothing is imported here."""
    if name not in _HOMES and name.startswith("__"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = _HOMES.get(name, f"{__name__}.{name}")
    try:
        module = import_module(home)
    except ModuleNotFoundError as error:
        if error.name != home:
            raise
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    if name not in _HOMES:
        return module
    globals()[name] = value = getattr(module, name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
