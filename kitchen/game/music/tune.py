"""The tune: its form, its chords and its melody. Times are beats, pitches are MIDI numbers."""

from __future__ import annotations

from dataclasses import dataclass

BEATS = 4  # in a bar
BARS = 32

PITCHES = {
    "C": 0, "Db": 1, "D": 2, "Eb": 3, "E": 4, "F": 5, "F#": 6, "G": 7, "Ab": 8, "A": 9, "Bb": 10,
    "B": 11,
}  # fmt: skip

COLOURS: dict[str, tuple[int, int, int, int]] = {
    "maj9": (4, 7, 11, 2), "69": (4, 7, 9, 2), "m9": (3, 7, 10, 2), "m7": (3, 7, 10, 0),
    "9": (4, 7, 10, 2), "13": (4, 9, 10, 2), "7b9": (4, 7, 10, 1), "13b9": (4, 9, 10, 1),
    "9#11": (4, 6, 10, 2), "dim7": (3, 6, 9, 0),
}  # fmt: skip
"""What a chord's four upper voices are, in semitones above its root: the bass has the root."""


@dataclass(frozen=True, slots=True)
class Chord:
    root: int
    """0 to 11: C to B."""
    colour: str
    start: float
    """Beats from the start of the tune."""

    @property
    def upper(self) -> tuple[int, ...]:
        """The pitch classes of its upper voices."""
        return tuple((self.root + step) % 12 for step in COLOURS[self.colour])

    @property
    def fifth(self) -> int:
        """In semitones above the root: what the bass takes beside it."""
        return 6 if self.colour == "dim7" else 7


@dataclass(frozen=True, slots=True)
class Note:
    start: float
    pitch: int
    length: float
    strength: float = 0.7
    """0 to 1: how hard it is struck."""


A_1 = "F maj9 | F# dim7 | G m9 | C 13 | A m7 | D 7b9 | G m9, C 13 | F 69, C 13b9"
A_2 = "F maj9 | F# dim7 | G m9 | C 13 | A m7 | D 7b9 | G m9, C 13 | C m9, F 13"
BRIDGE = "Bb maj9 | Eb 9#11 | F maj9 | D 7b9 | G m9 | G 13 | G m9 | C 13b9"
A_3 = "F maj9 | F# dim7 | G m9 | C 13 | A m7 | D 7b9 | G m9, C 13 | F 69, C 13b9"

TUNE_A = (
    "0.5 C5 .5, 1 D5 .5, 1.5 C5 1, 2.5 A4 1.5",
    "0.5 A4 .5, 1 C5 .5, 1.5 Eb5 1, 2.5 C5 1",
    "0 Bb4 1.5, 1.5 D5 .5, 2 F5 1, 3 D5 .5, 3.5 Bb4 .5",
    "0 A4 1, 1.5 G4 .5, 2 E4 1.8",
    "0.5 E4 .5, 1 G4 .5, 1.5 C5 1, 2.5 A4 1.5",
    "0.5 F#4 .5, 1 A4 .5, 1.5 C5 1, 2.5 Eb5 .5, 3 D5 1",
    "0 Bb4 1, 1 A4 .5, 1.5 G4 .5, 2 E4 .5, 2.5 G4 .5, 3 Bb4 .5, 3.5 A4 .5",
)
END_1 = ("0 A4 1.8, 2.5 G4 .5, 3 Bb4 .8",)
UP_2 = ("0 Bb4 1, 1 C5 .5, 1.5 D5 .5, 2 E5 .5, 2.5 C5 .5, 3 D5 .5, 3.5 C5 .5",)
END_2 = ("0 Bb4 .5, 0.5 G4 .5, 1.5 Eb5 1, 2.5 D5 .5, 3 C5 1",)
TUNE_B = (
    "0 D5 1.5, 1.5 F5 .5, 2 C5 1.8",
    "0.5 Db5 .5, 1 C5 .5, 1.5 Bb4 1, 2.5 G4 1.4",
    "0 A4 1.5, 1.5 C5 .5, 2 E5 1.8",
    "0.5 Eb5 .5, 1 D5 .5, 1.5 C5 1, 2.5 A4 .5, 3 F#4 .9",
    "0 G4 1, 1 Bb4 .5, 1.5 D5 1, 2.5 F5 1.4",
    "0.5 E5 .5, 1 D5 .5, 1.5 B4 1, 2.5 A4 1.4",
    "0 Bb4 2, 2.5 A4 .5, 3 Bb4 .5, 3.5 C5 .5",
    "0 C5 1.5, 1.5 Bb4 .5, 2 Db5 1, 3 C5 .5, 3.5 Bb4 .5",
)
END_3 = ("0 F4 2.4",)

MELODY = (*TUNE_A, *END_1, *TUNE_A[:6], *UP_2, *END_2, *TUNE_B, *TUNE_A, *END_3)
BRIDGE_BARS = range(16, 24)


def chords() -> list[Chord]:
    """All of them, in order of time."""
    found = []
    for bar, text in enumerate(" | ".join((A_1, A_2, BRIDGE, A_3)).split("|")):
        names = [name.split() for name in text.split(",")]
        for index, (root, colour) in enumerate(names):
            start = BEATS * (bar + index / len(names))
            found.append(Chord(PITCHES[root], colour, start))
    return found


def melody(bars: range) -> list[Note]:
    """What is sung in these bars."""
    found = []
    for bar in bars:
        for text in MELODY[bar].split(","):
            start, name, length = text.split()
            pitch = 12 * (int(name[-1]) + 1) + PITCHES[name[:-1]]
            found.append(Note(BEATS * bar + float(start), pitch, float(length)))
    return found
