"""Warm-up: pictures are made before they are first shown, a little at a time.

To rasterise a drawing takes a millisecond or so. When a step begins, several may be wanted in the
same frame: unless they have been made before, that frame is late.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator
from itertools import chain

PIECE = 0.001
"""Seconds that a piece may well take: with less time left, none is begun."""

PATIENCE = 6
"""Frames without any work after which one piece is done."""


class WarmUp:
    """Work that is cut into pieces of a few milliseconds at most: each ``next`` does one."""

    def __init__(self, *work: Iterable[None]) -> None:
        self._work: Iterator[None] = iter(chain(*work))
        self.done = False
        self._waited = 0

    def go(self, seconds: float) -> None:
        """Do pieces for so much wall time at most, as far as that can be foreseen.

        Where there never is any to spare, do one now and then all the same: it would only be late.
        """
        end = time.perf_counter() + seconds - PIECE
        self._waited += 1
        while not self.done and (time.perf_counter() < end or self._waited >= PATIENCE):
            self._waited = 0
            self.done = next(self._work, True) is True


def clear_out() -> None:
    """Free what an earlier screen left behind, before the next is built."""
    gc.unfreeze()
    gc.collect()


def settle() -> None:
    """Take what has just been built out of the collector's sight: it never pauses for that again,
    until the next `clear_out`."""
    gc.freeze()
