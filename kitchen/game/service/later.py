"""What a service needs only later, and its first picture does not wait for: the menus over it, and
all that comes after its kitchens have closed.

They are imported where they are wanted. By then they have been loaded while the game went on, a
few modules at a time: to load all of them takes longer than a frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

LATER = (
    "results.improvement", "results.standings", "results.inquiry", "results.ruler",
    "results.legend", "results.figures", "cards.help", "cards.settings", "service.pause",
    "results.doors", "results.stars", "results.backdrop", "results.losstrip", "results.lossrow",
    "results.losses", "results.lens", "results.race", "results.results", "service.closing",
)  # fmt: skip
"""Of the game, in this order: each brings a few others along."""


def later() -> Iterator[None]:
    """Load it, a piece at a time."""
    for name in LATER:
        import_module(f"kitchen.game.{name}")
        yield
