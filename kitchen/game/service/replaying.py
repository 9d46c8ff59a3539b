"""A replay being watched: a service that commands itself, to its end."""

from __future__ import annotations

from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.runs.replay import Replay


class ReplayScreen(ServiceScreen):
    """Shows ``replay``. Raises `KitchenError` for one that cannot be cooked again here."""

    def __init__(self, game: Game, replay: Replay, back: Screen | None = None) -> None:
        super().__init__(game, replay.the_shift(), back)
        self.session.replay = replay
        self.session.mode = replay.mode
        self.shows_goals = False
        self._replay = replay

    def afresh(self) -> ServiceScreen:
        return ReplayScreen(self.game, self._replay, self.back)
