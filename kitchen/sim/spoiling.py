"""Spoiling: what becomes of food that is done and that nobody fetches.

It stays perfect for its ``hold``; then its quality falls evenly, over its ``burn``, from 1 to 0,
and it burns. All of them are seconds of the food's own time (see `kitchen.sim.slowtime`), which is
kitchen time unless an assist makes it slower; where there is no hold it keeps for ever.
"""

from __future__ import annotations

from kitchen.plain import INFINITY
from kitchen.sim.slowtime import SlowTime


def falls_at(food: SlowTime, rang: float | None, hold: float | None) -> float:
    """When the quality of food begins to fall whose timer rang at ``rang`` (None: it has not);
    infinity: it does not."""
    if rang is None or hold is None:
        return INFINITY
    return food.after(rang, hold)


def burns_at(food: SlowTime, rang: float | None, hold: float | None, burn: float | None) -> float:
    """When it burns; infinity: it does not."""
    if rang is None or hold is None or burn is None:
        return INFINITY
    return food.after(rang, hold, burn)


def lost_by(
    now: float, food: SlowTime, rang: float | None, hold: float | None, burn: float | None
) -> float:
    """The share of its quality (0 to 1) that it has lost by ``now``."""
    if rang is None or hold is None or burn is None:
        return 0.0
    late = food.passed(rang, now) - hold
    if late <= 0.0 or now <= falls_at(food, rang, hold):  # either may be the rest of a rounding
        return 0.0
    return min(1.0, late / burn) if burn else 1.0
