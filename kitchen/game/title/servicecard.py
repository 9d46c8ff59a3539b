"""The wide card of a service: after the lessons of a chapter, what one does with them."""

from __future__ import annotations

import pygame

from kitchen.game.draw import palette
from kitchen.game.draw.format import count
from kitchen.game.signs.aids import mitt
from kitchen.game.title.bookcard import BADGE_LOCKED, LEFT, STRIPES
from kitchen.game.title.shiftcard import ShiftCard
from kitchen.game.title.spread import Offer
from kitchen.game.title.summary import orders
from kitchen.sim.shift.modes import MODES

TEXT = 84.0  # what is below the picture, of the height
TITLE, LINE = 22.0, 20.0
BADGE, BADGE_SIZE = (32.0, 32.0), 36.0
STAR, STAR_STEP = 24.0, 32.0
BUTTON = (142.0, 27.0)
ABOUT_LINES, LEADING = 3, 19.0
DISH, DISH_STEP = 0.70, 84.0  # of the picture's height; from dish to dish
TALL = 240.0
"""From this height on there is room for what it is about."""


def kitchen_of(offer: Offer) -> tuple[str, str]:
    """``Service: 8 orders, one chef``; and shorter."""
    shift = offer.shift
    many = MODES[shift.kitchen][0] if shift.kitchen in MODES else False
    chefs = count(shift.chefs, "chef") if many else "one chef"
    said = orders(shift)
    return f"Service: {said}, {chefs}", f"Service: {said}"


class ServiceCard(ShiftCard):
    """A higher one has room for more."""

    @property
    def _high(self) -> float:
        """Of its picture."""
        return self.height - 8.0 - TEXT - (LEADING * ABOUT_LINES + 6 if self._tall else 0.0)

    @property
    def _tall(self) -> bool:
        return self.height >= TALL

    def _picture(self, face: pygame.Surface) -> None:
        x, y, w, h = self._ground(face, self._high, STRIPES[self.offer.state])
        state, kit = self.offer.state, self.kit
        middle, foot = x + w / 2, y + h - (0.16 * h)
        step = DISH_STEP * min(1.6, h / 84.0) ** 0.5
        for dish, side in zip(self.offer.dishes[1:], (-1, 1), strict=False):
            self._dish(face, dish, h * DISH * 0.72, middle + side * step, foot + 2)
        self._dish(face, self.offer.dishes[0], h * DISH, middle, foot)
        if state == "locked":
            kit.put(face, kit.art.get("lock", 35), middle, y + h / 2 + 5, "center")
        else:
            self._pips(face, x + 8, y + h - 6, w - 16, 8.0)
        ground = {"open": palette.INK, "next": palette.TOMATO, "locked": BADGE_LOCKED}
        self._badge(face, BADGE, BADGE_SIZE, ground[state], kit.art.get("cloche_big", height=22))

    @property
    def _top(self) -> float:
        """Of the words, from the card's upper edge."""
        return 8.0 + self._high

    def _words(self, face: pygame.Surface) -> None:
        kit, offer, top = self.kit, self.offer, self._top
        locked = offer.state == "locked"
        marks = (offer.most * STAR_STEP) + (STAR + 6 if offer.helped else 0.0)
        room = self.room - (0.0 if locked else marks)
        title, size = kit.type.told_at((21, 20, 19, 18, 17), (offer.title,), room, "display")
        colour = palette.PAPER_MUTED if locked else palette.INK
        kit.put(face, kit.type.display(title, size, colour), LEFT, top + TITLE)
        ways = offer.opens if locked else kitchen_of(offer)
        line, small = kit.type.told_at((14, 13, 12), ways, self.room, weight="medium")
        ink = kit.type.ui(line, small, palette.PAPER_MUTED, "medium")
        kit.put(face, ink, LEFT, top + TITLE + LINE)
        if offer.concept and not locked:
            room = self.room - (BUTTON[0] + 6 if offer.state == "next" else 0.0)
            self._code(face, offer.concept, top + TITLE + 2 * LINE, room)
        if self._tall:
            box = (LEFT, top + TITLE + 2.6 * LINE, self.room, LEADING * ABOUT_LINES)
            kit.paragraph(face, offer.shift.about, 15, palette.PAPER_MUTED, box, LEADING, "medium")

    def _foot(self, face: pygame.Surface) -> None:
        offer, kit, y = self.offer, self.kit, self._top + TITLE
        if offer.state == "locked":
            return
        right = self.width - LEFT
        self._stars(face, right, y, STAR, STAR_STEP)
        low = y + 2 * LINE
        if offer.helped:
            left = right - offer.most * STAR_STEP - 6
            kit.put(face, mitt(kit, STAR), left, y, "midright")
        if offer.state == "next":
            wide, high = BUTTON
            self._cook_next(face, (right - wide, low - high / 2, wide, high))
