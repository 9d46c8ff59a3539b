"""The sandbox: a kitchen's rules in a handful of numbers, and the shift that they make."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kitchen.cookbook.write import dump_shift
from kitchen.errors import KitchenError, ShiftError
from kitchen.files import reason
from kitchen.menu import menu
from kitchen.plain import number
from kitchen.runs.courses import rehearse
from kitchen.sim.shift.modes import Attention
from kitchen.sim.shift.pace import Pace
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.shift.shift import Arrivals, Order, Roster, Shift

OPEN = 3600.0
"""Seconds of kitchen time for which orders come in."""

CLOSES = 7200.0
"""When whoever has not been served is turned away: some kitchens would never be done."""

DISHES = {
    "steak": 3, "pizza": 3, "fish_and_chips": 2, "burger": 2, "soft_eggs": 2, "tomato_soup": 2,
    "lasagne": 1,
}  # fmt: skip
"""What guests order, by weight: dishes for hobs, for ovens and for both."""

DIGITS = 6
"""Decimals of a share of hands-on work, as far as anybody sets it."""

ABOUT = "A kitchen from the sandbox."


@dataclass(frozen=True, slots=True)
class Sandbox:
    """One kitchen's rules. Raises `ShiftError` for what cannot be, here or in `shift`.

    ``every``: seconds of kitchen time between two orders, on average. ``hands_share``: how much of
    a dish is hands-on work, above 0 and below 1, over all dishes as they are ordered; the rest is
    cooking timers, and both together take as long as in the recipes. ``patient``: guests wait for
    ever; else as long as the recipes say, and walk out.
    """

    chefs: int = 1
    attention: Attention = "leave"
    hobs: int = 4
    ovens: int = 2
    every: float = 90.0
    hands_share: float = 0.15
    policy: str = "fifo"
    seed: int = 0
    patient: bool = True

    def __post_init__(self) -> None:
        share = number(self.hands_share)
        if share is None or not 0.0 < share < 1.0:
            raise ShiftError(f"hands_share: above 0 and below 1, not {self.hands_share!r}")

    def shift(self) -> Shift:
        """The shift of these rules: `kitchen.run` needs nothing beside it."""
        return Shift(
            orders=[],
            stations={"hob": self.hobs, "oven": self.ovens},
            name="sandbox",
            title="Sandbox",
            about=ABOUT,
            arrivals=Arrivals(0.0, OPEN, self.every, _dishes(), None if self.patient else "recipe"),
            chefs=max(2, self.chefs),
            closes=CLOSES,
            pace=self.pace,
            brigade=Roster(self.chefs, self.attention, self.policy),
            seed=self.seed,
        )

    @property
    def pace(self) -> Pace:
        """By how much hands and timers are to take longer, for the share that is wanted."""
        hands, timers = _times()
        whole, share = hands + timers, self.hands_share
        return Pace(share * whole / hands, (1.0 - share) * whole / timers)

    @classmethod
    def of(cls, shift: Shift) -> Sandbox | None:
        """The rules that make this shift, whatever it is called; None: none do."""
        roster, arrivals, stations = shift.brigade, shift.arrivals, shift.stations
        if arrivals is None or roster.chefs is None or roster.attention is None:
            return None
        hands, timers = _times()
        share = round(shift.pace.hands * hands / (hands + timers), DIGITS)
        try:
            found = cls(
                roster.chefs, roster.attention, stations.get("hob", 0), stations.get("oven", 0),
                arrivals.every, share, roster.policy, shift.seed, arrivals.patience is None,
            )  # fmt: skip
            own = found.shift()
        except ShiftError:
            return None
        same = replace(shift, name=own.name, title=own.title, about=own.about)
        return found if same == own else None

    def text(self) -> str:
        """The shift as a file says it, in TOML."""
        return dump_shift(self.shift(), menu())

    def save(self, folder: Path) -> Path:
        """Write a new shift file in a folder, which is made if there is none; return its path.

        The name is the first that no file has: ``sandbox-1.toml``, ``sandbox-2.toml`` ... Raises
        `KitchenError` if that cannot be.
        """
        data = self.text().encode()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for which in itertools.count(1):
                path = folder / f"sandbox-{which}.toml"
                try:
                    with path.open("xb") as file:
                        file.write(data)
                except FileExistsError:
                    continue
                return path
        except OSError as error:
            raise KitchenError(f"{folder}: cannot write there: {reason(error)}") from error
        raise AssertionError("numbers have no end")


def _dishes() -> list[tuple[Recipe, float]]:
    return [(menu()[name], float(weight)) for name, weight in DISHES.items()]


@cache
def _times() -> tuple[float, float]:
    """Seconds of hands and of timers in a dish as the recipes have it, on average by weight."""
    stations = {"hob": 4, "oven": 2}
    plans = rehearse(Shift([Order(0.0, dish) for dish, _ in _dishes()], stations))
    totals = {"hands": 0.0, "timer": 0.0}
    for name, weight in DISHES.items():
        for step in plans[name]:
            totals[step.kind] += step.seconds * weight
    weights = sum(DISHES.values())
    return totals["hands"] / weights, totals["timer"] / weights
