"""Pace: how long hands-on work and cooking take in a kitchen, against what the recipes say."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kitchen.sim.errors import ShiftError


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
