"""A service played to its end, so that a test can look at its results frame by frame."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame

from kitchen.cookbook.load import load_shift
from kitchen.game.results.results import Results
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.service.session import Onward
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.game.signs.bet import Bet
from kitchen.keep.keep import Keep
from kitchen.loop.pacing import Pacing, Steps
from tools.followed import Followed

HEARS = 36
"""Frames of results after which they take keys."""

Step = Callable[[Any], object]
"""Something that happens to a screen."""
DONE = 290
"""Frames of results after which nothing moves."""


class Closed(Followed, ServiceScreen):
    """Cooks by autopilot, or by nobody, in great haste: what is looked at are the results.
    ``script`` is by frame since they opened."""

    script: dict[int, Step]
    frame = -1
    _opened = False
    """Whether they had, before this frame."""
    haste = 10.0
    """Seconds of wall time that go by in a frame, while the kitchen cooks."""

    def pacing(self) -> Pacing:
        super().pacing()
        return Steps(self.haste * self.shift.tempo)

    @property
    def results(self) -> Results:
        assert self._ending.results is not None
        return self._ending.results

    def after(self) -> None:
        opened, self._opened = self._opened, self._ending.results is not None
        if opened:
            self.frame += 1
            if self.frame in self.script:
                self.script[self.frame](self)
            if self.frame > max(self.script):
                self.leave(None)


def closed(
    window: Window, script: dict[int, Step], shift: str = "first-shift", *, yours: bool = False,
    keep: Path | Keep | None = None, onward: str = "", bet: Bet | None = None, **options: Any,
) -> Closed:  # fmt: skip
    """The screen, after the script. ``yours``: nobody cooks, until every customer has left."""
    kept = Keep(keep) if isinstance(keep, Path) else keep or Keep.nowhere()
    game = Game(window, Options(autopilot=not yours, **options), kept)
    if bet is not None:
        game.bets[shift] = bet
    screen = Closed(game, load_shift(shift))
    screen.script = script
    screen.shows_goals = False
    if onward:
        screen.session.onward = Onward(f"Next: {onward}", lambda: other(game, onward))
    screen.show()
    return screen


def other(game: Game, name: str) -> Screen:
    return ServiceScreen(game, load_shift(name))


def post(kind: int, **fields: Any) -> Step:
    return lambda screen: pygame.event.post(pygame.event.Event(kind, **fields))


def key(key: int, mod: int = 0) -> Step:
    return post(pygame.KEYDOWN, key=key, mod=mod, unicode="")


def button(button: int) -> Step:
    return post(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0)


def at(screen: Screen, pos: tuple[float, float]) -> tuple[int, int]:
    stage = screen.window.stage
    return stage.origin[0] + stage.px(pos[0]), stage.origin[1] + stage.px(pos[1])


def point(pos: tuple[float, float]) -> Step:
    return lambda s: post(pygame.MOUSEMOTION, pos=at(s, pos), rel=(1, 0), buttons=(0, 0, 0))(s)


def press(pos: tuple[float, float], kind: int = pygame.MOUSEBUTTONDOWN) -> Step:
    return lambda s: post(kind, button=1, pos=at(s, pos))(s)


def click(pos: tuple[float, float]) -> Step:
    return both(press(pos), press(pos, pygame.MOUSEBUTTONUP))


def both(*steps: Step) -> Step:
    def do(screen: Closed) -> None:
        for step in steps:
            step(screen)

    return do


def middle(screen: Closed, words: str) -> tuple[float, float]:
    """Of the button with these words on it."""
    box = next(c.box for c in screen.results.page.controls if getattr(c, "words", "") == words)
    return box[0] + box[2] / 2, box[1] + box[3] / 2


def on(words: str, then: Callable[[tuple[float, float]], Step] = click) -> Step:
    return lambda screen: then(middle(screen, words))(screen)


def spaced(*steps: Step, start: int = HEARS, apart: int = 3) -> dict[int, Step]:
    """One step after the other, with some frames between them."""
    return {start + index * apart: step for index, step in enumerate(steps)}


def nothing(screen: Closed) -> None:
    """Only let the frames go by."""
