"""Easing curves (0 to 1 in, about 0 to 1 out) and a tween that plays one."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

Ease = Callable[[float], float]

OVERSHOOT = 1.70158  # of out_back: about ten per cent beyond the goal
ELASTIC_PERIOD = 0.3  # of out_elastic, as a share of the whole


def linear(t: float) -> float:
    return t


def out_cubic(t: float) -> float:
    return 1.0 - (1.0 - t) ** 3


def in_cubic(t: float) -> float:
    return t**3


def in_out_cubic(t: float) -> float:
    return 4.0 * t**3 if t < 0.5 else 1.0 - (2.0 - 2.0 * t) ** 3 / 2.0


def out_back(t: float) -> float:
    back = t - 1.0
    return 1.0 + (OVERSHOOT + 1.0) * back**3 + OVERSHOOT * back**2


def out_elastic(t: float) -> float:
    if t <= 0.0 or t >= 1.0:
        return min(1.0, max(0.0, t))
    swing = math.sin((t - ELASTIC_PERIOD / 4.0) * math.tau / ELASTIC_PERIOD)
    return float(2.0 ** (-10.0 * t) * swing + 1.0)


@dataclass(frozen=True, slots=True)
class Tween:
    """A number on its way from ``start`` to ``end`` in ``seconds`` of wall time."""

    start: float
    end: float
    seconds: float
    ease: Ease = out_cubic

    def at(self, elapsed: float) -> float:
        """Its value ``elapsed`` seconds after the start; held at both ends."""
        if elapsed >= self.seconds or self.seconds <= 0.0:
            return self.end
        share = max(0.0, elapsed) / self.seconds
        return self.start + (self.end - self.start) * self.ease(share)

    def done(self, elapsed: float) -> bool:
        return elapsed >= self.seconds
