"""The clock of a run: in a run of a few seconds every tenth counts."""

from __future__ import annotations

import kitchen.game.draw.format as fmt

SHORT = 10.0
"""Seconds; the downloads of a lesson take a fraction of one."""


def run_clock(seconds: float, end: float) -> str:
    """A moment, or a time, of a run that ends at ``end``: ``0:00.2``, in a longer one ``7:05``."""
    return fmt.clock(seconds, 0.1 if end < SHORT else 1.0)
