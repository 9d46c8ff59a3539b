"""Seeking: what would have helped a kitchen of a service, tried a little at a time."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import cached_property

from kitchen.lab.search import Search
from kitchen.lab.trial import Trial
from kitchen.lab.why.changes import Change, changes
from kitchen.lab.why.diagnosis import Diagnosis, diagnosis_of
from kitchen.lab.why.effects import Effect, effect, ranked
from kitchen.lab.why.turns import History
from kitchen.runs.result import Result, result_of
from kitchen.runs.service import Service
from kitchen.sim.policy import PLAYER

MOST_FACTS = 400_000
"""That all trials may come to, about: a bound that is the same on every machine."""


class Seeking(Search):
    """Of the kitchen ``mode`` of a service, which has closed. Nothing is done before somebody asks;
    `work` tries more changes."""

    def __init__(self, service: Service, mode: str) -> None:
        self._service, self._mode = service, mode
        self.result = result_of(service.kitchens[mode])
        self._tried: list[Effect] = []
        self._search = self._searched()

    @cached_property
    def _history(self) -> History:
        return History(self.result.facts)

    @cached_property
    def _changes(self) -> tuple[Change, ...]:
        service, mode = self._service, self._mode
        policy = PLAYER if service.began_played(mode) else service.autopilot_policy
        kitchen, left = service.kitchens[mode].mode, self.result.walked_out > 0
        return tuple(changes(service.shift, kitchen, policy, self._history.spoilt, left))

    @property
    def possible(self) -> bool:
        """Whether changes can be tried: not where a recipe reaches for more than plain data, nor in
        a shift that is too long."""
        few = len(self.result.facts) * len(self._changes) <= MOST_FACTS
        return self._service.leaves_no_trace and few

    @property
    def done(self) -> bool:
        """Nothing more will be tried."""
        return not self.possible or len(self._tried) == len(self._changes)

    @cached_property
    def _found(self) -> Diagnosis:
        """Without any change."""
        return diagnosis_of(self.result, self._history)

    @property
    def diagnosis(self) -> Diagnosis:
        """With what has been tried so far."""
        return replace(self._found, effects=ranked(self._tried))

    def _searched(self) -> Generator[bool]:
        for change in self._changes if self.possible else ():
            result = yield from self._run(change)
            self._tried.append(effect(change, self.result, result))
            yield True

    def _run(self, change: Change) -> Generator[bool, None, Result | None]:
        trial = None
        try:
            trial = Trial(self._service, self._mode, change=change)
            while not trial.cook(self._seconds):
                yield False
            return trial.result
        except Exception:  # with the change its dishes wait for one another, or a recipe fails
            return None
        finally:
            if trial is not None:
                trial.leave()
