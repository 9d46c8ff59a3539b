"""Stars: one for each target of the shift, and the reason for each that is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.results import layout
from kitchen.game.results.entrance import Entrance
from kitchen.game.results.standings import Standings
from kitchen.game.results.watched import WatchedStars
from kitchen.game.signs.aids import AnyAid, mitt, with_help
from kitchen.game.signs.targets import outcome
from kitchen.sim.view.score import Star

SIDE, MIDDLE = 42.0, 50.0  # logical px
PITCH = 46.0
RAISED = 5.0  # the one in the middle
SIZE, LEADING = 15.0, 21.0
MARK = 15.0
HELP, MITT = (1226.0, 110.0, 400.0), 22.0
"""Where the words about help end, and how wide they may be; and how high the mitt is."""


class ShownStars(Protocol):
    """What stands at the right end of the header."""

    @property
    def left(self) -> float:
        """Where its words begin, in logical px."""

    def reasons(self, canvas: pygame.Surface) -> None:
        """The words, which are there from the start."""

    def draw(self, canvas: pygame.Surface, entrance: Entrance) -> None: ...


def stars_of(kit: Kit, standings: Standings) -> ShownStars:
    """The stars, or the ribbon of what was only watched. A shift without targets has neither."""
    stars = standings.own.result.stars
    if standings.watched is not None and stars:
        reached = sum(star.earned for star in stars)
        return WatchedStars(kit, standings.watched, standings.shift.kitchen, reached)
    return Stars(kit, stars, standings.helped)


class Stars:
    """Draws the stars, earned ones first, and beside them what each target came to, and what
    helped."""

    def __init__(self, kit: Kit, stars: tuple[Star, ...], helped: Sequence[AnyAid] = ()) -> None:
        self._kit = kit
        self._helped = with_help(helped) if helped and stars else ()
        self._stars = sorted(stars, key=lambda star: not star.earned)
        widest = max((kit.type.width(outcome(star), SIZE) for star in stars), default=0.0)
        self.left = self._right - MARK - 8.0 - widest
        """Where the words begin, in logical px."""

    @property
    def _right(self) -> float:
        """Where the words and their marks end, in logical px."""
        return layout.STARS_X - PITCH * (len(self._stars) - 1) / 2 - SIDE / 2 - 16.0

    def reasons(self, canvas: pygame.Surface) -> None:
        """The words, which are there from the start."""
        kit, count = self._kit, len(self._stars)
        right = self._right
        y = layout.STARS_Y - LEADING * (count - 1) / 2
        for star in self._stars:
            colour = p.PAPER_MUTED if star.earned else p.RED_PAPER
            text = kit.type.ui(outcome(star), SIZE, colour)
            kit.put(canvas, text, right - MARK - 8, y, "midright")
            kit.put(canvas, self._mark(star), right, y, "midright")
            y += LEADING
        if self._helped:
            self._tell_help(canvas)

    def _tell_help(self, canvas: pygame.Surface) -> None:
        """Below the stars."""
        kit, (x, y, room) = self._kit, HELP
        words, size = kit.type.told(self._helped, 14, room - MITT, whole=True)
        kit.put(canvas, mitt(kit, MITT), x, y, "midright")
        kit.put(canvas, kit.type.ui(words, size, p.INK), x - MITT, y, "midright")

    def _mark(self, star: Star) -> pygame.Surface:
        return self._kit.art.get("star" if star.earned else "star_paper", height=MARK)

    def draw(self, canvas: pygame.Surface, entrance: Entrance) -> None:
        count = len(self._stars)
        for index, star in enumerate(self._stars):
            large = count == 3 and index == 1
            x = layout.STARS_X + (index - (count - 1) / 2) * PITCH
            y = layout.STARS_Y - (RAISED if large else 0.0)
            size = MIDDLE if large else SIDE
            self._put(canvas, "star_paper", size, x, y)
            popped = entrance.star(index) if star.earned else 0.0
            if popped:
                self._put(canvas, "star", size * (0.4 + 0.6 * popped), x, y)

    def _put(self, canvas: pygame.Surface, name: str, size: float, x: float, y: float) -> None:
        self._kit.put(canvas, self._kit.art.get(name, height=size), x, y, "center")
