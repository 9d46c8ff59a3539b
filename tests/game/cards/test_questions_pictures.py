"""A picture of the questions: the card over an empty screen."""

from __future__ import annotations

import pytest
from tools.picturebook import SIZES, check, half

from kitchen.game.cards.questions import QuestionsCard
from kitchen.game.draw.kit import Kit
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.lessons.answers import questions


class Asked(Screen):
    """Nothing but the card, with the third question chosen."""

    def build(self, kit: Kit) -> None:
        self.overlays.clear()


def test_picture(request: pytest.FixtureRequest) -> None:
    window = Window(SIZES[""])
    try:
        screen = Asked(Game(window))
        screen.rebuild()
        card = QuestionsCard(screen, lambda lesson: screen)
        screen.open(card)
        card.choose(next(i for i, one in enumerate(questions()) if one.lesson == "egg-and-chicken"))
        canvas = window.stage.canvas(window.surface)
        for wall in (0.0, 9.0):  # as it comes, and when it has come
            card.draw(canvas, wall)
        picture = half(window.surface)
    finally:
        window.close()
    check(picture, "questions", request)
