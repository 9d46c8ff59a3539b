"""The pulse: how often a screen is looked after, and in which of these frames it is drawn.

Sixty times a second, while the player looks and something moves. A screen at rest shows the same
picture until something happens, and is drawn once a second all the same; so is a window behind
another one, of which there is little to be seen.
"""

from __future__ import annotations

FPS = 60.0
"""Frames a second of wall time."""

BACKGROUND_FPS = 10.0
"""How often a window without the focus is drawn while the pointer plays on it."""

RESTING_FPS = 1.0
"""How often it is drawn else; and a screen at rest."""

AWAKE_SECONDS = 0.8
"""Wall time for which a screen at rest goes on being drawn after the player touched something."""

LEFT_OUT = 1
"""Frames of wall time between two in which a screen is looked after that is not drawn in each:
what the player does is answered within 50 ms all the same."""


class Pulse:
    """Of one screen. Times are in seconds of wall time. ``film``: all is drawn, nobody watches."""

    def __init__(self, film: bool) -> None:
        self._film = film
        self.awake = True
        """Whether time goes by for what moves on it."""
        self.draws = True
        """Whether it is drawn in this frame."""
        self.left_out = 0
        """Frames to be left out before the next."""
        self._anew = True
        self._touched, self._drawn = 0.0, -1.0

    def touch(self, wall: float) -> None:
        """The player did something."""
        self._touched = wall

    def stir(self) -> None:
        """Something happened, so that the picture may have to be another."""
        self._anew = True

    def beat(self, wall: float, *, resting: bool, focused: bool, minimised: bool) -> None:
        """A frame has come."""
        touched = wall - self._touched < AWAKE_SECONDS
        was_awake, self.awake = self.awake, self._film or touched or not resting
        moves = self.awake and (focused or self._film)
        comes_to_rest = was_awake and not self.awake  # and is drawn as it rests
        due = self._anew or moves or comes_to_rest or self._is_due(wall, touched)
        self.draws = due and not minimised
        if self.draws:
            self._anew, self._drawn = False, wall
        every = self._film or (moves and not minimised)
        self.left_out = 0 if every else LEFT_OUT

    def _is_due(self, wall: float, touched: bool) -> bool:
        """Whether it is time to draw what rests, or lies behind another window."""
        rate = BACKGROUND_FPS if touched else RESTING_FPS
        return wall - self._drawn >= 1.0 / rate - 0.5 / FPS
