"""The heat, for hands up and fuses that burn: hands on skins, seeds, plucked strings and horns."""

from __future__ import annotations

from kitchen.game.music import drums, instruments
from kitchen.game.music.playing import (
    CLEAR_OF_CALLS,
    HIGH,
    chord_at,
    comping,
    drum_of,
    perform,
    strokes,
)
from kitchen.game.music.studio import Tape, Wave, band, bell
from kitchen.game.music.timing import Player
from kitchen.game.music.tune import BARS, BEATS, Note

TUMBAO = ((0.0, 0.3, 0), (0.5, 0.26, 0), (1.0, 0.72, 2), (1.5, 0.28, 0), (2.0, 0.34, 0),
          (2.5, 0.3, 0), (3.0, 0.66, 1), (3.5, 0.7, 1))  # fmt: skip
"""Beat, strength, and how: with the heel, open, slapped."""
SEEDS = tuple((0.5 * step, 0.42 if step % 2 else 0.66) for step in range(8))
CLIMB = (0, 2, 1, 2, 0, 1, 2, 1)
"""Voices of the chord, one an eighth."""
STABS = ((1.5, 0.35, 0.6), (2.5, 0.3, 0.5), (5.5, 1.2, 0.66), (7.5, 0.3, 0.56))


def congas(tape: Tape) -> None:
    for how in (0, 1, 2):
        beats = [(beat, strength) for beat, strength, which in TUMBAO if which == how]
        hz = 232.0 if how == 2 else 196.0

        def skin(take: int, layer: int, hz: float = hz, how: int = how) -> Wave:
            return drums.conga(hz, how != 1, take)

        perform(tape, strokes(beats), Player(81 + how, 0.0, 0.005), skin, 0.5, 0.4)


def ostinato() -> list[Note]:
    notes = []
    for eighth in range(2 * BARS * BEATS):
        beat = eighth / 2.0
        pitch = HIGH[chord_at(beat)][CLIMB[eighth % 8]]
        notes.append(Note(beat, pitch, 0.3, 0.62 if eighth % 4 in (0, 3) else 0.46))
    return notes


def heat() -> Tape:
    kit, strings, horns = Tape(), Tape(), Tape()
    congas(kit)
    perform(kit, strokes(SEEDS), Player(85, 0.0, 0.005), drum_of(drums.shaker), 0.26, -0.42)
    feathers = strokes(tuple((float(beat), 0.5) for beat in range(BEATS)))
    perform(kit, feathers, Player(86, 0.0, 0.003), lambda take, layer: drums.feather(), 0.22, 0.0)
    perform(strings, ostinato(), Player(87, 0.0, 0.005), instruments.pluck, 0.34, -0.4, 0.04)
    stabs = comping((STABS,), HIGH, 89)
    perform(horns, stabs, Player(88, 0.004, 0.006), _stab, 0.115, 0.22, 0.03)
    kit.finished(0.2, band(45.0, 5400.0, 2))
    strings.finished(0.25, band(160.0, 4200.0, 1), bell(320.0, -2.0))
    horns.finished(0.4, band(200.0, 3400.0, 1), CLEAR_OF_CALLS)
    return kit.add(strings).add(horns)


def _stab(pitch: int, layer: int) -> Wave:
    return instruments.horn(pitch, layer, 3)
