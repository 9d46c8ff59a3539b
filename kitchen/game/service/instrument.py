"""Instruments: what lies on opaque ground around the scene, and is drawn anew every other frame.

Sixty pictures a second are for what walks, flies and bounces. A bar that grows or a clock that
counts is as good at thirty. Between its turns an instrument's pixels are kept, and composed with
what is drawn in every frame: so nothing that lies over it, a tool tip or a fade, ever makes it draw
itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

import pygame

from kitchen.game.signs.moment import Moment
from kitchen.sim.facts import Fact

TURNS = 2
"""In so many frames every instrument has been drawn once."""


class Drawn(Protocol):
    """A widget as the service screen sees it."""

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        """Draw it as it is at that moment."""

    def reset(self) -> None:
        """Another kitchen is looked at: what moves is forgotten."""


class Instrument:
    """Draws ``widget``, which covers all of ``area`` (device px), in the frames whose number is
    ``turn`` modulo `TURNS`, and whenever a moment is to be drawn whole."""

    def __init__(self, widget: Drawn, area: pygame.Rect, turn: int) -> None:
        self.widget: Any = widget
        self._area, self._turn = area, turn
        self._kept: pygame.Surface | None = None
        """Its pixels, as last drawn."""
        self._facts: list[Fact] = []
        """What has happened since."""

    def reset(self) -> None:
        self._kept = None
        self._facts.clear()
        self.widget.reset()

    def take_over(self, old: Instrument) -> None:
        """Go on where that of another size left off."""
        self._facts = old._facts
        self.widget.take_over(old.widget)

    def draw(self, canvas: pygame.Surface, moment: Moment) -> None:
        self._facts += moment.facts
        turn = moment.whole or moment.beat % TURNS == self._turn
        if self._kept is not None and not turn:
            canvas.blit(self._kept, self._area)
            return
        if len(self._facts) > len(moment.facts):
            moment = replace(moment, facts=tuple(self._facts))
        self._facts = []
        self.widget.draw(canvas, moment)
        self._keep(canvas)

    def _keep(self, canvas: pygame.Surface) -> None:
        if self._kept is None:
            self._kept = canvas.subsurface(self._area.clip(canvas.get_rect())).copy()
        else:
            self._kept.blit(canvas, (0, 0), self._area)
