"""The small card of a shift, to be cooked with a press: one of the article's kitchens."""

from __future__ import annotations

import pygame

from kitchen.game.draw import palette
from kitchen.game.signs.aids import mitt
from kitchen.game.signs.proportions import draw_pips, pips, planned
from kitchen.game.signs.ribbon import ribbon
from kitchen.game.title.bookcard import BADGE_LOCKED, LEFT, STRIPES, BookCard
from kitchen.game.title.spread import Offer
from kitchen.game.title.summary import orders

HIGH = 82.0  # of its picture
HERO, FLANK, FLANK_X = 60.0, 36.0, 49.0  # dishes: sizes, and how far apart
FLOOR, FLANK_FLOOR = 76.0, 80.0  # what they stand on
BADGE, BADGE_SIZE = (21.0, 21.0), 25.0
TITLE_Y, SECOND_Y, STARS_Y = 105.0, 126.0, 149.0
PIPS_Y, PIPS_H, PIPS_IN = 85.0, 8.0, 6.0  # hands and fire, at the picture's foot
STAR, STAR_STEP = 23.0, 26.5
RIBBON_Y, RIBBON_H = 22.0, 20.0


class ShiftCard(BookCard[Offer]):
    """Its dishes, what it is about, and the stars."""

    def _draw_face(self, face: pygame.Surface) -> None:
        self._picture(face)
        self._words(face)
        self._foot(face)
        if self.offer.ribbon is not None:
            band = ribbon(self.kit, self.offer.ribbon, RIBBON_H)
            self.kit.put(face, band, self.width - 3.0, RIBBON_Y, "midright")

    def _picture(self, face: pygame.Surface) -> None:
        x, _, w, _ = self._ground(face, HIGH, STRIPES[self.offer.state])
        middle, dishes = x + w / 2, self.offer.dishes
        for dish, side in zip(dishes[1:], (-1, 1), strict=False):
            self._dish(face, dish, FLANK, middle + side * FLANK_X, FLANK_FLOOR)
        self._dish(face, dishes[0], HERO, middle, FLOOR)
        self._pips(face, x + PIPS_IN, PIPS_Y, w - 2 * PIPS_IN, PIPS_H)
        ground = {"open": palette.INK, "next": palette.TOMATO, "locked": BADGE_LOCKED}
        colour = palette.INK if self.offer.state == "next" else palette.WHITE
        number = self.kit.type.display(str(self.offer.number), 16, colour)
        self._badge(face, BADGE, BADGE_SIZE, ground[self.offer.state], number)

    def _pips(self, face: pygame.Surface, x: float, y: float, wide: float, high: float) -> None:
        """Hands and fire of the large dish, as long as they take."""
        plan = self.offer.steps()
        draw_pips(face, self.kit, pips(plan, wide), planned(plan), x, y, high)

    def _words(self, face: pygame.Surface) -> None:
        kit, offer = self.kit, self.offer
        self._title(face, offer.title, TITLE_Y, self.room)
        if offer.concept:
            self._code(face, offer.concept, SECOND_Y, self.room)
        else:
            line = kit.type.elide(orders(offer.shift), 13, self.room, weight="medium")
            kit.put(face, kit.type.ui(line, 13, palette.PAPER_MUTED, "medium"), LEFT, SECOND_Y)

    def _foot(self, face: pygame.Surface) -> None:
        """Stars."""
        kit, offer = self.kit, self.offer
        self._stars(face, LEFT - 2 + offer.most * STAR_STEP, STARS_Y, STAR, STAR_STEP)
        if offer.helped:
            kit.put(face, mitt(kit, STAR), self.width - LEFT, STARS_Y, "midright")
