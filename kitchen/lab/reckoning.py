"""The reckoning: the three orders that cost a kitchen most, and the picks that would have saved
them, found by cooking the shift again.

A pick has saved an order if, in the kitchen that is cooked again with it (see `Trial`), what went
wrong does not, its guest is served, and the whole shift earns no less, in money and in stars. Only
so many picks are tried, one at a time: that none was found says that none of those would have done,
and no more.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace

from kitchen.lab.candidates import Candidate, Candidates
from kitchen.lab.meanwhile import Meanwhile, meanwhile
from kitchen.lab.search import Search
from kitchen.lab.setbacks import Setback, setbacks
from kitchen.lab.trial import Trial
from kitchen.runs.result import Result, result_of
from kitchen.runs.service import Service
from kitchen.sim.view.losses import Losses, Lost

TOLD = 3

MOST_FACTS = 60_000
"""Facts that all trials may come to, about: a bound that is the same on every machine."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of the kitchen with one pick more, beside what it came to without."""

    pick: Candidate
    profit: float
    """Dollars."""
    stars: int
    gain: float
    """Dollars more than without; below 0: less."""
    more_stars: int
    still: Lost | None
    """What is lost of the order all the same, though no longer what went wrong first."""

    @property
    def saves(self) -> bool:
        served = self.still is None or self.still.kind == "spoilt"
        return served and self.gain >= 0.0 and self.more_stars >= 0

    @property
    def rank(self) -> tuple[bool, bool, float]:
        """The higher, the better it saves the order."""
        return self.saves, self.still is None, self.gain


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One setback, as far as it has been looked into."""

    setback: Setback
    meanwhile: Meanwhile
    best: Tried | None = None
    """Of the picks that avert what went wrong first."""
    tried: int = 0
    """Picks."""
    done: bool = False
    """Nothing more will be tried."""

    @property
    def saved(self) -> Tried | None:
        """The pick that would have saved the order."""
        return self.best if self.best is not None and self.best.saves else None


class Reckoning(Search):
    """Of the kitchen ``mode`` of a service, which has closed. `work` finds more of it."""

    def __init__(self, service: Service, mode: str) -> None:
        self._service, self._mode = service, mode
        self._stars = service.watched(mode) != "calm"
        """Whether there are any to be earned."""
        self._result = result_of(service.kitchens[mode])
        facts = self._result.facts
        every, losses = setbacks(facts), Losses.of(facts)
        self.orders, self.losses = len(every), len(losses)
        """Of which something was lost, and how often."""
        self.prices = losses.cents
        """What that cost of their prices, in cents."""
        self.tips = sum(setback.cents for setback in every) - self.prices
        """And of the tips for perfect dishes at once."""
        view = service.views[mode]
        self.found = [
            Reckoned(one, meanwhile(view, one.order, one.delay.since, one.delay.until))
            for one in every[:TOLD]
        ]
        self.possible = service.leaves_no_trace and len(facts) * TOLD <= MOST_FACTS
        """Whether picks can be tried: not where a recipe reaches for more than plain data, nor in a
        shift that is too long."""
        self._most = MOST_FACTS // (TOLD * len(facts))
        self._search = self._searched(Candidates(facts))

    @property
    def done(self) -> bool:
        return all(one.done for one in self.found)

    def _searched(self, candidates: Candidates) -> Generator[bool]:
        """Look into one setback after the other; each turn is about as long as `work` allows, and
        tells whether something was found out."""
        for index, one in enumerate(self.found):
            picks = candidates.of(one.setback)[: self._most] if self.possible else []
            for pick in picks:
                one = yield from self._tried(one, pick)
                self.found[index] = one
                if one.saved is not None and one.saved.still is None:
                    break
                yield True
            self.found[index] = replace(one, done=True)
            yield True

    def _tried(self, one: Reckoned, pick: Candidate) -> Generator[bool, None, Reckoned]:
        """With that pick tried as well."""
        one = replace(one, tried=one.tried + 1)
        trial = Trial(self._service, self._mode, pick.order, pick.given)
        try:
            while not trial.cook(self._seconds):
                yield False
            came = self._came(pick, trial.result, one.setback.lost)
        except Exception:  # what is wrong with a recipe was told when that happened
            return one
        finally:
            trial.leave()
        if came is not None and (one.best is None or one.best.rank < came.rank):
            return replace(one, best=came)
        return one

    def _came(self, pick: Candidate, result: Result, first: Lost) -> Tried | None:
        """What came of it; None if what went wrong first did so again."""
        lost = Losses.of(result.facts).of_order(first.order)
        if any(one.kind == first.kind for one in lost):
            return None
        stars, gain = _stars(result), round(result.profit - self._result.profit, 2)
        more = stars - _stars(self._result) if self._stars else 0
        return Tried(pick, result.profit, stars, gain, more, lost[-1] if lost else None)


def _stars(result: Result) -> int:
    return sum(star.earned for star in result.stars)
