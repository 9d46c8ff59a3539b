"""The stall report: nothing is ready, no timer runs, and yet there are tasks that wait."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from kitchen.loop.await_chain import UNKNOWN, AnyTask, by_number, waiting_line
from kitchen.loop.lock_holders import Holdings
from kitchen.loop.source import Sources
from kitchen.loop.waiting_for import A_CHEF, TOLD, Want, some_of, want_of


@dataclass(frozen=True, slots=True)
class Waiting:
    """One task that waits for ever."""

    name: str
    where: str
    """File name and line of the innermost await that is the user's own, ``"?"`` if none is."""
    what: str
    """By the name of the variable, where the source shows one."""
    held_by: tuple[str, ...] = ()
    """The tasks that have it, as far as that can be seen: of a lock, a semaphore or a station."""
    lost: bool = False
    """It is a lock, and whoever took it has ended without giving it back."""

    def __str__(self) -> str:
        at = "" if self.where == UNKNOWN else f" at {self.where}"
        return f"{self.name} waits for {self.what}{at}{self._held}"

    @property
    def _held(self) -> str:
        if self.lost:
            return ", held by nobody that is left"
        if not self.held_by:
            return ""
        who, verb = ("whom", "keep") if self.what == A_CHEF else ("which", "hold")
        if self.held_by == (self.name,):
            return f", {who} it {verb}s itself"
        return f", {who} {some_of(self.held_by)} {verb}{'s' if len(self.held_by) == 1 else ''}"


class Stalled(RuntimeError):
    """Nothing can ever happen again, and tasks are pending.

    ``waiting`` says of each task where it waits and for what; ``cycle`` holds the names of tasks
    that wait for one another in a circle, and is empty where there is no circle. The message names
    `TOLD` tasks at most.
    """

    def __reduce__(self) -> tuple[type[Stalled], tuple[object, ...]]:
        return type(self), (self.waiting, self.cycle)

    def __init__(self, waiting: tuple[Waiting, ...] = (), cycle: tuple[str, ...] = ()) -> None:
        self.waiting = waiting
        self.cycle = cycle
        lines = [str(w) for w in waiting[:TOLD]]
        if len(waiting) > TOLD:
            lines.append(f"and {len(waiting) - TOLD} more wait")
        if len(cycle) == 1:
            lines.append(f"{cycle[0]} waits for itself")
        elif cycle:
            names = " > ".join([*cycle[:TOLD], "..."] if len(cycle) > TOLD else cycle)
            lines.append(f"they wait for one another: {names} > {cycle[0]}")
        super().__init__(
            "the kitchen has stalled: " + ("; ".join(lines) or "nobody is left to act")
        )


def describe_stall(
    tasks: Iterable[AnyTask], told: Collection[AnyTask] | None = None
) -> tuple[tuple[Waiting, ...], tuple[str, ...]]:
    """What every pending task waits for, and a circle among them if there is one; of ``told``
    alone, where not all are to be told of."""
    pending = sorted((t for t in tasks if not t.done()), key=_order)
    sources = Sources()
    holdings = Holdings(pending, sources)
    waiting = []
    needs: dict[AnyTask, list[AnyTask]] = {}
    pending = [task for task in pending if told is None or task in told]
    for task in pending:
        want, where = Want("a future"), UNKNOWN
        with contextlib.suppress(Exception):  # a report that fails would hide what it is about
            where = waiting_line(task)
            want = want_of(task, sources, holdings)
        needs[task] = list(want.needs)
        held_by = tuple(other.get_name() for other in want.needs) if want.held else ()
        waiting.append(Waiting(task.get_name(), where, want.what, held_by, want.lost))
    cycle = _find_cycle(pending, needs)
    return tuple(waiting), tuple(t.get_name() for t in cycle)


def _order(task: AnyTask) -> list[tuple[int, str]]:
    return by_number(task.get_name())


def _find_cycle(tasks: list[AnyTask], needs: dict[AnyTask, list[AnyTask]]) -> list[AnyTask]:
    """Some circle of tasks each of which needs the next; empty if there is none."""
    stuck = _stuck(tasks, needs)
    walk: dict[AnyTask, None] = {}
    here = next(iter(stuck), None)
    while here is not None and here not in walk:
        walk[here] = None
        here = next(other for other in needs[here] if other in stuck)
    circle = list(walk)
    return circle[circle.index(here) :] if here is not None else []


def _stuck(tasks: list[AnyTask], needs: dict[AnyTask, list[AnyTask]]) -> dict[AnyTask, None]:
    """Those that go in circles or need one that does, in their order."""
    sorter = TopologicalSorter(
        {task: [other for other in needs[task] if other in needs] for task in tasks}
    )
    with contextlib.suppress(CycleError):
        sorter.prepare()
    free: set[AnyTask] = set()
    while ready := sorter.get_ready():  # until the circles are in the way
        free.update(ready)
        sorter.done(*ready)
    return dict.fromkeys(task for task in tasks if task not in free)
