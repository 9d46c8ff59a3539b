"""A margin note: the sentence beside the source that explains a word when its line first runs."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.cookbook.words import Word

FADE = 0.25  # seconds of wall time
SETTLES = 2.5  # seconds to look up and find it
READING = 0.065  # seconds for each letter: an unhurried reader


def reading_time(word: Word) -> float:
    """Seconds of wall time for which its note stands."""
    return SETTLES + READING * len(word.word + word.sentence)


@dataclass(frozen=True, slots=True)
class MarginNote:
    """``age``: seconds of wall time for which it has been seen."""

    word: Word
    dish: str
    """Whose line ran; empty: none of a recipe's."""
    age: float

    @property
    def share(self) -> float:
        """How much of it is there, 0 to 1: it comes and goes softly."""
        return max(0.0, min(1.0, self.age / FADE, (reading_time(self.word) - self.age) / FADE))
