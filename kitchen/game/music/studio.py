"""The studio: a tape that is a ring, where everybody stands, filters, and a small room.

Every filter is a curve over frequency, laid on the whole ring at once: what is on the tape has
always been playing, so it has no seam.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from kitchen.game.sound.stems import LENGTH
from kitchen.game.sound.synth import RATE

Wave = NDArray[np.float64]
Curve = Callable[[Wave], Wave]
"""Gain by frequency in Hz."""

ROOM = 0.84  # seconds of its tail
FREQUENCIES: Wave = np.asarray(np.fft.rfftfreq(LENGTH, 1.0 / RATE), dtype=np.float64)


def clock(seconds: float) -> Wave:
    """The time of each sample, in seconds."""
    return np.arange(round(seconds * RATE)) / RATE


def hiss(seconds: float, seed: int) -> Wave:
    """White noise, the same for the same seed, on every version of numpy."""
    return np.random.RandomState(seed).standard_normal(round(seconds * RATE))


def through(wave: Wave, curve: Curve) -> Wave:
    """A sound of its own through a filter; it may ring for a tenth of a second longer."""
    size = len(wave) + RATE // 10
    spectrum = np.fft.rfft(wave, size)
    return np.fft.irfft(
        spectrum * curve(np.asarray(np.fft.rfftfreq(size, 1.0 / RATE), dtype=np.float64)), size
    )


def band(low: float, high: float, order: int = 2) -> Curve:
    """Keeps what lies between two frequencies."""

    def curve(hz: Wave) -> Wave:
        up = 1.0 / np.sqrt(1.0 + (low / np.maximum(hz, 1e-3)) ** (2 * order))
        down = 1.0 / np.sqrt(1.0 + (hz / high) ** (2 * order))
        return np.asarray(up * down)

    return curve


def bell(hz: float, decibels: float, octaves: float = 1.0) -> Curve:
    """Raises or lowers what lies around a frequency."""

    def curve(at: Wave) -> Wave:
        away = np.log2(np.maximum(at, 1.0) / hz) / octaves
        return np.asarray(10.0 ** (decibels / 20.0 * np.exp(-4.0 * away * away)))

    return curve


class Tape:
    """Two channels that go round."""

    def __init__(self) -> None:
        self.sides: Wave = np.zeros((2, LENGTH))

    def put(self, at: int, wave: Wave, gain: float, pan: float) -> None:
        """``pan``: -1 left to 1 right, at the same power everywhere."""
        angle = (pan + 1.0) * math.pi / 4.0
        both = np.outer((gain * math.cos(angle), gain * math.sin(angle)), wave)
        at %= LENGTH
        first = min(len(wave), LENGTH - at)
        self.sides[:, at : at + first] += both[:, :first]
        self.sides[:, : len(wave) - first] += both[:, first:]

    def finished(self, wet: float, *curves: Curve) -> Tape:
        """The same through filters, and ``wet`` in the small room."""
        gain = np.prod([curve(FREQUENCIES) for curve in curves], axis=0) * (1.0 + wet * ECHO)
        self.sides = np.fft.irfft(np.fft.rfft(self.sides, axis=1) * gain, LENGTH, axis=1)
        return self

    def add(self, other: Tape) -> Tape:
        self.sides += other.sides
        return self


def _echo() -> NDArray[np.complex128]:
    """A tiled room with people in it: a few early echoes, then many that die; two ears."""
    time = clock(ROOM)
    ears = []
    for ear in (0, 1):
        tail = hiss(ROOM, 901 + ear) * np.exp(-time / (ROOM / 6.0))
        tail[: round(0.012 * RATE)] = 0.0
        tail = through(tail, band(240.0, 3600.0, 1))
        for late, back in ((0.0131, 3.0), (0.0193, 2.4), (0.0287, 2.0)):
            tail[round((late + 0.0021 * ear) * RATE)] += back
        ears.append(tail / np.sqrt(np.sum(tail * tail)))
    return np.fft.rfft(np.array(ears), LENGTH, axis=1)


ECHO = _echo()
