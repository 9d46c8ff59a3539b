"""Which keys and buttons stand for what, and how they are changed."""

from __future__ import annotations

import pygame
import pytest

from kitchen.game.input.bindings import BUTTONS, KEYS, Bindings, Conflict, changed, rebound, shown
from kitchen.game.input.intents import IN_MENUS, IN_SERVICE, WORDS, Intent

pytestmark = pytest.mark.usefixtures("toolkit")


def key(code: int, mod: int = 0) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="")


def button(number: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=number, instance_id=0)


def test_a_key_means_one_thing_in_a_menu_and_another_in_a_service() -> None:
    bindings = Bindings()
    assert bindings.in_menu(key(pygame.K_TAB)) is Intent.NEXT
    assert bindings.in_service(key(pygame.K_TAB)) is Intent.NEXT_KITCHEN
    assert bindings.in_service(key(pygame.K_TAB, pygame.KMOD_LSHIFT)) is Intent.PREVIOUS_KITCHEN
    assert bindings.in_menu(button(pygame.CONTROLLER_BUTTON_B)) is Intent.BACK
    assert bindings.in_service(button(pygame.CONTROLLER_BUTTON_B)) is Intent.TAKE_BACK
    assert bindings.in_menu(key(pygame.K_LSHIFT, pygame.KMOD_LSHIFT)) is None
    assert bindings.in_menu(key(pygame.K_F7)) is None


def test_shift_counts_only_where_something_is_bound_with_it() -> None:
    bindings = Bindings()
    assert bindings.in_service(key(pygame.K_EQUALS, pygame.KMOD_SHIFT)) is Intent.FASTER
    assert bindings.in_service(key(pygame.K_RETURN, pygame.KMOD_SHIFT)) is Intent.FIRST


@pytest.mark.parametrize("usual", [KEYS, BUTTONS], ids=["keys", "buttons"])
@pytest.mark.parametrize("group", [IN_MENUS, IN_SERVICE], ids=["menus", "service"])
def test_nothing_stands_for_two_things_in_one_place(
    usual: dict[Intent, tuple[str, ...]], group: tuple[Intent, ...]
) -> None:
    names = [name for intent in group for name in usual.get(intent, ())]
    assert len(names) == len(set(names))


def test_every_intent_has_words_and_a_key() -> None:
    assert set(WORDS) == set(Intent) == set(KEYS)


def test_the_usual_keys_are_names_that_pygame_knows() -> None:
    for names in KEYS.values():
        for name in names:
            pygame.key.key_code(name.removeprefix("shift+"))


def test_a_key_of_the_players_own_replaces_the_usual_ones() -> None:
    table = rebound(KEYS, Intent.PAUSE, "p")
    bindings = Bindings(changed(table, KEYS))
    assert bindings.in_service(key(pygame.K_p)) is Intent.PAUSE
    assert bindings.in_service(key(pygame.K_SPACE)) is None
    assert bindings.named(Intent.PAUSE) == "P"


def test_a_conflict_is_refused_with_a_reason() -> None:
    with pytest.raises(Conflict, match="R already stands for: Again from the top"):
        rebound(KEYS, Intent.PAUSE, "r")
    # The same key in a menu is no conflict with one of the service.
    assert rebound(KEYS, Intent.CONFIRM, "r")[Intent.CONFIRM] == ("r",)


def test_only_what_differs_is_kept_and_unknown_names_are_passed_over() -> None:
    assert changed(KEYS, KEYS) == {}
    assert changed(rebound(BUTTONS, Intent.PAUSE, "x2"), BUTTONS) == {"pause": ["x2"]}
    assert Bindings({"juggle": ["j"]}).keys == Bindings().keys


def test_names_are_shown_as_people_write_them() -> None:
    assert shown("shift+return") == "Shift+Enter"
    assert shown("escape") == "Esc" and shown("=") == "+" and shown("[+]") == "Num +"
