"""Pictures of dishes that wait, of stations, picks, losses and guests at the door, of a clock that
waits, of last orders and the till; in large text, contrast, and grey."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pygame
import pytest
from tools.lossy_shift import MUCH_IS_LOST, lossy_shift
from tools.picturebook import check, half

from kitchen.cookbook.load import load_shift
from kitchen.game.input.actions import ToNextRing
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.sim.shift.shift import Shift

PICKED, TAKEN = 6, 36
"""Frames at which dishes are picked, and the picture is taken."""


@dataclass(frozen=True)
class Case:
    """A moment of a shift, and how it is looked at."""

    shift: str | Shift
    at: float
    mode: str = "concurrent"
    autopilot: bool = True
    picks: int = 0
    settings: dict[str, object] = field(default_factory=dict)
    grey: bool = False
    rings: bool = False
    """Time runs to the next ring."""
    taken: int = TAKEN


CASES = {
    "waits": Case("lunch-rush", 480.0),
    "waits-largest": Case("lunch-rush", 480.0, settings={"text": "largest"}),
    "waits-contrast": Case("lunch-rush", 480.0, settings={"high_contrast": True}),
    "waits-grey": Case("lunch-rush", 480.0, grey=True),
    "stations-largest": Case("lunch-rush", 655.0, "parallel", settings={"text": "largest"}),
    "stations-contrast": Case("lunch-rush", 655.0, "hybrid", settings={"high_contrast": True}),
    "stations-grey": Case("lunch-rush", 655.0, "parallel", grey=True),
    "worktop-nine": Case("lunch-rush", 600.0, "blocking"),
    "worktop-nine-largest": Case("lunch-rush", 600.0, "blocking", settings={"text": "largest"}),
    "picked": Case("lunch-rush", 300.0, autopilot=False, picks=3),
    "picked-many": Case("lunch-rush", 480.0, autopilot=False, picks=7),
    "picked-largest": Case(
        "lunch-rush", 300.0, autopilot=False, picks=3, settings={"text": "largest"}
    ),
    "rail-full": Case("full-house", 789.9),
    "door": Case("the-critics", 900.0, autopilot=False),
    "door-picked": Case("the-critics", 900.0, autopilot=False, picks=12),
    "losses": Case(lossy_shift(), MUCH_IS_LOST),
    "losses-still-grey": Case(
        lossy_shift(), MUCH_IS_LOST, settings={"reduced_motion": True}, grey=True
    ),
    "losses-largest": Case(
        lossy_shift(), MUCH_IS_LOST, settings={"text": "largest", "high_contrast": True}
    ),
    "door-largest": Case("the-critics", 900.0, autopilot=False, settings={"text": "largest"}),
    "your-turn": Case("lunch-rush", 30.0, autopilot=False, picks=1, rings=True, taken=100),
    "last-orders": Case("lunch-rush", 537.0),
    "till": Case("lunch-rush", 1200.0, taken=150),
}


class Photographed(ServiceScreen):
    """A service in which the oldest orders are picked, and which is photographed."""

    def __init__(self, game: Game, case: Case, file: Path) -> None:
        shift = case.shift if isinstance(case.shift, Shift) else load_shift(case.shift)
        super().__init__(game, shift)
        self._case, self._file, self._frames = case, file, 0
        self.shows_goals = False

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 60, start=self._case.at)

    def draw(self, frame: Frame) -> None:
        self._redrawing.anew()  # a picture shows what is, nothing of a frame ago
        super().draw(frame)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        self._frames += 1
        if self._frames == PICKED:
            for order in list(self.service.view.open_orders)[: self._case.picks]:
                self.service.pick(order)
        elif self._frames == PICKED + 2 and self._case.rings:
            self.act(ToNextRing())
        elif self._frames == self._case.taken:
            self.window.save(self._file)
            self.leave(None)

    def resting(self) -> bool:
        return False


def draw(case: Case, file: Path) -> pygame.Surface:
    window = Window((1280, 720))
    pygame.event.clear()
    try:
        game = Game(window, Options(None, case.mode, autopilot=case.autopilot))
        game.change(game.settings.but(**case.settings))
        Photographed(game, case, file).show()
    finally:
        window.close()
    picture = half(pygame.image.load(file))
    return pygame.transform.grayscale(picture) if case.grey else picture


@pytest.mark.parametrize("name", CASES)
def test_picture(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    check(draw(CASES[name], tmp_path / "picture.bmp"), name, request)
