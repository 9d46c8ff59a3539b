"""Pace: how long work, cooking, food and guests take in a kitchen, against what recipes say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from kitchen.errors import ShiftError
from kitchen.plain import HUGE, number, told
from kitchen.sim.bounds import LARGEST

DIGITS = 6
"""Paced times are rounded to a millionth of a second, so that 60 x 0.85 is 51 in every log."""


T = TypeVar("T", float, float | None)


def paced(seconds: T, factor: float) -> T:
    """A time of a recipe's at a kitchen's pace. One that no recipe may name stays as it is, for
    whoever complains about it."""
    plain = number(seconds)
    if factor == 1.0 or plain is None or not 0.0 <= plain <= HUGE:
        return seconds
    return round(float(plain) * factor, DIGITS)


@dataclass(frozen=True, slots=True)
class Pace:
    """Factors, above 0: ``hands`` for all hands-on seconds, ``timers`` for all cooking timers,
    ``hold`` for how long food stays perfect and how long it then takes to burn, ``patience`` for
    how long guests wait.

    Raises `ShiftError` for a factor that cannot be.
    """

    hands: float = 1.0
    timers: float = 1.0
    hold: float = 1.0
    patience: float = 1.0

    def __post_init__(self) -> None:
        for what in ("hands", "timers", "hold", "patience"):
            factor = number(getattr(self, what))
            given = told(getattr(self, what))
            if factor is None or factor <= 0:
                raise ShiftError(f"pace.{what}: a factor above 0, not {given}")
            if factor > LARGEST:
                raise ShiftError(f"pace.{what}: {LARGEST:g} at most, not {given}")
            object.__setattr__(self, what, factor)
