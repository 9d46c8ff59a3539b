"""Spoiling: what becomes of food that is done and that nobody fetches.

It stays perfect for its ``hold``; then its quality falls evenly, over its ``burn``, from 1 to 0,
and it burns. All of them are seconds of kitchen time; where there is no hold it keeps for ever.
"""

from __future__ import annotations

from kitchen.plain import INFINITY


def burns_at(rang: float | None, hold: float | None, burn: float | None) -> float:
    """When food burns whose timer rang at ``rang`` (None: it has not); infinity: it does not."""
    if rang is None or hold is None or burn is None:
        return INFINITY
    return rang + hold + burn


def lost_by(now: float, rang: float | None, hold: float | None, burn: float | None) -> float:
    """The share of its quality (0 to 1) that it has lost by ``now``."""
    if rang is None or hold is None or burn is None:
        return 0.0
    late = now - rang - hold
    if late <= 0.0 or now <= rang + hold:  # the one or the other may be the rest of a rounding
        return 0.0
    return min(1.0, late / burn) if burn else 1.0
