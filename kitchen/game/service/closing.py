"""The closing of a kitchen: its standings are found, the till is counted, and results open."""

from __future__ import annotations

from collections.abc import Callable

from kitchen.cookbook.seedcode import code_of
from kitchen.game.input.actions import Action, GoTo, Leave, Restart, TakeOver
from kitchen.game.results.exits import Exits
from kitchen.game.results.improvement import improve
from kitchen.game.results.inquiry import inquiry_of
from kitchen.game.results.results import Results
from kitchen.game.results.standings import lost_badly, standings
from kitchen.game.service.otherwise import Otherwise
from kitchen.game.service.record import keep_recent, record, save_replay
from kitchen.game.service.session import Onward, Session
from kitchen.game.service.till import Till
from kitchen.game.shell.screen import Screen
from kitchen.lab.reckoning import Reckoning
from kitchen.lab.why.seeking import Seeking
from kitchen.runs.rerun import Rerun

AS_RECORDED = "Every fact is as it was recorded."


class Closing:
    """Of the kitchen looked into, which has closed; it goes on over ``screen``. ``act`` does what
    the player wants of the results. Raises what a headless run raises."""

    def __init__(self, screen: Screen, session: Session, act: Callable[[Action], object]) -> None:
        self._screen, self._session, self._act = screen, session, act
        self._found = standings(session.service, session.helping.slowed)
        self._till: Till | None = None
        self._reckoning: Reckoning | None = None
        self._seeking: Seeking | None = None
        self.results: Results | None = None
        self._count()

    def _count(self) -> None:
        """Lay the till over the kitchen for who has played it, and likes motion."""
        screen, session = self._screen, self._session
        if not (screen.options.film or screen.game.calm or session.replay is not None):
            self._till = Till(screen, self._found)
            screen.open(self._till)

    @property
    def counted(self) -> bool | None:
        """Whether the till has been; None: nobody counts it."""
        return None if self._till is None else self._till.closed

    def spare(self, seconds: float) -> None:
        """So much wall time is left, if any, for what can wait."""
        if self.results is not None and not self.results.closed:
            self.results.spare(seconds)

    def leave(self) -> None:
        """Leave nothing behind."""
        for search in (self._reckoning, self._seeking):
            if search is not None:
                search.leave()

    def open(self) -> None:
        """Open the results."""
        found = self._found
        screen, settled = self._screen, self._screen.options.photographs
        shown = settled or self._session.replay is not None  # and nobody played it
        place = None if shown else record(screen.game, found, self._session.day)
        screen.game.struggles = not shown and lost_badly(found)
        service = self._session.service
        if not shown:
            keep_recent(screen.game, service)
        reckoning = self._reckoning = Reckoning(service, service.mode)
        seeking = self._seeking = Seeking(service, service.mode)
        self.results = Results(
            screen, found, self._exits(), settled, place, reckoning,
            screen.game.bets.get(found.shift.name),
            None if shown else inquiry_of(screen.game, found), seeking,
        )  # fmt: skip
        self._session.ended = True
        screen.open(self.results)
        if isinstance(service, Rerun):
            self._compare(self.results, service)

    def _compare(self, results: Results, service: Rerun) -> None:
        """Say whether it went as it was recorded."""
        if service.same:
            results.toast.say(AS_RECORDED)
        elif not self._screen.options.film:
            self._screen.open(Otherwise(self._screen, service))

    def _go_on(self, onward: Onward) -> None:
        """To what comes after, past an improvement where the career has one to give."""
        screen = self._screen
        improve(screen, self._session.shift.name, lambda: screen.leave(onward.screen()))

    def _look_back(self) -> None:
        """Put the results away for a look at the past; the present leads back to them."""
        if self.results is not None:
            self.results.close()
        self._act(GoTo(self._session.service.loop.now))

    def _race(self) -> None:
        if self._session.race is not None:
            self._session.race(self._screen, self._session.service)

    def _exits(self) -> Exits:
        service, onward = self._session.service, self._session.onward
        return Exits(
            again=lambda: self._act(Restart()),
            leave=lambda: self._act(Leave()),
            next=None if onward is None else lambda: self._go_on(onward),
            next_words="" if onward is None else onward.words,
            race=None if self._session.race is None else self._race,
            look_back=self._look_back,
            seed_code=code_of(service.shift.name, service.seed) if service.shift.arrivals else "",
            from_there=lambda to: self._act(TakeOver(to.at, to.order, words=to.words)),
            save_replay=lambda: save_replay(self._screen.game, service),
        )
