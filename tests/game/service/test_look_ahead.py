"""Pointing at a dish of a service, in whichever way, looks ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame
import pytest

from kitchen.cookbook.load import load_shift
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.game.signs.subjects import OrderedDish, Spot, Stretch
from kitchen.lab.lookahead import Foresight
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps

START = 120.0
TRIES, FRAMES = 4, 30


class Tried(ServiceScreen):
    """Something is pointed at in the frames from `TRIES` on."""

    shows_goals = False

    def __init__(self, game: Game, point: Callable[[ServiceScreen], None]) -> None:
        super().__init__(game, load_shift("lunch-rush"))
        self.point = point
        self.seen: list[Foresight | None] = []

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 60, start=START)

    def paint(self, frame: Frame) -> None:
        if frame.number >= TRIES:
            self.point(self)
        super().paint(frame)
        assert self.pointing.last is not None
        self.seen.append(self.pointing.last.foresight)
        if frame.number == FRAMES:
            self.leave(None)


@pytest.fixture
def window() -> Iterator[Window]:
    window = Window((1280, 720))
    pygame.event.clear()
    yield window
    window.close()


def looked(window: Window, point: Callable[[ServiceScreen], None]) -> Tried:
    screen = Tried(Game(window, Options(autopilot=True)), point)
    screen.show()
    return screen


def spots_of(screen: ServiceScreen, order: int) -> list[Spot[OrderedDish]]:
    return [s for s in screen.pointing.spots() if s.subject == OrderedDish(order)]  # type: ignore[misc]


def keys(screen: ServiceScreen) -> None:
    if not screen.pointing.aim.shown:
        screen.pointing.move_focus(0, 0)
    screen.pointing.aim.spot = spots_of(screen, 2)[0]


def mouse(screen: ServiceScreen) -> None:
    middle = spots_of(screen, 2)[0].middle
    screen.window.pointer = lambda stage=None: middle  # type: ignore[method-assign]


def bar(screen: ServiceScreen) -> None:
    """In the timeline."""
    if not screen.pointing.aim.shown:
        screen.pointing.move_focus(0, 0)
    screen.pointing.aim.spot = Spot((500.0, 620.0, 20.0, 12.0), Stretch(2, 0, "ready", 0.0))
    screen.pointing.aim._follow = lambda spots: True  # type: ignore[method-assign]


@pytest.mark.parametrize("point", [keys, mouse, bar])
def test_pointing_looks_ahead(window: Window, point: Callable[[ServiceScreen], None]) -> None:
    screen = looked(window, point)
    assert screen.seen[: TRIES - 1] == [None] * (TRIES - 1)
    found = screen.seen[-1]
    assert found is not None and found.order == 2
    assert found.until > found.since >= START


def test_pointing_at_nothing_shows_nothing(window: Window) -> None:
    screen = looked(window, lambda screen: None)
    assert screen.seen == [None] * len(screen.seen)
