"""The pleasant sounds: a plate served, coins, and the fanfares of a closed kitchen."""

from __future__ import annotations

from kitchen.game.sound.calls import BELL
from kitchen.game.sound.cooking import clink
from kitchen.game.sound.synth import Samples, glide, low, mix, partials, room, shape, soften, tone

BAR = ((1.0, 1.0, 0.26), (3.98, 0.3, 0.07), (9.6, 0.07, 0.02), (1.002, 0.3, 0.2))
"""A wooden bar over a tube: marimba."""
SILVER = ((1.0, 1.0, 0.13), (2.76, 0.4, 0.07), (5.4, 0.16, 0.03))
HORN = ((1.0, 1.0), (2.0, 0.5), (3.0, 0.3), (4.0, 0.15), (5.0, 0.07))

C4, G4 = 261.63, 392.0
C5, E5, G5, A5 = 523.25, 659.26, 783.99, 880.0
C6, E6, G6, A6, C7 = 1046.5, 1318.5, 1568.0, 1760.0, 2093.0


def bar(hz: float, seconds: float = 0.6) -> Samples:
    return soften(partials(hz, seconds, BAR), 0.002, 0.15)


def serve() -> Samples:
    """A plate touches the pass, and a third rises."""
    notes = mix((0.05, 0.8, bar(C5, 0.45)), (0.16, 0.9, bar(E5, 0.5)))
    return room(mix((0.0, 0.14, clink(1480.0)), (0.0, 0.7, notes)), 0.25, 0.1)


def coin() -> Samples:
    """Two bright notes."""
    low_note = soften(partials(E6, 0.16, SILVER), 0.001)
    high_note = soften(partials(A6, 0.42, SILVER), 0.001, 0.12)
    return low(mix((0.0, 0.7, low_note), (0.07, 0.9, high_note)), 7500.0)


def horn(hz: float, seconds: float) -> Samples:
    """A round brass note: it opens as it swells."""
    soft = mix(*((0.0, gain / (1.0 + 0.5 * n), tone(hz * n, seconds)) for n, gain in HORN))
    slow = mix((0.0, 0.6, soft), (0.0, 0.25, tone(hz * 1.003, seconds)))
    return shape(low(slow, 2300.0), (0.0, 0.0), (0.05, 1.0), (seconds * 0.55, 0.75), (seconds, 0.0))


def chime(hz: float, seconds: float = 0.7) -> Samples:
    return soften(partials(hz, seconds, BELL), 0.002, 0.2)


def fanfare(stars: int) -> Samples:
    """For 0 to 3 stars: each adds a phrase and an instrument."""
    return room(mix(*FANFARES[stars]()), 0.35, 0.2)


def _none() -> list[tuple[float, float, Samples]]:
    """The lights go out: kindly, but there is nothing to cheer."""
    return [(0.0, 0.7, bar(G4, 0.4)), (0.17, 0.7, bar(C4, 0.55))]


def _one() -> list[tuple[float, float, Samples]]:
    rise = [(0.11 * i, 0.6, bar(hz, 0.5)) for i, hz in enumerate((C5, E5, G5))]
    return [*rise, (0.22, 0.16, chime(G5, 0.6))]


def _two() -> list[tuple[float, float, Samples]]:
    rise = [(0.11 * i, 0.6, bar(hz, 0.5)) for i, hz in enumerate((C5, E5, G5, C6))]
    chord = [(0.33, 0.22, horn(hz, 0.8)) for hz in (C5, E5, G5)]
    return [*rise, *chord, (0.33, 0.14, chime(C6, 0.8))]


def _three() -> list[tuple[float, float, Samples]]:
    rise = [(0.1 * i, 0.36 + 0.03 * i, bar(hz, 0.5)) for i, hz in enumerate((C5, E5, G5, C6, E6))]
    call = [(0.2, 0.2, horn(hz, 0.26)) for hz in (G4, C5)]
    chord = [(0.5, 0.42, horn(hz, 1.3)) for hz in (C4, G4, E5, C6)]
    drum = (0.5, 0.7, soften(glide(96.0, 65.4, 0.5, 0.13), 0.003))
    rain = [
        (0.58 + 0.09 * i, 0.2 - 0.02 * i, chime(hz, 0.7))
        for i, hz in enumerate((C6, G6, E6, C7, A6, G6))
    ]
    return [*rise, *call, *chord, drum, *rain]


FANFARES = (_none, _one, _two, _three)
