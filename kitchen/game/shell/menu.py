"""Menus: a page that listens to the pointer, the keyboard and gamepads."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.page import Page
from kitchen.game.input.intents import Intent
from kitchen.game.shell.game import Game


class Menu:
    """``back`` is what Esc, or B on a gamepad, does."""

    def __init__(self, game: Game, page: Page, back: Callable[[], object]) -> None:
        self.game = game
        self.page = page
        self._back = back

    def handle(self, event: pygame.event.Event) -> bool:
        """Take one event in; False: the menu has no use for it."""
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            return self._point(event)
        intent = self.game.bindings.in_menu(event)
        if intent is None:
            return False
        if intent is Intent.BACK:
            self.game.sounds.ui("back")
            self._back()
            return True
        was, used = self.page.focused, self.page.want(intent)
        if used and intent is Intent.CONFIRM:
            self.game.sounds.ui("press" if was is not None and was.enabled else "error")
        elif used:
            self.game.sounds.ui("hover")
        return used

    def _point(self, event: pygame.event.Event) -> bool:
        was, used = self.page.focused, self.page.point(event)
        if event.type == pygame.MOUSEMOTION and self.page.focused is not was:
            self.game.sounds.ui("hover")
        elif event.type == pygame.MOUSEBUTTONUP and used:
            self.game.sounds.ui("press")
        return used
