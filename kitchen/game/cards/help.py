"""The help card: opened with H, over any screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from kitchen.game.cards.meanings import STATES, WORDS, Meaning
from kitchen.game.controls.button import Button
from kitchen.game.controls.choice import Choice
from kitchen.game.controls.control import Control
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.input.bindings import shown
from kitchen.game.input.intents import IN_SERVICE, Intent
from kitchen.game.input.intents import WORDS as WISHES
from kitchen.game.scene.rings import BURNING_DASHES, FLAT, READY_DASHES, Rings
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen
from kitchen.game.signs.badge import Badges
from kitchen.game.signs.states import COLOURS
from kitchen.game.signs.strips import Strips

TABS = [("shapes", "Shapes"), ("words", "Words"), ("keys", "Keys")]
STATE_H, WORD_H, KEY_H = 70.0, 61.0, 28.5  # logical px of a row
BAR = (128.0, 14.0)


class HelpCard(CardOverlay):
    """What the shapes and colours mean, the word of asyncio for each thing, and the keys."""

    box: Box = (70.0, 36.0, 1140.0, 648.0)
    title = "Help"

    def __init__(
        self, screen: Screen, tab: str = "shapes", ask: Callable[[], object] | None = None
    ) -> None:
        super().__init__(screen)
        self.tab = tab
        self._ask = ask
        """Opens the questions; None: they cannot be got at from here."""

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, _ = self.box
        self._strips, self._rings = Strips(kit), Rings(kit)
        self._badges = Badges(kit)
        tabs = Choice(kit, (x + 160, y + 22, 460, 44), "", self.tab, TABS, self._turn_to, 0.0)
        close = Button(kit, (x + w - 124, y + 22, 100, 42), "Close", self.close, size=17)
        if self._ask is None:
            return [tabs, close]
        box = (x + w - 302, y + 22, 164, 42)
        return [tabs, Button(kit, box, "Questions", self._to_questions, size=17), close]

    def _to_questions(self) -> None:
        assert self._ask is not None
        self.close()
        self._ask()

    def _turn_to(self, tab: str) -> None:
        self.tab = tab

    def handle(self, event: pygame.event.Event) -> bool:
        if self.game.bindings.in_menu(event) is Intent.HELP:
            self.close()
            return True
        return super().handle(event)

    def write(self, canvas: pygame.Surface) -> None:
        pages: dict[str, Callable[[pygame.Surface], None]] = {
            "shapes": self._shapes, "words": self._words, "keys": self._keys,
        }  # fmt: skip
        pages[self.tab](canvas)

    # -- shapes --------------------------------------------------------------------------------

    def _shapes(self, canvas: pygame.Surface) -> None:
        x, y, w, _ = self.box
        for index, meaning in enumerate(STATES):
            top = y + 92 + index * (STATE_H + 6)
            self._samples(canvas, meaning, (x + 24, top, 316, STATE_H), index + 1)
            left, width = x + 362, w - 392
            name = self.kit.type.ui(meaning.name, 18, palette.INK, "bold")
            self.kit.put(canvas, name, left, top + 15)
            shape = self.kit.type.elide(meaning.shape, 14, width - 240)
            label = self.kit.type.ui(shape, 14, palette.STEAM_PAPER)
            self.kit.put(canvas, label, left + 240, top + 15)
            self.kit.paragraph(
                canvas, meaning.words, 15, palette.PAPER_MUTED, (left, top + 29, width, 42), 20.0
            )

    def _samples(self, canvas: pygame.Surface, meaning: Meaning, box: Box, number: int) -> None:
        """Its number, ring and bar, as the kitchen draws them."""
        kit, stage, (x, y, w, h) = self.kit, self.kit.stage, box
        bed = stage.rect(*box)
        canvas.blit(paint.box(bed.size, stage.px(10), palette.NIGHT), bed)
        middle = y + h / 2
        badge = self._badges.get(str(number), meaning.state, 22.0)
        kit.put(canvas, badge, x + 26, middle, "center")
        burner = kit.art.get("burner", width=124)
        kit.put(canvas, burner, x + 108, middle, "center")
        ring = self._ring(meaning)
        if ring is not None:
            kit.put(canvas, ring, x + 108, middle, "center")
        left, right = stage.px(x + w - BAR[0] - 12), stage.px(x + w - 12)
        top, height = stage.px(middle - BAR[1] / 2), stage.px(BAR[1])
        if meaning.bar is None:
            kit.put(canvas, kit.art.get("check", height=18), x + w - 76, middle, "center")
        else:
            self._strips.draw(canvas, meaning.bar, left, right, top, height)

    def _ring(self, meaning: Meaning) -> pygame.Surface | None:
        colour = COLOURS[meaning.state]
        if meaning.state in ("cooking", "staring"):
            return self._rings.draining(FLAT, palette.STEAM, 0.6)
        if meaning.state == "hands":
            return self._rings.draining(FLAT, colour, 1.0)
        if meaning.state == "ready":
            return self._rings.dashes(FLAT, colour, READY_DASHES)
        if meaning.state == "burning":
            return self._rings.dashes(FLAT, colour, BURNING_DASHES)
        return None

    # -- words ---------------------------------------------------------------------------------

    def _words(self, canvas: pygame.Surface) -> None:
        x, y, w, _ = self.box
        half = (len(WORDS) + 1) // 2
        width = (w - 84) / 2
        for index, (thing, word) in enumerate(WORDS):
            column, row = divmod(index, half)
            box = (x + 24 + column * (width + 36), y + 96 + row * (WORD_H + 6), width, WORD_H)
            self._pair(canvas, box, thing, word)

    def _pair(self, canvas: pygame.Surface, box: Box, thing: str, word: str) -> None:
        """A thing in the kitchen, and its name in asyncio."""
        kit, (x, y, w, h) = self.kit, box
        area = kit.stage.rect(*box)
        ground = palette.mix(palette.PAPER, palette.PAPER_D, 0.35)
        canvas.blit(paint.box(area.size, kit.stage.px(9), ground), area)
        thing = kit.type.elide(thing, 16, w - 28)
        kit.put(canvas, kit.type.ui(thing, 16, palette.INK), x + 14, y + h * 0.32)
        word = kit.type.elide(word, 15, w - 28, face="code", weight="medium")
        kit.put(canvas, kit.type.code(word, 15, palette.STEAM_PAPER), x + 14, y + h * 0.71)

    # -- keys ----------------------------------------------------------------------------------

    def _keys(self, canvas: pygame.Surface) -> None:
        x, y, w, h = self.box
        kit = self.kit
        intents = [i for i in IN_SERVICE if not i.startswith("dish_")]
        half = (len(intents) + 2) // 2
        width = (w - 84) / 2
        for index, intent in enumerate(intents):
            column, row = divmod(index, half)
            left, middle = x + 24 + column * (width + 36), y + 108 + row * KEY_H
            self._key(canvas, intent, left, middle, width)
        words = (
            "1 to 9 pick the dish of that number, and 0 that of 10; so does a click. With a "
            "gamepad, move the focus to the timeline's tools."
        )
        kit.put(canvas, kit.type.ui(words, 15, palette.PAPER_MUTED), x + 36, y + h - 46)

    def _key(
        self, canvas: pygame.Surface, intent: Intent, x: float, middle: float, width: float
    ) -> None:
        """A wish, its keys, and its button of a gamepad."""
        kit, bindings = self.kit, self.game.bindings
        name = kit.type.elide(WISHES[intent], 15, width * 0.42)
        kit.put(canvas, kit.type.ui(name, 15, palette.INK), x + 12, middle)
        keys = "  ".join(dict.fromkeys(shown(key) for key in bindings.keys[intent][:2]))
        keys = kit.type.elide(keys, 15, width * 0.26, weight="bold")
        text = kit.type.ui(keys, 15, palette.STEAM_PAPER, "bold")
        kit.put(canvas, text, x + width * 0.46, middle)
        pad = ", ".join(shown(button) for button in bindings.buttons[intent][:1])
        pad = kit.type.elide(pad, 14, width * 0.26)
        kit.put(canvas, kit.type.ui(pad, 14, palette.PAPER_MUTED), x + width * 0.74, middle)
        rule = kit.stage.rect(x, middle + KEY_H / 2 - 1, width, 9)
        canvas.fill(palette.PAPER_D, (*rule.topleft, rule.width, kit.stage.line(1)))
