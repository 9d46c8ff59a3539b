"""The settings: sound, picture, play, keys and gamepad, changeable at any time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pygame

from kitchen.game.cards.playpage import play_rows, write_play
from kitchen.game.controls.button import Button
from kitchen.game.controls.choice import Choice
from kitchen.game.controls.control import Control
from kitchen.game.controls.keyfield import KeyField
from kitchen.game.controls.slider import Slider
from kitchen.game.controls.toggle import Toggle
from kitchen.game.draw import palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.input.bindings import (
    BUTTONS,
    KEYS,
    Conflict,
    Table,
    button_name,
    changed,
    key_names,
    rebound,
)
from kitchen.game.input.intents import SHORTER, WORDS, Intent
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen

ROW = 46.0  # logical px
FIELD, FIELDS = 37.0, 13  # height of a key's row, and rows in a column
LABELS = {
    "master": "All sound",
    "music": "Music",
    "cooking": "Chopping and sizzling",
    "calls": "Calls: ready, burning, leaving",
    "money": "Plates, coins, fanfare",
    "ambience": "The room",
    "interface": "Buttons",
}
PAGES = [
    ("sound", "Sound"),
    ("picture", "Picture"),
    ("play", "Play"),
    ("keys", "Keys"),
    ("gamepad", "Gamepad"),
]
NO_BUTTON = tuple(intent for intent in Intent if intent.startswith("dish_"))


class SettingsCard(CardOverlay):
    """Every change counts at once, and is kept when the card is closed."""

    box: Box = (70.0, 36.0, 1140.0, 648.0)
    title = "Settings"

    def __init__(self, screen: Screen, tab: str = "sound") -> None:
        super().__init__(screen)
        self.tab = tab
        self.message = ""
        """Why a key was refused."""
        self._waits_for: Intent | None = None

    def close(self) -> None:
        super().close()
        self.game.save_settings()

    # -- pages ---------------------------------------------------------------------------------

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, _ = self.box
        tabs = Choice(kit, (x + 220, y + 22, 560, 44), "", self.tab, PAGES, self._turn_to, 0.0)
        close = Button(kit, (x + w - 124, y + 22, 100, 42), "Close", self.close, size=17)
        pages: dict[str, Callable[[Kit], list[Control]]] = {
            "sound": self._sound,
            "picture": self._picture,
            "play": lambda kit: play_rows(kit, self.box, self.game.settings, self._set),
            "keys": partial(self._bindings, self.game.bindings.keys, tuple(Intent)),
            "gamepad": partial(
                self._bindings,
                self.game.bindings.buttons,
                tuple(i for i in Intent if i not in NO_BUTTON),
            ),
        }
        return [tabs, *pages[self.tab](kit), close]

    def _turn_to(self, tab: str) -> None:
        self.tab, self.message, self._waits_for = tab, "", None
        self.rebuild()

    def _line(self, index: int) -> Box:
        x, y, w, _ = self.box
        return x + 170, y + 112 + index * (ROW + 6), w - 340, ROW

    def _sound(self, kit: Kit) -> list[Control]:
        volumes = self.game.settings.volumes
        return [
            Slider(
                kit, self._line(index), LABELS.get(channel, channel), volume, (0.0, 1.0), 0.05,
                partial(self._volume, channel), "{:.0%}".format,
            )
            for index, (channel, volume) in enumerate(volumes.items())
        ]  # fmt: skip

    def _volume(self, channel: str, volume: float) -> None:
        self.game.change(self.game.settings.with_volume(channel, volume))

    def _picture(self, kit: Kit) -> list[Control]:
        now = self.game.settings
        texts = [("normal", "Normal"), ("large", "Large"), ("largest", "Largest")]
        faces = [("standard", "Barlow"), ("hyperlegible", "Hyperlegible")]
        toggles = {
            "reduced_motion": "Less motion",
            "high_contrast": "High contrast",
            "fullscreen": "Full screen",
        }
        return [
            Choice(kit, self._line(0), "Text", now.text, texts, partial(self._set, "text")),
            Choice(kit, self._line(1), "Letters", now.typeface, faces,
                   partial(self._set, "typeface")),
            *(
                Toggle(kit, self._line(index + 2), words, getattr(now, name),
                       partial(self._set, name))
                for index, (name, words) in enumerate(toggles.items())
            ),
        ]  # fmt: skip

    def _set(self, name: str, value: object) -> None:
        self.game.change(self.game.settings.but(**{name: value}))

    # -- keys and buttons ----------------------------------------------------------------------

    def _bindings(self, table: Table, intents: Sequence[Intent], kit: Kit) -> list[Control]:
        x, y, w, h = self.box
        columns = -(-len(intents) // FIELDS)
        width = (w - 48) / columns
        fields: list[Control] = []
        for index, intent in enumerate(intents):
            column, row = divmod(index, FIELDS)
            box = (x + 24 + column * width, y + 88 + row * FIELD, width - 10, FIELD - 4)
            field = KeyField(kit, box, WORDS[intent], tuple(table[intent]),
                             partial(self._ask, intent), SHORTER.get(intent, ""))  # fmt: skip
            field.waiting = intent is self._waits_for
            fields.append(field)
        usual = Button(
            kit, (x + 24, y + h - 66, 190, 42), "As usual again", self._as_usual, size=16
        )
        return [*fields, usual]

    def _ask(self, intent: Intent) -> None:
        self._waits_for, self.message = intent, ""
        self.rebuild()

    def _as_usual(self) -> None:
        empty: Mapping[str, list[str]] = {}
        self._change_table(empty)
        self.message = ""
        self.rebuild()

    def _change_table(self, own: Mapping[str, list[str]]) -> None:
        name = "keys" if self.tab == "keys" else "buttons"
        self.game.change(self.game.settings.but(**{name: dict(own)}))

    def handle(self, event: pygame.event.Event) -> bool:
        if self._waits_for is None:
            return super().handle(event)
        if event.type == pygame.MOUSEBUTTONDOWN or (
            event.type == pygame.KEYDOWN and event.key == pygame.K_ESCAPE
        ):
            self._answer(None)
        elif event.type == pygame.KEYDOWN and self.tab == "keys":
            self._answer(next(iter(key_names(event)), None), stay=not key_names(event))
        elif event.type == pygame.CONTROLLERBUTTONDOWN and self.tab == "gamepad":
            self._answer(button_name(event) or None)
        return True

    def _answer(self, name: str | None, stay: bool = False) -> None:
        """Take a key or button for the intent that waits; None: leave it as it was."""
        intent = self._waits_for
        if stay or intent is None:
            return
        self._waits_for, self.message = None, ""
        if name is not None:
            keys = self.tab == "keys"
            table, usual = (
                (self.game.bindings.keys, KEYS) if keys else (self.game.bindings.buttons, BUTTONS)
            )
            try:
                self._change_table(changed(rebound(table, intent, name), usual))
            except Conflict as conflict:
                self.message = str(conflict)
        self.rebuild()

    # -- words ---------------------------------------------------------------------------------

    def write(self, canvas: pygame.Surface) -> None:
        x, y, _, h = self.box
        if self.tab == "play":
            write_play(self.kit, self.box, canvas)
        if self.tab not in ("keys", "gamepad"):
            return
        words, colour = self.message, palette.RED_PAPER
        if self._waits_for is not None:
            thing = "key" if self.tab == "keys" else "button"
            words = f"Press a {thing} for: {WORDS[self._waits_for]}. Esc leaves it as it is."
            colour = palette.INK
        elif not words:
            words, colour = (
                "Enter, or a click, then press what you want instead.",
                palette.PAPER_MUTED,
            )
        words = self.kit.type.elide(words, 15, 850)
        self.kit.put(canvas, self.kit.type.ui(words, 15, colour), x + 236, y + h - 46)
