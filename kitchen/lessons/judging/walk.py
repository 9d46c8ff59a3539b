"""A walk: a run as a row of happenings, and where every task is at each of them. All pure.

A place in a walk is the number of happenings so far, as many of them share one instant of time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, NamedTuple

from kitchen.lessons.judging.judge import Programmed, program
from kitchen.lessons.lesson import Lesson, LessonError, id_of
from kitchen.lessons.running.run import Run, run
from kitchen.lessons.running.trace import Happening, Trace
from kitchen.lessons.steps import WalkStep, WalkStop
from kitchen.runs.spells import Spell

TaskState = Literal["ready", "runs", "timer", "waits", "done"]
"""In line for its next step; at a step; asleep until a moment; waiting for others; over."""


@dataclass(frozen=True, slots=True)
class TaskPlace:
    """Where a task is. ``line`` is the program's, 0: it has not begun."""

    task: int
    name: str
    state: TaskState
    line: int
    turn: int
    """The place at which its state began."""
    until: float | None = None
    """When its timer rings."""


class WalkHalt(NamedTuple):
    """A place, and what the clock shows there: nothing may happen just then."""

    place: int
    t: float


@dataclass(frozen=True)
class Walk:
    """Of one run."""

    run: Run
    happenings: Sequence[Happening]

    @property
    def last(self) -> int:
        """The place at which all has happened."""
        return len(self.happenings)

    def place_at(self, now: float) -> int:
        """The place at the end of that moment."""
        return bisect_right(self.happenings, now, key=lambda happening: happening.t)

    def time(self, place: int) -> float:
        return self.happenings[place - 1].t if place else 0.0

    def tasks(self, place: int) -> list[TaskPlace]:
        """All tasks that there have been, in the order in which they were begun."""
        return list(self._places[place].values())

    def ready(self, place: int) -> list[TaskPlace]:
        """Who is in line for a step, who gets it next in front."""
        found = [task for task in self.tasks(place) if task.state == "ready"]
        return sorted(found, key=lambda task: task.turn)

    def timers(self, place: int) -> list[TaskPlace]:
        """Who waits for a timer, who is woken next in front; and what else the loop is to call,
        by the name of that."""
        found = [task for task in self.tasks(place) if task.state == "timer"]
        found += self._bells(place)
        return sorted(found, key=lambda task: (task.until or 0.0, task.turn))

    def _bells(self, place: int) -> list[TaskPlace]:
        """The timers that run which no task sleeps by."""
        found: dict[int, TaskPlace] = {}
        for turn, happening in enumerate(self.happenings[:place], start=1):
            if happening.kind == "sets" and happening.until is not None:
                found[happening.bell] = TaskPlace(
                    happening.task, happening.text, "timer", 0, turn, happening.until
                )
            elif happening.kind == "cuts":
                found.pop(happening.bell, None)
        now = self.time(place)
        return [bell for bell in found.values() if (bell.until or 0.0) > now]

    def facts(self, place: int) -> int:
        """How many facts of the run have come about by then, in their order."""
        return self.happenings[place - 1].facts if place else 0

    def printed(self, place: int) -> int:
        """How many lines have been printed by then."""
        return sum(happening.kind == "prints" for happening in self.happenings[:place])

    # -- where tasks are ---------------------------------------------------------------------------

    @cached_property
    def _places(self) -> list[dict[int, TaskPlace]]:
        """By place: the tasks by number."""
        found: list[dict[int, TaskPlace]] = [{}]
        for turn, happening in enumerate(self.happenings, start=1):
            now = found[-1]
            at = now.get(happening.task)
            if at is None:
                at = TaskPlace(happening.task, name_of(self.run, happening.task), "ready", 0, turn)
            found.append(now | {happening.task: self._after(at, happening, turn)})
        return found

    def _after(self, at: TaskPlace, happening: Happening, turn: int) -> TaskPlace:
        """Where a task is that was there, once this has happened."""
        if happening.kind == "ready":
            return replace(at, state="ready", turn=turn, until=None)
        if happening.kind in ("runs", "works", "line", "prints"):
            return replace(at, state="runs", line=happening.line or at.line, turn=turn, until=None)
        if happening.kind == "ends":
            return replace(at, state="done", turn=turn, until=None)
        if happening.kind == "waits" and at.state != "done":
            return self._waiting(at, happening, turn)
        return at

    def _waiting(self, at: TaskPlace, happening: Happening, turn: int) -> TaskPlace:
        spell, until, line = self._waits.get((happening.task, happening.t)), happening.until, 0
        if spell is not None:
            line = self.run.line_of(spell)
            if until is None and spell.kind == "fire":
                until = spell.until if spell.ready is None else spell.ready
        state: TaskState = "waits" if until is None else "timer"
        return replace(at, state=state, line=line or at.line, turn=turn, until=until)

    @cached_property
    def _waits(self) -> Mapping[tuple[int, float], Spell]:
        """By task and moment: the last wait that begins there."""
        waits = (spell for spell in self.run.spells if spell.kind in ("fire", "others"))
        return {(spell.part, spell.since): spell for spell in waits}

    # -- stops -------------------------------------------------------------------------------------

    def halt(self, wanted: WalkStop, after: int = 0) -> WalkHalt | None:
        """Where a stop is, beyond the place ``after`` if it can be: where what it asks for comes
        about, or else where that holds; None: there is no such place."""
        if wanted.at is not None and (wanted.prints, wanted.served, wanted.line) == (None,) * 3:
            found = max(after, self.place_at(wanted.at))
            there = wanted.at <= self.run.makespan and self._holds(wanted, found, wanted.at)
            return WalkHalt(found, max(wanted.at, self.time(found))) if there else None
        beyond = range(after + 1, self.last + 1)
        places = [p for p in beyond if self._comes_about(wanted, p)]
        places = places or [p for p in (after, *beyond) if self._holds(wanted, p, self.time(p))]
        return WalkHalt(places[0], self.time(places[0])) if places else None

    def _comes_about(self, wanted: WalkStop, place: int) -> bool:
        happening = self.happenings[place - 1]
        at = self._places[place][happening.task]
        return (
            (wanted.at is None or happening.t >= wanted.at)
            and (wanted.prints is None or _is(happening, "prints", wanted.prints))
            and (wanted.served is None or _is(happening, "served", wanted.served))
            and (wanted.task is None or self._called(happening.task, wanted.task))
            and (wanted.line is None or (at.line in self._lines(wanted.line)
                                         and self._arrives(happening, place)))
        )  # fmt: skip

    def _arrives(self, happening: Happening, place: int) -> bool:
        """Whether a task has come to its line there: where it waits at it, it waits by then."""
        if happening.kind == "line":
            rest = [h for h in self.happenings[place:] if h.kind not in ("sets", "cuts")]
            return next((h.kind for h in rest if h.task == happening.task), "") != "waits"
        return happening.kind in ("waits", "prints")

    def _holds(self, wanted: WalkStop, place: int, now: float) -> bool:
        before = self.happenings[:place]
        there = [
            task for task in self.tasks(place)
            if task.state != "done"
            and (wanted.line is None or task.line in self._lines(wanted.line))
        ]  # fmt: skip
        return (
            (wanted.at is None or now >= wanted.at)
            and (wanted.prints is None or any(_is(h, "prints", wanted.prints) for h in before))
            and (wanted.served is None or any(_is(h, "served", wanted.served) for h in before))
            and (wanted.line is None or bool(there))
            and (wanted.task is None or any(self._called(t.task, wanted.task) for t in there))
        )

    def _lines(self, text: str) -> set[int]:
        """The lines of the program with that text in them."""
        return {n for n, line in enumerate(self.run.program.lines, start=1) if text in line}

    def _called(self, task: int, name: str) -> bool:
        return name in (self.run.tasks.get(task, ""), name_of(self.run, task))


