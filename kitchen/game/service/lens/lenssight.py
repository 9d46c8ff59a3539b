"""Whether the lens is shown, and which dish is seen through it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kitchen.game.service.lens.tiesight import TieSight
from kitchen.game.signs.moment import Moment
from kitchen.runs.service import Service
from kitchen.sim.view.kitchenview import KitchenView

if TYPE_CHECKING:
    from kitchen.lab.insight import Insight

LEAST = 0.001
"""Seconds of wall time for a frame to find out where tasks are."""


class LensSight:
    """The past is looked at through the lens, unless the player wants the loop; and the present is
    not, unless the player wants that."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._made: Insight | None = None
        self._shown = {True: True, False: False}
        """By whether it is the past that is looked at."""
        self._past = False
        """What was looked at last."""
        self._ties = TieSight(service)
        self._order: int | None = None
        """The order that was seen last."""

    def toggle(self) -> None:
        """The lens in place of the loop, or the other way round."""
        self._shown[self._past] = not self._shown[self._past]

    def look(self, moment: Moment, seconds: float) -> Moment:
        """The same moment as it is seen, with what can be found out in about so much wall time."""
        self._past = moment.present is not None
        if not self._shown[self._past]:
            return moment
        if moment.scrubs:
            return replace(moment, lens=True)
        last = None if self._past else self._order  # a moment of the past is always seen alike
        self._order = order = lens_order(moment.view, moment.chosen, last)
        dish = None
        if order is not None:
            dish = self._insight.dish(order, moment.mode, moment.now, seconds)
        return replace(moment, lens=True, dish=dish, ties=self._ties.look(moment, seconds))

    @property
    def _insight(self) -> Insight:
        """Made when the lens is shown first."""
        if self._made is None:
            from kitchen.lab.insight import Insight  # see `later`

            self._made = Insight(self._service)
        return self._made

    def work(self, seconds: float) -> None:
        """Find out more in spare time, if it is shown."""
        if self._shown[self._past]:
            self._insight.work(seconds)

    @property
    def settled(self) -> bool:
        """Whether what is seen through it will stay like this while time stands still."""
        return not self._shown[self._past] or self._insight.settled

    def leave(self) -> None:
        """Leave nothing behind."""
        if self._made is not None:
            self._made.leave()
        self._ties.leave()


def lens_order(view: KitchenView, chosen: int | None, last: int | None) -> int | None:
    """The order that is looked at; None: there is none yet. While a chef is at the ``last`` one, it
    stays that."""
    if chosen in view.orders:
        return chosen
    for state in ("hands", "staring"):
        at_work = [chef.order for chef in view.chefs if chef.state == state]
        if at_work:
            return last if last in at_work else at_work[0]
    turns = [chef.segments[-1] for chef in view.chefs if chef.segments]
    before = max(turns, key=lambda turn: turn.start, default=None)
    return max(view.orders, default=None) if before is None else before.order
