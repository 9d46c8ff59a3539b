"""Shaking: what burns shakes its place and its call-out, in bursts with rests between them."""

from __future__ import annotations

import math

SHAKE_PX, SHAKE_HZ, BURST_SECONDS, EVERY_SECONDS = 2.0, 6.0, 0.4, 1.2
FIRST_PX = 4.0  # of the first burst: this has just been lost


def shake(age: float, wall: float) -> float:
    """How far aside it is, in logical px, so many seconds of wall time after it caught fire: then
    comes the first burst, and later ones all over the kitchen at once, by the clock on the wall."""
    first = age < EVERY_SECONDS
    beat = age if first else wall % EVERY_SECONDS
    if age < 0.0 or beat >= BURST_SECONDS:
        return 0.0
    reach = FIRST_PX if first else SHAKE_PX
    return reach * math.sin(math.tau * SHAKE_HZ * beat)
