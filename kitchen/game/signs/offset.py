"""Parts of the screen that are laid out for 1280 x 720 and stand farther right on a wider stage."""

from __future__ import annotations

from dataclasses import replace

import pygame

from kitchen.game.draw.box import Pos
from kitchen.game.draw.stage import Stage
from kitchen.game.signs.moment import Moment


class Offset:
    """Everything ``dx`` logical px to the right: canvas, moment and pointer as such a part sees
    them."""

    def __init__(self, stage: Stage, dx: float) -> None:
        self.dx = dx
        self._px = stage.px(dx)

    def canvas(self, surface: pygame.Surface) -> pygame.Surface:
        """A surface whose left edge is where the part's own zero is."""
        if not self._px:
            return surface
        w, h = surface.get_size()
        return surface.subsurface((self._px, 0, w - self._px, h))

    def moment(self, moment: Moment) -> Moment:
        if not self._px or moment.hover is None:
            return moment
        return replace(moment, hover=self.pos(moment.hover))

    def pos(self, pos: Pos) -> Pos:
        """A point of the stage, as the part sees it."""
        return pos[0] - self.dx, pos[1]
