"""The bass: in two by itself; and what is between, with which it walks."""

from __future__ import annotations

from random import Random

from kitchen.game.music.playing import CHORDS, END, chord_at
from kitchen.game.music.studio import band, bell
from kitchen.game.music.tune import BARS, Note

UPRIGHT = (band(48.0, 3000.0, 1), bell(75.0, -3.0), bell(280.0, -2.0), bell(700.0, 4.0, 2.0))
"""How the bass is recorded: for small speakers too."""


def two_feel() -> list[Note]:
    """Roots and fifths on the first and third beat, and now and then a skip into the next bar."""
    draw, notes, near = Random(41), [], 36
    for half in range(2 * BARS):
        beat = 2.0 * half
        chord = CHORDS[chord_at(beat)]
        step = 0 if chord.start == beat or half % 2 == 0 else chord.fifth
        near = nearest((chord.root + step) % 12, near, 29, 45)
        notes.append(Note(beat, near, 1.35, 0.72 if step == 0 else 0.62))
        if half % 4 == 3:
            notes.append(Note(beat + 1.5, near, 0.35, 0.3 + 0.1 * draw.random()))
    return notes


def nearest(of: int, near: int, lowest: int, highest: int) -> int:
    """The pitch of a class next to another pitch."""
    ways = [pitch for pitch in range(lowest, highest + 1) if pitch % 12 == of]
    return min(ways, key=lambda pitch: (abs(pitch - near), pitch))


def walking() -> list[Note]:
    """The second and fourth beat between those of the bed: a chord's note, then a half step from
    the next root."""
    draw, notes = Random(61), []
    firm = {note.start: note.pitch for note in two_feel()}
    for half in range(2 * BARS):
        beat = 2.0 * half
        here, after = firm[beat], firm[(beat + 2.0) % END]
        chord, following = CHORDS[chord_at(beat)], CHORDS[chord_at((beat + 2.0) % END)]
        third, fifth = chord.upper[0], (chord.root + chord.fifth) % 12
        if following is chord:
            of = third if after % 12 == fifth or draw.random() < 0.6 else fifth
            pitch = nearest(of, round((here + after) / 2), 29, 46)
        elif chord.start == beat:  # it has no more than two beats, and neither is foreign to it
            ways = [nearest(of, after, 29, 46) for of in (third, fifth)]
            pitch = min(ways, key=lambda way: abs(way - after))
        else:
            pitch = after + (1 if draw.random() < 0.55 or after < 31 else -1)
        notes.append(Note(beat + 1.0, pitch, 0.95, 0.56 + 0.08 * draw.random()))
    return notes
