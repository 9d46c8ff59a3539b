"""Bindings: which keys and which buttons of a gamepad stand for an intent.

Keys are named as pygame names them (digits by their place, see `keyboard`), with ``shift+`` in
front where Shift has to be held. Buttons
have the names of an Xbox pad, whatever the maker prints on them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from kitchen.errors import KitchenError
from kitchen.game.input.intents import (
    EVERYWHERE,
    IN_MENUS,
    IN_RESULTS,
    IN_SANDBOX,
    IN_SERVICE,
    PLACES,
    WORDS,
    Intent,
)
from kitchen.game.input.keyboard import names_of, printed

KEYS: dict[Intent, tuple[str, ...]] = {
    Intent.UP: ("up",),
    Intent.DOWN: ("down",),
    Intent.LEFT: ("left",),
    Intent.RIGHT: ("right",),
    Intent.HELP: ("h", "f1"),
    Intent.FULLSCREEN: ("f11",),
    Intent.MUTE: ("m",),
    Intent.CONFIRM: ("return", "enter", "space"),
    Intent.BACK: ("escape",),
    Intent.NEXT: ("tab",),
    Intent.PREVIOUS: ("shift+tab",),
    Intent.NEXT_PAGE: ("e",),
    Intent.PREVIOUS_PAGE: ("q",),
    Intent.MENU: ("escape",),
    Intent.PICK: ("return", "enter"),
    Intent.TAKE_BACK: ("backspace",),
    Intent.FIRST: ("shift+return",),
    Intent.PAUSE: ("space",),
    Intent.NEXT_RING: ("n",),
    Intent.FASTER: ("=", "+", "[+]"),
    Intent.SLOWER: ("-", "[-]"),
    Intent.AUTOPILOT: ("a",),
    Intent.NEXT_KITCHEN: ("tab",),
    Intent.PREVIOUS_KITCHEN: ("shift+tab",),
    Intent.RESTART: ("r",),
    Intent.TASK_BACK: (",",),
    Intent.TASK_ON: (".",),
    Intent.TURN_BACK: ("shift+,",),
    Intent.TURN_ON: ("shift+.",),
    Intent.EVENT_BACK: ("j",),
    Intent.EVENT_ON: ("l",),
    Intent.TO_START: ("home",),
    Intent.TO_PRESENT: ("end",),
    Intent.MARK: ("b",),
    Intent.MARK_BACK: ("page up",),
    Intent.MARK_ON: ("page down",),
    Intent.TAKE_OVER: ("t",),
    Intent.LENS: ("w",),
    **{Intent(f"dish_{n}"): (f"{n}", f"[{n}]") for n in range(10)},
    Intent.SANDBOX_PAUSE: ("p",),
    Intent.ZOOM_IN: ("=", "+", "[+]"),
    Intent.ZOOM_OUT: ("-", "[-]"),
    Intent.ZOOM_WHOLE: ("0", "[0]"),
    Intent.ZOOM_FASTEST: ("f",),
}

BUTTONS: dict[Intent, tuple[str, ...]] = {
    Intent.UP: ("pad up", "stick up"),
    Intent.DOWN: ("pad down", "stick down"),
    Intent.LEFT: ("pad left", "stick left"),
    Intent.RIGHT: ("pad right", "stick right"),
    Intent.HELP: ("back",),
    Intent.CONFIRM: ("a",),
    Intent.BACK: ("b",),
    Intent.NEXT: ("right shoulder",),
    Intent.PREVIOUS: ("left shoulder",),
    Intent.MENU: ("start",),
    Intent.PICK: ("a",),
    Intent.TAKE_BACK: ("b",),
    Intent.FIRST: ("x",),
    Intent.PAUSE: ("left stick",),
    Intent.NEXT_RING: ("right stick",),
    Intent.FASTER: ("right trigger",),
    Intent.SLOWER: ("left trigger",),
    Intent.AUTOPILOT: ("y",),
    Intent.NEXT_KITCHEN: ("right shoulder",),
    Intent.PREVIOUS_KITCHEN: ("left shoulder",),
    Intent.SANDBOX_PAUSE: ("left stick",),
    Intent.ZOOM_IN: ("right trigger",),
    Intent.ZOOM_OUT: ("left trigger",),
    Intent.ZOOM_FASTEST: ("x",),
}

KEYS_ONCE = {Intent.ZOOM_IN: Intent.FASTER, Intent.ZOOM_OUT: Intent.SLOWER}
BUTTONS_ONCE = {**KEYS_ONCE, Intent.ZOOM_FASTEST: Intent.FIRST}
"""Wishes that had nothing of their own in older versions: in the settings of these, what the player
set for the other one counts for both."""

MODIFIERS = (pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT,
             pygame.K_RALT, pygame.K_LMETA, pygame.K_RMETA)  # fmt: skip

Table = Mapping[Intent, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Conflict(KitchenError):
    """A key or button that already stands for something else in the same place."""

    name: str
    taken_by: Intent

    def __str__(self) -> str:
        return f"{shown(self.name)} already stands for: {WORDS[self.taken_by]}"


class Bindings:
    """``keys`` and ``buttons`` are the player's own, by the intent's name; the rest is as usual.

    Names of intents that there are not (from another version of the game) are passed over.
    """

    def __init__(
        self,
        keys: Mapping[str, Sequence[str]] | None = None,
        buttons: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.keys = _with(KEYS, keys or {}, KEYS_ONCE)
        self.buttons = _with(BUTTONS, buttons or {}, BUTTONS_ONCE)
        self._sandbox = _inverse(self.keys, IN_SANDBOX), _inverse(self.buttons, IN_SANDBOX)
        self._results = _inverse(self.keys, IN_RESULTS), _inverse(self.buttons, IN_RESULTS)
        self._menu = _inverse(self.keys, IN_MENUS), _inverse(self.buttons, IN_MENUS)
        self._service = _inverse(self.keys, IN_SERVICE), _inverse(self.buttons, IN_SERVICE)

    def in_menu(self, event: pygame.event.Event) -> Intent | None:
        """What an event of a key or button asks for in a menu."""
        return self._asked(event, *self._menu)

    def in_service(self, event: pygame.event.Event) -> Intent | None:
        """The same while a shift is being cooked."""
        return self._asked(event, *self._service)

    def in_sandbox(self, event: pygame.event.Event) -> Intent | None:
        """The same in the sandbox, its menus included."""
        return self._asked(event, *self._sandbox)

    def in_results(self, event: pygame.event.Event) -> Intent | None:
        """The same over the results of a shift, their menus included."""
        return self._asked(event, *self._results)

    def _asked(
        self, event: pygame.event.Event, keys: dict[str, Intent], buttons: dict[str, Intent]
    ) -> Intent | None:
        if event.type == pygame.KEYDOWN:
            names = key_names(event)
            return next((keys[name] for name in names if name in keys), None)
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            return buttons.get(button_name(event))
        return None

    def named(self, intent: Intent) -> str:
        """The first key of an intent, for a label: ``Tab``; empty if it has none."""
        names = self.keys.get(intent, ())
        return shown(names[0]) if names else ""


def _with(
    usual: Table, own: Mapping[str, Sequence[str]], once: Mapping[Intent, Intent]
) -> dict[Intent, tuple[str, ...]]:
    found = {intent: tuple(own.get(intent, usual.get(intent, ()))) for intent in Intent}
    for intent, other in once.items():
        if intent not in own and other in own:
            found[intent] = found[other]
    return found


def _inverse(table: Table, intents: Sequence[Intent]) -> dict[str, Intent]:
    found: dict[str, Intent] = {}
    for intent in intents:
        for name in table.get(intent, ()):
            found.setdefault(name, intent)
    return found


def rebound(table: Table, intent: Intent, name: str) -> dict[Intent, tuple[str, ...]]:
    """The table with ``name`` alone standing for ``intent``.

    Raises `Conflict` if it stands for something else that can be wanted at the same time.
    """
    places = [group for group in PLACES if intent in group]
    for other, names in table.items():
        together = any(other in group for group in places)
        if other is not intent and together and name in names:
            raise Conflict(name, other)
    return {**table, intent: (name,)}  # type: ignore[dict-item]


def changed(table: Table, usual: Table) -> dict[str, list[str]]:
    """What differs from the usual table: all that the settings keep."""
    return {
        intent.value: list(names)
        for intent, names in table.items()
        if tuple(names) != tuple(usual.get(intent, ()))
    }


def key_names(event: pygame.event.Event) -> list[str]:
    """The names that a key press goes by, the most exact first; none for Shift and the like."""
    if event.key in MODIFIERS:
        return []
    names = names_of(event.key, getattr(event, "scancode", 0))
    held = [f"shift+{name}" for name in names] if event.mod & pygame.KMOD_SHIFT else []
    return [*held, *names]


PAD_BUTTONS: dict[int, str] = {
    pygame.CONTROLLER_BUTTON_A: "a",
    pygame.CONTROLLER_BUTTON_B: "b",
    pygame.CONTROLLER_BUTTON_X: "x",
    pygame.CONTROLLER_BUTTON_Y: "y",
    pygame.CONTROLLER_BUTTON_BACK: "back",
    pygame.CONTROLLER_BUTTON_START: "start",
    pygame.CONTROLLER_BUTTON_LEFTSTICK: "left stick",
    pygame.CONTROLLER_BUTTON_RIGHTSTICK: "right stick",
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: "left shoulder",
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: "right shoulder",
    pygame.CONTROLLER_BUTTON_DPAD_UP: "pad up",
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: "pad down",
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: "pad left",
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: "pad right",
}


def button_name(event: pygame.event.Event) -> str:
    """Of a pressed button; sticks and triggers come as buttons too, named by `gamepads`."""
    return getattr(event, "name", None) or PAD_BUTTONS.get(event.button, "")


def shown(name: str) -> str:
    """``shift+return`` as ``Shift+Enter``; ``[7]``, on the number pad, as ``Num 7``."""
    if name.startswith("[") and name.endswith("]") and len(name) > 2:
        return f"Num {name[1:-1]}"
    words = {"return": "Enter", "enter": "Num Enter", "escape": "Esc"}
    held, name = ("Shift+", name[6:]) if name.startswith("shift+") else ("", name)
    name = words.get(name) or printed(name)
    return held + name[:1].upper() + name[1:]


__all__ = ["BUTTONS", "EVERYWHERE", "KEYS", "Bindings", "Conflict", "changed", "rebound", "shown"]
