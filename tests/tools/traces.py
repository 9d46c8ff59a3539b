"""Traces read back as plainly as can be: slices by track, waits, counters."""

from __future__ import annotations

import io
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from kitchen import Result
from kitchen.report.trace.tracefile import TraceFile

Event = dict[str, Any]


def trace_of(*results: Result) -> list[Event]:
    """The events of these kitchens."""
    file = io.BytesIO()
    trace = TraceFile(file.write)
    for result in results:
        for first in range(0, len(result.facts), 7):  # as they come, some at once
            trace.hear(result.facts[first : first + 7])
    trace.close()
    return json.loads(file.getvalue())["traceEvents"]  # type: ignore[no-any-return]


def of_kind(events: Iterable[Event], *kinds: str) -> list[Event]:
    return [event for event in events if event["ph"] in kinds]


def tracks(events: Iterable[Event]) -> dict[tuple[int, int], list[Event]]:
    """Slices by process and thread, in order of their beginning; the longer ones first."""
    found = defaultdict(list)
    for event in of_kind(events, "X"):
        found[event["pid"], event["tid"]].append(event)
    for slices in found.values():
        slices.sort(key=lambda one: (one["ts"], -one["dur"]))
    return dict(found)


def overlaps(slices: Sequence[Event]) -> list[tuple[Event, Event]]:
    """Slices of a track of which one begins within the other and ends after it."""
    stack: list[Event] = []
    bad = []
    for one in slices:
        while stack and stack[-1]["ts"] + stack[-1]["dur"] <= one["ts"]:
            stack.pop()
        if stack and stack[-1]["ts"] + stack[-1]["dur"] < one["ts"] + one["dur"]:
            bad.append((stack[-1], one))
        stack.append(one)
    return bad


def last_values(events: Iterable[Event], pid: int) -> dict[str, float]:
    """Of each counter of a process."""
    return {f"{e['name']}: {name}": value for e in of_kind(events, "C") if e["pid"] == pid
            for name, value in e["args"].items()}  # fmt: skip


def id_of(event: Event) -> int:
    """Unlike that of anything else."""
    return int(event["id2"]["local"], 16) if "id2" in event else event["id"]


def pairs(events: Iterable[Event], begin: str, end: str) -> list[tuple[Event, Event]]:
    """Beginnings with their ends, by id: none without the other."""
    both = sorted(of_kind(events, begin, end), key=id_of)
    found = []
    for _, group in groupby(both, key=id_of):
        one, other = group
        assert (one["ph"], other["ph"]) == (begin, end)
        found.append((one, other))
    return found
