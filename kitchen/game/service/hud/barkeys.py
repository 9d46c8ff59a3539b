"""The keys at the right end of the top bar: autopilot, pause, speeds and the menu."""

from __future__ import annotations

from collections.abc import Hashable

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, Pos, inside
from kitchen.game.draw.ease import Tween
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action, OpenMenu, Pause, Speed, ToggleAutopilot, ToNextRing
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import Spot, Subject, Thing

KNOB_SECONDS = 0.16
PRESS_PX = 2  # logical px that a pressed face sinks
GROW_PX = 1  # logical px that a face grows on every side under the pointer

AUTO, AUTO_W = (1045.0, 8.0, 74.0, 32.0), 34.0  # logical px, in the plain layout; of its word
PAUSE = (1122.0, 8.0, 26.0, 32.0)
NEXT_RING = (1151.0, 8.0, 26.0, 32.0)
SPEEDS = (1180.0, 8.0, 64.0, 32.0)
MENU = (1247.0, 8.0, 28.0, 32.0)
BELOW = 48.0  # from here on down there is no key
TIMES = (1.0, 2.0, 4.0)
FRACTIONS = {0.25: "¼x", 0.5: "½x"}


def speed_box(index: int) -> Box:
    x, y, w, h = SPEEDS
    width = (w - 4) / len(TIMES)
    return x + 2 + index * width, y + 2, width, h - 4


def times_words(times: float) -> str:
    """``½x``, ``4x``."""
    return FRACTIONS.get(times, f"{times:g}x")


def offered(speed: float) -> tuple[float, ...]:
    """The speeds on the three keys: another one than theirs, set otherwise, takes the key of the
    nearest in its direction, so that the speed is always to be seen."""
    slow, middle, fast = TIMES
    if speed in TIMES:
        return TIMES
    if speed < slow:
        return speed, middle, fast
    return (slow, middle, speed) if speed > fast else (slow, speed, fast)


