"""The keyboard: what a key is called, by where it is and by what the present layout prints there.

Digits go by the place: on a French or Czech keyboard the row of numbers prints ``&``, ``é`` or
``ě`` until Shift is held, and is the row of numbers all the same. Letters go by what is printed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pygame

Scancode = int
"""The place of a key, the same on every keyboard. 0: nobody knows."""

DIGITS: dict[Scancode, str] = {pygame.KSCAN_1 + n: str((n + 1) % 10) for n in range(10)}
PAD_DIGITS: dict[Scancode, str] = {pygame.KSCAN_KP1 + n: f"[{(n + 1) % 10}]" for n in range(10)}

PLACES: dict[Scancode, str] = {
    **{pygame.KSCAN_A + n: chr(ord("a") + n) for n in range(26)},
    pygame.KSCAN_MINUS: "-", pygame.KSCAN_EQUALS: "=", pygame.KSCAN_LEFTBRACKET: "[",
    pygame.KSCAN_RIGHTBRACKET: "]", pygame.KSCAN_SEMICOLON: ";", pygame.KSCAN_APOSTROPHE: "'",
    pygame.KSCAN_COMMA: ",", pygame.KSCAN_PERIOD: ".", pygame.KSCAN_SLASH: "/",
}  # fmt: skip
"""What stands there on an American keyboard."""

LAST_LETTER = 0x0590
"""Beyond the alphabets that are looked through: Latin, Greek, Cyrillic, Armenian."""


def names_of(key: int, scancode: Scancode = 0) -> tuple[str, ...]:
    """The names that a key goes by, the one that counts most first; none for a key without any.

    Where the layout prints no Latin letter, or a sign that may be bound to nothing, the name of
    the place counts, too: else whoever writes Greek could not reach ``a``.
    """
    digit = DIGITS.get(scancode) or PAD_DIGITS.get(scancode, "")
    printed = pygame.key.name(key) or pygame.key.name(key, use_compat=False).lower()
    place = PLACES.get(scancode, "")
    if place.isalpha() and printed and printed.isascii():
        place = ""
    return tuple(dict.fromkeys(name for name in (digit, printed, place) if name))


@lru_cache(maxsize=128)
def printed(name: str) -> str:
    """What stands on the key of that name on the player's keyboard, as far as is known: for most
    keys the name itself."""
    if len(name) != 1 or name.isdigit():
        return name
    scancode = _where(ord(name))
    if scancode and scancode not in DIGITS:
        return "+" if name == "=" and scancode == pygame.KSCAN_EQUALS else name
    return _at(_place(name)) or name


def layout_changed() -> None:
    """Other letters are printed on the keys from now on."""
    printed.cache_clear()
    _places.cache_clear()


def _place(name: str) -> Scancode:
    return next((scancode for scancode, there in PLACES.items() if there == name), 0)


def _at(scancode: Scancode) -> str:
    """What is printed there; empty if nothing that can be told."""
    return _places().get(scancode, "") if scancode else ""


@lru_cache(maxsize=1)
def _places() -> dict[Scancode, str]:
    """The place of every letter and sign of the present layout."""
    found = {_where(code): chr(code) for code in range(LAST_LETTER, ord(" "), -1)}
    return {place: letter for place, letter in found.items() if place}


def _where(code: int) -> Scancode:
    """The place of the key that prints this letter; 0: there is none, or nobody knows.

    pygame looks it up for whoever asks what is pressed: so it is asked with a list of all places.
    """
    make: Callable[[range], object] | None = getattr(pygame.key, "ScancodeWrapper", None)
    if make is None or not pygame.display.get_init():
        return 0
    place = make(range(512))[code]  # type: ignore[index]
    return place if isinstance(place, int) else 0
