"""Ahead: a replay runs on to a moment that is still to come, for what comes is known."""

from __future__ import annotations

from kitchen.runs.nextring import Reason
from kitchen.runs.service import Service


class Ahead:
    """Of the kitchen looked into, to ``at`` seconds of kitchen time."""

    reason: Reason | None = None
    """Nobody is needed there."""

    def __init__(self, service: Service, at: float) -> None:
        self._service, self._at = service, at

    @property
    def over(self) -> bool:
        """Whether nothing more comes there."""
        return self._service.kitchen.done.done()

    def left(self, now: float) -> float:
        """Kitchen seconds to there."""
        return max(0.0, self._at - now)

    def limit(self, now: float) -> float:
        """Up to when it goes on."""
        return self._at
