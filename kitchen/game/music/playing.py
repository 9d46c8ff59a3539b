"""What the whole band shares: the chords as they lie, and how notes and strokes get onto a tape."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from random import Random

from kitchen.game.music.drums import TAKES
from kitchen.game.music.instruments import LAYERS, damped
from kitchen.game.music.studio import Tape, Wave, bell
from kitchen.game.music.timing import Player
from kitchen.game.music.tune import BARS, BEATS, Note, chords
from kitchen.game.music.voicing import voiced

CHORDS = chords()
STARTS = [chord.start for chord in CHORDS]
END = float(BARS * BEATS)
CLOSE = voiced(CHORDS, 53, 71)
"""Of the piano."""
HIGH = voiced(CHORDS, 58, 76, (0, 2, 3))
"""Of guitar, plucks and horns: without the second voice."""

CLEAR_OF_CALLS = bell(1170.0, -5.0, 0.8)
"""The bell on the pass rings there."""
UNDER_THE_TUNE = bell(540.0, -2.0, 1.0)
"""Chords leave it its place."""

Sampler = Callable[[int, int], Wave]
"""Makes a note of a pitch and a strength, of `LAYERS`."""


def chord_at(beats: float) -> int:
    """Which chord sounds then; an eighth before a change it is the next one's already."""
    at = (beats + (0.5 if beats % 1.0 else 0.0)) % END
    return bisect_right(STARTS, at) - 1


def perform(
    tape: Tape, notes: Iterable[Note], player: Player, of: Sampler, gain: float, pan: float,
    release: float = 0.09,
) -> None:  # fmt: skip
    """Have notes played by somebody."""
    for at, note in player.play(notes):
        layer = max(1, min(LAYERS, round(note.strength * LAYERS)))
        wave = damped(of(note.pitch, layer), note.length * 60.0 / 105.0, release)
        tape.put(at, wave, gain * (0.3 + 0.7 * note.strength), pan)


Pattern = tuple[tuple[float, float, float], ...]
"""Beat, length and strength of each stroke."""


def comping(
    ways: tuple[Pattern, ...], lies: list[tuple[int, ...]], seed: int, spread: float = 0.0
) -> list[Note]:
    """Chords in patterns of two bars, never the same twice in a row if there are others; the top
    is a little harder. They are rolled by ``spread`` beats a voice."""
    draw, notes, way = Random(seed), [], 0
    for start in range(0, BARS * BEATS, 2 * BEATS):
        for beat, length, strength in ways[way]:
            pitches = lies[chord_at(start + beat)]
            for voice, pitch in enumerate(pitches):
                hard = strength * (1.12 if voice == len(pitches) - 1 else 0.94)
                notes.append(Note(start + beat + spread * voice, pitch, length, hard))
        if len(ways) > 1:
            way = (way + 1 + draw.randrange(len(ways) - 1)) % len(ways)
    return notes


def strokes(pattern: Iterable[tuple[float, float]]) -> list[Note]:
    """A pattern of a drum in every bar; the pitch counts takes."""
    notes, take = [], 0
    for start in range(0, BARS * BEATS, BEATS):
        for beat, strength in pattern:
            take += 1
            notes.append(Note(start + beat, take * 7 % TAKES, 4.0, strength))
    return notes


def drum_of(of: Callable[[int], Wave]) -> Sampler:
    """Struck at any strength alike: a stroke's gain says how hard."""
    return lambda take, layer: of(take)
