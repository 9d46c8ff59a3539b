"""The lanes of the past: the timeline while another moment than the present is looked at.

All that is known by now stands in it, what came after the moment looked at dimmed; and it stays
where it is while the handle moves. The moment's own lanes are shown, told to the present.
"""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.service.timeline.handle import TimeHandle
from kitchen.game.service.timeline.lanelabel import LEFT, LaneLabels
from kitchen.game.service.timeline.lanelist import LaneList, LaneRows
from kitchen.game.service.timeline.lanepaint import LanePainter
from kitchen.game.service.timeline.ticks import Ticks
from kitchen.game.service.timeline.timelinebed import Ground, TimelineBed
from kitchen.game.service.timeline.timespan import TimeSpan, past_span
from kitchen.game.service.timeline.toolbar import draw_flag
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.strips import Strips
from kitchen.game.signs.subjects import OrderedDish
from kitchen.sim.view.kitchenview import KitchenView

VEIL = (0x1B, 0x11, 0x23, 0xA0)
FLAG, PILL, SIZE = 13.0, 17.0, 12.0  # logical px
BEYOND = 30  # device px beyond the window: what goes on there ends nowhere to be seen
MOST = 200  # lanes of which the picture is kept, for when the handle comes back to them
APART = 76.0  # logical px from the handle to the present, at least, where that is told


class PastLanes:
    """Draws it in ``area`` (device px) and around it."""

    def __init__(
        self, kit: Kit, ground: Ground, strips: Strips, beds: TimelineBed, labels: LaneLabels,
        ticks: Ticks, area: pygame.Rect,
    ) -> None:  # fmt: skip
        self._kit, self._ground, self._area = kit, ground, area
        self._beds, self._labels, self._ticks = beds, labels, ticks
        self._painter, self._list = LanePainter(kit, strips, area), LaneList(ground)
        self._whole = kit.stage.rect(0, ground.top, ground.width, ground.height)
        self.handle = TimeHandle(kit, area, ground.axis_y)
        self._clear()

    def forget(self) -> None:
        """Nothing of it is kept while nobody looks back."""
        if self._picture is not None:
            self._clear()

    def _clear(self) -> None:
        self._picture: pygame.Surface | None = None
        self._drawn: tuple[object, ...] = ()
        self._later: KitchenView | None = None
        self._painter.reset()

    def span(self, moment: Moment) -> TimeSpan:
        """The stretch of time in the window."""
        if self.handle.held is not None:
            return self.handle.held
        present = moment.now if moment.present is None else moment.present
        return past_span(moment.now, present, moment.tempo, self._area.left, self._area.right)

    def rows(self, moment: Moment) -> LaneRows:
        return self._list.of(moment)

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        span = self.span(moment)
        self._lay(surface, span, moment)
        here = min(max(span.x(moment.now), self._area.left), self._area.right)
        dim = self._area.copy()
        dim.left, dim.width = here, self._area.right - here
        surface.blit(self._veil, dim, dim.move(-self._area.left, -self._area.top))
        self._outline(surface, moment)
        flags = [span.x(mark.time) for mark in moment.bookmarks]
        flags = [x for x in flags if self._area.left <= x < self._area.right]
        for x in flags:
            draw_flag(self._kit, surface, x, self._ground.axis_y, FLAG)
        told = self._present(surface, span, here, moment)
        self._ticks.times(surface, self._ticks.places(span), [here, *told], flags)
        self.handle.draw(surface, here, moment.now, moment.grain)

    def _lay(self, surface: pygame.Surface, span: TimeSpan, moment: Moment) -> None:
        """All that is known: as it was drawn last, unless another picture is wanted."""
        shown, later = self._list.of(moment), moment.later or moment.view
        whole = later.facts, moment.present, span, shown.pitch, moment.attention
        lanes = tuple(
            (lane.subject, lane.title, *(order.number for order in lane.orders))
            for lane in shown.lanes
        )
        look = *whole, lanes
        same = later is self._later and whole == self._drawn[:-1]
        waits = moment.scrubs and not moment.aside
        if self._picture is not None and same and (waits or look == self._drawn):
            surface.blit(self._picture, self._whole)
            return
        if not same or self._painter.kept > MOST:
            self._painter.reset()
        self._drawn, self._later = look, later
        chefs = len(later.chefs)
        bed = self._beds.get(shown.pitch, chefs, moment.attention, legend=False)
        surface.blit(bed, self._whole)
        self._ticks.lines(surface, self._ticks.places(span))
        self._paint(surface, shown, later, span, moment)
        if self._picture is None:
            self._picture = pygame.Surface(self._whole.size)
            self._veil = paint.clear(self._area.size)
            self._veil.fill(VEIL)
        self._picture.blit(surface, (0, 0), self._whole)

    def _paint(
        self, surface: pygame.Surface, shown: LaneRows, later: KitchenView, span: TimeSpan,
        moment: Moment,
    ) -> None:  # fmt: skip
        """The lanes of the moment, told to the present."""
        present = moment.now if moment.present is None else moment.present
        until = min(present, span.time(self._area.right + BEYOND))
        clip = surface.get_clip()
        for lane, y in zip(shown.lanes, shown.tops, strict=True):
            tall = lane.height(shown.pitch)
            surface.set_clip(clip)
            self._labels.draw(surface, lane, y + tall / 2, tall)
            surface.set_clip(self._area)
            self._painter.draw(surface, lane.in_view(later), y, tall, span, until)
        surface.set_clip(clip)

    def _outline(self, surface: pygame.Surface, moment: Moment) -> None:
        """Around the name of the dish that is chosen."""
        if moment.chosen is None:
            return
        stage, rows = self._kit.stage, self._list.of(moment)
        for spot in rows.spots:
            if spot.subject == OrderedDish(moment.chosen):
                _, y, _, h = spot.box
                area = stage.rect(LEFT - 3.0, y - 1.0, self._ground.lanes_x - LEFT + 2.0, h + 2.5)
                line = stage.line(1)
                surface.blit(paint.box(area.size, stage.px(5), None, p.CREAM, line), area)

    def _present(
        self, surface: pygame.Surface, span: TimeSpan, here: int, moment: Moment
    ) -> list[int]:
        """A line where it is by now, with the time where that has room; where that is told (device
        px)."""
        if moment.present is None or not self._area.left <= span.x(moment.present):
            return []
        stage, x = self._kit.stage, span.x(moment.present)
        if x > self._area.right:
            return []
        top = stage.px(self._ground.axis_y)
        surface.fill(p.LILAC, (x, top, stage.line(1), self._area.bottom - top))
        if x - here < stage.px(APART):
            return [x]
        words = fmt.clock(moment.present, moment.grain)
        text = self._kit.type.code(words, SIZE, p.CREAM, "semibold")
        size = (text.get_width() + stage.px(16), stage.px(PILL))
        tag = paint.pill(size, p.PLUM_HI, p.LILAC, stage.line(1))
        spot = tag.get_rect(center=(x, top))
        spot.right = min(spot.right, stage.px(self._ground.width - 4.0))
        surface.blit(tag, spot)
        surface.blit(text, text.get_rect(center=spot.center))
        return [x]
