"""A few facts of a small kitchen, so that a test reads as sentences."""

from __future__ import annotations

from collections.abc import Callable

from kitchen.game.signs.moment import Moment, Source
from kitchen.sim import facts as f
from kitchen.sim.plan import PlanStep
from kitchen.sim.view.kitchenview import KitchenView

Look = Callable[..., Moment]

SOUP = Source(
    (
        "@recipe(price=9.00)",
        "async def soup(cook: Cook) -> None:",
        '    """Tomato soup."""',
        '    cook.hands("chop", 30)',
        '    async with cook.station("hob"):',
        '        await cook.timer("simmer", 300, hold=60)',
        '    cook.hands("ladle", 10)',
    ),
    "soup",
)
PLANS = {
    "soup": (
        PlanStep("hands", "chop", 30, 0, None, 4),
        PlanStep("timer", "simmer", 300, 0, "hob", 6),
        PlanStep("hands", "ladle", 10, 0, None, 7),
    )
}


def opened(
    mode: str = "concurrent", chefs: int = 1, attention: str = "leave", policy: str = "fifo"
) -> f.Opened:
    return f.Opened(0.0, "test", 0, mode, chefs, attention, policy, {"hob": 2}, 0.01)


def ordered(number: int, at: float = 0.0, patience: float | None = 600.0) -> list[f.Fact]:
    """An order comes in, and its task raises its hand."""
    return [f.Ordered(at, number, "soup", "Tomato soup", 900, patience), f.Ready(at, number, 0)]


def kitchen(*facts: f.Fact, start: f.Opened | None = None) -> KitchenView:
    view = KitchenView(PLANS)
    view.fold([start or opened(), *facts])
    return view


def chopping(number: int, at: float = 0.0, chef: int = 1) -> list[f.Fact]:
    """A chef takes the order's first step."""
    return [f.Resumed(at, chef, number, 0), f.Hands(at, chef, number, 0, "chop", 30.0, 4)]


def simmering(number: int, at: float, timer: int = 1, seconds: float = 300.0) -> list[f.Fact]:
    """The chef lets go of it: a timer runs."""
    return [
        f.TimerSet(at, number, 0, timer, "simmer", seconds, 60.0, 60.0, 6),
        f.Left(at, 1, number, 0),
    ]
