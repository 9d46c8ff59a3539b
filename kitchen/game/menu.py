"""Menus: a page that listens to the pointer, the keyboard and gamepads."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.page import Page
from kitchen.game.game import Game
from kitchen.game.intents import Intent


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
            self._back()
            return True
        return self.page.want(intent)

    def _point(self, event: pygame.event.Event) -> bool:
        pos = self.page.kit.stage.to_logical(event.pos)
        if event.type == pygame.MOUSEMOTION:
            self.page.move(pos)
            return False
        if event.button != 1:
            return False
        if event.type == pygame.MOUSEBUTTONDOWN:
            return self.page.down(pos)
        return self.page.up(pos)
