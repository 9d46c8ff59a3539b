"""The four kitchens: one chef or many, who stay with the pot or leave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from kitchen.sim.errors import ShiftError, nearest

Attention = Literal["stay", "leave"]

MODES: dict[str, tuple[bool, Attention, str]] = {
    "blocking": (False, "stay", "one chef who stays at each pot: synchronous code"),
    "concurrent": (False, "leave", "one chef, many pots: asyncio"),
    "parallel": (True, "stay", "many chefs, a dish each: threads"),
    "hybrid": (True, "leave", "many chefs, one ready queue: an event loop on every core"),
}
"""By name: whether it has many chefs, their attention, and what it is."""


@dataclass(frozen=True, slots=True)
class Mode:
    """How many chefs there are, from 1, and whether they stay or leave."""

    chefs: int
    attention: Attention

    @property
    def stay(self) -> bool:
        return self.attention == "stay"

    @property
    def name(self) -> str:
        """The one of the four names that fits."""
        many = self.chefs > 1
        return next(n for n, (m, a, _) in MODES.items() if (m, a) == (many, self.attention))


def choose_mode(
    name: str, many: int, chefs: int | None = None, attention: str | None = None
) -> Mode:
    """The mode of that name, where ``many`` is the number of chefs of a kitchen with many.

    ``chefs`` and ``attention`` replace the mode's own. Raises `ShiftError` for a name, a number or
    an attention that there is not.
    """
    if name not in MODES:
        raise ShiftError(nearest("mode", name, MODES))
    has_many, own_attention, _ = MODES[name]
    if attention is not None and attention not in get_args(Attention):
        raise ShiftError(nearest("attention", attention, get_args(Attention)))
    number = chefs if chefs is not None else many if has_many else 1
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise ShiftError(f"a kitchen has 1 or more chefs, not {number!r}")
    return Mode(number, "stay" if (attention or own_attention) == "stay" else "leave")
