"""Pictures of a step at the stove: the coach speaks, nobody does, and what it came to."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from msgspec.structs import replace
from tools.coached import cook_step
from tools.picturebook import CALM, SIZES, check, half

from kitchen.game.draw import contrast
from kitchen.game.lesson.stove.cooking import CookingScreen
from kitchen.game.lesson.stove.stove import Stove
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.lessons.book import find_lesson
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps

TRIES = ["1, 1, 1, 2, 2, 2: served", "2, 2, 1, 1, 2, 1: served"]
PICKED = {"coach": [1, 1], "folded": [2, 1], "verdict": [1, 1, 1, 2, 2, 2]}
"""Orders that are picked at once: while something is said, while nothing is, and to the end."""


class Photographed(CookingScreen):
    def __init__(self, game: Game, name: str, file: Path) -> None:
        """``coach`` is a step to cook, the others are one to break."""
        lesson = find_lesson("walk-away" if name == "coach" else "tongs-and-board")
        stove = Stove(lesson, cook_step(lesson), Screen(game), lambda verdict: None)
        stove.briefed, stove.tries = True, TRIES[:] if name == "verdict" else []
        super().__init__(game, stove)
        self._name, self._file, self._frames = name, file, 0

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 6)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        self._frames += 1
        if self._frames == 5:
            for order in PICKED[self._name]:
                self.service.pick(order)
        if self._frames == (200 if self._name == "verdict" else 40):
            assert self.card is not None
            if self._name == "coach":
                self.card.nod(frame.wall - 1.0)
            super().paint(frame)
            self.window.save(self._file)
            self.leave(None)

    def resting(self) -> bool:
        return False


@pytest.mark.parametrize(
    "name, size",
    [*((name, size) for name in ("coach", "folded") for size in (*SIZES, "-calm")),
     ("verdict", "")],
)  # fmt: skip
def test_picture(name: str, size: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    window, file = Window(SIZES.get(size, SIZES[""])), tmp_path / "picture.bmp"
    pygame.event.clear()
    try:
        game = Game(window)
        if size == "-calm":
            game.change(replace(game.settings, **CALM))
        Photographed(game, name, file).show()
    finally:
        window.close()
        contrast.use(False)
    check(half(pygame.image.load(file)), f"stove-{name}{size}", request)
