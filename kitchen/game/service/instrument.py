"""Instruments: what lies on opaque ground around the scene, and is drawn anew every other frame.

Sixty pictures a second are for what walks, flies and bounces. A bar that grows or a clock that
counts is as good at thirty. Between its turns an instrument's pixels are kept, and composed with
what is drawn in every frame: so nothing that lies over it, a tool tip or a fade, ever makes it draw
itself.

A frame in which something happens has enough to do with the kitchens and the scene. The instruments
take it in one after the other, in the frames that follow.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

import pygame

from kitchen.game.signs.moment import Moment
from kitchen.sim.facts import Fact

TURNS = 2
"""In so many frames every instrument has been drawn once, while nothing happens."""

LATEST = 4
"""So many frames after an instrument was drawn it is drawn again, whatever happens."""

AROUND = 6
"""So many frames at least from one picture to the next while the past is scrubbed: every other
frame is for one of three instruments."""


class Drawn(Protocol):
    """A widget as the service screen sees it."""

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        """Draw it as it is at that moment."""

    def reset(self) -> None:
        """Another kitchen is looked at: what moves is forgotten."""


class Turns:
    """What the instruments of one screen agree on: who has news to show gets a frame for that."""

    def __init__(self) -> None:
        self._taken = -1
        """The frame that somebody with news had last."""

    def lets(self, moment: Moment, turn: int, news: bool) -> bool:
        """Whether it is the turn of an instrument that has, or has not, something to take in."""
        if not news:
            return moment.beat % TURNS == turn
        if moment.facts or self._taken == moment.beat:
            return False
        self._taken = moment.beat
        return True


class Instrument:
    """Draws ``widget``, which covers all of ``area`` (device px), when ``turns`` let it: every
    other frame, those whose number is ``turn`` modulo `TURNS`; or one of its own, when there is
    news. And whenever a moment is to be drawn whole. While the past is
    scrubbed there is one that ``follows`` in every frame; the others take turns."""

    def __init__(
        self, widget: Drawn, area: pygame.Rect, turns: Turns, turn: int, follows: bool = False
    ) -> None:
        self.widget: Any = widget
        self._area, self._turns, self._turn, self._follows = area, turns, turn, follows
        self._kept: pygame.Surface | None = None
        """Its pixels, as last drawn."""
        self._drawn = 0
        """The frame of that."""
        self._facts: list[Fact] = []
        """What has happened since."""
        self._stale = False
        """What is kept is of another moment."""

    def reset(self) -> None:
        self._stale = True
        self._facts.clear()
        self.widget.reset()

    def take_over(self, old: Instrument) -> None:
        """Go on where that of another size left off."""
        self._facts = old._facts
        self.widget.take_over(old.widget)

    def draw(self, canvas: pygame.Surface, moment: Moment) -> None:
        self._facts += moment.facts
        if self._kept is not None and not self._is_due(moment):
            canvas.blit(self._kept, self._area)
            return
        if len(self._facts) > len(moment.facts):
            moment = replace(moment, facts=tuple(self._facts))
        self._facts = []
        self._drawn, self._stale = moment.beat, False
        self.widget.draw(canvas, moment)
        self._keep(canvas)

    def _is_due(self, moment: Moment) -> bool:
        since = moment.beat - self._drawn
        if moment.scrubs:
            return self._follows or (
                moment.aside and since >= AROUND and self._turns.lets(moment, self._turn, True)
            )
        late = self._stale or moment.whole or since >= LATEST
        return late or self._turns.lets(moment, self._turn, bool(self._facts))

    def _keep(self, canvas: pygame.Surface) -> None:
        if self._kept is None:
            self._kept = canvas.subsurface(self._area.clip(canvas.get_rect())).copy()
        else:
            self._kept.blit(canvas, (0, 0), self._area)


class SceneInTurn:
    """Draws ``widget`` in every frame. While the past is scrubbed all of it is new in each: then it
    is drawn in every other frame, and the pixels of ``area`` (device px) are kept for the next."""

    def __init__(self, widget: Drawn, area: pygame.Rect) -> None:
        self.widget: Any = widget
        self._area = area
        self._kept: pygame.Surface | None = None

    def reset(self) -> None:
        self.widget.reset()

    def take_over(self, old: SceneInTurn) -> None:
        """Go on where that of another size left off."""
        self.widget.take_over(old.widget)

    def draw(self, canvas: pygame.Surface, moment: Moment) -> None:
        if moment.aside and self._kept is not None:
            canvas.blit(self._kept, self._area)
            return
        self.widget.draw(canvas, moment)
        if moment.scrubs:
            self._kept = canvas.subsurface(self._area.clip(canvas.get_rect())).copy()
        else:
            self._kept = None
