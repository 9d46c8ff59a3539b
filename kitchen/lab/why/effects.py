"""Effects: what came of a change, when the kitchen was really run with it. Nothing is estimated:
one chef more may well take longer (Graham, "Bounds on Multiprocessing Timing Anomalies", SIAM
Journal on Applied Mathematics, 1969)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kitchen.lab.why.changes import Change
from kitchen.runs.fair import same_dishes
from kitchen.runs.result import Result

DIGITS = 9
"""What floats leave of no time at all is less."""

Verdict = Literal["helps", "nothing", "harms", "stalls"]


@dataclass(frozen=True, slots=True)
class Effect:
    """Of one change. ``seconds``: by how much sooner the kitchen closed, below 0: later; None: it
    served other dishes, so that its time says nothing. ``plates`` served and ``dollars`` of profit
    are those more than without; below 0: fewer."""

    change: Change
    result: Result | None
    """None: its dishes wait for one another for ever, or it cannot be run for another reason."""
    seconds: float | None = None
    plates: int = 0
    dollars: float = 0.0

    @property
    def verdict(self) -> Verdict:
        """By plates, then by time, then by money."""
        if self.result is None:
            return "stalls"
        gain = next((gain for gain in self.gains if gain), 0.0)
        return "helps" if gain > 0.0 else "harms" if gain else "nothing"

    @property
    def gains(self) -> tuple[float, float, float]:
        """The greater, the more it helps; the first that is not 0 decides."""
        return self.plates, self.seconds or 0.0, self.dollars


def effect(change: Change, without: Result, result: Result | None) -> Effect:
    """What a change came to, beside the kitchen ``without`` it."""
    if result is None:
        return Effect(change, None)
    saved = None
    if same_dishes(without, result) or not (without.served or result.served):
        saved = round(without.makespan - result.makespan, DIGITS)
    dollars = round(result.profit - without.profit, 2)
    return Effect(change, result, saved, result.served - without.served, dollars)


def ranked(effects: Iterable[Effect]) -> tuple[Effect, ...]:
    """What helps most first, what cannot be run last."""
    return tuple(sorted(effects, key=_rank))


def _rank(one: Effect) -> tuple[bool, float, float, float]:
    plates, seconds, dollars = one.gains
    return one.result is None, -plates, -seconds, -dollars
