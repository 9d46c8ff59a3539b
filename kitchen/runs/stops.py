"""Stops: the places in a kitchen's past that one steps to, found among its facts.

A step of a task ends where the next one begins: at most of them time has gone by since, but several
chefs may take a step at one instant. A turn of the loop ends with its instant. What happens to a
dish is told fact by fact.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Literal

from kitchen.runs.past import Stop
from kitchen.sim.facts import Fact, Resumed

StepKind = Literal["task", "turn", "dish"]
"""From one step of a task to the next, of whichever dish; from one instant at which anything
happens to the next; to the next event of one dish."""

_time = attrgetter("t")


def is_step(fact: Fact, what: StepKind, order: int | None) -> bool:
    """Whether such a step is taken with this fact; ``order`` is that of the dish."""
    if what == "task":
        return isinstance(fact, Resumed)
    return what == "turn" or (order is not None and getattr(fact, "order", None) == order)


def next_stop(
    facts: Sequence[Fact], place: Stop, what: StepKind, order: int | None = None
) -> Stop | None:
    """The first stop after a place; None: there is none."""
    first = place.facts
    if what != "dish":  # steps of this instant may end later than here
        first = bisect_left(facts, place.time, hi=first, key=_time)
    for at in range(first, len(facts)):
        if is_step(facts[at], what, order) and (stop := _stop(facts, at, what)) > place:
            return stop
    return None


def stop_before(
    facts: Sequence[Fact], place: Stop, what: StepKind, order: int | None = None
) -> Stop | None:
    """The last stop before a place; None: there is none."""
    for at in range(place.facts - 1, -1, -1):
        if is_step(facts[at], what, order) and (stop := _stop(facts, at, what)) < place:
            return stop
    return None


def start(facts: Sequence[Fact]) -> Stop:
    """Where the kitchen has opened, and nothing else has happened."""
    return Stop(min(1, len(facts)), 0.0)


def _stop(facts: Sequence[Fact], at: int, what: StepKind) -> Stop:
    """Where the step ends that is taken with the fact of that index."""
    time = facts[at].t
    if what == "dish":
        return Stop(at + 1, time)
    end = bisect_right(facts, time, at, key=_time)
    if what == "task":
        steps = (i for i in range(at + 1, end) if isinstance(facts[i], Resumed))
        end = next(steps, end)
    return Stop(end, time)
