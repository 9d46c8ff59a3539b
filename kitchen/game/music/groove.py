"""The groove, for when some pots are on: brushes, a guitar, and the bass begins to walk."""

from __future__ import annotations

from kitchen.game.music import drums, instruments
from kitchen.game.music.bassline import UPRIGHT, walking
from kitchen.game.music.playing import HIGH, UNDER_THE_TUNE, comping, drum_of, perform, strokes
from kitchen.game.music.studio import Tape, band, bell
from kitchen.game.music.timing import Player
from kitchen.game.music.tune import BEATS, Note

BOSSA = (
    ((0.0, 0.8, 0.5), (1.5, 0.9, 0.62), (3.0, 0.5, 0.5), (4.5, 0.5, 0.46), (5.5, 1.0, 0.64),
     (7.0, 0.4, 0.48), (7.5, 0.6, 0.56)),
    ((0.0, 0.8, 0.5), (1.0, 0.4, 0.44), (2.5, 1.0, 0.62), (4.0, 0.5, 0.46), (5.5, 1.0, 0.62),
     (7.0, 0.6, 0.5)),
)  # fmt: skip
TAPS = ((0.0, 0.42), (1.0, 0.78), (1.5, 0.3), (2.0, 0.4), (3.0, 0.82), (3.5, 0.34))


FILL = ((2.5, 0.5), (3.0, 0.6), (3.33, 0.46), (3.67, 0.66))
FILLED = (7, 15, 23, 31)
"""Bars that end in something more on the drum."""


def groove() -> Tape:
    low, kit, strings = Tape(), Tape(), Tape()
    perform(low, walking(), Player(62, -0.003, 0.004), instruments.bass, 0.34, 0.0, 0.06)
    fills = [
        Note(BEATS * bar + beat, take % drums.TAKES, 4.0, strength)
        for bar in FILLED
        for take, (beat, strength) in enumerate(FILL, 1)
    ]
    taps = [*strokes(TAPS), *fills]
    perform(kit, taps, Player(63, 0.002, 0.004), drum_of(drums.tap), 0.34, 0.12)
    swishes = strokes(((0.4, 0.5), (1.4, 0.62), (2.4, 0.5), (3.4, 0.62)))
    perform(kit, swishes, Player(64, 0.0, 0.012), drum_of(drums.swish), 0.5, -0.1)
    feet = strokes(((1.0, 0.6), (3.0, 0.66)))
    perform(kit, feet, Player(65, 0.0, 0.003), drum_of(drums.pedal), 0.22, 0.3)
    guitar = comping(BOSSA, HIGH, 68, 0.02)
    perform(strings, guitar, Player(66, 0.006), instruments.guitar, 0.21, 0.34, 0.06)
    strings.finished(
        0.25, band(140.0, 4600.0, 1), bell(220.0, 1.0, 0.6), bell(320.0, -2.0), UNDER_THE_TUNE
    )
    kit.finished(0.16, band(120.0, 5200.0, 2))
    return low.finished(0.06, *UPRIGHT).add(kit).add(strings)
