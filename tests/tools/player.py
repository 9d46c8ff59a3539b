"""A policy that plays well."""

from __future__ import annotations

from collections.abc import Sequence

from kitchen import Raised
from kitchen.plain import INFINITY


def player(raised: Sequence[Raised], now: float) -> Raised:
    """A good player: saves what can be saved, leaves what has burnt, then hurries for whoever is
    about to walk out."""

    def key(hand: Raised) -> tuple[int, float]:
        if hand.burns_at <= now:
            return 2, hand.deadline
        return (0, hand.burns_at) if hand.burns_at < INFINITY else (1, hand.deadline)

    return min(raised, key=key)
