"""How people play: a light swing, nobody quite on the beat, no two strokes alike."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from random import Random

from kitchen.game.music.tune import Note
from kitchen.game.sound.stems import BEAT
from kitchen.game.sound.synth import RATE

SWING = 0.6
"""Where the second eighth of a beat is, of the beat: 0.5 is straight, 0.67 a triplet."""


class Player:
    """One of the band. ``late``: seconds behind the beat; ``loose``: seconds that they err by."""

    def __init__(self, seed: int, late: float = 0.0, loose: float = 0.005) -> None:
        self._draw = Random(seed)
        self._late, self._loose = late, loose

    def play(self, notes: Iterable[Note]) -> Iterator[tuple[int, Note]]:
        """Each with the sample that it starts at."""
        for note in notes:
            error = max(-2.0, min(2.0, self._draw.gauss(0.0, 1.0)))
            hard = note.strength * (1.0 + 0.07 * self._draw.gauss(0.0, 1.0))
            at = round(swung(note.start) * BEAT) + seconds(self._late + error * self._loose)
            yield at, Note(note.start, note.pitch, note.length, max(0.1, min(1.0, hard)))


def swung(beats: float) -> float:
    """When it is played: the off-beat comes late, and pulls what is around it along."""
    whole, part = math.floor(beats), beats % 1.0
    if part < 0.5:
        return whole + part * 2.0 * SWING
    return whole + SWING + (part - 0.5) * 2.0 * (1.0 - SWING)


def seconds(time: float) -> int:
    """In samples."""
    return round(time * RATE)
