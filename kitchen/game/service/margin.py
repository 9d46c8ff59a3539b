"""The margin: notes a word beside the source at the fact with which its line first runs, once."""

from __future__ import annotations

from collections.abc import Iterable

from kitchen.cookbook.words import Word
from kitchen.game.signs.marginnote import MarginNote, reading_time
from kitchen.keep.keep import Keep
from kitchen.sim import facts as f
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.kitchenview import KitchenView

JUMP = 0.25
"""Seconds of wall time that a frame counts for at most: under a menu nobody has read it."""


class Margin:
    """Of one shift that teaches ``word``; what a player has seen is kept, and not said again."""

    def __init__(self, word: Word | None, shift: Shift, keep: Keep) -> None:
        self._word, self._keep = word, keep
        self._sources = {name: recipe.source for name, recipe in shift.recipes().items()}
        self._wall = 0.0
        self.note: MarginNote | None = None
        if word is not None and hint(word) in keep.progress.seen:
            self._word = None

    def hear(self, facts: Iterable[f.Fact], view: KitchenView, wall: float) -> None:
        """What has happened in the player's own kitchen since the last frame."""
        seconds, self._wall = min(JUMP, wall - self._wall), wall
        if self.note is not None:
            self._grow_older(self.note, seconds)
        elif self._word is not None:
            self._listen(self._word, facts, view)

    def _grow_older(self, note: MarginNote, seconds: float) -> None:
        age = note.age + seconds
        over = age >= reading_time(note.word)
        self.note = None if over else MarginNote(note.word, note.dish, age)

    def _listen(self, word: Word, facts: Iterable[f.Fact], view: KitchenView) -> None:
        for fact in facts:
            order = view.orders.get(getattr(fact, "order", 0))
            dish = order.dish if order is not None else ""
            if word.first_runs(fact, self._sources.get(dish, ())):
                self.note, self._word = MarginNote(word, dish, 0.0), None
                self._keep.change_progress(lambda progress: progress.with_seen(hint(word)))
                return


def hint(word: Word) -> str:
    """What it is called among the hints that a player has seen."""
    return f"word: {word.word}"
