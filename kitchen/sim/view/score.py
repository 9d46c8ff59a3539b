"""Stars: the targets of a shift, and how near a kitchen came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

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


class Scored(Protocol):
    """What targets can measure, of one kitchen."""

    @property
    def served(self) -> int:
        """Orders."""

    @property
    def profit(self) -> float:
        """Dollars."""

    @property
    def tips(self) -> float:
        """Dollars."""

    @property
    def makespan(self) -> float:
        """Seconds of kitchen time."""

    @property
    def burnt(self) -> int:
        """Food that burnt, also if the dish was made again and served."""

    @property
    def walked_out(self) -> int:
        """Customers."""

    @property
    def clean(self) -> int:
        """The longest run of clean plates: see `CleanRun`."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What a kitchen has reached at some moment: all that is `Scored`."""

    served: int
    profit: float
    tips: float
    makespan: float
    burnt: int
    walked_out: int
    clean: int


def stars(targets: Mapping[str, float], kitchen: Scored) -> tuple[Star, ...]:
    """A star for each target, earned or not."""
    return tuple(Star(name, bound, getattr(kitchen, name)) for name, bound in targets.items())


class CleanRun:
    """Counts plates served in a row with nothing overcooked or burnt, while nobody walks out."""

    def __init__(self) -> None:
        self.length = 0
        self.longest = 0

    def copy(self) -> CleanRun:
        same = CleanRun()
        same.length, same.longest = self.length, self.longest
        return same

    def served(self, clean: bool) -> None:
        self.length = self.length + 1 if clean else 0
        self.longest = max(self.longest, self.length)

    def walked_out(self) -> None:
        self.length = 0


def longest_clean(facts: Iterable[f.Fact]) -> int:
    """The longest run of clean plates in a log."""
    plates = CleanPlates()
    for fact in facts:
        fold = plates.folds.get(type(fact))
        if fold is not None:
            fold(fact)
    return plates.run.longest


class CleanPlates:
    """The longest run of clean plates, folded from facts. Only open orders are remembered."""

    def __init__(self) -> None:
        self.run = CleanRun()
        self._spoilt: set[int] = set()
        self.folds: dict[type[f.Fact], Callable[[Any], object]] = {
            f.Overcooked: self._spoil,
            f.FoodBurnt: self._spoil,
            f.WalkedOut: self._walked_out,
            f.Cleared: self._over,
            f.Served: self._served,
        }
        """What is done at a fact of each kind that matters."""

    def _spoil(self, fact: f.Overcooked | f.FoodBurnt) -> None:
        self._spoilt.add(fact.order)

    def _walked_out(self, fact: f.WalkedOut) -> None:
        self.run.walked_out()

    def _served(self, fact: f.Served) -> None:
        self.run.served(fact.order not in self._spoilt)
        self._over(fact)

    def _over(self, fact: f.Served | f.Cleared) -> None:
        self._spoilt.discard(fact.order)
