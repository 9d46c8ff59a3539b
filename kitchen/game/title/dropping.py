"""Dropping: a file that is let go over the window is opened there, from whatever screen."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pygame

from kitchen.errors import KitchenError
from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw import palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen
from kitchen.game.title.opening import open_file
from kitchen.game.title.serving import Home
from kitchen.terminal import one_line


def drop(screen: Screen, file: Path, home: Home) -> None:
    """Open it, if the player leaves ``screen`` for it; or say in a line why not, and nothing is
    lost. ``home`` makes the screen that it leads back to."""
    try:
        opened = open_file(screen.game, file, home)
    except KitchenError as error:
        screen.game.sounds.ui("error")
        for overlay in screen.overlays:
            if isinstance(overlay, NotOpened):
                overlay.close()
        words = str(error).replace(f"{file.parent}{os.sep}", "")
        screen.open(NotOpened(screen, one_line(words)))
    else:
        screen.leave_for(opened)


class NotOpened(CardOverlay):
    """Says why; the screen below goes on when it is closed."""

    box: Box = (340.0, 232.0, 600.0, 236.0)
    title = "This cannot be opened"

    def __init__(self, screen: Screen, words: str) -> None:
        super().__init__(screen)
        self.words = words

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, h = self.box
        return [Button(kit, (x + w - 150, y + h - 62, 120.0, 40.0), "Go on", self.close, main=True)]

    def write(self, canvas: pygame.Surface) -> None:
        x, y, w, _ = self.box
        box = (x + 32, y + 74, w - 64, 96.0)
        self.kit.paragraph(canvas, self.words, 15, palette.INK, box, 21.0)
