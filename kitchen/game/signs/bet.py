"""A bet: which of the four kitchens will be ahead, and which will earn most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kitchen.runs.result import Result
from kitchen.sim.shift.shift import Shift

Stake = Literal["served", "done", "earned"]
"""What is bet on."""

QUESTIONS: dict[Stake, str] = {
    "served": "Which kitchen will serve most?",
    "done": "Which kitchen will be done first?",
    "earned": "Which will earn most?",
}


@dataclass
class Bet:
    """``ahead`` and ``earned`` are kitchens by name; empty: nothing is bet on that. It stands
    until the game is closed."""

    ahead: str = ""
    """The one that will serve most; where all will be served, that will be done first."""
    earned: str = ""
    explained: bool = False
    """The results have asked why."""
    all_served: bool = False
    """Whether every kitchen will serve everybody."""

    @property
    def stakes(self) -> tuple[Stake, Stake]:
        return "done" if self.all_served else "served", "earned"

    def on(self, stake: Stake) -> str:
        return self.earned if stake == "earned" else self.ahead

    def toggle(self, stake: Stake, kitchen: str) -> None:
        """Bet on that kitchen; again: take the bet back."""
        chosen = "" if self.on(stake) == kitchen else kitchen
        if stake == "earned":
            self.earned = chosen
        else:
            self.ahead = chosen

    def of(self, kitchen: str) -> tuple[Stake, ...]:
        """What is bet on that kitchen."""
        return tuple(stake for stake in self.stakes if self.on(stake) == kitchen)


def bet_on(shift: Shift) -> Bet:
    """One to be made. Where nobody ever leaves or is turned away, all will be served."""
    stays = shift.arrivals is None and shift.closes is None and shift.rail is None
    return Bet(all_served=stays and all(order.waits is None for order in shift.orders))


def best(stake: Stake, kitchens: Sequence[Result]) -> tuple[str, ...]:
    """The kitchens, by name, that did best in that; several if they did as well."""
    reached = {k.mode: _reached(stake, k) for k in kitchens}
    most = max(reached.values())
    return tuple(mode for mode, value in reached.items() if value == most)


def _reached(stake: Stake, kitchen: Result) -> float:
    if stake == "done":
        return -round(kitchen.makespan, 1)
    return kitchen.served if stake == "served" else round(kitchen.profit, 2)
