"""A nudge: what ends the wait of a loop that has nothing to do."""

from __future__ import annotations

import contextlib
import queue

LOOK_UP = 0.1
"""Seconds after which a wait looks up, since Ctrl-C cannot end it on every system."""


class Nudge:
    """Wakes a loop that waits: from another thread, or from a signal handler in its own.

    It is a queue because a queue's ``put`` may interrupt a ``get`` of the same thread. The lock of
    a `threading.Event` could be taken just then, and would never be free again.
    """

    __slots__ = ("_tokens",)

    def __init__(self) -> None:
        self._tokens: queue.SimpleQueue[None] = queue.SimpleQueue()

    def set(self) -> None:
        self._tokens.put(None)

    def clear(self) -> None:
        while not self._tokens.empty():
            self.wait(0.0)

    def wait(self, seconds: float) -> None:
        """Until set, or so many seconds, or `LOOK_UP`, whichever is first."""
        with contextlib.suppress(queue.Empty):
            self._tokens.get(timeout=min(max(seconds, 0.0), LOOK_UP))
