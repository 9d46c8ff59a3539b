"""Whether a thread stands still: at one instruction for long, and next to no other computes."""

from __future__ import annotations

import time
from types import FrameType

BLOCKED = 1.0
"""Seconds of wall time at one instruction, with all other threads next to idle, after which a
thread is taken to wait for somebody. Nearly all waits of `threading` and `queue` are known at once,
since they are written in Python."""

IDLE = 0.1
"""Of such a time, how much of it the process may have computed."""


class Standing:
    """What one thread has seen of another, or of itself a moment ago."""

    def __init__(self) -> None:
        self._seen: tuple[int, int] | None = None
        self._since = (0.0, 0.0)

    def still(self, frame: FrameType | None) -> bool:
        """Whether it has stood at ``frame`` for long, and nobody has computed anything meanwhile
        but who asks. Without a frame: whether it has run nothing."""
        here, now = _place(frame), time.perf_counter()
        cpu = time.process_time() - time.thread_time()  # that of other threads
        wall_then, cpu_then = self._since
        if here != self._seen or cpu - cpu_then > IDLE * max(now - wall_then, BLOCKED):
            self._seen, self._since = here, (now, cpu)
            return False
        return now - wall_then >= BLOCKED

    def at(self, frame: FrameType | None) -> bool:
        """Whether it was seen there last, and had stood there for long."""
        return _place(frame) == self._seen and time.perf_counter() - self._since[0] >= BLOCKED


def _place(frame: FrameType | None) -> tuple[int, int]:
    return (id(frame), frame.f_lasti) if frame is not None else (0, 0)
