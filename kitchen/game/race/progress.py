"""The progress of a lane: how many of all its orders have been served, towards the last; and the
flags that it has planted on the way."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.race.runner import Runner

TRACK = 0.5
"""Of the height, from the foot up: the rest is the flags'."""
FLAG = 30.0
SIZE = 18.0
BED: p.Colour = (0x14, 0x0C, 0x1A)


class LaneProgress:
    """``box`` in logical px."""

    def __init__(self, kit: Kit, box: Box) -> None:
        self._kit, self._box = kit, box
        x, y, w, h = box
        self._track: Box = (x, y + h * (1.0 - TRACK), w - 6.0, h * TRACK)

    def draw(self, canvas: pygame.Surface, runner: Runner, now: float) -> None:
        orders, view = runner.result.orders, runner.view
        area = self._kit.stage.rect(*self._track)
        canvas.blit(paint.pill(area.size, BED, p.MAUVE, self._kit.stage.line(1)), area)
        if orders:
            lost = (view.walked_out + view.turned_away) / orders
            self._fill(canvas, area, view.served / orders, lost)
        self._mark(canvas, 0.5)
        if now >= runner.half:
            self._flag(canvas, 0.5, runner.half, "midleft")
        if view.makespan is not None:
            self._flag(canvas, 1.0, runner.end, "midright")

    def _fill(self, canvas: pygame.Surface, area: pygame.Rect, served: float, lost: float) -> None:
        """What was served from the left, full; what was lost from the right, hatched."""
        stage = self._kit.stage
        inner = area.inflate(-2 * stage.line(2), -2 * stage.line(2))
        if served > 0.0:
            size = (max(inner.height, round(inner.width * served)), inner.height)
            canvas.blit(paint.pill(size, p.MINT), inner)
        if lost > 0.0:
            wide = max(inner.height, round(inner.width * lost))
            radius = inner.height // 2
            gone = paint.hatch((wide, inner.height), p.RED, (0x5A, 0x18, 0x28), radius, stage.px(8))
            canvas.blit(gone, gone.get_rect(midright=inner.midright))

    def _mark(self, canvas: pygame.Surface, share: float) -> None:
        """Where half of it is."""
        x, y, w, h = self._track
        area = self._kit.stage.rect(x + w * share - 1.0, y, 2.0, h)
        canvas.fill(p.CREAM, area)

    def _flag(self, canvas: pygame.Surface, share: float, at: float, side: str) -> None:
        """A flag there, and the time beside it."""
        kit, (x, y, w, h) = self._kit, self._track
        foot = y + h * 0.55
        flag = kit.art.get("flag", height=FLAG)
        left = min(x + w * share - 5.0, x + w - FLAG + 2.0)
        kit.put(canvas, flag, left, foot, "bottomleft")
        words = kit.type.display(fmt.clock(at), SIZE, p.SAFFRON)
        beside = left + FLAG + 3.0 if side == "midleft" else left - 4.0
        kit.put(canvas, words, beside, y - 9.0, side)
