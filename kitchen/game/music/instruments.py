"""What has a pitch: each is a sum of partials that die one after another, and a touch of noise.

Each function makes one note, of a MIDI ``pitch`` and a ``strength`` of 0 to 1, at about full scale.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from kitchen.game.music.studio import Wave, band, clock, hiss, through
from kitchen.game.sound.synth import RATE

LAYERS = 6  # of strength, that notes are kept for
HEARD = 8.0  # times its decay that a partial goes on: then it is 70 dB down


def hertz(pitch: float) -> float:
    return float(440.0 * 2.0 ** ((pitch - 69) / 12))


def damped(wave: Wave, seconds: float, release: float) -> Wave:
    """Let go after some seconds: it is gone ``release`` later."""
    held, end = round(seconds * RATE), round((seconds + release) * RATE)
    wave = wave[:end].copy()
    over = len(wave) - held
    if over > 0:
        wave[held:] *= 0.5 + 0.5 * np.cos(np.linspace(0.0, math.pi, over))
    return wave


def attacked(wave: Wave, seconds: float) -> Wave:
    n = round(seconds * RATE)
    wave[:n] *= 0.5 - 0.5 * np.cos(np.linspace(0.0, math.pi, n))
    return wave


def string(
    pitch: int, seconds: float, place: float, dull: float, decay: float, loss: float, stiff: float
) -> Wave:
    """A plucked or struck string, touched at ``place`` of its length. ``dull``: how fast partials
    get weaker, ``loss``: how much faster the high ones die, ``stiff``: how sharp they are."""
    time, root = clock(seconds), hertz(pitch)
    wave = np.zeros_like(time)
    for n in range(1, 20):
        hz = root * n * math.sqrt(1.0 + stiff * n * n)
        if hz > 5200.0:
            break
        gain, fall = abs(math.sin(n * math.pi * place)) / n**dull, decay / (1.0 + loss * (n - 1))
        heard = time[: round(HEARD * fall * RATE)]
        tone = np.sin(math.tau * hz * heard + 0.7 * n * n) * np.exp(-heard / fall)
        wave[: len(heard)] += gain * tone
    return wave


@cache
def bass(pitch: int, layer: int) -> Wave:
    """An upright bass, plucked with the flesh of a finger."""
    hard = layer / LAYERS
    body = string(pitch, 1.6, 0.31, 1.4 - 0.4 * hard, 0.62, 0.28, 0.00012)
    growl = string(pitch, 1.6, 0.12, 1.1, 0.22, 0.2, 0.00012)
    finger = through(hiss(0.03, pitch) * np.exp(-clock(0.03) / 0.006), band(180.0, 900.0))
    wave = body + 0.4 * hard * growl
    wave[: len(finger)] += 0.12 * finger
    return attacked(np.tanh(wave), 0.007)


@cache
def piano(pitch: int, layer: int) -> Wave:
    """A piano with felt between hammers and strings: two strings a key, not quite in tune."""
    hard = layer / LAYERS
    dull, decay = 1.9 - 0.7 * hard, 1.5 * 2.0 ** ((60 - pitch) / 24)
    one = string(pitch, 2.6, 0.13, dull, decay, 0.35, 0.0004)
    time = clock(2.6)
    two = one * np.cos(math.tau * 0.35 * time)
    felt = through(hiss(0.05, 200 + pitch) * np.exp(-clock(0.05) / 0.011), band(120.0, 700.0))
    wave = 0.7 * one + 0.3 * two
    wave[: len(felt)] += 0.03 * felt
    return attacked(2.2 * wave, 0.009)


@cache
def guitar(pitch: int, layer: int) -> Wave:
    """Nylon strings under fingertips."""
    hard = layer / LAYERS
    wave = string(pitch, 1.2, 0.22, 1.5 - 0.4 * hard, 0.5, 0.22, 0.00005)
    nail = through(hiss(0.02, 400 + pitch) * np.exp(-clock(0.02) / 0.003), band(900.0, 3200.0))
    wave[: len(nail)] += 0.05 * hard * nail
    return attacked(wave, 0.003)


@cache
def pluck(pitch: int, layer: int) -> Wave:
    """A viola's string, plucked: dry."""
    hard = layer / LAYERS
    wave = string(pitch, 0.6, 0.3, 1.35 - 0.3 * hard, 0.16, 0.3, 0.0001)
    wood = through(hiss(0.03, 500 + pitch) * np.exp(-clock(0.03) / 0.007), band(250.0, 1200.0))
    wave[: len(wood)] += 0.12 * wood
    return attacked(wave, 0.003)


BARS = ((1.0, 1.0, 1.3), (3.98, 0.2, 0.28), (9.4, 0.035, 0.06))
"""A tuned bar: ratio to its lowest tone, gain, decay in seconds."""


@cache
def vibraphone(pitch: int, layer: int) -> Wave:
    """Bars over tubes, soft mallets; the motor is slow."""
    hard, time, root = layer / LAYERS, clock(2.8), hertz(pitch)
    wave = np.zeros_like(time)
    for index, (ratio, gain, decay) in enumerate(BARS):
        if root * ratio < 6000.0:
            wave += (
                gain * hard**index * np.sin(math.tau * root * ratio * time) * np.exp(-time / decay)
            )
    mallet = through(hiss(0.03, 300 + pitch) * np.exp(-clock(0.03) / 0.006), band(300.0, 1500.0))
    wave[: len(mallet)] += 0.05 * hard * mallet
    wave *= 1.0 + 0.16 * np.sin(math.tau * 4.6 * time - 0.8)
    return attacked(0.8 * wave, 0.004)


@cache
def horn(pitch: int, layer: int, eighths: int) -> Wave:
    """A muted horn: it opens as it swells, and trembles when it is held."""
    hard, seconds = layer / LAYERS, eighths * 0.25
    time = clock(seconds + 0.14)
    late = np.clip((time - 0.22) / 0.3, 0.0, 1.0)
    phase = (
        math.tau
        * np.cumsum(hertz(pitch) * (1.0 + 0.0045 * late * np.sin(math.tau * 5.1 * time)))
        / RATE
    )
    swell = 1.0 - np.exp(-time / 0.05)
    wave = np.zeros_like(time)
    for n in range(1, 11):
        mute = 1.0 + 0.9 * math.exp(-(((hertz(pitch) * n - 1050.0) / 420.0) ** 2))
        wave += (
            mute
            * np.exp(-0.55 * (n - 1))
            * swell ** (1.0 + 0.35 * n)
            * np.sin(n * phase)
            * (0.5 + 0.5 * hard if n > 3 else 1.0)
        )
    breath = through(hiss(seconds + 0.14, 600 + pitch), band(500.0, 2400.0))[: len(time)]
    fade = np.exp(-time / 2.2)
    return attacked(damped((0.55 * wave + 0.006 * breath) * fade, seconds, 0.12), 0.03)
