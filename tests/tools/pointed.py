"""A service at one moment, while a dish is pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kitchen.game.input.actions import Pause
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.signs.subjects import OrderedDish
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps

POINTED, TAKEN = 6, 66
"""Frames at which the dish is pointed at, and its picture taken."""


class Pointed(ServiceScreen):
    """The focus is on the dish of one table, at ``options.at``. With ``picks``, of tables, the
    player takes over from the autopilot and has picked those."""

    shows_goals = False

    def __init__(self, game: Game, table: int, file: Path, picks: Sequence[int] = ()) -> None:
        assert game.options.shift is not None, "the shift to be played"
        super().__init__(game, game.options.shift)
        self._table, self._picks, self._file, self._frames = table, picks, file, 0

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 60, start=self.options.at)

    def draw(self, frame: Frame) -> None:
        self._redrawing.anew()  # a picture shows what is, nothing of a frame ago
        super().draw(frame)

    def paint(self, frame: Frame) -> None:
        self._frames += 1
        if self._frames == POINTED:
            if self._picks:
                self.service.set_autopilot(False)
            for table in self._picks:
                self.service.pick(self._at(table))
            self.session.act(Pause())
            self.pointing.move_focus(0, 0)
        if self._frames >= POINTED:
            dish = OrderedDish(self._at(self._table))
            spots = [spot for spot in self.pointing.spots() if spot.subject == dish]
            self.pointing.aim.spot = spots[1]  # after its ticket, where it is cooked
        super().paint(frame)
        if self._frames == TAKEN:
            self.window.save(self._file)
            self.leave(None)

    def _at(self, table: int) -> int:
        open_orders = self.service.view.open_orders.values()
        return next(order.number for order in open_orders if order.table == table)
