"""The pause menu, the recipe book and the settings, opened in mid-shift."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame
import pytest
from tools.followed import Followed

from kitchen.cookbook.load import load_shift
from kitchen.game.cards.recipebook import RecipeBook
from kitchen.game.cards.settings import SettingsCard
from kitchen.game.input.intents import Intent
from kitchen.game.service.pause import PauseMenu
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.loop.pacing import Pacing, Steps

Step = str | Callable[["Played"], None]
BETWEEN = 4  # frames from one step of a script to the next


class Played(Followed, ServiceScreen):
    """A service that plays by a script: names of keys, of buttons (``pad:a``), or functions."""

    def __init__(self, game: Game, *steps: Step) -> None:
        super().__init__(game, load_shift("ten-orders"))
        self.shows_goals = False
        self.steps = list(steps)

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 60)

    def after(self) -> None:
        if (self.number + 1) % BETWEEN == 0:
            if not self.steps:
                self.leave(None)
                return
            step = self.steps.pop(0)
            if callable(step):
                step(self)
            else:
                post(step)

    @property
    def top(self) -> object:
        return self.overlays[-1] if self.overlays else None


def post(step: str) -> None:
    if step.startswith("pad:"):
        number = getattr(pygame, f"CONTROLLER_BUTTON_{step[4:].upper()}")
        kind, fields = pygame.CONTROLLERBUTTONDOWN, {"button": number, "instance_id": 0}
    else:
        kind = pygame.KEYDOWN
        fields = {"key": pygame.key.key_code(step), "mod": 0, "unicode": ""}
    pygame.event.post(pygame.event.Event(kind, fields))


@pytest.fixture
def game() -> Iterator[Game]:
    window = Window((640, 360))
    pygame.event.clear()
    yield Game(window)
    window.close()


def play(game: Game, *steps: Step) -> Screen | None:
    screen = Played(game, *steps)
    screen.back = Screen(game)
    return screen.show()


def test_kitchen_time_stands_still_until_the_menu_is_closed(game: Game) -> None:
    times: list[float] = []

    def note(screen: Played) -> None:
        times.append(screen.service.loop.time())

    def look(screen: Played) -> None:
        assert isinstance(screen.top, PauseMenu)
        note(screen)

    play(game, "escape", look, look, "escape", note, note)
    assert times[0] == times[1] and times[1] < times[3]


def test_a_clock_that_was_stopped_stays_stopped_after_the_menu(game: Game) -> None:
    def stopped(screen: Played) -> None:
        assert screen.session.paused and screen.session.pacing.speed == 0.0

    play(game, "space", "escape", "escape", stopped)


@pytest.mark.parametrize("down, press", [("down", "return"), ("pad:dpad_down", "pad:a")])
def test_the_menu_leads_to_the_recipe_book_and_back(game: Game, down: str, press: str) -> None:
    def reading(screen: Played) -> None:
        assert isinstance(screen.top, RecipeBook)

    def menu(screen: Played) -> None:
        assert isinstance(screen.top, PauseMenu)

    back = "escape" if press == "return" else "pad:b"
    start = "escape" if press == "return" else "pad:start"
    play(game, start, down, press, reading, back, menu, back)


def test_every_dish_of_the_shift_can_be_read_with_its_notes(game: Game) -> None:
    seen: list[tuple[str, int]] = []

    def read(screen: Played) -> None:
        book = screen.top
        assert isinstance(book, RecipeBook)
        for index, recipe in enumerate(book.recipes):
            book.turn_to(index)
            book.draw(screen.window.surface, 99.0)
            assert book.spread.notes
            seen.append((recipe.name, book.spread.rows))

    play(game, "escape", "down", "return", read)
    assert {name for name, _ in seen} == set(load_shift("ten-orders").recipes())
    assert all(rows > 2 for _, rows in seen)


@pytest.mark.parametrize("down", ["wheel", "e", "pad:rightshoulder"])
def test_arrows_turn_the_book_and_it_scrolls_no_further_than_its_page(
    game: Game, down: str
) -> None:
    def read(screen: Played) -> None:
        book = screen.top
        assert isinstance(book, RecipeBook) and book.chosen == 1
        book.turn_to(next(i for i, r in enumerate(book.recipes) if r.name == "spaghetti"))
        assert book.spread.furthest > 0.0
        for _ in range(9):
            if down == "wheel":
                pygame.event.post(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-50))
            else:
                post(down)

    def scrolled(screen: Played) -> None:
        book = screen.top
        assert isinstance(book, RecipeBook)
        assert book.top == book.spread.furthest

    play(game, "escape", "down", "return", "down", read, scrolled)


def test_leave_and_again_by_the_menu(game: Game) -> None:
    after = play(game, "escape", "up", *["down"] * 6, "return", "return")
    assert isinstance(after, ServiceScreen)
    after = play(game, "escape", *["down"] * 7, "return", "return")
    assert type(after) is Screen


def test_losing_the_focus_pauses_if_the_player_wants_that(game: Game) -> None:
    def lose(screen: Played) -> None:
        pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSLOST))

    def back(screen: Played) -> None:
        pygame.event.post(pygame.event.Event(pygame.WINDOWFOCUSGAINED))

    def paused(screen: Played) -> None:
        assert isinstance(screen.top, PauseMenu)

    def not_paused(screen: Played) -> None:
        assert screen.top is None

    play(game, lose, paused, back)
    game.change(game.settings.but(pause_in_background=False))
    play(game, lose, not_paused, back)


# -- settings ----------------------------------------------------------------------------------


def settings(screen: Played) -> SettingsCard:
    card = screen.top
    assert isinstance(card, SettingsCard)
    return card


TO_SETTINGS = ("escape", "down", "down", "return")


def test_volumes_change_at_once_and_are_kept_when_the_card_is_closed(game: Game) -> None:
    def not_yet(screen: Played) -> None:
        assert game.settings.volumes["master"] == pytest.approx(0.75)
        assert game.keep.settings.volumes["master"] == pytest.approx(0.8)

    play(game, *TO_SETTINGS, "down", "left", not_yet, "escape")
    assert game.keep.settings.volumes["master"] == pytest.approx(0.75)


def test_every_setting_of_the_picture_works_in_mid_shift(game: Game) -> None:
    def change(screen: Played) -> None:
        for name, value in (
            ("text", "largest"),
            ("typeface", "hyperlegible"),
            ("reduced_motion", True),
            ("high_contrast", True),
            ("pause_in_background", False),
        ):
            settings(screen)._set(name, value)

    def changed(screen: Played) -> None:
        assert screen.kit.type.grown(13.0) == 17.0
        assert game.calm and not game.stale

    play(game, *TO_SETTINGS, "right", change, changed, "escape")
    assert game.keep.settings.text == "largest" and game.keep.settings.high_contrast
    game.change(game.settings.but(high_contrast=False))


def test_a_key_can_be_changed_and_a_conflict_is_refused_with_a_reason(game: Game) -> None:
    def ask(screen: Played) -> None:
        settings(screen)._ask(Intent.AUTOPILOT)

    def refused(screen: Played) -> None:
        assert "Again from the top" in settings(screen).message
        assert game.bindings.keys[Intent.AUTOPILOT] == ("a",)

    def taken(screen: Played) -> None:
        assert game.bindings.keys[Intent.AUTOPILOT] == ("z",)

    def autopilot(screen: Played) -> None:
        assert screen.service.autopilot

    play(
        game, *TO_SETTINGS, *["right"] * 3, ask, "r", refused, ask, "escape", ask, "z", taken,
        "escape", "escape", "z", autopilot,
    )  # fmt: skip
    assert game.keep.settings.keys == {"autopilot": ["z"]}


def test_a_button_of_the_gamepad_can_be_changed_and_all_be_as_usual_again(game: Game) -> None:
    def ask(screen: Played) -> None:
        settings(screen)._ask(Intent.NEXT)

    def taken(screen: Played) -> None:
        assert game.settings.buttons == {"next": ["right stick"]}
        settings(screen)._as_usual()

    play(game, *TO_SETTINGS, *["right"] * 4, ask, "pad:rightstick", taken, "escape")
    assert game.keep.settings.buttons == {}
