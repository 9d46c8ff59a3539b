"""Pace: how long hands-on work and cooking take in a kitchen, against what the recipes say."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kitchen.pacing import INFINITY
from kitchen.sim.bounds import LARGEST
from kitchen.sim.cook import Cook
from kitchen.sim.errors import ShiftError
from kitchen.sim.timer import Timer

if TYPE_CHECKING:
    from kitchen.sim.dish import Dish

DIGITS = 6
"""Paced times are rounded to a millionth of a second, so that 60 x 0.85 is 51 in every log."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Factors, above 0: ``hands`` for all hands-on seconds, ``timers`` for all cooking timers.

    How long food stays perfect, and how long it then takes to burn, is as the recipe says. Raises
    `ShiftError` for a factor that cannot be.
    """

    hands: float = 1.0
    timers: float = 1.0

    def __post_init__(self) -> None:
        for what in ("hands", "timers"):
            factor = getattr(self, what)
            number = isinstance(factor, int | float) and not isinstance(factor, bool)
            if not number or not (math.isfinite(factor) and factor > 0):
                raise ShiftError(f"pace.{what}: a factor above 0, not {factor!r}")
            if factor > LARGEST:
                raise ShiftError(f"pace.{what}: {LARGEST:g} at most, not {factor!r}")

    @property
    def cook(self) -> Callable[[Dish], Cook]:
        """What makes a dish's cook. At the recipes' own pace it is the plain one, which is free."""
        if self.hands == 1.0 and self.timers == 1.0:
            return Cook
        return lambda dish: _PacedCook(dish, self)


class _PacedCook(Cook, eq=False):
    """A cook who is faster or slower than the recipes say."""

    _pace: Pace

    def hands(self, what: str, seconds: float) -> None:
        super().hands(what, _paced(seconds, self._pace.hands))

    def timer(
        self, what: str, seconds: float, hold: float | None = None, burn: float | None = None
    ) -> Timer:
        return super().timer(what, _paced(seconds, self._pace.timers), hold, burn)


def _paced(seconds: float, factor: float) -> float:
    """A time that no recipe may name stays as it is, for whoever complains about it."""
    if factor == 1.0 or not 0.0 <= seconds < INFINITY:
        return seconds
    return round(seconds * factor, DIGITS)
