"""Worth: whether an improvement would change anything in the shifts that are still to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kitchen.cookbook.improvements import IMPROVEMENTS, improved
from kitchen.runs.headless import run_shift
from kitchen.runs.result import Result
from kitchen.sim.shift.shift import Shift

POLICIES = ("fifo", "burning-first")
"""Those by which it is tried."""


def worthwhile(shifts: Iterable[Shift], have: Sequence[str]) -> list[str]:
    """The improvements with which one of these shifts goes otherwise, in a kitchen that has those
    already: it is cooked with and without."""
    left = list(IMPROVEMENTS)
    for shift in shifts:
        before = [_came_of(improved(shift, have), policy) for policy in POLICIES]
        left = [name for name in left if not _matters(shift, [*have, name], before)]
        if not left:
            break
    return [name for name in IMPROVEMENTS if name not in left]


def _matters(shift: Shift, improvements: Sequence[str], before: Sequence[object]) -> bool:
    better = improved(shift, improvements)
    return any(
        _came_of(better, policy) != was for policy, was in zip(POLICIES, before, strict=True)
    )


def _came_of(shift: Shift, policy: str) -> tuple[float, ...]:
    result: Result = run_shift(shift, policy=policy)
    return result.makespan, result.revenue, result.served, result.burnt, result.walked_out
