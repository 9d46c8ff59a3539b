"""The banner over the past: which moment is looked at, how long ago that is, and the way back. It
takes the clock's place and that of the keys of time, so that nobody takes the past for now."""

from __future__ import annotations

from collections.abc import Hashable

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos, inside
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action, ToPresent
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import Spot, Subject, Thing

BACK: Box = (1050.0, 8.0, 194.0, 32.0)  # logical px, in the plain layout
TOP, HIGH, NOTCH = 4.0, 40.0, 12.0
CLOCK_X, MIDDLE, GAP, PICTURE = 54.0, 24.0, 12.0, 32.0
PLAY = ((0.0, 0.0), (1.0, 0.5), (0.0, 1.0))
EDGE: p.Colour = (0xD8, 0xBF, 0x9A)


def draw_frame(kit: Kit, surface: pygame.Surface, scene: Box) -> None:
    """Of paper, around the kitchen."""
    stage = kit.stage
    area = stage.rect(*scene).inflate(-stage.px(4), -stage.px(4))
    pygame.draw.rect(surface, p.PAPER, area, stage.line(2.5), border_radius=stage.px(7))


class PastBanner:
    """``end`` is where the banner ends, in logical px."""

    def __init__(self, kit: Kit, end: float) -> None:
        self._kit, self._end = kit, end

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        """In the place of the clock and of what is said of the shift."""
        assert moment.present is not None
        kit, wide = self._kit, self._end - 6.0
        area = kit.stage.rect(0.0, TOP, wide, HIGH)
        tail = 1.0 - NOTCH / wide
        shape = ((0.0, 0.0), (1.0, 0.0), (tail, 0.5), (1.0, 1.0), (0.0, 1.0))
        surface.blit(paint.polygon(area.size, shape, p.PAPER), area)
        foot = kit.stage.line(2)
        surface.fill(EDGE, (0, area.bottom - foot, area.width - kit.stage.px(NOTCH), foot))
        kit.put(surface, kit.art.get("clock", height=PICTURE), 32.0, MIDDLE, "center")
        at = kit.type.display(fmt.clock(moment.now, moment.grain), 28.0, p.INK)
        kit.put(surface, at, CLOCK_X, MIDDLE)
        x = CLOCK_X + at.get_width() / kit.stage.k + GAP
        surface.fill(p.PAPER_D, kit.stage.rect(x, 11.0, 1.0, 26.0))
        self._words(surface, moment, x + GAP, wide - NOTCH - 8.0)

    def _words(self, surface: pygame.Surface, moment: Moment, x: float, end: float) -> None:
        assert moment.present is not None
        kit, room = self._kit, end - x
        ago = "closed"
        if not (moment.ended and moment.view.makespan is not None):
            ago = f"{fmt.duration(moment.present - moment.now, moment.grain)} ago"
        size = kit.type.fitted(ago, 18.0, room, "display")
        kit.put(surface, kit.type.display(ago, size, p.RED_PAPER), x, 16.0)
        title = kit.type.elide(moment.title, 13.0, room, weight="medium")
        kit.put(surface, kit.type.ui(title, 13.0, p.PAPER_MUTED, "medium"), x, 34.0)

    # -- the way back --------------------------------------------------------------------------

    def target(self, pos: Pos) -> Action | None:
        """What a click there asks for, in the plain layout as all that follows."""
        return ToPresent() if inside(BACK, pos) else None

    def spot(self) -> Spot[Subject]:
        return Spot(BACK, Thing("to present"))

    def looks(self, moment: Moment) -> Hashable:
        """All that the way back looks like."""
        return moment.present, moment.ended, inside(BACK, moment.hover), moment.pressed

    def draw_back(self, surface: pygame.Surface, moment: Moment) -> None:
        assert moment.present is not None
        kit, stage, (x, y, w, h) = self._kit, self._kit.stage, BACK
        over = inside(BACK, moment.hover)
        sunk = 2.0 if over and moment.pressed else 0.0
        lip = stage.rect(x, y + 2.0, w, h)
        surface.blit(paint.box(lip.size, stage.px(9), p.NIGHT), lip)
        area = stage.rect(x, y + sunk, w, h)
        top = p.mix(paint.CONTROL_TOP, p.CREAM, 0.1) if over else paint.CONTROL_TOP
        face = paint.box(area.size, stage.px(9), top, p.CREAM, stage.line(1), paint.CONTROL_BOTTOM)
        surface.blit(face, area)
        there = "results" if moment.ended else fmt.clock(moment.present, moment.grain)
        words = f"Back to {there}"
        size = kit.type.fitted(words, 18.0, w - 50.0, "display")
        text = kit.type.display(words, size, p.CREAM)
        left = x + (w - text.get_width() / stage.k - 22.0) / 2
        picture = paint.polygon((stage.px(10.0), stage.px(13.0)), PLAY, p.CREAM)
        kit.put(surface, picture, left, y + h / 2 + sunk)
        bar = stage.rect(left + 11.0, y + h / 2 - 6.5 + sunk, 3.0, 13.0)
        surface.fill(p.CREAM, bar)
        kit.put(surface, text, left + 22.0, y + h / 2 + sunk)
