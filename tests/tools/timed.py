"""Times for benchmarks: of the processor, for each order."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def timed(into: list[float], orders: int, work: Callable[[], T]) -> T:
    """Do the work, and note how many microseconds that takes for each of its orders."""
    gc.collect()
    begun = time.process_time()
    result = work()
    into.append((time.process_time() - begun) / orders * 1e6)
    return result
