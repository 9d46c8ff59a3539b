"""Ducking: what calls for the player is heard over the music, which steps back for it."""

from __future__ import annotations

DEPTHS: dict[str, tuple[float, float]] = {
    "ding": (-3.0, 0.25), "serve": (-2.0, 0.25), "star": (-4.0, 0.3), "order": (-2.0, 0.15),
    "needs_you": (-7.0, 0.4), "last_orders": (-8.0, 1.2), "walk_out": (-7.0, 0.7),
    "burn": (-9.0, 1.0), "fanfare": (-10.0, 1.6),
}  # fmt: skip
"""By kind of sound: decibels that the music goes down by, and for how many seconds."""
ATTACK, RELEASE = 160.0, 8.0
"""Decibels a second, down and up again: quickly out of the way, slowly back."""


class Duck:
    """Decibels of the music, 0 or below."""

    def __init__(self) -> None:
        self.decibels = 0.0
        self._left: dict[str, float] = {}

    def hear(self, name: str) -> None:
        """A sound starts; ``name`` is that of its file."""
        kind = name.rstrip("_0123456789")
        if kind in DEPTHS:
            self._left[kind] = DEPTHS[kind][1]

    def step(self, seconds: float) -> float:
        """Go on for so long; the gain then."""
        wanted = min((DEPTHS[kind][0] for kind in self._left), default=0.0)
        self._left = {kind: left - seconds for kind, left in self._left.items() if left > seconds}
        if wanted < self.decibels:
            self.decibels = max(wanted, self.decibels - ATTACK * seconds)
        else:
            self.decibels = min(wanted, self.decibels + RELEASE * seconds)
        return float(10.0 ** (self.decibels / 20.0))
