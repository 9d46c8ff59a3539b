"""Guests who leave: each walks off from where their ticket was torn, with the money they take."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.signs import lostwords
from kitchen.game.signs.moment import Moment

SECONDS, FADE_SECONDS = 2.2, 0.4
WALK_PX = 96.0  # logical px that a guest walks before they are gone
STEPS_HZ = 2.5
TALL, FOOT = 56.0, 70.0  # logical px: and below the top of the tickets
CLOSE = 44.0  # those who leave from nearer places leave together
LABEL, LABEL_H, PAD = 16.0, 22.0, 7.0
KEPT = 40


@dataclass(slots=True)
class Departing:
    """A guest on the way out, or several from one place."""

    x: float
    """Where they set out, in logical px."""
    since: float
    cents: int
    """What they would have paid."""


class DepartingGuests:
    """Draws them over the rail. ``y``: where tickets hang; ``width``: of the rail; logical px."""

    def __init__(self, kit: Kit, y: float, width: float) -> None:
        self._kit, self._y, self._width = kit, y, width
        self._made: Lru[pygame.Surface] = Lru(KEPT)
        self.guests: list[Departing] = []

    def leave(self, x: float, cents: int, wall: float) -> None:
        """A guest sets out from there."""
        for guest in self.guests:
            if guest.since == wall and abs(guest.x - x) < CLOSE:
                guest.cents += cents
                return
        self.guests.append(Departing(x, wall, cents))

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        self.guests = [g for g in self.guests if moment.wall - g.since < SECONDS]
        for guest in self.guests:
            self._draw(surface, guest, moment.wall - guest.since, moment.calm)

    def _draw(self, surface: pygame.Surface, guest: Departing, age: float, calm: bool) -> None:
        s, step = self._kit.stage, 0 if calm else int(age * STEPS_HZ * 2) % 2
        picture = self._made.get((guest.cents, step), lambda: self._make(guest.cents, step))
        walked = 0.0 if calm else WALK_PX * age / SECONDS
        most = self._width - picture.get_width() / s.k
        at = s.px(min(guest.x + walked, most)), s.px(self._y + FOOT) - picture.get_height()
        picture.set_alpha(round(255 * min(1.0, (SECONDS - age) / FADE_SECONDS)))
        surface.blit(picture, at)

    def _make(self, cents: int, step: int) -> pygame.Surface:
        """The figure, and beside it a label with the money."""
        s = self._kit.stage
        figure = self._kit.art.get("guest", height=TALL, drop=(("legs_a", "legs_b")[step],))
        words = self._kit.type.display(lostwords.minus(cents), LABEL, p.INK) if cents else None
        wide = figure.get_width() + (words.get_width() + 2 * s.px(PAD) if words else 0)
        made = paint.clear((wide, figure.get_height()), p.INK)
        if words is not None:
            high = max(s.px(LABEL_H), words.get_height())
            size = (words.get_width() + 2 * s.px(PAD), high)
            area = pygame.Rect((figure.get_width() - s.px(4), s.px(8)), size)
            made.blit(paint.box(size, s.px(7), p.RED, p.INK, s.line(2.2)), area)
            made.blit(words, words.get_rect(center=area.center))
        made.blit(figure, (0, 0))
        return made
