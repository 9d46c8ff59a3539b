"""Fitting: the largest of some sizes at which words have room, for every setting of the text."""

from __future__ import annotations

from collections.abc import Sequence

from kitchen.game.draw.kit import Kit


def fitting(
    kit: Kit, texts: Sequence[str], width: float, sizes: Sequence[float], weight: str = "semibold"
) -> float:
    """The first of ``sizes`` at which none of the texts is wider than ``width`` logical px; the
    last one if there is none. ``weight`` may be "display"."""
    face = "display" if weight == "display" else "ui"
    for size in sizes:
        if all(kit.type.width(text, size, face, weight) <= width for text in texts):
            return size
    return sizes[-1]
