"""Bounds: how large a number may be that a user gives us, far above what any kitchen needs.

Within them a shift takes the memory and the time that it seems to; beyond, a slip of the finger
would fill the machine, or come out as infinity.
"""

from __future__ import annotations

import math
from typing import Any

from kitchen.sim.errors import ShiftError
from kitchen.sim.given import LARGEST_SEED
from kitchen.sim.shift import Arrivals, Shift

LARGEST = 1e12
"""Seconds, dollars, or whatever a number counts: 30 thousand years, a trillion dollars."""

MOST = 10_000
"""Chefs of a kitchen, and places of one kind of station."""

MOST_ORDERS = 1_000_000
"""Orders that come by chance, on average."""


def check_numbers(value: Any, key: str = "") -> None:
    """Raises `ShiftError`, which names the key, for a number that no kitchen can use, in whatever
    TOML can hold: it can write ``nan`` and ``inf``, and a whole number of any length."""
    if isinstance(value, dict):
        for name, inner in value.items():
            check_numbers(inner, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            check_numbers(inner, f"{key}[{index}]")
    elif isinstance(value, float) and not math.isfinite(value):
        raise ShiftError(f"{key}: {value} is not a number that a kitchen can use")
    elif isinstance(value, int | float) and abs(value) > (
        LARGEST_SEED if key == "seed" else LARGEST
    ):
        raise ShiftError(f"{key}: the number is too large")


def _largest(key: str) -> float:
    return LARGEST_SEED if key == "seed" else LARGEST


def check_bounds(shift: Shift) -> None:
    """Raises `ShiftError`, which names the key, for more than a kitchen has room for."""
    counts = {f"stations.{kind}": places for kind, places in shift.stations.items()}
    counts |= {"chefs": shift.chefs, "extra_chefs": shift.extra_chefs}
    for key, count in (counts | {"brigade.chefs": shift.brigade.chefs or 1}).items():
        check_count(key, count)
    if shift.arrivals:
        _check_arrivals(shift.arrivals)


def check_count(key: str, count: int) -> None:
    if count > MOST:
        raise ShiftError(f"{key}: {MOST} at most, not {count}")


def _check_arrivals(arrivals: Arrivals) -> None:
    if arrivals.until - arrivals.start > MOST_ORDERS * arrivals.every:
        raise ShiftError(
            f"arrivals: {MOST_ORDERS} orders at most: until {arrivals.until:g} s, one every "
            f"{arrivals.every:g} s are more"
        )
