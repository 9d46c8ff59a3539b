"""Circles: tasks of which each needs the next, and none will ever go on."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from kitchen.loop.await_chain import AnyTask
from kitchen.loop.waiting_for import TOLD, Want

Needs = Mapping[AnyTask, Sequence[AnyTask]]


def circles(wants: Mapping[AnyTask, Want]) -> list[list[AnyTask]]:
    """Those there are while others go on, none of which has a task of another; `TOLD` at most."""
    stuck = _surely_stuck(wants)
    needs = {task: [t for t in wants[task].needs if t in stuck] for task in stuck}
    found: list[list[AnyTask]] = []
    while len(found) < TOLD and (circle := some_circle(needs)):
        found.append(circle)
        for task in circle:
            del needs[task]
    return found


def some_circle(needs: Needs) -> list[AnyTask]:
    """Some circle of tasks each of which needs the next; empty if there is none."""
    stuck = _behind_circles(needs)
    walk: dict[AnyTask, None] = {}
    here = next(iter(stuck), None)
    while here is not None and here not in walk:
        walk[here] = None
        here = next(other for other in needs[here] if other in stuck)
    circle = list(walk)
    return circle[circle.index(here) :] if here is not None else []


def _behind_circles(needs: Needs) -> dict[AnyTask, None]:
    """Those that go in circles or need one that does, in their order."""
    sorter = TopologicalSorter(
        {task: [other for other in others if other in needs] for task, others in needs.items()}
    )
    with contextlib.suppress(CycleError):
        sorter.prepare()
    free: set[AnyTask] = set()
    while ready := sorter.get_ready():  # until the circles are in the way
        free.update(ready)
        sorter.done(*ready)
    return dict.fromkeys(task for task in needs if task not in free)


def _surely_stuck(wants: Mapping[AnyTask, Want]) -> dict[AnyTask, None]:
    """Those that cannot go on whatever the others do, in their order: who waits for nobody may
    still go on, and so may who needs but one of some of whom one may."""
    behind: dict[AnyTask, list[AnyTask]] = {task: [] for task in wants}
    missing: dict[AnyTask, int] = {}
    free: list[AnyTask] = []
    for task, want in wants.items():
        needs = [other for other in want.needs if other in wants]
        missing[task] = 1 if want.enough else len(needs)
        for other in needs:
            behind[other].append(task)
        if want.passing or len(needs) < len(want.needs) or not (needs or want.lost):
            free.append(task)
    seen = set(free)
    while free:
        for task in behind[free.pop()]:
            missing[task] -= 1
            if missing[task] <= 0 and task not in seen:
                seen.add(task)
                free.append(task)
    return dict.fromkeys(task for task in wants if task not in seen)
