"""The ready queue as a row of chips: who raised a hand first stands on the left."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game import format as fmt
from kitchen.game import paint
from kitchen.game import palette as p
from kitchen.game.actions import Action, Pick
from kitchen.game.art import Art
from kitchen.game.cache import Lru
from kitchen.game.ease import Tween, in_out_cubic, out_cubic
from kitchen.game.moment import Moment
from kitchen.game.stage import Stage
from kitchen.game.type import Type
from kitchen.game.vessels import icon
from kitchen.sim.views import PartView

SLIDE_SECONDS = 0.2
FLY_SECONDS = 0.26  # a chip that starts running flies to RUNNING
ENTER_PX = 28.0  # a new chip comes in from so far to the right

WIDTH, HEIGHT = 360.0, 34.0  # logical px
WIDE, WIDE_GAP, WIDE_MOST = 110.0, 15.0, 3
SLIM, SLIM_GAP, SLIM_MOST = 64.0, 10.0, 5
UPPER_ROW, LOWER_ROW = 11.0, 25.0  # of a slim chip: dish and number over the time
AMBER_FACE: p.Colour = (0x58, 0x3C, 0x3A)
RED_FACE: p.Colour = (0x58, 0x2C, 0x43)
EMPTY_FACE: p.Colour = (0x2A, 0x1D, 0x33)

Key = tuple[int, int]
"""(order, part)."""


@dataclass(frozen=True, slots=True)
class Chip:
    """All that a chip shows, its time aside."""

    order: int
    dish: str
    burning: bool
    slim: bool
    picked: bool


@dataclass(slots=True)
class Flight:
    """A chip on its way up to RUNNING."""

    picture: pygame.Surface
    start: tuple[float, float]
    since: float


class ReadyChips:
    """Draws the ready queue of the kitchen in a row of 360 x 34 logical px."""

    def __init__(self, stage: Stage, type_: Type, art: Art) -> None:
        self._stage, self._type, self._art = stage, type_, art
        self._pictures: Lru[pygame.Surface] = Lru(80)
        self._at = (0.0, 0.0)
        self.reset()

    def reset(self) -> None:
        """Forget what moves: the next frame shows every chip in its place."""
        self._places: dict[Key, tuple[Tween, float, Chip]] = {}
        self._flights: list[Flight] = []
        self._fresh = True

    @property
    def shown(self) -> list[Key]:
        """(order, part) of every chip, from the left."""
        return list(self._places)

    def target(self, pos: tuple[float, float]) -> Action | None:
        """A click on a chip picks its order."""
        x, y = pos[0] - self._at[0], pos[1] - self._at[1]
        if not 0.0 <= y < HEIGHT:
            return None
        width, gap = _measure(len(self._places))
        for index, (order, _) in enumerate(self._places):
            if 0.0 <= x - index * (width + gap) < width:
                return Pick(order)
        return None

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, at: tuple[float, float], moment: Moment) -> None:
        self._at = at
        queue = [key for key in moment.view.ready if self._part(moment, key) is not None]
        more = max(0, len(queue) - SLIM_MOST)
        shown = queue if not more else queue[: SLIM_MOST - 1]
        self._follow(shown, len(queue), moment)
        if not queue:
            self._empty(surface, moment)
        width, gap = _measure(len(queue))
        clip = surface.get_clip()
        surface.set_clip(self._stage.rect(at[0] - 6, at[1] - 6, WIDTH + 12, HEIGHT + 12))
        for index, (key, (tween, since, chip)) in enumerate(self._places.items()):
            x = at[0] + tween.at(moment.wall - since)
            if index:
                self._arrow(surface, x - gap / 2)
            self._draw_chip(surface, x, chip, key, moment)
        if more:
            self._more(surface, at[0] + (width + gap) * len(shown), width, gap, more + 1)
        surface.set_clip(clip)

    def draw_flights(
        self, surface: pygame.Surface, goal: tuple[float, float], wall: float
    ) -> None:
        """Chips that start running, on their way to ``goal``; drawn above everything else."""
        self._flights = [f for f in self._flights if wall - f.since < FLY_SECONDS]
        for flight in self._flights:
            t = in_out_cubic((wall - flight.since) / FLY_SECONDS)
            x = flight.start[0] + (goal[0] - flight.start[0]) * t
            y = flight.start[1] + (goal[1] - flight.start[1]) * t
            flight.picture.set_alpha(round(255 * (1.0 - 0.75 * t)))
            spot = flight.picture.get_rect(center=(self._stage.px(x), self._stage.px(y)))
            surface.blit(flight.picture, spot)

    def _part(self, moment: Moment, key: Key) -> PartView | None:
        order = moment.view.orders.get(key[0])
        return order.parts.get(key[1]) if order is not None else None

    def _follow(self, shown: list[Key], queued: int, moment: Moment) -> None:
        """Bring the chips in line with the queue: who came, who was taken, who moves up."""
        before, self._places = self._places, {}
        width, gap = _measure(queued)
        for index, key in enumerate(shown):
            goal = index * (width + gap)
            chip = self._chip(moment, key, queued > WIDE_MOST)
            if key in before:
                tween, since, old = before[key]
                if tween.end != goal:
                    # A row that changes between wide and slim chips is laid out anew at once.
                    start = tween.at(moment.wall - since) if old.slim == chip.slim else goal
                    tween, since = Tween(start, goal, SLIDE_SECONDS, out_cubic), moment.wall
            else:
                start = goal if self._fresh else goal + ENTER_PX
                tween, since = Tween(start, goal, SLIDE_SECONDS, out_cubic), moment.wall
            self._places[key] = tween, since, chip
        for key in before:
            if key not in moment.view.ready:
                self._take_off(key, before[key], moment)
        self._fresh = False

    def _take_off(self, key: Key, place: tuple[Tween, float, Chip], moment: Moment) -> None:
        part = self._part(moment, key)
        if part is None or part.state == "gone":
            return
        tween, since, chip = place
        width, _ = _measure(WIDE_MOST + 1 if chip.slim else 1)
        x = self._at[0] + tween.at(moment.wall - since) + width / 2
        picture = self._picture(chip).copy()
        self._flights.append(Flight(picture, (x, self._at[1] + HEIGHT / 2), moment.wall))

    def _chip(self, moment: Moment, key: Key, slim: bool) -> Chip:
        order, part = moment.view.orders[key[0]], self._part(moment, key)
        burning = part is not None and part.timer is not None and part.timer.burnt is not None
        return Chip(order.number, order.dish, burning, slim, order.number in moment.view.picks)

    def _draw_chip(
        self, surface: pygame.Surface, x: float, chip: Chip, key: Key, moment: Moment
    ) -> None:
        s, y = self._stage, self._at[1]
        width = SLIM if chip.slim else WIDE
        over = moment.hover is not None and self.target(moment.hover) == Pick(chip.order)
        sunk = (1 if moment.pressed else -1) if over else 0
        picture = self._picture(chip)
        surface.blit(picture, (s.px(x), s.px(y + sunk)))
        part = self._part(moment, key)
        waited = max(0.0, moment.now - part.since) if part is not None else 0.0
        colour = p.RED_TEXT if chip.burning else p.AMBER
        time = fmt.duration(waited)
        time = f"+{time}" if len(time) < 5 else time
        text = self._type.code(time, 12, colour, "semibold")
        right = s.px(x + width - (7 if chip.slim else 9))
        middle = y + (LOWER_ROW if chip.slim else HEIGHT / 2) + sunk
        surface.blit(text, text.get_rect(midright=(right, s.px(middle))))

    def _arrow(self, surface: pygame.Surface, x: float) -> None:
        arrow = self._type.ui("<", 15, p.LILAC, "bold")
        middle = self._stage.px(x), self._stage.px(self._at[1] + HEIGHT / 2)
        surface.blit(arrow, arrow.get_rect(center=middle))

    def _more(
        self, surface: pygame.Surface, x: float, width: float, gap: float, more: int
    ) -> None:
        """Those that have no room: a paler chip that counts them."""
        self._arrow(surface, x - gap / 2)
        area = self._stage.rect(x, self._at[1], width, HEIGHT)
        edge, line = p.mix(EMPTY_FACE, p.AMBER, 0.5), self._stage.line(1)
        surface.blit(paint.box(area.size, self._stage.px(9), EMPTY_FACE, edge, line), area)
        text = self._type.ui(f"+{more}", 15, p.AMBER, "bold")
        surface.blit(text, text.get_rect(center=area.center))

    def _empty(self, surface: pygame.Surface, moment: Moment) -> None:
        area = self._stage.rect(*self._at, WIDTH, HEIGHT)
        edge, line = (0x46, 0x33, 0x4F), self._stage.line(1)
        surface.blit(paint.box(area.size, self._stage.px(9), EMPTY_FACE, edge, line), area)
        words = "nobody needs hands" if moment.view.open_orders else "no orders yet"
        if moment.view.makespan is not None:
            words = "the kitchen is closed"
        text = self._type.ui(words, 13, p.LILAC, "medium")
        surface.blit(text, text.get_rect(center=area.center))

    # -- baked ---------------------------------------------------------------------------------

    def _picture(self, chip: Chip) -> pygame.Surface:
        return self._pictures.get(chip, lambda: self._make(chip))

    def _make(self, chip: Chip) -> pygame.Surface:
        s, width = self._stage, SLIM if chip.slim else WIDE
        size = (s.px(width), s.px(HEIGHT))
        face, edge = (RED_FACE, p.RED) if chip.burning else (AMBER_FACE, p.AMBER)
        edge = p.SAFFRON if chip.picked and not chip.burning else edge
        picture = paint.box(size, s.px(9), face, edge, s.line(2)).copy()
        self._side(picture, size, chip, edge)
        number = self._type.ui(f"#{chip.order}", 14, p.CREAM, "bold")
        row = s.px(UPPER_ROW if chip.slim else HEIGHT / 2)
        dish = self._art.get(icon(chip.dish), *((17, 15) if chip.slim else (23, 20)))
        x = s.px(20 if chip.slim else 24)
        picture.blit(dish, dish.get_rect(center=(x, row)))
        if chip.burning:
            warn = self._art.get("warn", 11 if chip.slim else 13)
            spot = (s.px(17), s.px(LOWER_ROW)) if chip.slim else (x + s.px(7), row + s.px(8))
            picture.blit(warn, warn.get_rect(center=spot))
        if chip.slim:
            picture.blit(number, number.get_rect(midright=(size[0] - s.px(7), row)))
        else:
            picture.blit(number, number.get_rect(midleft=(s.px(39), row)))
        return picture

    def _side(
        self, picture: pygame.Surface, size: tuple[int, int], chip: Chip, edge: p.Colour
    ) -> None:
        """The state's own pattern along the left edge: hatched, or dotted if it burns."""
        s = self._stage
        strip = pygame.Rect(s.line(2), s.line(2), s.px(7), size[1] - 2 * s.line(2))
        dark = p.mix(p.INK, edge, 0.12)
        if not chip.burning:
            hatch = paint.hatch(strip.size, edge, dark, 0, s.px(5)).copy()
        else:
            hatch = paint.clear(strip.size)
            hatch.fill(dark)
            step = max(2, s.px(4))
            for y in range(s.px(2), strip.height, step):
                for x in range(s.px(1), strip.width, step):
                    hatch.fill(edge, (x, y, s.line(1.5), s.line(1.5)))
        picture.blit(paint.cut(hatch, s.px(7), "left"), strip)


def _measure(queued: int) -> tuple[float, float]:
    """Width of a chip and gap between two, for so many in the queue."""
    return (WIDE, WIDE_GAP) if queued <= WIDE_MOST else (SLIM, SLIM_GAP)
