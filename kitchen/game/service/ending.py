"""The ending: when the kitchen looked into has closed, its results open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kitchen.cookbook.seedcode import code_of
from kitchen.game.input.actions import Leave, LookInto, Restart
from kitchen.game.results.exits import Doors
from kitchen.game.results.improvement import improve
from kitchen.game.results.results import Results
from kitchen.game.results.standings import Standings, standings
from kitchen.game.service.record import record, save_replay

if TYPE_CHECKING:
    from kitchen.game.service.screen import ServiceScreen
    from kitchen.game.shell.screen import Screen

LINGER = 1.1
"""Seconds of wall time for which the closed kitchen is still seen: the last plate flies."""


@dataclass(frozen=True)
class Onward:
    """What comes after a service: words for the button, and the screen."""

    words: str
    screen: Callable[[], Screen]


class Ending:
    """Watches one service, frame by frame."""

    def __init__(self, screen: ServiceScreen) -> None:
        self._screen = screen
        self._closed: float | None = None
        self._found: Standings | None = None
        self.results: Results | None = None

    def look(self, wall: float) -> None:
        """Open the results when it is time. Raises what a headless run raises."""
        if self.results is not None:
            return
        if not self._over():
            self._closed = self._found = None
        elif self._closed is None:
            self._closed = wall
        elif self._found is None and wall - self._closed >= LINGER / 2:
            self._home()
            self._found = standings(self._screen.service)
        elif self._found is not None and wall - self._closed >= LINGER:
            self._open(self._found)

    def _over(self) -> bool:
        """A look into a kitchen that has closed ends nothing while the player's own still cooks;
        when that has closed as well, it is the one to be seen."""
        service = self._screen.service
        if not service.closed or service.views[service.own()].makespan is None:
            return False
        if self._closed is None:
            self._home()
        return True

    def _home(self) -> None:
        own = self._screen.service.own()
        if own != self._screen.service.mode:
            self._screen.act(LookInto(own))

    def _open(self, found: Standings) -> None:
        screen, settled = self._screen, self._screen.options.screenshot is not None
        place = None if settled else record(screen.game, found, screen.day)
        self.results = Results(screen, found, self._doors(), settled, place)
        screen.open(self.results)

    def _go_on(self, onward: Onward) -> None:
        """To what comes after, past an improvement where the career has one to give."""
        screen = self._screen
        improve(screen, screen.shift.name, lambda: screen.leave(onward.screen()))

    def _doors(self) -> Doors:
        screen, onward = self._screen, self._screen.onward
        return Doors(
            again=lambda: screen.act(Restart()),
            leave=lambda: screen.act(Leave()),
            next=None if onward is None else lambda: self._go_on(onward),
            next_words="" if onward is None else onward.words,
            seed_code=code_of(screen.shift.name, screen.service.seed),
            save_replay=lambda: save_replay(screen.game, screen.service),
        )
