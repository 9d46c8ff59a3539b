"""Redrawing: how much of what was drawn before may stand in the next picture."""

from __future__ import annotations

from kitchen.plain import INFINITY

DEED = 2
"""Pictures that show at once what the player did, and what the kitchen tells of that a frame later.
"""

SCRUBS = 0.08
"""Seconds of wall time from one jump to the next in which whoever drags the handle goes on; after
that it rests."""


class Redrawing:
    """Is told what happens, and of every picture that it has been drawn."""

    def __init__(self) -> None:
        self._anew = DEED
        """In so many pictures everything is shown as it is then, whosever turn it is."""
        self._jumped = 0
        """For so many pictures more all is shown where it belongs: nothing came from before."""
        self._jumps, self._since = 0, -INFINITY
        """How many there were so far, and when the last one was by the wall clock."""
        self.scrubs = False
        """One follows the other: not all of it is drawn until the handle rests."""
        self._frame = -1
        """The one drawn last."""

    def anew(self) -> None:
        """The player did something, or the window is another."""
        self._anew = DEED

    def jumped(self, jumps: int, wall: float, may_scrub: bool) -> bool:
        """Another moment was looked at so often by now; whether there is one that has not been
        drawn, or not all of it: where one follows the other, and ``may_scrub``."""
        soon = wall - self._since < SCRUBS
        if jumps == self._jumps and (soon or not self.scrubs):
            return False
        self.scrubs = soon and may_scrub
        if jumps != self._jumps:
            self._jumps, self._since = jumps, wall
        self._anew = self._jumped = DEED
        return True

    def drawn(self, frame: int) -> None:
        """The picture of that frame is there."""
        self._anew, self._jumped = max(0, self._anew - 1), max(0, self._jumped - 1)
        self._frame = frame

    @property
    def settled(self) -> bool:
        """Whether nothing is on its way from where it was."""
        return self._jumped > 0

    def whole(self, frame: int) -> bool:
        """Whether nothing that was drawn a frame ago may stand: something was done, or frames were
        left out."""
        return self._anew > 0 or frame != self._frame + 1
