"""A replay being watched: a service that commands itself, to its end."""

from __future__ import annotations

from collections.abc import Mapping

from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.runs.replay import Replay
from kitchen.sim.shift.recipe import Recipe


class ReplayScreen(ServiceScreen):
    """Shows ``replay``, from ``at`` seconds of kitchen time on. ``recipes`` are those that are not
    of the house. Raises `KitchenError` for one that cannot be cooked again here."""

    def __init__(
        self, game: Game, replay: Replay, back: Screen | None = None,
        recipes: Mapping[str, Recipe] | None = None, at: float = 0.0,
    ) -> None:  # fmt: skip
        super().__init__(game, replay.the_shift(recipes), back)
        session = self.session
        session.replay, session.recipes, session.mode = replay, recipes, replay.mode
        session.begins_at, session.paused = at, at > 0.0
        self.shows_goals = False
        self._replay = replay

    def afresh(self) -> ServiceScreen:
        return ReplayScreen(self.game, self._replay, self.back, self.session.recipes)
