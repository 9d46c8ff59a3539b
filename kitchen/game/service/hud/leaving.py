"""Tickets on their way off the rail: stamped and dropped, torn in two, or gone out."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import Tween, in_cubic, out_back, out_cubic
from kitchen.game.draw.kit import Kit
from kitchen.game.service.hud.departing import DEPART_SECONDS
from kitchen.game.service.hud.ticket import Face, TicketPainter

PLATE_SECONDS = 0.42  # the dish is on its way; then the ticket is stamped
STAMP_SECONDS = 0.14
STAMPED_SECONDS = PLATE_SECONDS + STAMP_SECONDS
STAMP_HOLD_SECONDS = 0.55  # stamped, and still on the rail
LIFT_SECONDS, LIFT_PX = 0.1, 12.0
DROP_SECONDS, DROP_PX = 0.2, 96.0
RIP_SECONDS, RIP_PX, RIP_TILT = 0.16, 3.0, 6.0  # torn: the lower half tilts (degrees), and hangs
FALL_SECONDS = 0.3  # then it falls
STUB_SECONDS = 0.4  # after which the upper half follows it
TEAR_SECONDS = STUB_SECONDS + DROP_SECONDS
TEAR_AT = 0.55  # of the height: between the pips and the title
TORN_EDGE = (0.0, 3.0, -1.5, 2.0, -3.0, 1.5, -2.0, 3.0, -1.0, 2.5, -2.5, 1.0, -1.5)
"""How far the torn edge is off the straight, in logical px, from the left."""
FADE_SECONDS = 0.4  # with reduced motion
STAMP_AT = 0.52  # of the height
STAMP_GREEN: p.Colour = (0x0F, 0x7A, 0x55)


@dataclass(slots=True)
class Leaving:
    """A ticket on its way off the rail; ``torn`` if its customer walked out."""

    x: float
    since: float
    face: Face
    share: float
    torn: bool
    halves: tuple[pygame.Surface, pygame.Surface] | None = None
    """Of a torn one: made when it is first drawn."""

    @property
    def life(self) -> float:
        """Seconds of wall time that it keeps its place: the guest of a torn one stands there."""
        if self.torn:
            return DEPART_SECONDS
        return STAMPED_SECONDS + STAMP_HOLD_SECONDS + LIFT_SECONDS + DROP_SECONDS

    def clipped(self, wall: float) -> bool:
        """It still hangs from its clip."""
        return wall - self.since < (STUB_SECONDS if self.torn else STAMPED_SECONDS)


class LeavingTickets:
    """Draws them. ``y``: where tickets hang, in logical px."""

    def __init__(self, kit: Kit, tickets: TicketPainter, y: float) -> None:
        self._kit, self._tickets, self._y = kit, tickets, y
        self._stamp = self._make_stamp()

    def draw(self, surface: pygame.Surface, item: Leaving, wall: float, calm: bool) -> None:
        age = wall - item.since
        if calm:
            self._draw_fading(surface, item, age)
        elif item.torn:
            self._draw_torn(surface, item, age)
        else:
            self._draw_served(surface, item, age)

    def _whole(self, item: Leaving) -> pygame.Surface:
        """A copy of the ticket, its patience bar included."""
        ticket = self._tickets.picture(item.face).copy()
        ticket.fblits(self._tickets.patience(0, 0, self._tickets.worn(item.share)))
        return ticket

    def _draw_fading(self, surface: pygame.Surface, item: Leaving, age: float) -> None:
        """With reduced motion: stamped, if it was served, it goes out where it hangs."""
        ticket = self._tickets.picture(item.face).copy()
        w, h = ticket.get_size()
        if not item.torn:
            ticket.blit(self._stamp, self._stamp.get_rect(center=(w // 2, round(h * STAMP_AT))))
        seen = TEAR_SECONDS if item.torn else item.life
        ticket.set_alpha(round(255 * max(0.0, min(1.0, (seen - age) / FADE_SECONDS))))
        surface.blit(ticket, (self._kit.stage.px(item.x), self._kit.stage.px(self._y)))

    def _draw_served(self, surface: pygame.Surface, item: Leaving, age: float) -> None:
        """Stamped, lifted, dropped."""
        rest = age - STAMPED_SECONDS - STAMP_HOLD_SECONDS
        y = self._y + Tween(0.0, -LIFT_PX, LIFT_SECONDS).at(rest)
        y += Tween(0.0, DROP_PX, DROP_SECONDS, in_cubic).at(rest - LIFT_SECONDS)
        at = (self._kit.stage.px(item.x), self._kit.stage.px(y))
        ticket = self._tickets.picture(item.face)
        surface.blit(ticket, at)
        surface.fblits(self._tickets.patience(*at, self._tickets.worn(item.share)))
        if age < PLATE_SECONDS:
            return
        scale = Tween(1.7, 1.0, STAMP_SECONDS, out_back).at(age - PLATE_SECONDS)
        stamp = self._stamp
        if scale != 1.0:
            stamp = pygame.transform.smoothscale_by(stamp, scale)
        w, h = ticket.get_size()
        middle = (at[0] + w // 2, at[1] + round(h * STAMP_AT))
        surface.blit(stamp, stamp.get_rect(center=middle))

    def _draw_torn(self, surface: pygame.Surface, item: Leaving, age: float) -> None:
        """The lower half tears off and falls; then the upper one lets go."""
        if item.halves is None:
            item.halves = self._torn(self._whole(item))
        s, (upper, lower) = self._kit.stage, item.halves
        x, y = s.px(item.x), s.px(self._y)
        stub = Tween(0.0, DROP_PX, DROP_SECONDS, in_cubic).at(age - STUB_SECONDS)
        surface.blit(upper, (x, y + s.px(stub)))
        fallen = Tween(0.0, RIP_PX, RIP_SECONDS, out_cubic).at(age)
        fallen += Tween(0.0, DROP_PX, FALL_SECONDS, in_cubic).at(age - RIP_SECONDS)
        tilt = Tween(0.0, -RIP_TILT, RIP_SECONDS, out_cubic).at(age)
        middle = lower.get_rect(topleft=(x, y + s.px(fallen))).center
        lower = pygame.transform.rotozoom(lower, tilt, 1.0)
        surface.blit(lower, lower.get_rect(center=middle))

    def _torn(self, ticket: pygame.Surface) -> tuple[pygame.Surface, pygame.Surface]:
        """The two halves, each as large as the ticket was and in its place."""
        w, h = ticket.get_size()
        tooth, last = self._kit.stage.k / h, len(TORN_EDGE) - 1
        edge = tuple((i / last, TEAR_AT + step * tooth) for i, step in enumerate(TORN_EDGE))
        upper = _cut(ticket, ((0.0, 0.0), *edge, (1.0, 0.0)))
        lower = _cut(ticket, ((0.0, 1.0), *edge, (1.0, 1.0)))
        fibres = [(x * w, y * h) for x, y in edge]
        for half in (upper, lower):
            pygame.draw.aalines(half, p.PAPER_D, False, fibres)
        return upper, lower

    def _make_stamp(self) -> pygame.Surface:
        text = self._kit.type.display("Served", 17, STAMP_GREEN)
        pad = self._kit.stage.px(7)
        size = (text.get_width() + 2 * pad, self._kit.stage.px(25))
        frame = paint.box(
            size,
            self._kit.stage.px(6),
            (0xFF, 0xF6, 0xE6, 225),
            STAMP_GREEN,
            self._kit.stage.line(2),
        ).copy()
        frame.blit(text, text.get_rect(center=(size[0] // 2, size[1] // 2)))
        large = pygame.transform.scale_by(frame, 2)
        tilted = pygame.transform.rotate(large, 9)
        w, h = tilted.get_size()
        return pygame.transform.smoothscale(tilted, (w // 2, h // 2))


def _cut(picture: pygame.Surface, outline: tuple[tuple[float, float], ...]) -> pygame.Surface:
    """What of a picture is inside an outline; points are shares (0 to 1) of the size."""
    half = picture.copy()
    mask = paint.polygon(picture.get_size(), outline, (255, 255, 255))
    half.blit(mask, (0, 0), None, pygame.BLEND_RGBA_MULT)
    return half
