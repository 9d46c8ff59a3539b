"""The pause menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from kitchen.game.cards.help import HelpCard
from kitchen.game.cards.recipebook import RecipeBook
from kitchen.game.cards.settings import SettingsCard
from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw import palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action, Leave, Restart, Step, ToPresent
from kitchen.game.service.session import Session
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen

HEAD, GAP, MOST = 130.0, 8.0, 54.0
"""Logical px above and below all buttons, between two, and of the height of one."""
HIGHER: Box = (430.0, 46.0, 420.0, 628.0)
"""The card where there is more to do than usual."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """``sub`` stands below the words. Whatever it does, the menu is closed first."""

    words: str
    sub: str
    act: Callable[[], object]


class PauseMenu(CardOverlay):
    """Opened with Esc in mid-shift: kitchen time stands still until it is closed. ``act`` does what
    loses the shift, if the player is sure; ``film`` has the moment filmed; ``more`` is what can be
    done beside the usual."""

    box: Box = (430.0, 74.0, 420.0, 572.0)
    title = "Paused"

    def __init__(
        self,
        screen: Screen,
        session: Session,
        act: Callable[[Action], object],
        film: Callable[[], object],
        more: Sequence[MenuItem] = (),
    ) -> None:
        super().__init__(screen)
        self._session, self._act, self._film, self._more = session, act, film, more
        if more:
            self.box = HIGHER

    def controls(self, kit: Kit) -> Sequence[Control]:
        entries: list[tuple[str, str, Callable[[], object]]] = [
            ("Go on cooking", "", self.close),
            *((item.words, item.sub, self._closing(item)) for item in self._more),
            ("Recipe book", "Every dish, line by line", self._recipes),
            ("Settings", "Sound, text, more time, keys", self._settings),
            ("Help", "What the shapes and words mean", self._help),
            self._back_or_now(),
            ("Film this moment", "Ten seconds, as a GIF", self._close_and_film),
            ("Again from the top", "The same orders once more", self._restart),
            ("Leave", "", self._leave),
        ]
        x, y, w, h = self.box
        each = min(MOST, (h - HEAD - GAP * (len(entries) - 1)) / len(entries))
        return [
            Button(
                kit, (x + 30, y + 112 + index * (each + GAP), w - 60, each), words, act,
                main=index == 0, sub=sub, icon=("play" if index == 0 else ""), icon_size=20,
            )
            for index, (words, sub, act) in enumerate(entries)
        ]  # fmt: skip

    def write(self, canvas: pygame.Surface) -> None:
        x, y, w, _ = self.box
        shift = self._session.shift
        words = f"{shift.title or shift.name}: always the same orders"
        if shift.arrivals is not None:
            words += f", by seed {self._session.service.seed}"
        words = self.kit.type.elide(words, 15, w - 60)
        self.kit.put(canvas, self.kit.type.ui(words, 15, palette.PAPER_MUTED), x + 30, y + 80)

    def _closing(self, item: MenuItem) -> Callable[[], object]:
        def act() -> None:
            self.close()
            item.act()

        return act

    def _back_or_now(self) -> tuple[str, str, Callable[[], object]]:
        """Into the past, and out of it."""
        session = self._session
        if session.lookback.sight is None:
            item = MenuItem(
                "Look back", "At any moment so far", lambda: self._act(Step("turn", -1))
            )
        elif session.ended:
            item = MenuItem("Back to the results", "", lambda: self._act(ToPresent()))
        else:
            item = MenuItem("Back to now", "", lambda: self._act(ToPresent()))
        return item.words, item.sub, self._closing(item)

    def _close_and_film(self) -> None:
        self.close()
        self._film()

    def _recipes(self) -> None:
        session = self._session
        plans, recipes = session.service.view.plans, session.shift.recipes()
        self.screen.open(RecipeBook(self.screen, recipes, session.sources, plans=plans))

    def _settings(self) -> None:
        self.screen.open(SettingsCard(self.screen))

    def _help(self) -> None:
        self.screen.open(HelpCard(self.screen))

    def _restart(self) -> None:
        self._act(Restart())

    def _leave(self) -> None:
        self._act(Leave())
