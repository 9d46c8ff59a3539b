"""A trace: each line that a program runs, and what its tasks do in between, in their order.

Many things happen at one instant, of which facts tell only the end. Who walks through a program
wants to see each of them: a task that begins, the line it is at, who is ready meanwhile.
"""

from __future__ import annotations

import contextlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import CodeType
from typing import Literal

from kitchen.lessons.running.belltold import Bell, BellLoop
from kitchen.lessons.running.program import Program
from kitchen.lessons.running.tables import Tables
from kitchen.loop.loop import KitchenLoop
from kitchen.runs.linewatch import nested, telling
from kitchen.sim import facts as f
from kitchen.sim.facts import Fact
from kitchen.sim.work.kitchen import Kitchen

MOST = 20_000
"""Happenings that are kept: a walk has a few dozen."""

HappeningKind = Literal[
    "ready", "runs", "line", "works", "prints", "waits", "ends", "served", "sets", "cuts"
]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that a task did at ``t`` seconds of kitchen time. ``line`` is the program's, from
    1; 0: none."""

    t: float
    task: int
    kind: HappeningKind
    line: int = 0
    text: str = ""
    """What is printed, or served, or worked at, or called by the timer that is set."""
    until: float | None = None
    """When its work is done, or its timer rings."""
    facts: int = 0
    """How many facts of the run there are by then, in order of time."""
    bell: int = 0
    """The number of the timer that it sets, or cuts."""


class Trace:
    """Of one run, which it is handed to."""

    def __init__(self) -> None:
        self._found: list[Happening] = []
        self._timers: dict[int, float] = {}
        """By task: when the timer rings that it has set in this step."""
        self._codes: tuple[CodeType, ...] = ()

    @property
    def happenings(self) -> list[Happening]:
        """All of them in order of time. A step that works tells what comes of it before its time
        has come."""
        decided = [fact.t for fact in self._facts.decided]
        times = sorted(decided)
        found = sorted(self._found, key=lambda happening: happening.t)
        return [replace(one, facts=_facts_by(one, decided, times)) for one in found]

    # -- what a run does with it -----------------------------------------------------------------

    def loop(self) -> KitchenLoop:
        """One to run it on."""
        return BellLoop(partial(self._rings, "sets"), partial(self._rings, "cuts"))

    def follow(self, kitchen: Kitchen, tables: Tables, program: Program) -> None:
        """Listen to a kitchen that has not opened yet."""
        self._kitchen, self._log, self._facts = kitchen, kitchen.log, kitchen.facts
        self._codes = tuple(nested(program.code))
        kitchen.tell(self._told)
        tables.served = self._served

    @contextlib.contextmanager
    def on(self) -> Iterator[None]:
        """While this is entered, each line is told of."""
        with telling(self._codes, self._line):
            yield

    def prints(self, t: float, task: int, line: int, text: str) -> None:
        self._add(Happening(t, task, "prints", line, text))

    # -- what it hears ---------------------------------------------------------------------------

    def _add(self, happening: Happening) -> None:
        if len(self._found) < MOST:
            self._found.append(replace(happening, facts=len(self._facts.decided)))

    def _line(self, code: CodeType, line: int) -> None:
        part = self._kitchen.running
        if part is not None:
            self._add(Happening(self._kitchen.loop.clock, part.number, "line", line))

    def _rings(self, kind: Literal["sets", "cuts"], bell: Bell) -> None:
        part = self._kitchen.running
        task = part.number if part is not None else 0
        now = self._kitchen.loop.clock
        self._add(Happening(now, task, kind, 0, bell.name, bell.when, 0, bell.number))

    def _served(self, t: float, task: int, title: str) -> None:
        self._add(Happening(t, task, "served", 0, title))

    def _told(self, fact: Fact) -> None:
        self._log(fact)
        match fact:
            case f.Ready(t=t, part=part):
                self._add(Happening(t, part, "ready"))
            case f.Resumed(t=t, part=part):
                self._timers.pop(part, None)
                self._add(Happening(t, part, "runs"))
            case f.Hands(t=t, part=part, what=what, seconds=seconds):
                self._add(Happening(t, part, "works", 0, what, t + seconds))
            case f.TimerSet(t=t, part=part, seconds=seconds):
                self._timers[part] = t + seconds
            case f.Left(t=t, part=part) | f.Stares(t=t, part=part):
                self._add(Happening(t, part, "waits", 0, "", self._timers.get(part)))
            case f.PartEnded(t=t, part=part):
                self._add(Happening(t, part, "ends"))
            case f.Served(t=t) | f.Cleared(t=t):
                self._add(Happening(t, 0, "ends"))


def _facts_by(one: Happening, decided: Sequence[float], times: Sequence[float]) -> int:
    """How many facts come before a happening in order of time: all of earlier moments, and those of
    its own that were decided before it. ``one.facts`` counts those that were decided."""
    return bisect_left(times, one.t) + decided[: one.facts].count(one.t)
