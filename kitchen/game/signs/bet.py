"""A bet: which of the four kitchens will serve most, and which will earn most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from kitchen.runs.result import Result

Stake = Literal["served", "earned"]
"""What is bet on."""

STAKES: tuple[Stake, ...] = get_args(Stake)
QUESTIONS: dict[Stake, str] = {
    "served": "Which kitchen will serve most?",
    "earned": "Which will earn most?",
}


@dataclass
class Bet:
    """``served`` and ``earned`` are kitchens by name; empty: nothing is bet on that. It stands
    until the game is closed."""

    served: str = ""
    earned: str = ""
    explained: bool = False
    """The results have asked why."""

    def on(self, stake: Stake) -> str:
        return self.served if stake == "served" else self.earned

    def toggle(self, stake: Stake, kitchen: str) -> None:
        """Bet on that kitchen; again: take the bet back."""
        chosen = "" if self.on(stake) == kitchen else kitchen
        if stake == "served":
            self.served = chosen
        else:
            self.earned = chosen

    def of(self, kitchen: str) -> tuple[Stake, ...]:
        """What is bet on that kitchen."""
        return tuple(stake for stake in STAKES if self.on(stake) == kitchen)


def best(stake: Stake, kitchens: Sequence[Result]) -> tuple[str, ...]:
    """The kitchens, by name, that did best in that; several if they did as well."""
    reached = {k.mode: k.served if stake == "served" else round(k.profit, 2) for k in kitchens}
    most = max(reached.values())
    return tuple(mode for mode, value in reached.items() if value == most)
