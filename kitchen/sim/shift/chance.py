"""Chance: seeded streams of random numbers, the same on every machine and every Python.

Only `random.Random.random` is promised to give the same numbers for ever, so everything is made
from it, and times are rounded, so that no last bit of a logarithm shows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    import random


def stream(seed: int, purpose: str) -> random.Random:
    """A stream of its own for each purpose, so that drawing for one never shifts another."""
    import random  # most shifts leave nothing to chance

    return random.Random(f"{seed}/{purpose}")


def exponential(chance: random.Random, mean: float) -> float:
    """A waiting time in seconds with that mean (the inverse of the exponential distribution's
    function), rounded to so many `digits`."""
    return round(-mean * math.log(1.0 - chance.random()), digits(mean))


def digits(mean: float) -> int:
    """Decimals of the waiting times with that mean, in seconds: one where it is 10 s or more, else
    as many as a hundredth of the mean has. Coarser times would have another mean; these have it to
    a few millionths."""
    decimals = 1
    while mean < 10.0 ** (2 - decimals):
        decimals += 1
    return decimals


def choose(chance: random.Random, weights: Mapping[str, float]) -> str:
    """A key, with a probability in proportion to its weight."""
    mark = chance.random() * math.fsum(weights.values())  # `sum` adds otherwise from 3.12 on
    for key, weight in weights.items():
        mark -= weight
        if mark < 0.0:
            return key
    return key
