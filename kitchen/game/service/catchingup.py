"""Catching up: what is seen while a long shift is cooked once more up to where it is taken over."""

from __future__ import annotations

import time
from collections.abc import Callable

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.art import Art
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.type import Type
from kitchen.game.shell.game import Game

PATIENCE, EVERY = 0.3, 0.1
"""Seconds of wall time before anything is said, and from one picture to the next."""
WIDE, HIGH = 380.0, 84.0  # logical px


class CatchingUp:
    """A card in the middle of what the window showed before. Made when it begins; ``at`` is where
    it leads to, in seconds of kitchen time."""

    def __init__(
        self, game: Game, at: float, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._game, self._at, self._clock = game, at, clock
        self._due = clock() + PATIENCE
        self._kit: Kit | None = None

    def tell(self, share: float) -> None:
        """So much of it is done."""
        wall = self._clock()
        if wall < self._due:
            return
        self._due = wall + EVERY
        window, settings = self._game.window, self._game.settings
        if self._kit is None:
            stage = window.stage
            self._kit = Kit(stage, Type(stage, settings.text, settings.typeface), Art(stage))
        self._draw(self._kit, window.stage.canvas(window.surface), share)
        window.flip()
        pygame.event.pump()  # the system sees that nobody has fallen asleep

    def _draw(self, kit: Kit, canvas: pygame.Surface, share: float) -> None:
        stage = kit.stage
        x, y = (stage.width - WIDE) / 2, (stage.height - HIGH) / 2
        area = stage.rect(x, y, WIDE, HIGH)
        canvas.blit(paint.box(area.size, stage.px(16), p.PAPER, p.INK, stage.line(2)), area)
        words = f"Cooking it again up to {fmt.clock(self._at)}"
        size = kit.type.fitted(words, 20.0, WIDE - 40.0, "display")
        text = kit.type.display(words, size, p.INK)
        kit.put(canvas, text, x + WIDE / 2, y + 32.0, "center")
        for part, colour in ((1.0, p.PAPER_D), (share, p.MINT_PAPER)):
            bar = stage.rect(x + 24.0, y + 56.0, max(8.0, (WIDE - 48.0) * part), 8.0)
            canvas.blit(paint.pill(bar.size, colour), bar)
