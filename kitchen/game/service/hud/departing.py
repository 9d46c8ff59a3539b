"""Guests who leave: each stands where their ticket was torn off, and goes with their money."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.service.hud.door import EDGE as EDGE_LINE
from kitchen.game.service.hud.door import FACE
from kitchen.game.signs import lostwords
from kitchen.game.signs.moment import Moment

DEPART_SECONDS, FADE_SECONDS = 1.6, 0.35
WALK_PX, STEPS_HZ = 7.0, 2.5  # logical px to the right before they are gone
TALL, EDGE = 56.0, 3.0  # logical px
LABEL, LABEL_H = 15.0, 19.0
KEPT = 40


@dataclass(slots=True)
class Departing:
    """A guest on the way out, or several from one place."""

    box: Box
    """Where their ticket hung, or the door, in logical px."""
    since: float
    cents: int
    """What they would have paid."""
    door: bool
    """They never got a table, and turn at the door."""


class DepartingGuests:
    """Draws them over the rail."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._made: Lru[pygame.Surface] = Lru(KEPT)
        self.guests: list[Departing] = []

    def leave(self, box: Box, cents: int, wall: float, *, door: bool = False) -> None:
        """A guest goes from there; those who go together take their money together."""
        for guest in self.guests:
            if guest.box == box:
                guest.cents, guest.since = guest.cents + cents, wall
                return
        self.guests.append(Departing(box, wall, cents, door))

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        self.guests = [g for g in self.guests if moment.wall - g.since < DEPART_SECONDS]
        for guest in self.guests:
            age = moment.wall - guest.since
            step = 0 if moment.calm else int(age * STEPS_HZ * 2) % 2
            x, y, w, h = guest.box
            key = (guest.cents, step, guest.door, w, h)
            picture = self._made.get(key, lambda key=key: self._make(*key))  # type: ignore[misc]
            walked = 0.0 if moment.calm or guest.door else WALK_PX * age / DEPART_SECONDS
            fade = min(1.0, (DEPART_SECONDS - age) / FADE_SECONDS)
            picture.set_alpha(round(255 * fade))
            surface.blit(picture, (self._kit.stage.px(x + walked), self._kit.stage.px(y)))

    def _make(self, cents: int, step: int, door: bool, w: float, h: float) -> pygame.Surface:
        """The figure, and above its outstretched hand the money."""
        s = self._kit.stage
        made = paint.clear((s.px(w), s.px(h)), p.INK)
        if door:
            made.blit(paint.box(made.get_size(), s.px(7), FACE, EDGE_LINE, s.line(1.5)), (0, 0))
        figure = self._kit.art.get("guest", height=TALL, drop=(("legs_a", "legs_b")[step],))
        made.blit(figure, (s.px(EDGE), s.px(h - EDGE) - figure.get_height()))
        if cents:
            left = s.px(EDGE) + round(figure.get_width() * 0.62)
            room = (made.get_width() - left) / s.k - 8.0 - WALK_PX
            size = self._kit.type.fitted(lostwords.minus(cents), LABEL, room, "display")
            words = self._kit.type.display(lostwords.minus(cents), size, p.INK)
            area = pygame.Rect(left, s.px(h - EDGE - TALL), words.get_width() + s.px(8), 0)
            area.h = max(s.px(LABEL_H), words.get_height())
            made.blit(paint.box(area.size, s.px(6), p.RED, p.INK, s.line(2)), area)
            made.blit(words, words.get_rect(center=area.center))
        return made
