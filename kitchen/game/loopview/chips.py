"""The ready queue as a row of chips: who raised a hand first stands on the left."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.art import Art
from kitchen.game.draw.ease import Tween, in_out_cubic, out_cubic
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.type import Type
from kitchen.game.input.actions import Action, Pick
from kitchen.game.layout import layout_of
from kitchen.game.loopview.chip import HEIGHT, LOWER_ROW, SLIM, WIDE, Chip, ChipPainter
from kitchen.game.moment import Moment
from kitchen.game.telling.subjects import Dish, Spot
from kitchen.sim.views import PartView

SLIDE_SECONDS = 0.2
FLY_SECONDS = 0.26  # a chip that starts running flies to RUNNING
ENTER_PX = 28.0  # a new chip comes in from so far to the right

WIDTH = 360.0  # logical px, in the plain layout
WIDE_GAP, SLIM_GAP = 15.0, 10.0
EMPTY_FACE: p.Colour = (0x2A, 0x1D, 0x33)

Key = tuple[int, int]
"""(order, part)."""


@dataclass(slots=True)
class Flight:
    """A chip on its way up to RUNNING."""

    picture: pygame.Surface
    start: tuple[float, float]
    since: float
    still: bool
    """With reduced motion it goes out where it is."""


class ReadyChips:
    """Draws the ready queue of the kitchen in a row of 360 x 34 logical px, or wider."""

    def __init__(self, stage: Stage, type_: Type, art: Art) -> None:
        self._stage, self._type = stage, type_
        self._width = WIDTH + layout_of(stage).panel_wider
        self._wide_most = int((self._width + WIDE_GAP) // (WIDE + WIDE_GAP))
        self._slim_most = int((self._width + SLIM_GAP) // (SLIM + SLIM_GAP))
        self._painter = ChipPainter(stage, type_, art)
        self._at = (0.0, 0.0)
        self._queued = 0
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
        order = next((s.subject.order for s in self.spots() if s.holds(pos)), None)
        return Pick(order) if order is not None else None

    def spots(self) -> list[Spot[Dish]]:
        """Every chip, from the left."""
        width, gap = self._measure(self._queued)
        x, y = self._at
        return [
            Spot((x + index * (width + gap), y, width, HEIGHT), Dish(order, part))
            for index, (order, part) in enumerate(self._places)
        ]

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, at: tuple[float, float], moment: Moment) -> None:
        self._at = at
        queue = line_up(moment)
        self._queued = len(queue)
        more = max(0, len(queue) - self._slim_most)
        shown = queue if not more else queue[: self._slim_most - 1]
        self._follow(shown, queue, moment)
        if not queue:
            self._empty(surface, moment)
        width, gap = self._measure(len(queue))
        clip = surface.get_clip()
        surface.set_clip(self._stage.rect(at[0] - 6, at[1] - 6, self._width + 12, HEIGHT + 12))
        for index, (key, (tween, since, chip)) in enumerate(self._places.items()):
            x = at[0] + tween.at(moment.wall - since)
            if index:
                self._arrow(surface, x - gap / 2)
            self._draw_chip(surface, x, chip, key, moment)
        if more:
            self._more(surface, at[0] + (width + gap) * len(shown), width, gap, more + 1)
        surface.set_clip(clip)

    def draw_flights(self, surface: pygame.Surface, goal: tuple[float, float], wall: float) -> None:
        """Chips that start running, on their way to ``goal``; drawn above everything else."""
        self._flights = [f for f in self._flights if wall - f.since < FLY_SECONDS]
        for flight in self._flights:
            t = in_out_cubic((wall - flight.since) / FLY_SECONDS)
            way = 0.0 if flight.still else t
            x = flight.start[0] + (goal[0] - flight.start[0]) * way
            y = flight.start[1] + (goal[1] - flight.start[1]) * way
            flight.picture.set_alpha(round(255 * (1.0 - 0.75 * t)))
            spot = flight.picture.get_rect(center=(self._stage.px(x), self._stage.px(y)))
            surface.blit(flight.picture, spot)

    def _measure(self, queued: int) -> tuple[float, float]:
        """Width of a chip and gap between two, for so many in the queue."""
        return (WIDE, WIDE_GAP) if queued <= self._wide_most else (SLIM, SLIM_GAP)

    def _part(self, moment: Moment, key: Key) -> PartView | None:
        order = moment.view.orders.get(key[0])
        return order.parts.get(key[1]) if order is not None else None

    def _follow(self, shown: list[Key], queue: list[Key], moment: Moment) -> None:
        """Bring the chips in line with the queue: who came, who was taken, who moves up."""
        before, self._places = self._places, {}
        width, gap = self._measure(len(queue))
        end = 0.0  # where the chip before this one ends, on its way
        for index, key in enumerate(shown):
            goal = index * (width + gap)
            chip = self._chip(moment, key, len(queue) > self._wide_most)
            if key in before:
                tween, since, old = before[key]
                if tween.end != goal:
                    # A row that changes between wide and slim chips is laid out anew at once.
                    start = tween.at(moment.wall - since) if old.slim == chip.slim else goal
                    tween, since = Tween(start, goal, SLIDE_SECONDS, out_cubic), moment.wall
            else:
                start = goal if self._fresh else max(goal + ENTER_PX, end)
                tween, since = Tween(start, goal, SLIDE_SECONDS, out_cubic), moment.wall
            self._places[key] = tween, since, chip
            end = tween.at(moment.wall - since) + width + gap
        for key in before:
            if key not in queue:
                self._take_off(key, before[key], moment)
        self._fresh = False

    def _take_off(self, key: Key, place: tuple[Tween, float, Chip], moment: Moment) -> None:
        part = self._part(moment, key)
        if part is None or part.state == "gone":
            return
        tween, since, chip = place
        width = SLIM if chip.slim else WIDE
        x = self._at[0] + tween.at(moment.wall - since) + width / 2
        picture = self._painter.picture(chip).copy()
        self._flights.append(
            Flight(picture, (x, self._at[1] + HEIGHT / 2), moment.wall, moment.calm)
        )

    def _chip(self, moment: Moment, key: Key, slim: bool) -> Chip:
        order, part = moment.view.orders[key[0]], self._part(moment, key)
        burning = part is not None and part.timer is not None and part.timer.burnt is not None
        picks = moment.view.picks
        picked = picks.index(order.number) + 1 if order.number in picks else 0
        return Chip(order.number, order.dish, burning, slim, picked)

    def _draw_chip(
        self, surface: pygame.Surface, x: float, chip: Chip, key: Key, moment: Moment
    ) -> None:
        s, y = self._stage, self._at[1]
        width = SLIM if chip.slim else WIDE
        over = moment.hover is not None and self.target(moment.hover) == Pick(chip.order)
        sunk = (1 if moment.pressed else -1) if over else 0
        picture = self._painter.picture(chip)
        surface.blit(picture, (s.px(x), s.px(y + sunk)))
        part = self._part(moment, key)
        waited = max(0.0, moment.now - part.since) if part is not None else 0.0
        text = self._painter.time(chip, waited)
        right = s.px(x + width - (7 if chip.slim else 9))
        stacked = chip.slim or self._painter.stacked
        middle = y + (LOWER_ROW if stacked else HEIGHT / 2) + sunk
        surface.blit(text, text.get_rect(midright=(right, s.px(middle))))

    def _arrow(self, surface: pygame.Surface, x: float) -> None:
        arrow = self._type.ui("<", 15, p.LILAC, "bold")
        middle = self._stage.px(x), self._stage.px(self._at[1] + HEIGHT / 2)
        surface.blit(arrow, arrow.get_rect(center=middle))

    def _more(self, surface: pygame.Surface, x: float, width: float, gap: float, more: int) -> None:
        """Those that have no room: a paler chip that counts them."""
        self._arrow(surface, x - gap / 2)
        area = self._stage.rect(x, self._at[1], width, HEIGHT)
        edge, line = p.mix(EMPTY_FACE, p.AMBER, 0.5), self._stage.line(1)
        surface.blit(paint.box(area.size, self._stage.px(9), EMPTY_FACE, edge, line), area)
        text = self._type.ui(f"+{more}", 15, p.AMBER, "bold")
        surface.blit(text, text.get_rect(center=area.center))

    def _empty(self, surface: pygame.Surface, moment: Moment) -> None:
        area = self._stage.rect(*self._at, self._width, HEIGHT)
        edge, line = (0x46, 0x33, 0x4F), self._stage.line(1)
        surface.blit(paint.box(area.size, self._stage.px(9), EMPTY_FACE, edge, line), area)
        words = "nobody needs hands" if moment.view.open_orders else "no orders yet"
        if moment.view.makespan is not None:
            words = "the kitchen is closed"
        text = self._type.ui(words, 13, p.LILAC, "medium")
        surface.blit(text, text.get_rect(center=area.center))


def line_up(moment: Moment) -> list[Key]:
    """Who waits for a chef, first come first.

    Where chefs stay, a dish that has one waits for nobody: its parts take turns with that chef.
    """
    view = moment.view
    ready = [key for key in view.ready if key[0] in view.orders]
    if moment.attention != "stay":
        return ready
    served = {chef.order for chef in view.chefs if chef.state != "free"}
    return [key for key in ready if key[0] not in served]
