"""An attempt: one try at the stove, and what it has come to so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kitchen.game.lesson.stove.stove import Stove
from kitchen.game.service.session import Session
from kitchen.lessons.cooking.coaching import Watching
from kitchen.lessons.cooking.cooked import broken, evidence_in
from kitchen.lessons.cooking.limits import StepLimit, limits
from kitchen.lessons.cooking.tries import last_choice, told
from kitchen.lessons.goal import Evidence
from kitchen.lessons.judging.judge import Verdict, judged_evidence
from kitchen.lessons.steps import BreakStep
from kitchen.runs.past import Stop
from kitchen.sim.facts import Fact


class Attempt:
    """Of the player's own kitchen in ``session``, once that is open."""

    def __init__(self, stove: Stove, session: Session) -> None:
        self.stove, self.session = stove, session
        self.stands = False
        """The player has seen that nobody can go on."""
        self._found: tuple[tuple[int, bool], Evidence] | None = None
        self._wrong: Evidence | None = None
        """What there was to see when it had gone wrong as it is to."""
        self._asked = 0

    @property
    def shows(self) -> bool:
        """Whether it shows how it is done."""
        return bool(self.session.given)

    @property
    def watching(self) -> Watching:
        """What the coach goes by."""
        service = self.session.service
        return Watching(service.views[service.home], service.home, service.mode)

    @property
    def facts(self) -> Sequence[Fact]:
        service = self.session.service
        return service.pasts[service.home].facts

    @property
    def closed(self) -> bool:
        """Whether nothing more comes: the kitchen has closed, or the player has seen that nobody
        can go on."""
        return self.watching.view.makespan is not None or self.stands

    def stood(self) -> None:
        """The player has seen that nobody can go on."""
        self.stands = True

    @property
    def found(self) -> Evidence:
        """What there is to see of it so far."""
        service, view = self.session.service, self.watching.view
        key = len(self.facts), service.stalled is not None
        if self._found is None or self._found[0] != key:
            found = evidence_in(self.facts, 0.0)
            if service.stalled is not None:
                found = replace(found, trouble="stalled", words="Nobody can go on")
            self._found = key, found
        now = service.loop.now if view.makespan is None else view.makespan
        return replace(self._found[1], makespan=now)

    @property
    def limits(self) -> list[StepLimit]:
        """As they stand now."""
        return limits(self.stove.step, self._wrong or self.found, self.closed)

    def comes_to(self) -> Verdict | None:
        """The verdict; None: it is not over."""
        step = self.stove.step
        if isinstance(step, BreakStep) and self._asked != len(self.facts):
            self._asked = len(self.facts)
            self._wrong = self._wrong or broken(step, self.facts)
        if self._wrong is not None:
            return judged_evidence(step, self._wrong)
        return judged_evidence(step, self.found) if self.closed else None

    def note(self) -> None:
        """Note it among the tries."""
        self.stove.tried(told(self.facts, self._wrong or self.found))

    @property
    def choice(self) -> Stop | None:
        """Where it could last have gone otherwise."""
        return last_choice(self.facts, self.watching.view.plans)
