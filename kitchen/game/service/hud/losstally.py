"""The tally of losses: a line that stays, and for a moment the money that has just left."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.signs import lostwords
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import Spot, Thing
from kitchen.sim.view.losses import Lost

FRESH_SECONDS = 1.4  # so long a new loss stands on red
GONE_SECONDS = 2.8  # so long the money of guests who have left is told
SIZE, HEIGHT, PAD = 13.0, 17.0, 5.0  # logical px


class Line(NamedTuple):
    """What the tally says, how large, and how wide that is, in logical px."""

    words: str
    size: float
    width: float


class LossTally:
    """Draws the line and remembers what of it is new; `follow` once a frame."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.reset()

    def reset(self) -> None:
        """Another kitchen is looked at: what it has lost so far is nothing new."""
        self._fresh = True
        self._count = 0
        self._since = -1e9
        self._gone: list[tuple[float, Lost]] = []
        self._box: Box | None = None

    def take_over(self, old: LossTally) -> None:
        """Go on where that of another size left off."""
        self._fresh, self._count = old._fresh, old._count
        self._since, self._gone = old._since, old._gone

    def spots(self) -> list[Spot[Thing]]:
        return [Spot(self._box, Thing("losses"))] if self._box is not None else []

    def follow(self, moment: Moment) -> None:
        losses, wall = moment.view.losses, moment.wall
        told = [losses.told_by(fact) for fact in moment.facts]
        new = [lost for lost in told if lost is not None]
        if new and not self._fresh:
            self._since = wall
            self._gone += [(wall, lost) for lost in new if lost.guest]
        self._fresh, self._count = False, len(losses)
        self._gone = [item for item in self._gone if wall - item[0] < GONE_SECONDS]

    def gone(self) -> int:
        """Cents that guests who have just left would have paid."""
        return sum(lost.cents for _, lost in self._gone)

    def looks(self, moment: Moment) -> Hashable:
        """All that the line depends on."""
        return self._count, moment.view.losses.cents if self._count else 0, self._new(moment.wall)

    def _new(self, wall: float) -> bool:
        return wall - self._since < FRESH_SECONDS

    def told(self, moment: Moment, room: float) -> Line | None:
        """The line as it fits into so much room, in logical px; None while nothing is lost."""
        if not self._count:
            self._box = None
            return None
        ways = lostwords.tally(self._count, moment.view.losses.cents)
        kind = self._kit.type
        words, size = kind.told(ways, SIZE, room - 2 * PAD, weight="bold", whole=True)
        return Line(words, size, kind.width(words, size, weight="bold") + 2 * PAD)

    def draw(self, surface: pygame.Surface, wall: float, line: Line, x: float, y: float) -> None:
        """From ``x`` on; ``y``: its middle."""
        self._box = x, y - HEIGHT / 2, line.width, HEIGHT
        fresh = self._new(wall)
        if fresh:
            area = self._kit.stage.rect(*self._box)
            surface.blit(paint.box(area.size, self._kit.stage.px(6), p.RED), area)
        text = self._kit.type.ui(line.words, line.size, p.INK if fresh else p.RED_TEXT, "bold")
        self._kit.put(surface, text, x + PAD, y)
