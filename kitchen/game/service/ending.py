"""The ending: the kitchen looked into has closed, is seen for a moment longer, and results open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kitchen.game.input.actions import Action, LookInto
from kitchen.game.service.session import Session
from kitchen.game.shell.screen import Screen

if TYPE_CHECKING:
    from kitchen.game.results.results import Results
    from kitchen.game.service.closing import Closing

LINGER = 1.1
"""Seconds of wall time for which the closed kitchen is still seen: the last plate flies."""


class Ending:
    """Watches one session, frame by frame, and opens its results over ``screen``. ``act`` does what
    the player wants of them."""

    def __init__(self, screen: Screen, session: Session, act: Callable[[Action], object]) -> None:
        self._screen, self._session, self._act = screen, session, act
        self._closed: float | None = None
        self._closing: Closing | None = None

    @property
    def results(self) -> Results | None:
        """None: they are not open yet."""
        return None if self._closing is None else self._closing.results

    def look(self, wall: float) -> None:
        """Open the results when it is time. Raises what a headless run raises."""
        if self.results is not None:
            self._again(self.results)
        elif not self._over():
            self._closed = self._closing = None
        elif self._closed is None:
            self._closed = wall
        elif self._closing is None and wall - self._closed >= LINGER / 2:
            self._home()
            self._closing = self._begin()
        elif self._closing is not None and self._has_lingered(self._closing, wall - self._closed):
            self._closing.open()

    def _again(self, results: Results) -> None:
        """Back from a look at the past, they are as they were."""
        if results.closed:
            self._home()
            results.closed = False
            self._screen.open(results)

    def _begin(self) -> Closing:
        from kitchen.game.service.closing import Closing  # see `later`

        return Closing(self._screen, self._session, self._act)

    def _has_lingered(self, closing: Closing, seconds: float) -> bool:
        return seconds >= LINGER if closing.counted is None else closing.counted

    def spare(self, seconds: float) -> None:
        """So much wall time is left, if any, for what can wait."""
        if self._closing is not None:
            self._closing.spare(seconds)

    def leave(self) -> None:
        """Leave nothing behind."""
        if self._closing is not None:
            self._closing.leave()

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
