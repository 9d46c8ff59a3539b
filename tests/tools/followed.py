"""A screen that a test follows: frame after frame, those too in which nothing is drawn."""

from __future__ import annotations

from kitchen.game.shell.screen import Screen


class Followed(Screen):
    """Stands before the screen's own class among the bases."""

    number = -1
    """Of the frame, from 0."""

    def after(self) -> None:
        """The frame is done: it was drawn, or the screen rests."""
        raise NotImplementedError

    def resting(self) -> bool:
        """Asked once in every frame, before it is drawn."""
        self.number += 1
        return super().resting()

    def spare(self, seconds: float) -> None:
        super().spare(seconds)
        self.after()
