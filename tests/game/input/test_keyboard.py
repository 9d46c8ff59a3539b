"""Keys on keyboards of other layouts: digits by their place, letters by what is printed."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
import pytest

from kitchen.game.input import keyboard
from kitchen.game.input.bindings import Bindings, shown
from kitchen.game.input.intents import Intent
from kitchen.game.input.keyboard import names_of, printed


@pytest.fixture(autouse=True)
def display() -> None:
    """Names of keys beyond the old ones are known while there is a display."""
    pygame.display.init()


ROW = range(pygame.KSCAN_1, pygame.KSCAN_0 + 1)
AZERTY = "&é\"'(-è_çà"
CZECH = "+ěščřžýáíé"
DISHES = [Intent(f"dish_{n}") for n in (*range(1, 10), 0)]


def press(letter: str, scancode: int, mod: int = 0) -> pygame.event.Event:
    """A key at that place on whose layout the letter is printed."""
    return pygame.event.Event(
        pygame.KEYDOWN, key=ord(letter), scancode=scancode, mod=mod, unicode=letter
    )


@dataclass
class Layout:
    """A keyboard that prints these letters, as pygame knows it."""

    places: dict[str, int]

    def ScancodeWrapper(self, _: range) -> Layout:  # noqa: N802 - pygame's name
        return self

    def __getitem__(self, code: int) -> int:
        return self.places.get(chr(code), 0)


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> object:
    def lay_out(**places: str) -> None:
        layout = Layout({letter: getattr(pygame, f"KSCAN_{at}") for at, letter in places.items()})
        monkeypatch.setattr(pygame.key, "ScancodeWrapper", layout.ScancodeWrapper)
        keyboard.layout_changed()

    yield lay_out
    monkeypatch.undo()
    keyboard.layout_changed()


@pytest.mark.parametrize("layout", [AZERTY, CZECH, "1234567890"])
@pytest.mark.parametrize("mod", [0, pygame.KMOD_SHIFT, pygame.KMOD_CAPS], ids=str)
def test_the_row_of_numbers_picks_dishes_whatever_it_prints(layout: str, mod: int) -> None:
    keys = [press(letter, at, mod) for letter, at in zip(layout, ROW, strict=True)]
    assert [Bindings().in_service(key) for key in keys] == DISHES


def test_the_number_pad_picks_dishes_also_where_it_prints_something_else() -> None:
    for n in range(10):
        scancode = pygame.KSCAN_KP1 + n
        pad = pygame.event.Event(
            pygame.KEYDOWN, key=0x40000000 | scancode, scancode=scancode, mod=0
        )
        arrow = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_HOME, scancode=scancode, mod=0)
        assert Bindings().in_service(pad) is Bindings().in_service(arrow) is DISHES[n]


def test_letters_go_by_what_is_printed() -> None:
    assert Bindings().in_service(press("a", pygame.KSCAN_Q)) is Intent.AUTOPILOT
    assert Bindings().in_menu(press("q", pygame.KSCAN_A)) is Intent.PREVIOUS_PAGE


def test_where_no_latin_letter_is_printed_the_place_counts() -> None:
    assert names_of(ord("ф"), pygame.KSCAN_A) == ("ф", "a")
    assert Bindings().in_service(press("ф", pygame.KSCAN_A)) is Intent.AUTOPILOT
    own = Bindings({"restart": ["ф"], "autopilot": ["p"]})
    assert own.in_service(press("ф", pygame.KSCAN_A)) is Intent.RESTART


@pytest.mark.parametrize(
    ("letter", "place", "wish"),
    [
        (")", pygame.KSCAN_MINUS, Intent.SLOWER),  # AZERTY, whose minus is the key of the 6
        ("ß", pygame.KSCAN_MINUS, Intent.SLOWER),
        ("-", pygame.KSCAN_SLASH, Intent.SLOWER),  # QWERTZ
        ("+", pygame.KSCAN_RIGHTBRACKET, Intent.FASTER),
        ("m", pygame.KSCAN_SEMICOLON, Intent.MUTE),
    ],
)
def test_signs_are_found_where_they_are_printed_and_where_they_are_on_an_american_keyboard(
    letter: str, place: int, wish: Intent
) -> None:
    assert Bindings().in_service(press(letter, place)) is wish


def test_a_press_that_tells_no_place_goes_by_its_name() -> None:
    bare = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_7, mod=0)
    assert Bindings().in_service(bare) is Intent.DISH_7


def test_a_key_that_pygame_has_no_old_name_for_can_be_bound() -> None:
    assert names_of(ord("é"), pygame.KSCAN_SEMICOLON) == ("é", ";")
    own = Bindings({"pause": ["é"]})
    assert own.in_service(press("é", pygame.KSCAN_SEMICOLON)) is Intent.PAUSE
    assert own.named(Intent.PAUSE) == "É"


def test_settings_in_which_the_row_was_bound_by_its_letters_still_work() -> None:
    own = Bindings({"dish_1": ["&"], "dish_2": ["é"]})
    assert own.in_service(press("&", pygame.KSCAN_1)) is Intent.DISH_1
    assert own.in_service(press("é", pygame.KSCAN_2)) is Intent.DISH_2


def test_labels_say_what_the_players_keyboard_prints(laid_out) -> None:  # type: ignore[no-untyped-def]
    laid_out(A="q", Q="a", MINUS=")", EQUALS="=", **{"6": "-"})
    assert [shown(name) for name in ("a", "1", "=", "-", "shift+tab")] == [
        "A", "1", "+", ")", "Shift+Tab",
    ]  # fmt: skip
    laid_out(A="ф", R="к")
    assert (shown("a"), shown("r"), shown("4"), shown("h")) == ("Ф", "К", "4", "H")
    laid_out(MINUS="=", SLASH="-")
    assert (shown("="), shown("-")) == ("=", "-")


def test_where_the_layout_cannot_be_known_the_names_are_the_labels(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(pygame.key, "ScancodeWrapper")
    keyboard.layout_changed()
    assert [printed(name) for name in ("a", "-", "7", "f11")] == ["a", "-", "7", "f11"]
    keyboard.layout_changed()
