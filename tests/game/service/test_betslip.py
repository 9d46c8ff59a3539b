"""The slip on which a player bets before the doors open: clicks, keys, once in a sitting."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from kitchen.cookbook.load import load_shift
from kitchen.game.service.hud.betslip import BetSlip, way
from kitchen.game.service.hud.goals import GoalsCard
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.game.signs.bet import Bet
from kitchen.keep.keep import Keep
from kitchen.loop.frames import Frame
from kitchen.sim.shift.modes import MODES


@pytest.fixture
def game() -> Iterator[Game]:
    window = Window((640, 360))
    pygame.event.clear()
    yield Game(window, Options(), Keep.nowhere())
    window.close()


class Briefed(ServiceScreen):
    """Hands events to the card of goals, one a frame, then leaves."""

    events: tuple[pygame.event.Event, ...] = ()
    frame = 0
    slip: BetSlip | None = None

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        card = next((o for o in self.overlays if isinstance(o, GoalsCard)), None)
        if self.frame == 0 and card is not None:
            self.slip = card.slip
        if self.frame < len(self.events):
            self.take(self.events[self.frame])
        else:
            self.leave(None)
        self.frame += 1


def briefed(game: Game, *events: pygame.event.Event) -> Briefed:
    screen = Briefed(game, load_shift("soup-and-eggs"))
    screen.events = events
    screen.show()
    return screen


def key(key: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="")


def on(slip: BetSlip, control: int, game: Game) -> list[pygame.event.Event]:
    """A click on one of its controls."""
    x, y, w, h = slip.page.controls[control].box
    stage = game.window.stage
    pos = (
        stage.origin[0] + stage.px(x + w / 2),
        stage.origin[1] + stage.px(y + h / 2),
    )
    kinds = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)
    return [pygame.event.Event(kind, button=1, pos=pos) for kind in kinds]


def slip_of(game: Game) -> BetSlip:
    screen = briefed(game)
    game.bets.clear()
    assert screen.slip is not None
    return screen.slip


def test_a_click_bets_and_the_doors_stay_shut(game: Game) -> None:
    slip = slip_of(game)
    screen = briefed(game, *on(slip, 2, game), *on(slip, 7, game))
    assert game.bets == {"soup-and-eggs": Bet("concurrent", "parallel")}
    assert screen.session.held


def test_a_second_click_takes_the_bet_back(game: Game) -> None:
    click = on(slip_of(game), 2, game)
    briefed(game, *click, *click)
    assert game.bets == {"soup-and-eggs": Bet()}


def test_arrows_and_enter_bet_and_any_other_key_opens_the_doors(game: Game) -> None:
    enter, up = key(pygame.K_RETURN), key(pygame.K_UP)
    screen = briefed(game, up, enter, key(pygame.K_z))
    assert game.bets["soup-and-eggs"].earned and not screen.session.held


def test_enter_alone_opens_the_doors_without_a_bet(game: Game) -> None:
    screen = briefed(game, key(pygame.K_RETURN))
    assert game.bets == {"soup-and-eggs": Bet()} and not screen.session.held


def test_it_is_asked_once_in_a_sitting(game: Game) -> None:
    assert briefed(game).slip is not None and briefed(game).slip is None


def test_never_again_until_the_settings_bring_it_back(game: Game) -> None:
    slip = slip_of(game)
    screen = briefed(game, *on(slip, len(slip.page.controls) - 1, game))
    assert not game.settings.bets and screen.session.held
    game.bets.clear()
    assert briefed(game).slip is None
    game.change(game.settings.but(bets=True))
    assert briefed(game).slip is not None


def test_it_says_of_each_kitchen_what_its_chefs_do() -> None:
    assert [way(mode) for mode in MODES] == ["one stays", "one leaves", "many stay", "many leave"]
