"""Stars: the targets of a shift, and how near a kitchen came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kitchen.sim import facts as f
from kitchen.sim.shift.given import AT_MOST


@dataclass(frozen=True, slots=True)
class Star:
    """One target of a shift, and how near a kitchen came."""

    measure: str
    bound: float
    reached: float

    @property
    def at_most(self) -> bool:
        return self.measure in AT_MOST

    @property
    def earned(self) -> bool:
        return self.reached <= self.bound if self.at_most else self.reached >= self.bound

    def __str__(self) -> str:
        way = "at most" if self.at_most else "at least"
        name = self.measure.replace("_", " ")
        return f"{name} {way} {self.bound:g}: {self.reached:g}"


def stars(targets: Mapping[str, float], reached: Mapping[str, float]) -> tuple[Star, ...]:
    """A star for each target, earned or not."""
    return tuple(Star(measure, bound, reached[measure]) for measure, bound in targets.items())


def longest_clean(facts: Iterable[f.Fact]) -> int:
    """The most plates served in a row with nothing overcooked or burnt, nobody walking out."""
    run = best = 0
    spoilt: set[int] = set()
    for fact in facts:
        if isinstance(fact, f.Overcooked | f.Burnt):
            spoilt.add(fact.order)
        elif isinstance(fact, f.WalkedOut):
            run = 0
        elif isinstance(fact, f.Served):
            run = 0 if fact.order in spoilt else run + 1
            best = max(best, run)
    return best
