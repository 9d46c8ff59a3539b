"""The lookout: finds in spare time what comes of the dish that is pointed at, and remembers it."""

from __future__ import annotations

import time

from kitchen.lab.lookahead import KEPT, Foresight, Gaze, LookAhead
from kitchen.runs.service import Service

RENEW = 0.25
"""Seconds of wall time after which a foresight is made anew while kitchen time goes by."""

LEAST, LEAST_WAITED = 0.001, 0.003
"""Seconds of wall time that it may take in a frame that has none to spare; and while
somebody points at a dish of which nothing is known."""


class Lookout:
    """Looks ahead in the kitchen that is looked into. What it has found holds until a command is
    given, an order comes in or another dish is pointed at; and it is found anew as time goes by.
    """

    def __init__(self, service: Service, tempo: float) -> None:
        self._service = service
        self._ahead = LookAhead(service, stride=4.0 * tempo)
        self._order: int | None = None
        self._now, self._until, self._wall = 0.0, 0.0, 0.0
        self.found: Foresight | None = None
        """What is known of the dish pointed at."""
        self._of = self._state()
        """How the kitchen was for which it was found."""
        self._made = 0.0
        self._look: Gaze | None = None
        """One that is not at its end."""
        self._look_of, self._begun = self._of, 0.0
        self._settled: object = None
        """A moment for which nothing is left to be done, and what was pointed at."""

    @property
    def blind(self) -> bool:
        """Whether nobody can look ahead though picks count."""
        return self._service.obeys and not self._ahead.possible

    def point(self, order: int | None, now: float, until: float, wall: float) -> Foresight | None:
        """That dish is pointed at, at ``now``, and what can be seen ends at ``until``; return what
        is known of it. ``wall`` is wall time in seconds."""
        self._order = order if order in self._service.view.open_orders else None
        self._now, self._until, self._wall = now, until, wall
        found = self.found
        if found is not None and (found.order, self._of[0]) != (self._order, self._service.mode):
            self.found = None
        return self.found

    def work(self, seconds: float) -> None:
        """Get ready to look, and look, in about so much wall time."""
        moment = self._now, self._order, self._state()
        if moment == self._settled:
            return
        waited_for = self._order is not None and not self._holds()
        least = LEAST_WAITED if waited_for else LEAST
        end = time.perf_counter() + max(least, seconds)
        self._drop_if_stale()
        if self._look is not None:
            self._go_on(end - time.perf_counter())
            return
        ready = self._ahead.prepare(self._now, max(least, seconds))
        if (waited_for and ready) or ready == KEPT:  # one is kept for the next dish
            self._begin()
            if ready == KEPT and self._look is None:
                self._settled = moment
            self._go_on(end - time.perf_counter())

    def find(self) -> Foresight | None:
        """Look, whatever time that takes, unless what is known is as good as new."""
        self._drop_if_stale()
        if self._look is None:
            self._begin()
        self._go_on(float("inf"))
        return self.found

    def _begin(self) -> None:
        if self._order is not None and not (self._holds() and self._is_fresh()):
            self._look = self._ahead.begin(self._order, self._now, self._until)
            self._look_of, self._begun = self._state(), self._wall
            if self._look is None:
                self.found = None

    def _go_on(self, seconds: float) -> None:
        if self._look is None:
            return
        found = self._look.go_on(seconds)
        if self._look.over:
            self.found, self._of, self._made = found, self._look_of, self._begun
            self._look = None

    def _drop_if_stale(self) -> None:
        """Nobody needs a look any more at what is not pointed at, or has changed meanwhile."""
        look = self._look
        if look is not None and (look.order, self._look_of) != (self._order, self._state()):
            look.leave()
            self._look = None

    def leave(self) -> None:
        """Leave nothing behind."""
        if self._look is not None:
            self._look.leave()
            self._look = None
        self._ahead.leave()

    def _holds(self) -> bool:
        return self.found is not None and self._of == self._state()

    def _is_fresh(self) -> bool:
        found = self.found
        return found is not None and (found.since == self._now or self._wall - self._made < RENEW)

    def _state(self) -> tuple[str, int, int]:
        service = self._service
        return service.mode, len(service.kitchen.commands), len(service.view.orders)
