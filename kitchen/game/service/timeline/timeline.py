"""The timeline: who was needed when. One lane a dish under that of the hands; or one a chef."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import Tween, out_cubic
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action, Choose, GoTo, ToPresent
from kitchen.game.service.timeline.lanelabel import LaneLabels
from kitchen.game.service.timeline.lanelist import FEW, LaneList, LaneRows
from kitchen.game.service.timeline.lanepaint import LanePainter, bar_height
from kitchen.game.service.timeline.lanes import Lane, hands_height
from kitchen.game.service.timeline.lossmarks import LossMark, LossMarks
from kitchen.game.service.timeline.pastlanes import FLAG, PastLanes
from kitchen.game.service.timeline.ticks import Ticks
from kitchen.game.service.timeline.timelinebed import LABEL, Ground, TimelineBed
from kitchen.game.service.timeline.timespan import TimeSpan, time_span
from kitchen.game.service.timeline.toolbar import Tools, draw_flag
from kitchen.game.signs.foreseen import condition
from kitchen.game.signs.loopwords import few
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.strips import Strips
from kitchen.game.signs.subjects import OrderedDish, Spot, Stretch, Subject, Thing
from kitchen.lab.lookahead import Foresight

AT_ONCE = 3
"""Of so many lanes, what is newly foreseen is drawn in one frame."""

NOTCH = 1.0
"""Seconds of wall time at 1x by which a key moves the handle."""
GRIP = 12  # device px right of the present at which it is still taken

SLIDE_SECONDS = 0.25  # lanes move up when an older one goes


class Timeline:
    """Draws the lower strip of the service scene."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        g = self._ground = Ground(kit.stage, kit.type.grown(LABEL))
        self._strips = Strips(kit)
        self._labels = LaneLabels(kit, g.lanes_x)
        self._beds = TimelineBed(kit, self._strips, g)
        self._area = kit.stage.rect(g.lanes_x, g.lanes_y, g.lanes_end - g.lanes_x, g.lanes_h)
        self._marks = LossMarks(kit)
        self._painter = LanePainter(kit, self._strips, self._area)
        self._list = LaneList(g)
        self._ticks = Ticks(kit, self._area, g.axis_y)
        self._tools = Tools(kit, g)
        self._back = PastLanes(
            kit, g, self._strips, self._beds, self._labels, self._ticks, self._area
        )
        # What hangs below the line in the last lane's name has its room down to the screen's edge.
        self._labels_area = kit.stage.rect(0, g.lanes_y, g.lanes_x, g.top + g.height - g.lanes_y)
        self._whole = kit.stage.rect(0, g.top, g.width, g.height)
        self._picture = pygame.Surface(self._whole.size)
        self.reset()

    def warm(self) -> Iterator[None]:
        """Make bars of every height that lanes may have, before they are first shown."""
        for pitch in map(self._ground.pitch, (*FEW, self._ground.dishes)):
            for tall in (pitch, hands_height(pitch)):
                yield from self._strips.warm(bar_height(self._kit.stage, tall))

    def reset(self) -> None:
        """Forget what moves, and the picture of it."""
        self._drawn: tuple[object, ...] | None = None
        self._foresight: Foresight | None = None
        self._coming: Foresight | None = None
        """What is foreseen next, while not all of it is drawn."""
        self._painter.reset()
        self._places: dict[Subject, tuple[Tween, float]] = {}
        self._settled: LaneRows | None = None
        """The lanes that have all got where they belong."""

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        if moment.present is not None:
            self._back.draw(surface, moment)
            self._tools.lay(moment)
            self._tools.draw(surface, moment)
            return
        self._back.forget()
        chefs, shown = len(moment.view.chefs), self._list.of(moment)
        view = time_span(moment.now, moment.tempo, self._area.left, self._area.right)
        tops = self._slide(shown, moment.wall)
        # All of it moves by whole px and changes with a fact: most frames show the picture before.
        now_x = view.x(moment.now)
        foresight = self._ripe(shown, tops, view, moment)
        if foresight is not moment.foresight:
            moment = replace(moment, foresight=foresight)
        look = (
            chefs, moment.attention, moment.view.facts, now_x, view.origin, view.scale, tops,
            foresight and id(foresight), moment.bookmarks,
        )  # fmt: skip
        if look == self._drawn:
            surface.blit(self._picture, self._whole)
        else:
            self._drawn = look
            self._painter.keep(shown.lanes)
            surface.blit(self._beds.get(shown.pitch, chefs, moment.attention), self._whole)
            self._axis(surface, view, moment)
            self._lanes(surface, shown, tops, view, moment)
            self._foresight = foresight  # the picture's: its id is not given away
            self._picture.blit(surface, (0, 0), self._whole)
        left = self._offer(surface, moment, self._share(surface, moment))
        if foresight is not None:
            self._beds.ahead(surface, condition(foresight, moment.view), left - 12.0)
        self._marker(surface, view, moment)

    def _ripe(
        self, shown: LaneRows, tops: list[float], view: TimeSpan, moment: Moment
    ) -> Foresight | None:
        """What is foreseen and can be shown: what is found anew of the same dish is drawn a few
        lanes at a time, and meanwhile that of before stands."""
        new, old = moment.foresight, self._foresight
        if new is None or old is None or new.order != old.order or moment.whole:
            self._coming = None
            return new
        if self._coming is None and new is not old:
            self._coming = new
        if self._coming is None or not self._is_ready(shown, tops, view, self._coming):
            return old
        ripe, self._coming = self._coming, None
        return ripe

    def _is_ready(
        self, shown: LaneRows, tops: list[float], view: TimeSpan, foresight: Foresight
    ) -> bool:
        """Whether all lanes of it are drawn; if not, some more are from now on."""
        made = 0
        for lane, y in zip(shown.lanes, tops, strict=True):
            made += self._painter.prepare(lane, y, lane.height(shown.pitch), view, foresight)
            if made == AT_ONCE:
                return False
        return True

    def _lanes(
        self,
        surface: pygame.Surface,
        shown: LaneRows,
        tops: list[float],
        view: TimeSpan,
        moment: Moment,
    ) -> None:
        clip = surface.get_clip()
        area = self._marked(shown.lanes, tops, view, moment.now)
        marks = self._plan_marks(shown, tops, view, moment, area)
        flags = [mark.place.box for mark in marks if mark.place is not None]
        rows = [(lane, y, lane.height(shown.pitch))
                for lane, y in zip(shown.lanes, tops, strict=True)]  # fmt: skip
        surface.set_clip(self._labels_area)
        for lane, y, tall in rows:
            self._labels.draw(surface, lane, y + tall / 2, tall)
        surface.set_clip(self._area)
        for lane, y, tall in rows:
            self._painter.draw(surface, lane, y, tall, view, moment.now, moment.foresight, flags)
        self._marks.draw(surface, marks, area)
        surface.set_clip(clip)

    def _plan_marks(
        self, shown: LaneRows, tops: list[float], view: TimeSpan, moment: Moment, area: pygame.Rect
    ) -> list[LossMark]:
        """What is lost, if the dish that is pointed at is picked now."""
        if moment.foresight is None or not shown.lanes:
            return []
        middles = [
            self._kit.stage.px(y + lane.height(shown.pitch) / 2)
            for lane, y in zip(shown.lanes, tops, strict=True)
        ]
        return self._marks.plan(shown.lanes, middles, area, view, moment.grain, moment.foresight)

    def _marked(
        self, shown: list[Lane], tops: list[float], view: TimeSpan, now: float
    ) -> pygame.Rect:
        """Where marks may be, in device px: in the future, but not over the lane of all hands,
        where numbers stand."""
        area = self._area.copy()
        if len(shown) > 1 and shown[0].of_all_hands:
            area.top = self._kit.stage.px(tops[1])
        area.left = min(view.x(now), area.right)
        area.size = self._area.right - area.left, self._area.bottom - area.top
        return area

    def _slide(self, shown: LaneRows, wall: float) -> list[float]:
        """The top of every lane, on its way from where it was."""
        if shown is self._settled:
            return shown.tops
        before, self._places = self._places, {}
        tops: list[float] = []
        least = 0.0  # a new lane follows the one above it, which may still be on its way
        for lane, goal in zip(shown.lanes, shown.tops, strict=True):
            tween, since = before.get(lane.subject) or (
                Tween(max(goal, least), goal, SLIDE_SECONDS, out_cubic), wall
            )  # fmt: skip
            if tween.end != goal:
                tween = Tween(tween.at(wall - since), goal, SLIDE_SECONDS, out_cubic)
                since = wall
            self._places[lane.subject] = tween, since
            tops.append(tween.at(wall - since))
            least = tops[-1] + lane.height(shown.pitch)
        self._settled = shown if tops == shown.tops else None
        return tops

    def _axis(self, surface: pygame.Surface, view: TimeSpan, moment: Moment) -> None:
        places = self._ticks.places(view)
        self._ticks.lines(surface, places)
        flags = [view.x(mark.time) for mark in moment.bookmarks if mark.own]
        self._ticks.times(surface, places, [view.x(moment.now)], flags)
        for x in flags:
            if self._area.left <= x < self._area.right:
                draw_flag(self._kit, surface, x, self._ground.axis_y, FLAG)

    def _marker(self, surface: pygame.Surface, view: TimeSpan, moment: Moment) -> None:
        s, x = self._kit.stage, view.x(moment.now)
        top = s.px(self._ground.axis_y)
        surface.fill(p.TOMATO, (x, top, s.line(2), self._area.bottom - top))
        text = self._kit.type.code(fmt.clock(moment.now, moment.grain), 12, p.CREAM, "semibold")
        width = max(s.px(42), text.get_width() + s.px(14))
        tag = paint.pill((width, s.px(17)), p.ACTION)
        spot = tag.get_rect(center=(x + s.line(2) // 2, top))
        spot.left = max(spot.left, s.px(self._ground.lanes_x - 21))
        surface.blit(tag, spot)
        surface.blit(text, text.get_rect(center=spot.center))

    def _share(self, surface: pygame.Surface, moment: Moment) -> float:
        """How much of what is paid for is work; returns where these words begin (logical px)."""
        view = moment.view
        if moment.now < 1.0 or not view.chefs:
            return self._ground.lanes_end
        share, count = view.utilisation(moment.now), len(view.chefs)
        whose = "the chef's" if count == 1 else f"{few(count)} chefs'"
        words = self._kit.type.ui(f"of {whose} time is hands-on work", 14, p.LILAC, "medium")
        right, y = (
            self._kit.stage.px(self._ground.lanes_end),
            self._kit.stage.px(self._ground.head_y),
        )
        spot = words.get_rect(midright=(right, y))
        surface.blit(words, spot)
        tone = p.MINT if share >= 0.6 else p.AMBER if share >= 0.3 else p.RED_TEXT
        number = self._kit.type.display(f"{round(100 * share)}%", 18, tone)
        drawn = number.get_rect(midright=(spot.left - self._kit.stage.px(8), y))
        surface.blit(number, drawn)
        return drawn.left / self._kit.stage.k

    def _offer(self, surface: pygame.Surface, moment: Moment, right: float) -> float:
        """Quietly the ways into the past, up to ``right`` (logical px), where somebody may want
        one; where they begin."""
        near = moment.hover is not None and moment.hover[1] >= self._ground.top
        if not (moment.paused or near or self._back.handle.held is not None):
            self._tools.hide()
            return right
        left = self._tools.lay_quietly(right - 14.0)
        self._tools.draw(surface, moment)
        return left

    def end(self, now: float, tempo: float) -> float:
        """The end of what it shows at ``now``, in seconds of kitchen time."""
        return time_span(now, tempo, self._area.left, self._area.right).end

    # -- pointing ---------------------------------------------------------------------

    def spots(self, moment: Moment) -> list[Spot[Subject]]:
        """Its tools, the handle, and its lanes."""
        rows = self._back.rows(moment) if moment.present is not None else self._list.of(moment)
        if not (tools := self._tools.spots()):
            return rows.spots
        here = self._span(moment).x(moment.now)
        return [*tools, Spot(self._back.handle.box(here), Thing("handle")), *rows.spots]

    def under(self, pos: tuple[float, float], moment: Moment) -> Spot[Subject] | None:
        """The tool or the bar under a point; beside the bars, whose lane it is."""
        tool = next((spot for spot in self._tools.spots() if spot.holds(pos)), None)
        if tool is not None or moment.present is not None:
            return tool or self._under_past(pos, moment)
        x, k = pos[0] * self._kit.stage.k, self._kit.stage.k
        listed = self._list.of(moment)
        spots, shown = listed.spots, listed.lanes
        index = next((i for i, spot in enumerate(spots) if spot.holds(pos)), None)
        if index is None:
            return None
        if not self._area.left <= x < self._area.right or shown[index].is_band:
            return spots[index] if x < self._area.right else None
        view = time_span(moment.now, moment.tempo, self._area.left, self._area.right)
        t, (_, top, _, tall) = view.time(x), spots[index].box
        for bar in self._painter.bars(shown[index], view, moment.now):
            end = bar.until(moment.now)
            if bar.start <= t < end:
                left = max(self._ground.lanes_x, view.x(bar.start) / k)
                box = (left, top, max(4.0, view.x(end) / k - left), tall)
                s = bar.segment
                return Spot(box, Stretch(s.order, s.part, s.kind, s.start))
        return None

    def _under_past(self, pos: tuple[float, float], moment: Moment) -> Spot[Subject] | None:
        """The handle, or whose lane it is."""
        box = self._back.handle.box(self._span(moment).x(moment.now))
        handle: Spot[Subject] = Spot(box, Thing("handle"))
        if handle.holds(pos):
            return handle
        if pos[0] >= self._ground.lanes_x:
            return None
        return next((s for s in self._back.rows(moment).spots if s.holds(pos)), None)

    # -- the handle -------------------------------------------------------------------

    @property
    def held(self) -> bool:
        """Somebody holds the handle."""
        return self._back.handle.held is not None

    def _span(self, moment: Moment) -> TimeSpan:
        return self._back.span(moment)

    def target(self, pos: tuple[float, float]) -> Action | None:
        """What a click on one of its tools (logical px) asks for."""
        return self._tools.target(pos)

    def press(self, pos: tuple[float, float], moment: Moment) -> Action | None:
        """What a press there (logical px) asks for: a tool, a dish by its name; a moment, in the
        lanes and on the axis, and the handle is held from now on."""
        if (action := self._tools.target(pos)) is not None:
            return action
        x, y = pos[0] * self._kit.stage.k, pos[1]
        if not self._ground.axis_y - 9.0 <= y < self._ground.top + self._ground.height:
            return None
        if x < self._area.left:
            return self._choose(pos, moment)
        if x >= self._area.right:
            return None
        span = self._span(moment)
        present = moment.now if moment.present is None else moment.present
        if moment.present is None and span.time(x) > present + GRIP / span.scale:
            return None  # nobody knows what comes
        return self._to(self._back.handle.take(span, x), present, moment)

    def _choose(self, pos: tuple[float, float], moment: Moment) -> Action | None:
        rows = self._back.rows(moment) if moment.present is not None else self._list.of(moment)
        spot = next((s for s in rows.spots if s.holds(pos)), None)
        subject = spot.subject if spot is not None else None
        return Choose(subject.order) if isinstance(subject, OrderedDish) else None

    def drag(self, pos: tuple[float, float], moment: Moment) -> Action | None:
        """The pointer has moved there; what that asks for while the handle is held."""
        if not self.held:
            return None
        present = moment.now if moment.present is None else moment.present
        return self._to(self._back.handle.move(pos[0] * self._kit.stage.k), present, moment)

    def hold(self, wall: float, moment: Moment) -> Action | None:
        """It is held for another frame: at an edge of the window time goes on by itself."""
        if not self.held:
            return None
        present = moment.now if moment.present is None else moment.present
        at = self._back.handle.go_on(wall, present)
        return None if at is None else self._to(at, present, moment)

    def drop(self) -> None:
        self._back.handle.drop()

    def _to(self, at: float, present: float, moment: Moment) -> Action:
        """What is to come can be gone to only where it is known."""
        return ToPresent() if at >= present and not moment.recorded else GoTo(max(0.0, at))

    def nudge(self, way: int, moment: Moment) -> Action:
        """The handle moved by one notch to the left (-1) or to the right (1)."""
        present = moment.now if moment.present is None else moment.present
        return self._to(moment.now + way * NOTCH * moment.tempo, present, moment)
