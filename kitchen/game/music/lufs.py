"""How loud sound is to people, as ITU-R BS.1770-4 states it: K-weighted, and gated."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float64]
"""Channels by samples, of 1."""

BLOCK, STEP = 0.4, 0.1  # seconds
SILENCE = -70.0  # LUFS: blocks below it do not count
BELOW = -10.0  # nor those so far below the mean of the others
OFFSET = -0.691  # so that a sine of 997 Hz reads what its power is


SHELF_HZ, SHELF_DB, SHELF_SLOPE, SHELF_Q = (
    1681.974450955533,
    3.99984385397,
    0.4996667741545,
    0.70717524,
)
CUT_HZ, CUT_Q = 38.13547087602444, 0.5003270373238773
RATE_OF_FILTERS = 48_000
"""Of the filters in the standard, at its rate: what a head does, and how little is heard low."""


def k_weighted(sound: Sound, rate: int) -> Sound:
    """As a head hears it. The sound is taken for a loop."""
    size = sound.shape[-1]
    return np.fft.irfft(np.fft.rfft(sound, axis=-1) * _weights(size, rate), size, axis=-1)


@lru_cache(maxsize=2)
def _weights(size: int, rate: int) -> NDArray[np.complex128]:
    """Both filters as a curve over frequency, which is that of the standard at any rate."""
    s = 1j * np.tan(math.pi * np.fft.rfftfreq(size, 1.0 / rate) / RATE_OF_FILTERS)
    shelf, cut = (math.tan(math.pi * corner / RATE_OF_FILTERS) for corner in (SHELF_HZ, CUT_HZ))
    high = 10.0 ** (SHELF_DB / 20.0)
    x, y = s / shelf, s / cut
    head = (high * x**2 + high**SHELF_SLOPE * x / SHELF_Q + 1.0) / (x**2 + x / SHELF_Q + 1.0)
    low = (1.0 + cut / CUT_Q + cut**2) * y**2 / (y**2 + y / CUT_Q + 1.0)
    return np.asarray(head * low)


def loudness(sound: Sound, rate: int) -> float:
    """Integrated, in LUFS; minus infinity for silence."""
    weighted = k_weighted(np.atleast_2d(sound), rate)
    power = np.concatenate(([0.0], np.cumsum(np.sum(weighted**2, axis=0))))
    size, step = round(BLOCK * rate), round(STEP * rate)
    starts = np.arange(0, max(1, len(power) - size), step)
    blocks = (power[np.minimum(starts + size, len(power) - 1)] - power[starts]) / size
    loud = blocks[_lufs(blocks) > SILENCE]
    if not loud.size:
        return -math.inf
    loud = loud[_lufs(loud) > _lufs(loud.mean()) + BELOW]
    return float(_lufs(loud.mean()))


def _lufs(power: Sound) -> Sound:
    return np.asarray(OFFSET + 10.0 * np.log10(np.maximum(power, 1e-20)))
