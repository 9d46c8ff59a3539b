"""When who waits for whom is looked for anew: looking takes longer than a frame."""

from __future__ import annotations

from kitchen.game.signs.moment import Moment
from kitchen.lab.ties import NO_TIES, NO_TIME, TieFinder, Ties
from kitchen.plain import INFINITY
from kitchen.runs.service import Service

AGAIN = 0.2
"""Seconds of wall time from one look at the present to the next, while time goes by."""

PAST = 0.006
"""Seconds of wall time that a frame has for the past: hardly anything else moves in it."""

RESTS, STALE = 0.08, 0.5
"""Seconds of wall time after a step back until the kitchen is cooked again up to there: who drags
the handle goes on at once; and for which meanwhile what was seen last may stand."""


class TieSight:
    """Sees the kitchens of one service. `leave` it in the end."""

    def __init__(self, service: Service) -> None:
        self._finder = TieFinder(service)
        self._ties, self._looked = NO_TIES, 0.0
        self._mode = ""
        self._place, self._since = 0.0, 0.0
        """The moment of the past that is looked at, and since when; in wall time."""

    def look(self, moment: Moment, seconds: float) -> Ties:
        """What is known at that moment, and can be found out in about so much wall time."""
        if moment.mode != self._mode:
            self._mode, self._ties, self._looked, self._place = moment.mode, NO_TIME, -AGAIN, 0.0
        if moment.present is not None:
            return self._then(moment, seconds)
        due = moment.still or not 0.0 <= moment.wall - self._looked < AGAIN
        if due:
            self._looked = moment.wall
            self._ties = self._finder.now(moment.mode)
        return self._ties

    def _then(self, moment: Moment, seconds: float) -> Ties:
        if moment.now != self._place:
            self._since = moment.wall + (RESTS if moment.now < self._place else 0.0)
            self._place = moment.now
        waited = moment.wall - self._since
        if waited >= 0.0 or seconds == INFINITY:
            found = self._finder.then(moment.mode, moment.now, max(seconds, PAST))
            if found.lack != "time":
                self._ties = found
                return found
        return self._ties if waited < STALE else NO_TIME

    def leave(self) -> None:
        """Leave nothing behind."""
        self._finder.leave()
