"""How a service with the tutorial begins."""

from __future__ import annotations

from kitchen.cookbook.load import load_shift
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.service.tutorial.guide import Guide
from kitchen.game.service.tutorial.story import HOME
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen

SHIFT = "first-steps"


class TutorialScreen(ServiceScreen):
    """A service that opens with the guide on it."""

    def __init__(self, game: Game, back: Screen | None = None) -> None:
        super().__init__(game, load_shift(SHIFT), back)
        self._guided = False
        self.shows_goals = False
        self.session.mode = HOME

    def rebuild(self) -> None:
        super().rebuild()
        if not self._guided:
            self._guided = True
            self.open(Guide(self))

    def afresh(self) -> ServiceScreen:
        """With the guide again, unless the player has had enough of it."""
        guided = any(isinstance(o, Guide) and not o.closed for o in self.overlays)
        return TutorialScreen(self.game, self.back) if guided else super().afresh()
