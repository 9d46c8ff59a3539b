"""Bounds kept: what is larger than `kitchen.sim.bounds` allows is refused, with its key."""

from __future__ import annotations

import math
from typing import Any

from kitchen.errors import ShiftError
from kitchen.plain import told
from kitchen.sim.bounds import LARGEST, LARGEST_SEED, MOST, MOST_ORDERS
from kitchen.sim.shift.shift import Shift


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
    elif isinstance(value, int | float) and abs(value) > _largest(key):
        raise ShiftError(f"{key}: the number is too large")


def _largest(key: str) -> float:
    return LARGEST_SEED if key == "seed" else LARGEST


def check_bounds(shift: Shift) -> None:
    """Raises `ShiftError`, which names the key, for more than a kitchen has room for."""
    counts = {f"stations.{kind}": places for kind, places in shift.stations.items()}
    counts |= {"chefs": shift.chefs, "extra_chefs": shift.extra_chefs}
    for key, count in (counts | {"brigade.chefs": shift.brigade.chefs or 1}).items():
        check_count(key, count)
    _check_orders(shift)


def check_count(key: str, count: int) -> None:
    if count > MOST:
        raise ShiftError(f"{key}: {MOST} at most, not {told(count)}")


def _check_orders(shift: Shift) -> None:
    """Before any of those that come by chance is made."""
    fixed = len(shift.orders)
    if fixed > MOST_ORDERS:
        raise ShiftError(f"orders: {MOST_ORDERS} at most, not {fixed}")
    if shift.arrivals:
        shift.arrivals.check_number(fixed)
