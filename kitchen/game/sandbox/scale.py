"""Scales: round numbers for the ends and the ticks of a plot's axes."""

from __future__ import annotations

import math
from collections.abc import Iterable

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
SPANS = (600.0, 1200.0, 1800.0, 2400.0, 3600.0, 5400.0, 7200.0, 10800.0, 14400.0)
"""Seconds of kitchen time that a plot may show."""
TIMES = (5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 180.0, 300.0, 600.0, 900.0, 1200.0, 1800.0)
"""Seconds from one tick to the next, where an axis counts them."""

PARTS = 4
"""Of an axis, between ticks."""


def top(values: Iterable[float], least: float = 0.0) -> float:
    """The end of an axis from 0 for these values: `PARTS` times a round number, above all."""
    most = max([*values, least, 1e-9])
    each = most / PARTS
    unit = 10.0 ** math.floor(math.log10(each))
    step = next(s for s in STEPS if s * unit >= each * (1 - 1e-9))
    return round(step * unit * PARTS, 9)


def top_of_times(values: Iterable[float], least: float = 0.0) -> float:
    """The same for seconds: the ticks are times that one would set on a clock."""
    each = max([*values, least, 1e-9]) / PARTS
    return PARTS * next((s for s in TIMES if s >= each), 3600.0 * math.ceil(each / 3600.0))


def span(now: float) -> float:
    """How much time a plot shows at ``now``: the least of `SPANS` that has room for it."""
    return next((s for s in SPANS if s >= now), math.ceil(now / 3600.0) * 3600.0)


def ticks(end: float) -> list[float]:
    return [end * part / PARTS for part in range(PARTS + 1)]


def number(value: float, end: float) -> str:
    """A value of an axis that ends there, with as many digits as tell its ticks apart."""
    digits = max(0, 1 - math.floor(math.log10(end / PARTS)))
    text = f"{value:.{min(2, digits)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
