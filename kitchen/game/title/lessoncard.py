"""The card of a lesson: its picture, the concept as code, its steps as signs, and its stars."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint, palette
from kitchen.game.signs.kindsign import kind_sign
from kitchen.game.title.bookcard import BADGE_LOCKED, LEFT, STRIPES, TITLE_SIZES, BookCard
from kitchen.game.title.lessonpicture import faded, lesson_picture, numeral
from kitchen.game.title.spread import LessonOffer

HIGH, HIGH_NEXT = 74.0, 60.0  # of its picture
BADGE, BADGE_SIZE = (21.0, 21.0), 25.0
TITLE, CODE, SIGNS, SIGNS_NEXT = 15.0, 34.0, 66.0, 54.0  # below the picture
STAR, STAR_STEP = 16.0, 17.0
SIGN, SIGN_GAP, SIGN_SHARE = 18.0, 1.5, 0.62
BUTTON_H = 25.0
LONG_SIZES, LONG_LINE, LONG_DOWN = (14.0, 13.0, 12.0, 11.0, 10.0), 16.0, 11.0


class LessonCard(BookCard[LessonOffer]):
    """Nobody has to open it: all lessons are open."""

    def _draw_face(self, face: pygame.Surface) -> None:
        offer, following = self.offer, self.offer.state == "next"
        high = HIGH_NEXT if following else HIGH
        fresh = offer.fresh and not following
        box = self._ground(face, high, STRIPES["locked" if fresh else offer.state])
        lesson_picture(self.kit, face, offer.lesson.fields.picture, box)
        if fresh:
            faded(face, self.kit.stage.rect(*box), STRIPES["locked"][0])
        ground = palette.TOMATO if following else BADGE_LOCKED if fresh else palette.INK
        number = numeral(self.kit, offer.lesson.number, following)
        self._badge(face, BADGE, BADGE_SIZE, ground, number)
        top = box[1] + high
        second = self._two_lines(face, top + TITLE - 3) if self._long else 0.0
        if not second:
            self._title(face, offer.title, top + TITLE, self.room)
        self._code(face, offer.concept, top + CODE + second, self.room)
        low = top + (SIGNS_NEXT if following else SIGNS) + (2.0 if second else 0.0)
        self._signs(face, low)
        self._stars(face, self.width - LEFT + 2, low, STAR, STAR_STEP)
        if following:
            at = self.height - BUTTON_H - 9.0
            self._cook_next(face, (9.0, at, self.width - 18.0, BUTTON_H))

    @property
    def _long(self) -> bool:
        """Whether its title does not fit in one line."""
        wide = self.kit.type.width(self.offer.title, TITLE_SIZES[-1], weight="bold")
        return wide > self.room

    def _two_lines(self, face: pygame.Surface, y: float) -> float:
        """The title, and how much lower the rest is for it, in logical px."""
        kit = self.kit
        for size in LONG_SIZES:
            lines = kit.lines(self.offer.title, size, self.room, "bold")
            if len(lines) <= 2:
                break
        for row, line in enumerate(lines[:2]):
            ink = kit.type.ui(line, size, palette.INK, "bold")
            kit.put(face, ink, LEFT, y + row * LONG_LINE)
        return LONG_DOWN

    def _signs(self, face: pygame.Surface, y: float) -> None:
        """One for each step: filled when it is done."""
        kit, kinds = self.kit, self.offer.kinds
        room = self.width - 2 * LEFT - self.offer.most * STAR_STEP - 2.0
        size = min(SIGN, room / len(kinds) - SIGN_GAP)
        for index, (kind, done) in enumerate(kinds):
            x = LEFT + size / 2 - 1 + index * (size + SIGN_GAP)
            ground = palette.MINT_PAPER if done else palette.WHITE
            edge = palette.MINT_PAPER if done else palette.PAPER_MUTED
            disc = paint.disc(kit.stage.px(size), ground, edge, kit.stage.line(1.2))
            kit.put(face, disc, x, y, "center")
            tone = palette.WHITE if done else palette.PAPER_MUTED
            kit.put(face, kind_sign(kit, kind, size * SIGN_SHARE, tone), x, y, "center")
