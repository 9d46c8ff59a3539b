"""Seeking: what would have helped a kitchen of a service, tried a little at a time."""

from __future__ import annotations

from collections.abc import Generator

from kitchen.lab.trial import Trial
from kitchen.lab.why.changes import Change, changes
from kitchen.lab.why.diagnosis import Diagnosis, diagnosis_of
from kitchen.lab.why.effects import Effect, effect
from kitchen.lab.why.turns import History
from kitchen.runs.result import Result, result_of
from kitchen.runs.service import Service
from kitchen.sim.policy import PLAYER

MOST_FACTS = 400_000
"""That all trials may come to, about: a bound that is the same on every machine."""


class Seeking:
    """Of the kitchen ``mode`` of a service, which has closed. `work` tries more changes."""

    def __init__(self, service: Service, mode: str) -> None:
        self._service, self._mode = service, mode
        self._result = result_of(service.kitchens[mode])
        self._history = History(self._result.facts)
        policy = PLAYER if service.began_played(mode) else service.autopilot_policy
        left = self._result.walked_out > 0
        kitchen = service.kitchens[mode].mode
        self._left = list(changes(service.shift, kitchen, policy, self._history.spoilt, left))
        facts = len(self._result.facts) * len(self._left)
        self.possible = service.leaves_no_trace and facts <= MOST_FACTS
        """Whether changes can be tried: not where a recipe reaches for more than plain data, nor in
        a shift that is too long."""
        self._tried: list[Effect] = []
        self.diagnosis: Diagnosis = diagnosis_of(self._result, self._history)
        """With what has been tried so far."""
        self.done = not (self.possible and self._left)
        self._seconds = 0.0
        self._search = self._searched()

    def work(self, seconds: float = float("inf")) -> bool:
        """Try changes, for about so much wall time; whether one has been tried to its end."""
        self._seconds = seconds
        return next(self._search, False)

    def finish(self) -> None:
        """Try all, whatever time that takes."""
        while not self.done:
            self.work()

    def leave(self) -> None:
        """Leave nothing behind."""
        self._search.close()

    def _searched(self) -> Generator[bool]:
        for change in self._left if self.possible else ():
            result = yield from self._run(change)
            self._tried.append(effect(change, self._result, result))
            if change is self._left[-1]:
                self.done = True
                self.diagnosis = diagnosis_of(self._result, self._history, self._tried)
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
