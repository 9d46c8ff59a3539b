"""Who plays what: four stems, each of which is good to hear with those before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from random import Random

from music import drums, instruments
from music.instruments import LAYERS, damped
from music.score import BARS, BEATS, BRIDGE_BARS, Note, chords, melody
from music.studio import Tape, Wave, band, bell
from music.timing import Player
from music.voicing import voiced

CHORDS = chords()
STARTS = [chord.start for chord in CHORDS]
END = float(BARS * BEATS)
CLOSE = voiced(CHORDS, 53, 71)
"""Of the piano."""
HIGH = voiced(CHORDS, 58, 76, (0, 2, 3))
"""Of guitar, plucks and horns: without the second voice."""

UPRIGHT = (band(48.0, 3000.0, 1), bell(75.0, -3.0), bell(280.0, -2.0), bell(700.0, 4.0, 2.0))
"""How the bass is recorded: for small speakers too."""
CLEAR_OF_CALLS = bell(1170.0, -5.0, 0.8)
"""The bell on the pass rings there."""

UNDER_THE_TUNE = bell(540.0, -2.0, 1.0)
"""Chords leave it its place."""

Sampler = Callable[[int, int], Wave]


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


# -- bed: a bass in two, and a piano ---------------------------------------------------------------


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


SOFT = (
    ((0.0, 2.3, 0.5), (2.5, 1.2, 0.36), (5.5, 1.9, 0.46), (7.5, 0.9, 0.3)),
    ((1.5, 2.2, 0.48), (4.0, 1.4, 0.44), (6.5, 1.3, 0.36)),
    ((0.0, 1.3, 0.46), (1.5, 2.0, 0.4), (4.5, 1.0, 0.4), (6.0, 1.7, 0.44)),
)
"""Two bars of the piano, in three ways: beat, length, strength."""
ANSWERS = (3, 7, 11, 19, 23, 27, 31)
"""Bars in which the piano goes up through its chord, an octave higher."""


Pattern = tuple[tuple[float, float, float], ...]


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


# -- groove: brushes, guitar, and the bass begins to walk ------------------------------------------


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


def strokes(pattern: Iterable[tuple[float, float]], every: int = BEATS) -> list[Note]:
    """A pattern of a drum, over and over; the pitch counts takes."""
    notes, take = [], 0
    for start in range(0, BARS * BEATS, every):
        for beat, strength in pattern:
            take += 1
            notes.append(Note(start + beat, take * 7 % drums.TAKES, 4.0, strength))
    return notes


def groove() -> Tape:
    low, kit, strings = Tape(), Tape(), Tape()
    perform(low, walking(), Player(62, -0.003, 0.004), instruments.bass, 0.34, 0.0, 0.06)
    fills = [
        Note(BEATS * bar + beat, take % drums.TAKES, 4.0, strength)
        for bar in FILLED
        for take, (beat, strength) in enumerate(FILL, 1)
    ]
    taps = [*strokes(TAPS), *fills]
    perform(kit, taps, Player(63, 0.002, 0.004), _drum(drums.tap), 0.34, 0.12)
    swishes = strokes(((0.4, 0.5), (1.4, 0.62), (2.4, 0.5), (3.4, 0.62)))
    perform(kit, swishes, Player(64, 0.0, 0.012), _drum(drums.swish), 0.5, -0.1)
    feet = strokes(((1.0, 0.6), (3.0, 0.66)))
    perform(kit, feet, Player(65, 0.0, 0.003), _drum(drums.pedal), 0.22, 0.3)
    guitar = comping(BOSSA, HIGH, 68, 0.02)
    perform(strings, guitar, Player(66, 0.006), instruments.guitar, 0.21, 0.34, 0.06)
    strings.finished(
        0.25, band(140.0, 4600.0, 1), bell(220.0, 1.0, 0.6), bell(320.0, -2.0), UNDER_THE_TUNE
    )
    kit.finished(0.16, band(120.0, 5200.0, 2))
    return low.finished(0.06, *UPRIGHT).add(kit).add(strings)


def _drum(of: Callable[[int], Wave]) -> Sampler:
    return lambda take, layer: of(take)


# -- lead: the tune --------------------------------------------------------------------------------


def sung(bars: Iterable[int]) -> list[Note]:
    """The melody, with its off-beats leaned on."""
    notes = [note for bar in bars for note in melody(range(bar, bar + 1))]
    return [
        Note(note.start, note.pitch, note.length, 0.62 + (0.12 if note.length > 0.9 else 0.0))
        for note in notes
    ]


def lead() -> Tape:
    bars, reed = Tape(), Tape()
    outside = [bar for bar in range(BARS) if bar not in BRIDGE_BARS]
    perform(bars, sung(outside), Player(71, 0.01, 0.009), instruments.vibraphone, 0.42, -0.15, 0.5)
    perform(reed, sung(BRIDGE_BARS), Player(72, 0.016, 0.009), _horn, 0.36, 0.15, 0.08)
    under = [
        Note(BEATS * bar, HIGH[chord_at(BEATS * bar)][voice], 3.5, 0.34)
        for bar in BRIDGE_BARS for voice in (0, 2)
    ]  # fmt: skip
    perform(bars, under, Player(73, 0.01, 0.012), instruments.vibraphone, 0.3, -0.3, 0.5)
    reed.finished(0.4, band(180.0, 3600.0, 1), CLEAR_OF_CALLS)
    return bars.finished(0.32, band(150.0, 4600.0, 1), CLEAR_OF_CALLS).add(reed)


def _horn(pitch: int, layer: int, length: float = 1.0) -> Wave:
    return instruments.horn(pitch, layer, 6)


# -- heat: hands, seeds and horns ------------------------------------------------------------------

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
    perform(kit, strokes(SEEDS), Player(85, 0.0, 0.005), _drum(drums.shaker), 0.26, -0.42)
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


MAKERS: dict[str, Callable[[], Tape]] = {
    "bed": bed, "groove": groove, "lead": lead, "heat": heat,
}  # fmt: skip
