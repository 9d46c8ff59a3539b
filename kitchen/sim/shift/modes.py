"""The four kitchens: one chef or many, who stay with the pot or leave it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from kitchen.errors import ShiftError, nearest
from kitchen.plain import text, told, whole

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
    """How many chefs there are, from 1, and whether they stay or leave.

    ``keeps`` is the name of a kitchen of one chef that has got more and keeps its name.
    """

    chefs: int
    attention: Attention
    keeps: str = ""

    @property
    def stay(self) -> bool:
        return self.attention == "stay"

    @property
    def name(self) -> str:
        """The one of the four names that fits."""
        return self.keeps or _name(self.chefs > 1, self.attention)


def _name(many: bool, attention: Attention) -> str:
    return next(name for name, (m, a, _) in MODES.items() if (m, a) == (many, attention))


def choose_mode(
    name: str, many: int, chefs: int | None = None, attention: str | None = None, one: int = 1
) -> Mode:
    """The mode of that name, where ``many`` is the number of chefs of a kitchen with many, and
    ``one`` that of a kitchen with one: more if it has got extra chefs.

    ``chefs`` and ``attention`` replace the mode's own. Raises `ShiftError` for a name, a number or
    an attention that there is not.
    """
    if not isinstance(name, str) or name not in MODES:
        raise ShiftError(nearest("mode", name, MODES))
    has_many, own_attention, _ = MODES[name]
    if attention is not None and text(attention) not in get_args(Attention):
        raise ShiftError(nearest("attention", attention, get_args(Attention)))
    attention = own_attention if attention is None else text(attention)
    given = chefs if chefs is not None else many if has_many else one
    number = whole(given)
    if number is None or number < 1:
        raise ShiftError(f"a kitchen has 1 or more chefs, not {told(given)}")
    stays: Attention = "stay" if attention == "stay" else "leave"
    extra = chefs is None and not has_many and one > 1
    return Mode(number, stays, _name(False, stays) if extra else "")
