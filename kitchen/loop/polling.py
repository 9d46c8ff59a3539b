"""Polling: a program that waits for time to go by, and leaves no moment for that."""

from __future__ import annotations

from kitchen.loop.schedule import BATCH

BUSY = 100_000
"""Turns at one moment with no worker's step among them, after which time goes on all the same. A
program that polls (``while not done: await asyncio.sleep(0)``) waits for time to go by."""

POLLING = 1_000
"""As many turns are enough for a program that has been found to poll, until it waits for once."""

EAGER = 10
"""Turns that are enough at last, where nothing is due: only for time to go by can it wait."""

MOMENT = 0.001
"""Seconds of kitchen time that count as none. Timers that are shorter do not count as waiting: with
``asyncio.sleep(1e-9)`` a program polls as well."""


class Polling:
    """What a loop has seen of its program while kitchen time stood still, or as good as still."""

    __slots__ = ("_batches", "_size", "patience", "quiet", "turns")

    def __init__(self) -> None:
        self.turns = 0
        """Turns so far without a pause."""
        self.patience = BUSY
        """Turns until a look is taken whether the program polls."""
        self.quiet = MOMENT
        """Until when kitchen time counts as standing still."""
        self._batches = 0  # of entries that were made and called meanwhile
        self._size = 0  # of the heap when the last of them began

    def waits(self, now: float) -> None:
        """Nothing is left to do: the program waits, and if it did not do so just now, it has all
        the patience there is."""
        if now > self.quiet:
            self.turns, self.patience = 0, BUSY
            self.quiet = now + MOMENT

    def found(self, now: float, timers: bool) -> bool:
        """After more turns than there was `patience` for: whether the program polls. ``timers``
        says whether anything is due later."""
        if now > self.quiet:  # time has gone by
            self.turns, self.quiet = 0, now + MOMENT
            return False
        most = POLLING if timers else max(self.patience // 2, EAGER)
        self.patience = min(most, POLLING)
        return True

    def count_batch(self, now: float, size: int) -> None:
        """Another `BATCH` of entries begins, with so many in the heap. Timers of next to no length
        may be set one after the other, with never a turn."""
        before, self._size = self._size, size
        if now > self.quiet or size - before > BATCH // 2:
            self._batches = 0
            self.quiet = max(self.quiet, now + MOMENT)
        else:
            self._batches += 1

    def many_batches(self, checked: bool) -> bool:
        """Whether so many timers of no length are a poll. Who is ``checked`` is told otherwise what
        is too much, and a thousand dishes may begin at one moment."""
        most = BUSY // BATCH * (10 if checked else 1)
        return self._batches > (1 if self.patience == POLLING else most)

    def found_by_batches(self) -> None:
        """That many were a poll."""
        self.patience = POLLING

    def over(self) -> None:
        """Time is let go by: the count begins anew."""
        self.turns = self._batches = 0
