"""The bed, good for a quiet kitchen and for all of the others: a bass in two, and a piano."""

from __future__ import annotations

from kitchen.game.music import instruments
from kitchen.game.music.bassline import UPRIGHT, two_feel
from kitchen.game.music.playing import CLOSE, UNDER_THE_TUNE, chord_at, comping, perform
from kitchen.game.music.studio import Tape, band, bell
from kitchen.game.music.timing import Player
from kitchen.game.music.tune import BEATS, Note

SOFT = (
    ((0.0, 2.3, 0.5), (2.5, 1.2, 0.36), (5.5, 1.9, 0.46), (7.5, 0.9, 0.3)),
    ((1.5, 2.2, 0.48), (4.0, 1.4, 0.44), (6.5, 1.3, 0.36)),
    ((0.0, 1.3, 0.46), (1.5, 2.0, 0.4), (4.5, 1.0, 0.4), (6.0, 1.7, 0.44)),
)
"""Two bars of the piano, in three ways: beat, length, strength."""
ANSWERS = (3, 7, 11, 19, 23, 27, 31)
"""Bars in which the piano goes up through its chord, an octave higher."""


def answers() -> list[Note]:
    notes = []
    for bar in ANSWERS:
        for step, beat in enumerate((1.5, 2.0, 2.5, 3.0)):
            pitches = CLOSE[chord_at(BEATS * bar + beat)]
            pitch = (pitches[1], pitches[2], pitches[3], pitches[2])[step] + 12
            notes.append(Note(BEATS * bar + beat, pitch, 1.6, 0.3 + 0.04 * step))
    return notes


def bed() -> Tape:
    low, keys = Tape(), Tape()
    perform(low, two_feel(), Player(51, -0.004, 0.004), instruments.bass, 0.42, 0.0, 0.07)
    perform(
        keys, comping(SOFT, CLOSE, 42, 0.012), Player(52, 0.008), instruments.piano, 0.155, -0.2
    )
    perform(keys, answers(), Player(53, 0.012, 0.008), instruments.piano, 0.2, -0.12, 0.4)
    keys.finished(
        0.3, band(120.0, 4200.0, 1), bell(300.0, -2.0), bell(1800.0, 2.0, 2.0), UNDER_THE_TUNE
    )
    return low.finished(0.06, *UPRIGHT).add(keys)
