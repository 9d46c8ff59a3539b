"""The hearing: hears the facts of a replay that is cooked again, and tells where they first differ
from those that were recorded."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from kitchen.errors import KitchenError
from kitchen.plain import told
from kitchen.runs.replay import LARGEST_FACTS, Replay
from kitchen.sim.facts import Fact

LONGEST = 160
"""Letters in which a fact is told."""


@dataclass(frozen=True)
class Difference:
    """The first fact that differs: its number, from 1, and its line as it was recorded and as it is
    now; None: there is no such fact any more, or there was none."""

    number: int
    recorded: bytes | None
    now: bytes | None

    @property
    def t(self) -> float | None:
        """The kitchen time of the earlier of the two, in seconds; None: neither tells."""
        times = [_fields(line).get("t") for line in (self.recorded, self.now) if line is not None]
        known = [float(t) for t in times if isinstance(t, int | float)]
        return min(known, default=None)

    @property
    def where(self) -> str:
        t = self.t
        at = "" if t is None else f", at {t:,.1f} s of kitchen time"
        return f"the first fact that differs is number {self.number:,}{at}"

    @property
    def was(self) -> str:
        """What was recorded, in a line."""
        return "nothing more" if self.recorded is None else in_words(self.recorded)

    @property
    def became(self) -> str:
        """What happens now instead, in a line."""
        return "nothing more" if self.now is None else in_words(self.now)

    def __str__(self) -> str:
        return f"{self.where}: recorded was {self.was}; now it is {self.became}"

    def as_json(self) -> dict[str, Any]:
        """What ``kitchen replay --json`` prints of it."""
        was, now = (_as_json(line) for line in (self.recorded, self.now))
        return {"number": self.number, "t": self.t, "recorded": was, "now": now}


class Hearing:
    """Of ``replay``. Raises `KitchenError` for facts in it that are damaged, or none of its own."""

    def __init__(self, replay: Replay) -> None:
        self.recorded = recorded_facts(replay)
        self.difference: Difference | None = None
        """As far as was heard."""
        self._heard = 0
        """Bytes that were the same."""

    def hear(self, facts: Sequence[Fact], lines: bytes) -> None:
        """These came next; ``lines`` are the same as ``--facts`` writes them."""
        if not self.recorded or self.difference is not None:
            return
        known = memoryview(self.recorded)[self._heard : self._heard + len(lines)]
        if known == lines:
            self._heard += len(lines)
            return
        ours = _line_at(lines, alike(lines, bytes(known)))
        self._differ(self._heard + alike(lines, bytes(known)), ours)

    def heard_all(self) -> Difference | None:
        """No fact comes any more. The first difference; None: there is none, or none is known."""
        if self.difference is None and self._heard < len(self.recorded):
            self._differ(self._heard, None)
        return self.difference

    def _differ(self, at: int, now: bytes | None) -> None:
        number = self.recorded.count(b"\n", 0, at) + 1
        self.difference = Difference(number, _line_at(self.recorded, at), now)


def recorded_facts(replay: Replay) -> bytes:
    """The lines of the facts that were recorded; empty if they were not kept. Raises
    `KitchenError`."""
    if not replay.facts:
        return b""
    inflating = zlib.decompressobj()
    try:
        lines = inflating.decompress(replay.facts, LARGEST_FACTS)
    except zlib.error as error:
        raise KitchenError(f"facts: damaged: {error}") from error
    if inflating.unconsumed_tail:
        raise KitchenError(f"facts: more than {LARGEST_FACTS:,} bytes when inflated")
    if hashlib.sha256(lines).hexdigest() != replay.digest:
        raise KitchenError("facts: damaged: they are not those of its digest")
    return lines


def alike(one: bytes, other: bytes) -> int:
    """How many bytes both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def in_words(line: bytes) -> str:
    """A fact as it stands in a file, of whatever version, for people."""
    fields = _fields(line)
    kind = str(fields.pop("fact", "")).replace("_", " ")
    fields.pop("t", None)
    if not kind:
        return told(line)
    known = (f"{name} {_value(value)}" for name, value in fields.items() if value is not None)
    words = f"{kind}: {', '.join(known)}" if fields else kind
    return words if len(words) <= LONGEST else f"{words[:LONGEST]} ..."


def _value(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else told(value)


def _line_at(lines: bytes, at: int) -> bytes | None:
    """The line with that byte; None: they end before it."""
    begin = lines.rfind(b"\n", 0, at) + 1
    return lines[begin:].partition(b"\n")[0] if begin < len(lines) else None


def _fields(line: bytes) -> dict[str, Any]:
    """What a fact tells, whatever its kind; nothing if it is none."""
    found = _as_json(line)
    return found if isinstance(found, dict) else {}


def _as_json(line: bytes | None) -> Any:
    try:
        return None if line is None else msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return told(line)
