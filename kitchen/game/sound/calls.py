"""What calls for the player: the bell of a timer, burning and spoilt food, a customer who leaves,
and the player's own kitchen while they look into another."""

from __future__ import annotations

from kitchen.game.sound.cooking import WOOD, crackle
from kitchen.game.sound.synth import (
    Samples,
    decaying,
    glide,
    low,
    mix,
    noise,
    partials,
    room,
    shape,
    soften,
)

BELL = (
    (0.5, 0.16, 0.3), (1.0, 1.0, 0.34), (1.0025, 0.35, 0.3), (2.41, 0.34, 0.16), (3.04, 0.2, 0.11),
    (4.53, 0.13, 0.06), (5.9, 0.06, 0.03),
)  # fmt: skip
"""A small brass bell: nothing of it stands in whole ratios."""
BELL_HZ = (1046.5, 1174.7, 1318.5)  # C6, D6, E6: the longer the line, the higher
SHIPS_BELL = (
    (0.5, 0.3, 0.7), (1.0, 1.0, 0.62), (1.004, 0.4, 0.55), (1.19, 0.25, 0.4), (2.0, 0.4, 0.3),
    (2.52, 0.2, 0.2), (3.01, 0.12, 0.14), (4.17, 0.07, 0.07),
)  # fmt: skip
"""A larger one, which sings for longer."""
SOFT_REED = ((1.0, 1.0, 9.0), (2.0, 0.32, 9.0), (3.0, 0.12, 9.0), (4.0, 0.04, 9.0))
FELT = ((1.0, 1.0, 0.3), (2.0, 0.26, 0.16), (3.0, 0.1, 0.08), (0.5, 0.2, 0.3))
"""A muted piano: the hammers are felt."""


def ding(variant: int) -> Samples:
    """The bell on the pass, struck once."""
    strike = low(decaying(noise(0.02, 101), 0.003), 4200.0)
    bell = partials(BELL_HZ[variant], 0.75, BELL)
    return soften(low(mix((0.0, 1.0, bell), (0.0, 0.18, strike)), 7000.0), 0.0015, 0.2)


def last_orders() -> Samples:
    """A ship's bell, struck twice by hand: the doors close."""
    strike = low(decaying(noise(0.03, 107), 0.004), 3600.0)
    once = mix((0.0, 1.0, partials(659.3, 1.5, SHIPS_BELL)), (0.0, 0.25, strike))
    return soften(low(mix((0.0, 0.9, once), (0.32, 1.0, once)), 6000.0), 0.0015, 0.4)


def burn() -> Samples:
    """Food burns: a low crackle, and a soft alarm of two notes, twice."""
    fire = shape(
        low(crackle(1.3, 110, 46.0), 1900.0), (0.0, 0.0), (0.12, 1.0), (0.9, 0.7), (1.3, 0.0)
    )
    rumble = shape(low(noise(1.3, 118), 160.0), (0.0, 0.0), (0.2, 1.0), (1.3, 0.0))
    alarm = [(0.06 + 0.26 * i, 0.3, _reed(440.0 if i % 2 == 0 else 349.2, 0.24)) for i in range(4)]
    return mix((0.0, 0.75, fire), (0.0, 0.8, rumble), *alarm)


def _reed(hz: float, seconds: float) -> Samples:
    note = partials(hz, seconds, SOFT_REED)
    return shape(note, (0.0, 0.0), (0.035, 1.0), (seconds - 0.09, 0.8), (seconds, 0.0))


def walk_out() -> Samples:
    """A door falls shut, and two notes are sorry about it."""
    door = mix(
        (0.0, 1.0, glide(118.0, 48.0, 0.4, 0.09)),
        (0.0, 0.4, low(decaying(noise(0.25, 121), 0.045), 480.0)),
        (0.0, 0.2, partials(164.0, 0.2, WOOD)),
    )
    sorry = mix((0.0, 0.9, _felt(392.0, 0.5)), (0.28, 1.0, _felt(311.1, 0.65)))
    return room(mix((0.0, 0.85, door), (0.16, 0.55, sorry)), 0.3, 0.15)


def spoilt() -> Samples:
    """Two low notes that sag, and a hiss: it is not what it was."""
    hiss = shape(low(noise(0.5, 141), 2600.0), (0.0, 0.0), (0.05, 1.0), (0.5, 0.0))
    sag = mix((0.0, 1.0, _felt(329.6, 0.35)), (0.16, 0.9, _felt(277.2, 0.5)))
    return mix((0.0, 1.0, sag), (0.0, 0.16, hiss))


def needs_you() -> Samples:
    """Two knocks from the kitchen next door, and a note that asks."""
    knock = mix(
        (0.0, 1.0, partials(196.0, 0.14, WOOD)),
        (0.0, 0.5, low(decaying(noise(0.06, 131), 0.012), 900.0)),
    )
    return mix((0.0, 1.0, knock), (0.11, 0.9, knock), (0.12, 0.5, _felt(698.5, 0.32)))


def _felt(hz: float, seconds: float) -> Samples:
    return soften(low(partials(hz, seconds, FELT), 2400.0), 0.008, 0.2)
