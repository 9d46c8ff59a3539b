"""The till: counted when the player's kitchen has closed, until any key, and the results follow."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from kitchen.game.service.ending import LINGER
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.service.till import SECONDS, Till
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.menu.classics import egg
from kitchen.sim.shift.shift import Order, Shift

FPS = 60


class Closing(ServiceScreen):
    """Cooks in great haste; counts the frames from the closing to the till and to the results.
    ``key`` is pressed so many frames after the till came, or never."""

    key: int | None = None
    closed = 0
    frame = 0
    counted: int | None = None
    till: Till | None = None

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        self.frame += 1
        if not self.service.closed:
            self.closed = self.frame
        if self.till is None and self.overlays and isinstance(self.overlays[-1], Till):
            self.till, self.counted = self.overlays[-1], self.frame
        if self.counted is not None and self.key == self.frame - self.counted:
            fields = {"key": pygame.K_x, "mod": 0, "unicode": "x"}
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, fields))
        if self._ending.results is not None:
            self.leave(None)


@pytest.fixture
def game() -> Iterator[Game]:
    window = Window((320, 180))
    pygame.event.clear()
    yield Game(window, Options(autopilot=True))
    window.close()


def ended(game: Game, key: int | None = None) -> Closing:
    shift = Shift([Order(0.0, egg, None)], {"hob": 1}, tempo=100.0)
    screen = Closing(game, shift)
    screen.key, screen.shows_goals = key, False
    screen.show()
    return screen


def test_the_till_is_counted_before_the_results_rise(game: Game) -> None:
    screen = ended(game)
    assert screen.till is not None and screen.till.closed
    assert screen.frame - screen.closed == pytest.approx(FPS * (LINGER / 2 + SECONDS), abs=6)
    words = dict(screen.till.lines)
    assert sum(words.values()) == pytest.approx(screen.till._standings.own.result.profit)


def test_any_key_ends_it(game: Game) -> None:
    screen = ended(game, key=10)
    assert screen.counted is not None and screen.frame - screen.counted <= 13


def test_with_less_motion_there_is_none(game: Game) -> None:
    game.change(game.settings.but(reduced_motion=True))
    screen = ended(game)
    assert screen.till is None
    assert screen.frame - screen.closed == pytest.approx(FPS * LINGER, abs=6)
