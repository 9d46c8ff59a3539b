"""What has no pitch, or hardly one: brushes, a pedal, a shaker, congas, a soft drum."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from kitchen.game.music.instruments import attacked
from kitchen.game.music.studio import Wave, band, clock, hiss, through
from kitchen.game.sound.synth import RATE

TAKES = 4  # of each stroke, so that no two that follow each other are the same


@cache
def tap(take: int) -> Wave:
    """A brush falls onto a snare drum."""
    time = clock(0.24)
    wires = hiss(0.24, 700 + take) * (0.8 * np.exp(-time / 0.016) + 0.25 * np.exp(-time / 0.07))
    wave = through(wires, band(900.0, 3800.0))
    skin = np.sin(math.tau * 188.0 * clock(0.24)) * np.exp(-time / 0.035)
    wave[: len(skin)] += 0.16 * skin
    return attacked(0.5 * wave, 0.003)


@cache
def swish(take: int) -> Wave:
    """The other brush goes half around the skin."""
    time = clock(0.6)
    stroke = np.sin(math.pi * np.clip(time / 0.56, 0.0, 1.0)) ** 1.6
    return 0.3 * through(hiss(0.6, 720 + take) * stroke, band(1100.0, 3000.0))


@cache
def pedal(take: int) -> Wave:
    """Two cymbals closed by a foot."""
    time = clock(0.09)
    return attacked(
        0.35 * through(hiss(0.09, 740 + take) * np.exp(-time / 0.014), band(2600.0, 5200.0)), 0.002
    )


@cache
def shaker(take: int) -> Wave:
    """Seeds in a gourd: they slide, then land."""
    time = clock(0.13)
    slide = np.clip(time / 0.045, 0.0, 1.0) ** 2 * np.exp(-np.maximum(time - 0.045, 0.0) / 0.02)
    return 0.4 * through(hiss(0.13, 760 + take) * slide, band(2400.0, 5000.0))


MODES = ((1.0, 1.0, 0.16), (1.59, 0.45, 0.07), (2.14, 0.3, 0.05), (2.65, 0.16, 0.03))
"""Of a skin over a shell: ratio, gain, decay in seconds."""


@cache
def conga(hz: float, slapped: bool, take: int) -> Wave:
    """A palm on a skin: let ring, or slapped."""
    time = clock(0.5)
    bend = 1.0 + 0.03 * np.exp(-time / 0.03)
    phase = math.tau * hz * np.cumsum(bend) / RATE
    wave = np.zeros_like(time)
    for ratio, gain, decay in MODES:
        decay = decay * (0.3 if slapped else 1.0)
        wave += gain * np.sin(ratio * phase) * np.exp(-time / decay)
    palm = hiss(0.06, 780 + take) * np.exp(-clock(0.06) / (0.012 if slapped else 0.005))
    palm = through(palm, band(500.0, 2600.0))
    wave[: len(palm)] += (0.3 if slapped else 0.1) * palm
    return attacked(0.5 * wave, 0.002)


@cache
def feather() -> Wave:
    """A bass drum that is felt more than heard."""
    time = clock(0.35)
    phase = math.tau * np.cumsum(58.0 + 24.0 * np.exp(-time / 0.02)) / RATE
    return attacked(np.sin(phase) * np.exp(-time / 0.09), 0.006)
