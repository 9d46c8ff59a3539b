"""A standstill: dishes wait for one another, and none can ever go on. It is told over the kitchen
as it stands, with the circle, and from there leads back to the moment before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kitchen.game.input.actions import Action, LookInto, Pause
from kitchen.game.service.session import Session
from kitchen.game.shell.screen import Screen
from kitchen.game.signs.moment import Moment
from kitchen.lab.ties import ties_of
from kitchen.loop.stall import Stalled
from kitchen.sim.facts import Fact

LINGER = 0.9
"""Seconds of wall time for which the kitchen is seen to stand before it is told."""

Act = Callable[[Action], object]


class Standstill:
    """Watches one session, frame by frame."""

    def __init__(self, screen: Screen, session: Session, act: Act) -> None:
        self._screen, self._session, self._act = screen, session, act
        self._since: float | None = None
        self._told = False
        self.onward: Callable[[], object] | None = None
        """What comes when it has been read; None: one has to leave."""

    def advance(self, now: float) -> dict[str, list[Fact]]:
        """As `kitchen.runs.service.Service.advance`, which goes on to tell what has happened. The
        clock stands from then on."""
        try:
            return self._session.service.advance(now)
        except Stalled:
            if not self._session.paused:
                self._session.act(Pause())
            return self._session.service.advance(now)

    def look(self, moment: Moment) -> None:
        """Tell it when it has been seen for a while."""
        stuck = self._session.service.stalled
        if stuck is None or self._told or self._screen.options.film:
            return
        if self._since is None:
            self._since = moment.wall
            self._act(LookInto(stuck.mode))
        elif moment.wall - self._since >= LINGER:
            self._told = True
            from kitchen.game.service.standstillcard import StandstillCard  # see `later`

            ties = ties_of(self._session.service.kitchens[stuck.mode])
            stands = replace(moment, ties=ties, still=True, chosen=None, dish=None)
            self._screen.open(StandstillCard(self._screen, stands, self._act, self.onward))
