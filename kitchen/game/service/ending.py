"""The ending: when the kitchen looked into has closed, the till is counted, and results open."""

from __future__ import annotations

from collections.abc import Callable

from kitchen.cookbook.seedcode import code_of
from kitchen.game.input.actions import Action, Leave, LookInto, Restart
from kitchen.game.results.exits import Exits
from kitchen.game.results.improvement import improve
from kitchen.game.results.inquiry import inquiry_of
from kitchen.game.results.results import Results
from kitchen.game.results.standings import Standings, lost_badly, standings
from kitchen.game.service.record import record, save_replay
from kitchen.game.service.session import Onward, Session
from kitchen.game.service.till import Till
from kitchen.game.shell.screen import Screen
from kitchen.lab.reckoning import Reckoning
from kitchen.runs.rerun import Rerun

AS_RECORDED = "Every fact is as it was recorded."
OTHERWISE = "A recipe or a rule has changed since it was recorded: it went another way."

LINGER = 1.1
"""Seconds of wall time for which the closed kitchen is still seen: the last plate flies."""


class Ending:
    """Watches one session, frame by frame, and opens its results over ``screen``. ``act`` does what
    the player wants of them."""

    def __init__(self, screen: Screen, session: Session, act: Callable[[Action], object]) -> None:
        self._screen, self._session, self._act = screen, session, act
        self._closed: float | None = None
        self._found: Standings | None = None
        self._till: Till | None = None
        self._reckoning: Reckoning | None = None
        self.results: Results | None = None

    def look(self, wall: float) -> None:
        """Open the results when it is time. Raises what a headless run raises."""
        if self.results is not None:
            return
        if not self._over():
            self._closed = self._found = self._till = None
        elif self._closed is None:
            self._closed = wall
        elif self._found is None and wall - self._closed >= LINGER / 2:
            self._home()
            self._found = standings(self._session.service, self._session.helping.slowed)
            self._count(self._found)
        elif self._found is not None and self._has_lingered(wall - self._closed):
            self._open(self._found)

    def _count(self, found: Standings) -> None:
        """Lay the till over the kitchen for who has played it, and likes motion."""
        screen, session = self._screen, self._session
        if not (screen.options.film or screen.game.calm or session.replay is not None):
            self._till = Till(screen, found)
            screen.open(self._till)

    def _has_lingered(self, seconds: float) -> bool:
        return seconds >= LINGER if self._till is None else self._till.closed

    def spare(self, seconds: float) -> None:
        """So much wall time is left, if any, for what can wait."""
        if self.results is not None:
            self.results.spare(seconds)

    def leave(self) -> None:
        """Leave nothing behind."""
        if self._reckoning is not None:
            self._reckoning.leave()

    def _over(self) -> bool:
        """A look into a kitchen that has closed ends nothing while the player's own still cooks;
        when that has closed as well, it is the one to be seen."""
        service = self._session.service
        if not service.closed or service.views[service.own()].makespan is None:
            return False
        if self._closed is None:
            self._home()
        return True

    def _home(self) -> None:
        own = self._session.service.own()
        if own != self._session.service.mode:
            self._act(LookInto(own))

    def _open(self, found: Standings) -> None:
        screen, settled = self._screen, self._screen.options.screenshot is not None
        shown = settled or self._session.replay is not None  # and nobody played it
        place = None if shown else record(screen.game, found, self._session.day)
        screen.game.struggles = not shown and lost_badly(found)
        service = self._session.service
        reckoning = self._reckoning = Reckoning(service, service.mode)
        self.results = Results(
            screen, found, self._exits(), settled, place, reckoning,
            screen.game.bets.get(found.shift.name),
            None if shown else inquiry_of(screen.game, found),
        )  # fmt: skip
        screen.open(self.results)
        if isinstance(service, Rerun):
            self.results.toast.say(AS_RECORDED if service.same else OTHERWISE)

    def _go_on(self, onward: Onward) -> None:
        """To what comes after, past an improvement where the career has one to give."""
        screen = self._screen
        improve(screen, self._session.shift.name, lambda: screen.leave(onward.screen()))

    def _exits(self) -> Exits:
        service, onward = self._session.service, self._session.onward
        return Exits(
            again=lambda: self._act(Restart()),
            leave=lambda: self._act(Leave()),
            next=None if onward is None else lambda: self._go_on(onward),
            next_words="" if onward is None else onward.words,
            seed_code=code_of(service.shift.name, service.seed) if service.shift.arrivals else "",
            save_replay=lambda: save_replay(self._screen.game, service),
        )