def name_of(run: Run, task: int) -> str:
    """What a task is called: the dish that it alone cooks, or its coroutine."""
    cooked = [order for order, tasks in run.part_of.items() if task in tasks]
    if task and len(cooked) == 1:
        return run.titles[cooked[0]]
    return run.tasks.get(task, "task")


def _is(happening: Happening, kind: str, text: str) -> bool:
    return happening.kind == kind and happening.text == text


def walked(lesson: Lesson, step: Programmed) -> Walk:
    """What comes of a step's program, each line of it."""
    orders = lesson.fields.orders if step.orders is None else step.orders
    trace = Trace()
    found = run(
        program(lesson, step), orders, lesson.fields.stations, step.attention, step.chefs, trace
    )
    return Walk(found, trace.happenings)


def halts(lesson: Lesson, step: WalkStep, walk: Walk) -> list[WalkHalt]:
    """Where a walk stops. Raises `LessonError` for a stop that is never come to."""
    found: list[WalkHalt] = []
    for index, wanted in enumerate(step.stops):
        halt = walk.halt(wanted, found[-1].place if found else 0)
        if halt is None or (found and halt.t < found[-1].t):
            where = f"{lesson.folder / 'lesson.toml'}: {id_of(step)}.stops[{index}]"
            raise LessonError(f"{where}: the program never comes to where this is so")
        found.append(halt)
    return found


def missing_stops(lesson: Lesson, step: WalkStep) -> Iterator[str]:
    """What is wrong with the stops of a step, in words; nothing, if all of them are come to."""
    try:
        halts(lesson, step, walked(lesson, step))
    except LessonError as error:
        yield str(error)
