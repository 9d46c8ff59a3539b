"""How a service with the tutorial begins."""

from __future__ import annotations

from collections.abc import Sequence

from kitchen.cookbook.load import load_shift
from kitchen.game.service.pause import MenuItem
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.service.tutorial.chapters import Cards, Lead
from kitchen.game.service.tutorial.guide import Guide
from kitchen.game.service.tutorial.story import HOME
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen

SHIFT = "first-steps"


class TutorialScreen(ServiceScreen):
    """A service that opens with the guide on it."""

    def __init__(self, game: Game, back: Screen | None = None) -> None:
        super().__init__(game, load_shift(SHIFT), back)
        self._guide: Guide | None = None
        self.shows_goals = False
        self.session.mode = HOME

    def rebuild(self) -> None:
        super().rebuild()
        if self._guide is None:
            self._take_up(Lead())

    def _take_up(self, lead: Lead) -> None:
        self._guide = Guide(self, lead)
        self.open(self._guide)

    def afresh(self) -> ServiceScreen:
        """With the guide again, unless the player has had enough of it."""
        guided = self._guide is not None and not self._guide.closed
        return TutorialScreen(self.game, self.back) if guided else super().afresh()

    def more_to_do(self) -> Sequence[MenuItem]:
        """Who has left the guide may take it up again; it goes on with what is true by then."""
        left = self._guide
        if left is None or not left.closed or left.lead.state is Cards.END:
            return ()
        return (MenuItem("The guide", "Take it up again", lambda: self._take_up(left.lead)),)
