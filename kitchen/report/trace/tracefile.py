"""Trace files: written while the kitchens run, an event a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count

import msgspec

from kitchen.report.passages import Knows
from kitchen.report.trace.events import Event, TraceEvents
from kitchen.sim.facts import Fact, Opened

_encoder = msgspec.json.Encoder()


class TraceFile:
    """Trace Event JSON. It is whole once it has been closed.

    ``knows`` is asked what dishes wait for, of each kitchen while it runs.
    """

    def __init__(self, write: Callable[[bytes], object], knows: Knows | None = None) -> None:
        self._write = write
        self._knows = knows
        self._ids = count(1)
        self._pids = count(1)
        self._lines: list[bytes] = []
        self._before = b""
        write(b'{"displayTimeUnit":"ms","traceEvents":[')

    def hear(self, facts: Iterable[Fact]) -> None:
        """These come next, in order of time, of one kitchen after the other: `Opened` begins the
        next."""
        for fact in facts:
            if isinstance(fact, Opened):
                self._events = TraceEvents(self._tell, next(self._pids), self._ids, self._knows)
            self._events.fold(fact)
        for line in self._lines:
            self._write(self._before + b"\n" + line)
            self._before = b","
        self._lines.clear()

    def _tell(self, event: Event) -> None:
        self._lines.append(_encoder.encode(event))

    def close(self, replay: str = "") -> None:
        """``replay`` goes along in the file, as `kitchen.runs.embed.packed` has it."""
        data = {"replay": replay} if replay else {}
        self._write(b'\n],"otherData":' + _encoder.encode(data) + b"}\n")