class BarKeys:
    """Draws them where they are in the plain layout, and says what a click on them means."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.reset()

    def reset(self) -> None:
        """Forget what moves."""
        self._knob: Tween | None = None
        self._knob_since = self._share = 0.0
        self._times: tuple[float, ...] = TIMES

    def take_over(self, old: BarKeys) -> None:
        """Go on where those of another size left off."""
        self._knob, self._knob_since = old._knob, old._knob_since
        self._times = old._times

    def target(self, pos: Pos) -> Action | None:
        """What a click at this place (logical px) asks for."""
        for index, times in enumerate(self._times):
            if inside(speed_box(index), pos):
                return Speed(times)
        if inside(MENU, pos):
            return OpenMenu()
        if inside(PAUSE, pos):
            return Pause()
        if inside(NEXT_RING, pos):
            return ToNextRing()
        return ToggleAutopilot() if inside(AUTO, pos) else None

    def spots(self) -> list[Spot[Subject]]:
        """What can be pointed at."""
        return [
            Spot(AUTO, Thing("autopilot")),
            Spot(PAUSE, Thing("pause")),
            Spot(NEXT_RING, Thing("next ring")),
            Spot(MENU, Thing("menu")),
            *(Spot(speed_box(index), Thing("speed")) for index in range(len(TIMES))),
        ]

    def follow(self, moment: Moment) -> Hashable:
        """Let the knob slide; all that the keys look like."""
        self._times, on = offered(moment.speed), moment.autopilot
        if moment.yours is not None:
            on = moment.yours.autopilot
        goal = 1.0 if on else 0.0
        if self._knob is None:
            self._knob = Tween(goal, goal, 0.0)
        elif self._knob.end != goal:
            self._knob, self._knob_since = Tween(1.0 - goal, goal, KNOB_SECONDS), moment.wall
        self._share = self._knob.at(moment.wall - self._knob_since)
        at = moment.hover
        over = None if at is None or at[1] > BELOW or at[0] < AUTO[0] else (at, moment.pressed)
        ringing = moment.ringing
        stands = moment.paused or ringing.turn is not None
        return on, self._share, over, stands, ringing.runs, ringing.offered, moment.speed

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        """As they are since `follow`."""
        self._auto(surface, moment)
        self._pause(surface, moment)
        self._next_ring(surface, moment)
        self._speeds(surface, moment)
        self.draw_menu(surface, moment)

    def _face(
        self, surface: pygame.Surface, box: Box, moment: Moment, edge: p.Colour | None = None
    ) -> float:
        """A raised control on its lip; returns how far it is pressed down, in logical px."""
        x, y, w, h = box
        over = inside(box, moment.hover)
        sunk = PRESS_PX if over and moment.pressed else 0
        grow = GROW_PX if over and not sunk else 0
        lip = self._kit.stage.rect(x, y + PRESS_PX, w, h)
        surface.blit(paint.box(lip.size, self._kit.stage.px(9), p.NIGHT), lip)
        area = self._kit.stage.rect(x - grow, y - grow + sunk, w + 2 * grow, h + 2 * grow)
        top = p.mix(paint.CONTROL_TOP, p.CREAM, 0.08) if over else paint.CONTROL_TOP
        border = edge or p.MAUVE
        line, radius = self._kit.stage.line(1), self._kit.stage.px(9 + grow)
        surface.blit(paint.box(area.size, radius, top, border, line, paint.CONTROL_BOTTOM), area)
        return float(sunk)

    def _auto(self, surface: pygame.Surface, moment: Moment) -> None:
        """A switch: its knob slides; on is mint and on the right."""
        sunk = self._face(surface, AUTO, moment)
        assert self._knob is not None
        on, share = self._knob.end == 1.0, self._share
        x, y = AUTO[0], AUTO[1] + AUTO[3] / 2 + sunk
        colour = p.CREAM if on else p.LILAC
        size = self._kit.type.fitted("Auto", 15, AUTO_W)
        self._kit.put(surface, self._kit.type.ui("Auto", size, colour), x + 7, y)
        track = self._kit.stage.rect(x + 44, y - 7, 26, 14)
        surface.blit(paint.pill(track.size, p.MINT if on else p.NIGHT), track)
        knob = paint.disc(self._kit.stage.px(10), p.INK if on else p.LILAC)
        self._kit.put(surface, knob, x + 51 + 12 * share, y, "center")

    def _pause(self, surface: pygame.Surface, moment: Moment) -> None:
        stands = moment.paused or moment.ringing.turn is not None
        sunk = self._face(surface, PAUSE, moment, p.SAFFRON if stands else None)
        icon = self._kit.art.get("play" if stands else "pause", 22)
        x, y, w, h = PAUSE
        self._kit.put(surface, icon, x + w / 2, y + h / 2 + sunk, "center")

    def _next_ring(self, surface: pygame.Surface, moment: Moment) -> None:
        """Saffron while it runs; a lit edge where it is worth it."""
        ringing = moment.ringing
        edge = p.SAFFRON if ringing.runs else p.CREAM if ringing.offered else None
        sunk = self._face(surface, NEXT_RING, moment, edge)
        lit = {"#FFF3DC": "#FFC845"} if ringing.runs else None
        icon = self._kit.art.get("next_ring", 20, recolour=lit)
        x, y, w, h = NEXT_RING
        self._kit.put(surface, icon, x + w / 2, y + h / 2 + sunk, "center")

    def draw_menu(self, surface: pygame.Surface, moment: Moment) -> None:
        sunk = self._face(surface, MENU, moment)
        x, y, w, h = MENU
        self._kit.put(surface, self._kit.art.get("menu", 22), x + w / 2, y + h / 2 + sunk, "center")

    def _speeds(self, surface: pygame.Surface, moment: Moment) -> None:
        for index, times in enumerate(self._times):
            box = speed_box(index)
            over, active = inside(box, moment.hover), moment.speed == times
            if active or over:
                area = self._kit.stage.rect(*box)
                face = p.PLUM_HI if active else p.PLUM
                surface.blit(paint.box(area.size, self._kit.stage.px(8), face), area)
            sunk = PRESS_PX / 2 if over and moment.pressed else 0.0
            colour = p.CREAM if active or over else p.LILAC
            words = times_words(times)
            text = self._kit.type.ui(words, self._kit.type.fitted(words, 15, box[2] - 3), colour)
            self._kit.put(surface, text, box[0] + box[2] / 2, box[1] + box[3] / 2 + sunk, "center")
