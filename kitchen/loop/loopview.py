"""A view of the loop: what it does now, what comes next, and when. Made when somebody looks."""

from __future__ import annotations

import asyncio
from functools import partial
from heapq import nsmallest
from operator import call
from typing import Any, Literal

import msgspec

from kitchen.loop.handles import TimerHandle
from kitchen.loop.schedule import IN_WORDS, Entry, Schedule

Phase = Literal["runs", "rings", "waits", "rests"]
"""It runs what is ready; it rings the timers that are due; it waits for the next; there is none."""

SHOWN = 10
"""Entries of the timer heap and of the ready queue, at most."""


class Ring(msgspec.Struct, frozen=True):
    """What the loop calls later."""

    at: float
    """Seconds of the loop's time."""
    what: str


class LoopView(msgspec.Struct, frozen=True):
    """What a loop does, and what it is going to do. ``print`` tells it in three lines."""

    now: float
    """Seconds of the loop's time."""
    phase: Phase
    running: str
    """The task whose step is under way; empty: none is."""
    ready: tuple[str, ...]
    """What is called next, in its order: `SHOWN` at most, of ``ready_count``."""
    ready_count: int
    timers: tuple[Ring, ...]
    """What is called later, in its order: `SHOWN` at most, of ``timer_count``."""
    timer_count: int

    @property
    def phase_words(self) -> str:
        if self.phase == "waits":
            return f"waits until {self.timers[0].at:g} s"
        return {
            "runs": "runs what is ready",
            "rings": "rings the timers that are due",
            "rests": "has nothing to do",
        }[self.phase]

    def __str__(self) -> str:
        running = f": {self.running}" if self.running else ""
        lines = [f"at {self.now:g} s the loop {self.phase_words}{running}"]
        if self.ready:
            lines.append("ready: " + _some(self.ready, self.ready_count))
        if self.timers:
            rings = tuple(f"{ring.at:g} s {ring.what}" for ring in self.timers)
            lines.append("timers: " + _some(rings, self.timer_count))
        return "\n".join(lines)


def loop_view(loop: Schedule | None = None) -> LoopView:
    """What a `KitchenLoop`, by default the one that runs, does now, what it calls next and what
    later. Raises RuntimeError where no loop runs and none is given, TypeError for another's."""
    loop = asyncio.get_running_loop() if loop is None else loop  # type: ignore[assignment]
    if not isinstance(loop, Schedule):
        raise TypeError(f"a KitchenLoop can be viewed, not {type(loop).__name__}")
    pending = [(entry, words) for entry in loop.heap if (words := _entry(entry))]
    timers = tuple(Ring(entry[0], words) for entry, words in nsmallest(SHOWN, pending))
    ready = [*loop.ready, *loop.settled]
    running = asyncio.current_task(loop) if loop.is_running() else None
    return LoopView(
        now=loop.time(),
        phase=_phase(loop, running is not None or bool(ready), timers),
        running="" if running is None else running.get_name(),
        ready=tuple(map(_callback, ready[:SHOWN])),
        ready_count=len(ready),
        timers=timers,
        timer_count=len(pending),
    )


def _phase(loop: Schedule, runs: bool, timers: tuple[Ring, ...]) -> Phase:
    if timers and timers[0].at <= loop.now:
        return "rings"
    return "runs" if runs else "waits" if timers else "rests"


def _entry(entry: Entry) -> str:
    """Empty: nothing will come of it."""
    _, _, function, argument = entry
    if isinstance(argument, TimerHandle) and argument.cancelled():
        return ""
    if function is call:
        return _callback(argument)
    words = IN_WORDS.get(getattr(function, "__func__", function))
    return words(argument) if words is not None else _name(function)


def _callback(callback: Any) -> str:
    """The task whose step it is, else the name of the function."""
    inner = getattr(callback, "_callback", callback)
    if isinstance(inner, partial):  # a step that a worker has to take up
        inner = next(iter(inner.args), inner.func)
    owner = getattr(inner, "__self__", None)
    if isinstance(owner, asyncio.Task):
        return owner.get_name()
    waiting = getattr(callback, "_args", None) or ()
    if (task := _woken(waiting)) is not None:
        return task.get_name()
    return _name(inner)


def _woken(arguments: Any) -> asyncio.Task[Any] | None:
    """The task that goes on once a future is set, as that is what a sleep's timer does."""
    for future in arguments:
        for wakeup, *_ in getattr(future, "_callbacks", None) or ():
            owner = getattr(wakeup, "__self__", None)
            if isinstance(owner, asyncio.Task):
                return owner
    return None


def _name(function: Any) -> str:
    return getattr(function, "__qualname__", type(function).__name__).split(".<locals>.")[-1]


def _some(words: tuple[str, ...], count: int) -> str:
    more = f" and {count - len(words)} more" if count > len(words) else ""
    return ", ".join(words) + more
