"""The control: something on a page that can have the focus."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import Tween
from kitchen.game.draw.kit import Kit

HOVER_SECONDS = 0.09
GROW = 2.0  # logical px on every side under the pointer: about 1.03 of a button
SINK = 2.0  # logical px that a pressed face goes down, onto its lip
TAP_SECONDS = 0.12  # how long a face stays down after a key


@dataclass(frozen=True, slots=True)
class Touch:
    """How a control is being touched in this frame."""

    wall: float
    """Seconds of wall time."""
    focused: bool = False
    hovered: bool = False
    down: bool = False


class Control:
    """Subclasses draw themselves inside ``box`` and say what a press does."""

    radius = 12.0
    """Of the focus ring, in logical px."""

    def __init__(self, kit: Kit, box: Box, hint: str = "") -> None:
        self.kit = kit
        self.box = box
        self.hint = hint
        """One sentence about it, for a page that shows one for what has the focus."""
        self.enabled = True
        self._tapped = -1.0
        self._swell = Tween(0.0, 0.0, 0.0)
        self._swell_since = 0.0

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        raise NotImplementedError

    def press(self) -> None:
        """It was clicked, or confirmed with a key or a button."""

    def click(self, pos: tuple[float, float]) -> None:
        """It was clicked, there."""
        self.press()

    def adjust(self, step: int) -> bool:
        """Left (-1) or right (1) while it has the focus; False: it has no use for that."""
        return False

    def drag(self, pos: tuple[float, float]) -> None:
        """The pointer is down on it, there."""

    # -- motion --------------------------------------------------------------------------------

    def tap(self, wall: float) -> None:
        """Go down for a moment: a key pressed it."""
        self._tapped = wall

    def swell(self, touch: Touch) -> float:
        """How far the face has grown under the pointer, in logical px."""
        goal = GROW if touch.hovered and self.enabled else 0.0
        if self._swell.end != goal:
            now = self._swell.at(touch.wall - self._swell_since)
            self._swell, self._swell_since = Tween(now, goal, HOVER_SECONDS), touch.wall
        return self._swell.at(touch.wall - self._swell_since)

    def sunk(self, touch: Touch) -> float:
        """How far the face is down, in logical px."""
        down = touch.down or 0.0 <= touch.wall - self._tapped < TAP_SECONDS
        return SINK if down and self.enabled else 0.0
