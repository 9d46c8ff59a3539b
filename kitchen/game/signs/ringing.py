"""Ringing: how kitchen time gets to the next ring, as every part of the screen tells it."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.plain import INFINITY
from kitchen.runs.nextring import Reason

WORTH = 3.0
"""Seconds of wall time with nothing to do from which on it is worth running through them."""

WORDS: dict[Reason, str] = {
    "turn": "Your turn",
    "spoils": "Food begins to spoil",
    "order": "An order came in",
    "ring": "A timer rang",
    "served": "A dish was served",
    "burnt": "Food burns",
    "gone": "A guest has left",
}
"""Why the clock stands at the next ring."""


@dataclass(frozen=True, slots=True)
class Ringing:
    """What there is of it at one moment."""

    key: str = "N"
    """What the key or the button for it is called."""
    runs: bool = False
    """Kitchen time is on its way."""
    turn: Reason | None = None
    """It stands, for this reason."""
    left: float = 0.0
    """Seconds of wall time at 1x in which nobody needs the player, as far as can be seen; infinity:
    nothing more will ring."""

    @property
    def offered(self) -> bool:
        """Whether it is worth it now."""
        return self.left >= WORTH and self.turn is None and not self.runs

    @property
    def words(self) -> str:
        """``N: on to the next ring``."""
        return f"{self.key}: on to the {'end' if self.left == INFINITY else 'next ring'}"
