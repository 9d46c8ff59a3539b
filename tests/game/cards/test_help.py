"""The help card: every state, every word, every key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import pygame
import pytest

from kitchen.game.cards.help import TABS, HelpCard
from kitchen.game.cards.meanings import STATES
from kitchen.game.cards.settings import SettingsCard
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import Intent
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.game.signs.states import State


class Plain(Screen):
    """Nothing but what lies over it."""

    def build(self, kit: Kit) -> None:
        pass

    def help(self) -> None:
        self.open(HelpCard(self))


@pytest.fixture
def screen() -> Iterator[Screen]:
    window = Window((1280, 720))
    pygame.event.clear()
    game = Game(window)
    game.change(game.settings.but(keys={"autopilot": ["z"]}))
    screen = Plain(game)
    screen.rebuild()
    yield screen
    window.close()


def key(code: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="")


def test_every_state_of_a_dish_is_explained_once() -> None:
    assert [meaning.state for meaning in STATES] == list(get_args(State))
    assert len({meaning.shape for meaning in STATES}) == len(STATES)


def test_h_opens_it_and_h_or_escape_closes_it(screen: Screen) -> None:
    for code in (pygame.K_h, pygame.K_ESCAPE):
        screen.take(key(pygame.K_h))
        card = screen.overlays[-1]
        assert isinstance(card, HelpCard)
        screen.take(key(code))
        assert card.closed
        screen._look_for_cover()


def test_every_page_draws_something_else(screen: Screen) -> None:
    pictures = set()
    for tab, _ in TABS:
        screen.window.surface.fill((0, 0, 0))
        card = HelpCard(screen, tab)
        card.build(screen.kit)
        card.draw(screen.window.surface, 0.0)
        card.draw(screen.window.surface, 9.0)
        pictures.add(pygame.image.tobytes(screen.window.surface, "RGB"))
    assert len(pictures) == len(TABS)


def test_the_keys_are_those_the_player_has_set(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    draw = screen.kit.type.ui

    def note(text: str, *rest: object, **more: object) -> pygame.Surface:
        written.append(text)
        return draw(text, *rest, **more)  # type: ignore[arg-type]

    card = HelpCard(screen, "keys")
    card.build(screen.kit)
    monkeypatch.setattr(card.kit.type, "ui", note)
    card.draw(screen.window.surface, 9.0)
    card.draw(screen.window.surface, 10.0)
    assert "Z" in written


def test_h_works_over_another_card_and_f11_and_m_work_over_all(screen: Screen) -> None:
    screen.open(SettingsCard(screen))
    screen.take(key(pygame.K_h))
    assert isinstance(screen.overlays[-1], HelpCard) and len(screen.overlays) == 2
    screen.take(key(pygame.K_m))
    assert screen.game.muted
    screen.take(key(pygame.K_F11))
    assert screen.game.settings.fullscreen
    screen.take(key(pygame.K_F11))
    screen.take(key(pygame.K_ESCAPE))
    assert screen.overlays[-1].closed and not screen.overlays[0].closed


def test_a_key_that_is_being_set_means_nothing_else(screen: Screen) -> None:
    card = SettingsCard(screen, "keys")
    screen.open(card)
    card._ask(Intent.RESTART)
    screen.take(key(pygame.K_h))
    assert len(screen.overlays) == 1 and "Help" in card.message
