"""The lens: the control over all strips. It zooms and pans them, and knows what is under it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw.box import Pos, inside
from kitchen.game.draw.kit import Kit
from kitchen.game.results import layout
from kitchen.game.results.axis import Axis

PAN = 0.25
"""Of the stretch, for each press of an arrow."""


class Lens(Control):
    """``quickest`` is how long the fastest kitchen took, in seconds; ``now`` tells wall time."""

    radius = 14.0

    def __init__(self, kit: Kit, axis: Axis, quickest: float, now: Callable[[], float]) -> None:
        box = (layout.PLOT_X, layout.ROWS_Y + 2, layout.PLOT_W, layout.ROWS_H - 4)
        super().__init__(kit, box)
        self.axis = axis
        self.pointer: Pos | None = None
        """Where the pointer is, in logical px."""
        self.held = False
        self._quickest, self._now = quickest, now

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        """The strips below are what there is to see."""

    # -- zooming -------------------------------------------------------------------------------

    def zoom(self, steps: float) -> None:
        """Around the pointer; where there is none, around the left end."""
        self.axis.zoom(steps, self.share if self.over else 0.0, self._now())

    def whole(self) -> None:
        self.axis.show(self.axis.whole, self._now())

    def fastest(self) -> None:
        """So near that the fastest kitchen fills the strips."""
        self.axis.show(self._quickest, self._now())

    def press(self) -> None:
        """To the fastest kitchen, or back."""
        if self.axis.zoomed > 1.001:
            self.whole()
        else:
            self.fastest()

    def adjust(self, step: int) -> bool:
        """Pan; at an end there is nothing more to see that way, and the focus goes on."""
        start, _ = self.axis.goal
        self.axis.step(PAN * step, self._now())
        return self.axis.goal[0] != start

    # -- the pointer ---------------------------------------------------------------------------

    @property
    def over(self) -> bool:
        return inside(self.box, self.pointer)

    @property
    def share(self) -> float:
        """Where the pointer is along the strips: 0 to 1."""
        x = self.pointer[0] if self.pointer else layout.TIME_X
        return min(1.0, max(0.0, (x - layout.TIME_X) / layout.TIME_W))

    @property
    def time(self) -> float | None:
        """The kitchen time under the pointer."""
        return self.axis.time(self.share, self._now()) if self.over and not self.held else None

    def move(self, pos: Pos) -> None:
        if self.held and self.pointer is not None:
            self.axis.pan((self.pointer[0] - pos[0]) / layout.TIME_W, self._now())
        self.pointer = pos

    def down(self, pos: Pos) -> bool:
        """The button went down; whether on the strips."""
        self.pointer = pos
        self.held = self.over
        return self.held

    def up(self) -> bool:
        held, self.held = self.held, False
        return held
