"""Warm-up: pictures are made before they are first shown, a little at a time.

To rasterise a drawing takes a millisecond or so. When a step begins, several may be wanted in the
same frame: unless they have been made before, that frame is late.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator
from itertools import chain


class WarmUp:
    """Work that is cut into pieces of a few milliseconds at most: each ``next`` does one."""

    def __init__(self, *work: Iterable[None]) -> None:
        self._work: Iterator[None] = iter(chain(*work))
        self.done = False

    def go(self, seconds: float) -> None:
        """Do pieces for about so much wall time: none if it is 0 or less."""
        end = time.perf_counter() + seconds
        while not self.done and time.perf_counter() < end:
            self.done = next(self._work, True) is True


def settle() -> None:
    """Take what has just been built out of the collector's sight: it never pauses for that again.

    What an earlier screen left behind is collected first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
