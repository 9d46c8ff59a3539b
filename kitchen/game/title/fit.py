"""Fit: words that have to stay within a width, told shorter or smaller before they are cut."""

from __future__ import annotations

from collections.abc import Sequence

from kitchen.game.draw.kit import Kit


def fit(
    kit: Kit,
    told: Sequence[str],
    sizes: Sequence[float],
    room: float,
    weight: str = "semibold",
    face: str = "ui",
) -> tuple[str, float]:
    """The first way to tell it, at the first size, that is at most ``room`` logical px wide.

    What fits in no way is the last way at the last size, cut.
    """
    for text in told:
        for size in sizes:
            if kit.type.width(text, size, face, weight) <= room:
                return text, size
    return kit.type.elide(told[-1], sizes[-1], room, face, weight), sizes[-1]
