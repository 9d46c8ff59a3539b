"""The axis of time: where its ticks stand, and what they are called."""

from __future__ import annotations

from kitchen import english

STEPS = (
    0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600,
    43200, 86400,
)  # fmt: skip
"""Seconds between two ticks, one of these."""


def ticks(end: float, most: int) -> list[float]:
    """Times from 0 to ``end`` (seconds of kitchen time), evenly apart, and about ``most`` of them
    at most."""
    step = next((step for step in STEPS if end / step <= most), float(STEPS[-1]))
    while end / step > most:
        step *= 2.0
    return [step * n for n in range(int(end / step + 1e-9) + 1)]


def clock(seconds: float) -> str:
    """``0:27``, ``7:05``, ``1:02:05``; tenths below a second."""
    if 0 < seconds % 1 < 1 and seconds < 60:
        return f"0:{seconds:04.1f}"
    return english.clock(seconds)
