"""The choice of an improvement after a shift of the career."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
from tools.followed import Followed
from tools.results_scenario import (
    Closed,
    Step,
    both,
    button,
    click,
    closed,
    key,
    nothing,
    on,
    point,
    spaced,
)  # fmt: skip

from kitchen.cookbook.career import CAREER
from kitchen.cookbook.improvements import CHEF, IMPROVEMENTS, Improvement, dealt
from kitchen.game.draw.kit import Kit
from kitchen.game.results.improvement import ImprovementChoice
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.window import Window
from kitchen.keep.keep import Keep
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps

CARDS = ("burner", "knives", "boards")

AFTER = 45
"""Frames after which a card that was taken has gone."""


class Host(Followed):
    """Nothing but what the choice lies over."""

    def __init__(self, game: Game, script: dict[int, Step]) -> None:
        super().__init__(game)
        self.script = script
        self.choice: Callable[[], ImprovementChoice]

    def pacing(self) -> Pacing:
        return Steps(1.0)

    def build(self, kit: Kit) -> None:
        """It has no widgets."""

    def draw(self, frame: Frame) -> None:
        self.window.surface.fill((40, 30, 50))
        if frame.number == 2:
            self.open(self.choice())

    def after(self) -> None:
        if self.number in self.script:
            self.script[self.number](self)
        if self.number > max(self.script):
            self.leave(None)


def chosen(window: Window, *steps: Step) -> list[str]:
    """The names of what was chosen by these steps."""
    taken: list[Improvement] = []
    script = spaced(*steps, start=40)
    host = Host(Game(window), {**script, max(script) + AFTER: nothing})
    host.choice = lambda: ImprovementChoice(host, taken.append, CARDS, ["knives"])
    host.show()
    return [improvement.name for improvement in taken]


def test_a_click_on_a_card_takes_it(window: Window) -> None:
    for name, x in zip(CARDS, (270.0, 640.0, 1000.0), strict=True):
        assert chosen(window, point((x, 400.0)), click((x, 400.0))) == [name]


def test_arrows_and_enter_take_a_card(window: Window) -> None:
    assert chosen(window, key(pygame.K_RETURN)) == ["burner"]
    steps = (key(pygame.K_RIGHT), key(pygame.K_RIGHT), key(pygame.K_RETURN))
    assert chosen(window, *steps) == ["boards"]


def test_a_gamepad_takes_a_card(window: Window) -> None:
    right, press = pygame.CONTROLLER_BUTTON_DPAD_RIGHT, pygame.CONTROLLER_BUTTON_A
    assert chosen(window, button(right), button(press)) == ["knives"]


def test_only_one_can_be_taken(window: Window) -> None:
    twice = both(key(pygame.K_RETURN), key(pygame.K_RIGHT), key(pygame.K_RETURN))
    assert chosen(window, twice) == ["burner"]


def test_esc_puts_it_off_and_takes_none(window: Window) -> None:
    assert chosen(window, key(pygame.K_ESCAPE)) == []


def first_of_the_career(
    window: Window, folder: Path, stars: int, script: dict[int, Step]
) -> Closed:
    keep = Keep(folder)
    keep.change_progress(lambda progress: progress.with_stars(CAREER[0], stars))
    return closed(window, script, CAREER[0], keep=folder, onward="one-oven")


def test_after_a_star_next_leads_past_the_choice_to_the_next_shift(
    window: Window, tmp_path: Path
) -> None:
    def look(screen: Closed) -> None:
        assert isinstance(screen.overlays[-1], ImprovementChoice)

    script = {5: on("Next: one-oven"), 40: look, **spaced(key(pygame.K_RETURN), start=45)}
    screen = first_of_the_career(window, tmp_path, 1, {**script, 200: nothing})
    assert screen.frame < 200
    assert isinstance(screen.next, ServiceScreen) and screen.next.shift.name == "one-oven"
    progress = Keep(tmp_path).progress
    assert progress.deck is not None
    shown = dealt(progress.deck, 0, list(IMPROVEMENTS))
    assert len(progress.improvements) == 1 and progress.improvements[0] in shown


def test_who_had_a_second_chef_takes_something_in_their_place(
    window: Window, tmp_path: Path
) -> None:
    Keep(tmp_path).change_progress(lambda progress: progress.but(improvements=[CHEF], deck=3))

    def look(screen: Closed) -> None:
        assert isinstance(screen.overlays[-1], ImprovementChoice)

    script = {5: on("Next: one-oven"), 40: look, **spaced(key(pygame.K_RETURN), start=45)}
    first_of_the_career(window, tmp_path, 1, {**script, 200: nothing})
    assert len(Keep(tmp_path).progress.improvements) == 1
    assert CHEF not in Keep(tmp_path).progress.improvements


def test_without_a_star_there_is_nothing_to_choose(window: Window, tmp_path: Path) -> None:
    script = {5: on("Next: one-oven"), 60: nothing}
    screen = first_of_the_career(window, tmp_path, 0, script)
    assert screen.frame < 30
    assert isinstance(screen.next, ServiceScreen) and not Keep(tmp_path).progress.improvements
