"""The streak: a badge that counts clean plates served in a row, and breaks with a word."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.ease import in_cubic, out_back
from kitchen.game.draw.kit import Kit
from kitchen.game.signs.layout import RAIL, TOP_BAR, layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import Spot, Thing

LEAST = 2  # plates in a row that are worth a badge
POP_SECONDS, POP_SCALE = 0.3, 0.25
SHOWN_SECONDS, FALL_SECONDS = 0.7, 0.6  # of a broken one: read first, then fallen
FALL_PX, TILT = 34.0, 24.0  # logical px, degrees
RIGHT, TOP, HEIGHT = 5.0, 0.0, 21.0
"""Logical px, from the scene's upper right corner: beside the hat of who stands there, and above
what they think."""
PAD, GAP = 8.0, 5.0  # around what stands in it, and between
CRACKS = 5  # turns of the crack from top to bottom


class Streak:
    """Draws the badge on the kitchen's wall, below the end of the rail."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._right = layout_of(kit.stage).scene[2] - RIGHT
        self._made: Lru[pygame.Surface] = Lru(16)
        self.reset()

    def reset(self) -> None:
        """Another kitchen is looked at: its streak is nothing new."""
        self._count: int | None = None
        self._since = -1e9
        self._broken: tuple[int, float] | None = None

    def take_over(self, old: Streak) -> None:
        """Go on where the badge of another size left off."""
        self._count, self._since, self._broken = old._count, old._since, old._broken

    def spots(self) -> list[Spot[Thing]]:
        if (self._count or 0) < LEAST:
            return []
        width = self._badge(self._count or 0, False).get_width() / self._kit.stage.k
        return [Spot((self._right - width, TOP_BAR + RAIL + TOP, width, HEIGHT), Thing("streak"))]

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        self._follow(moment)
        if self._broken is not None:
            self._draw_broken(surface, *self._broken, moment)
        elif self._count is not None and self._count >= LEAST:
            self._draw_badge(surface, self._count, moment)

    def _follow(self, moment: Moment) -> None:
        streak, wall = moment.view.clean_run.length, moment.wall
        if self._count is not None and streak > self._count:
            self._since, self._broken = wall, None
        elif self._count is not None and streak < self._count >= LEAST:
            self._broken = self._count, wall
        self._count = streak
        if self._broken is not None and wall - self._broken[1] > SHOWN_SECONDS + FALL_SECONDS:
            self._broken = None

    def _draw_badge(self, surface: pygame.Surface, count: int, moment: Moment) -> None:
        badge = self._badge(count, False)
        age = (moment.wall - self._since) / POP_SECONDS
        if age < 1.0:
            scale = 1.0 + POP_SCALE * moment.swing * (1.0 - out_back(max(0.0, age)))
            badge = pygame.transform.smoothscale_by(badge, scale)
        surface.blit(badge, badge.get_rect(midright=self._midright()))

    def _draw_broken(
        self, surface: pygame.Surface, count: int, since: float, moment: Moment
    ) -> None:
        """Cracked in two, with the word; then the halves fall."""
        badge = self._badge(count, True)
        x, y = badge.get_rect(midright=self._midright()).center
        fall = max(0.0, moment.wall - since - SHOWN_SECONDS) / FALL_SECONDS
        if fall <= 0.0 or moment.calm:
            surface.blit(badge, badge.get_rect(center=(x, y)))
            return
        (w, h), split = badge.get_size(), self._split(badge)
        for side, start, width in ((-1, 0, split), (1, split, w - split)):
            half = badge.subsurface((start, 0, width, h))
            piece = pygame.transform.rotate(half, -side * TILT * fall)
            piece.set_alpha(round(255 * max(0.0, 1.0 - fall)))
            away = round(side * w / 8 * fall)
            middle = (x - w // 2 + start + width // 2 + away, y + self._drop(fall))
            surface.blit(piece, piece.get_rect(center=middle))

    def _drop(self, fall: float) -> int:
        return self._kit.stage.px(FALL_PX * in_cubic(min(1.0, fall)))

    def _midright(self) -> tuple[int, int]:
        """The middle of its right edge, from which it grows."""
        return self._kit.stage.px(self._right), self._kit.stage.px(
            TOP_BAR + RAIL + TOP + HEIGHT / 2
        )

    # -- making --------------------------------------------------------------------------------

    def _badge(self, count: int, broken: bool) -> pygame.Surface:
        return self._made.get((count, broken), lambda: self._make(count, broken))

    def _make(self, count: int, broken: bool) -> pygame.Surface:
        s = self._kit.stage
        tone = p.RED_TEXT if broken else p.SAFFRON
        number = self._kit.type.display(f"x{count}", 16, tone)
        word = self._kit.type.ui("broken" if broken else "clean", 13, p.CREAM, "bold")
        gap, pad = s.px(GAP), s.px(PAD)
        width = number.get_width() + word.get_width() + gap + 2 * pad
        badge = paint.pill((width, s.px(HEIGHT)), p.PLUM, tone, s.line(2), p.NIGHT).copy()
        x, y = pad, s.px(HEIGHT) // 2
        for piece in (number, word):
            badge.blit(piece, piece.get_rect(midleft=(x, y)))
            x += piece.get_width() + gap
        if broken:
            self._crack(badge)
        return badge

    def _split(self, badge: pygame.Surface) -> int:
        """Where a broken badge cracks: through its count, after the x."""
        return self._kit.stage.px(PAD) + self._kit.type.display("x", 16, p.RED_TEXT).get_width()

    def _crack(self, badge: pygame.Surface) -> None:
        x, h = self._split(badge), badge.get_height()
        swing = self._kit.stage.px(1.5)
        points = [
            (x + (swing if i % 2 else -swing), round(h * i / CRACKS)) for i in range(CRACKS + 1)
        ]
        pygame.draw.lines(badge, p.NIGHT, False, points, self._kit.stage.line(1.8))
