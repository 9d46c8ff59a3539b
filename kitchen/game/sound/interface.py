"""Small sounds of buttons and cards."""

from __future__ import annotations

from kitchen.game.sound.cooking import WOOD
from kitchen.game.sound.money import A5, C5, C6, E5, E6, G5, bar, chime
from kitchen.game.sound.synth import (
    Samples,
    band,
    decaying,
    glide,
    low,
    mix,
    noise,
    partials,
    shape,
    soften,
)


def hover() -> Samples:
    """Hardly there."""
    return soften(low(partials(880.0, 0.035, WOOD), 3000.0), 0.002, 0.015)


def press() -> Samples:
    """A wooden key goes down."""
    click = low(decaying(noise(0.03, 201), 0.004), 3800.0)
    return soften(mix((0.0, 0.8, partials(520.0, 0.09, WOOD)), (0.0, 0.2, click)), 0.001)


def back() -> Samples:
    """Two steps down."""
    return soften(
        mix((0.0, 0.7, partials(470.0, 0.1, WOOD)), (0.06, 0.7, partials(352.0, 0.11, WOOD))), 0.001
    )


def error() -> Samples:
    """No: two dull knocks."""
    knock = mix((0.0, 0.8, glide(210.0, 150.0, 0.1, 0.035)), (0.0, 0.8, partials(311.0, 0.1, WOOD)))
    return soften(low(mix((0.0, 0.9, knock), (0.1, 0.8, knock)), 1500.0), 0.002)


def star() -> Samples:
    """A star lights up."""
    return soften(mix((0.0, 0.4, chime(E6, 0.4)), (0.05, 0.5, chime(A5 * 2, 0.45))), 0.001, 0.15)


def flip() -> Samples:
    """A card turns over."""
    air = band(noise(0.17, 211), 1700.0, 0.8)
    snap = low(decaying(noise(0.05, 212), 0.006), 4500.0)
    swish = shape(air, (0.0, 0.0), (0.1, 0.8), (0.17, 0.0))
    return soften(
        mix((0.0, 0.5, swish), (0.11, 0.5, snap), (0.11, 0.4, partials(410.0, 0.07, WOOD)))
    )


def ok() -> Samples:
    """Well done: a fifth."""
    return soften(mix((0.0, 0.7, bar(G5, 0.3)), (0.09, 0.8, bar(C6, 0.35))), 0.001, 0.12)


def order() -> Samples:
    """A ticket is torn off the printer."""
    rip = shape(band(noise(0.12, 221), 2500.0, 0.9), (0.0, 0.0), (0.08, 1.0), (0.12, 0.0))
    ticks = [(0.022 * i, 0.25, decaying(noise(0.012, 222), 0.002)) for i in range(4)]
    notes = [(0.02, 0.2, bar(C5, 0.18)), (0.07, 0.2, bar(E5, 0.2))]
    return soften(low(mix((0.09, 0.4, rip), *ticks, *notes), 5000.0), 0.002)
