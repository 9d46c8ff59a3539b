"""Trace files: written while the kitchens run, an event a line."""

from __future__ import annotations

from itertools import count
from typing import IO

import msgspec

from kitchen.report.stretches import Reason
from kitchen.report.trace.events import Event, TraceEvents
from kitchen.runs.stream import Tell
from kitchen.sim.facts import Fact

_encoder = msgspec.json.Encoder()


class TraceFile:
    """Trace Event JSON. It is whole once it has been closed."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._kitchens = 0
        self._ids = count(1)
        self._between = b""
        file.write(b'{"displayTimeUnit":"ms","traceEvents":[\n')

    def kitchen(self, reason: Reason = lambda order, part, t: None) -> Tell:
        """What writes the facts of one more kitchen. ``reason`` is as for `Stretches`."""
        self._kitchens += 1
        lines: list[bytes] = []

        def keep(event: Event) -> None:
            lines.append(_encoder.encode(event))

        events = TraceEvents(keep, self._kitchens, self._ids, reason)

        def tell(facts: list[Fact], _: bytes) -> None:
            events.fold(facts)
            if lines:
                self._file.write(self._between + b",\n".join(lines))
                self._between = b",\n"
                lines.clear()

        return tell

    def close(self, data: dict[str, object]) -> None:
        """``data`` is what is said of the whole."""
        self._file.write(b'\n],"otherData":' + _encoder.encode(data) + b"}\n")
