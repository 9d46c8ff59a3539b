"""The entrance: when each thing on the results screen comes, by its wall time."""

from __future__ import annotations

import math

from kitchen.game.draw.ease import Tween, in_out_cubic, linear, out_back, out_cubic

RISE = 0.38
STRIPS_AT, STRIPS = 0.45, 2.4  # the longest strip
COUNT = 0.45  # a kitchen's figures, when it has finished
FLAG = 0.28
STARS_AT, STAR_EACH, STAR = 0.55, 0.2, 0.34
PILLS_AT = STRIPS_AT + STRIPS + COUNT + 0.1
PILL_EACH, PILL = 0.07, 0.26
WORDS_AT, WORDS = STRIPS_AT + STRIPS + 0.15, 0.35
END = PILLS_AT + 8 * PILL_EACH + PILL + 0.3
FAR = 1e6


class Entrance:
    """``longest``: seconds of kitchen time that the longest strip stands for. ``settled``: over."""

    def __init__(self, longest: float, settled: bool = False) -> None:
        self._longest = longest
        self._begun: float | None = -FAR if settled else None
        self._now = FAR if settled else 0.0

    def at(self, wall: float) -> None:
        """It is that late; the first call is the beginning."""
        if self._begun is None:
            self._begun = wall
        self._now = wall - self._begun

    def skip(self) -> None:
        """Be over."""
        self._begun, self._now = -FAR, FAR

    @property
    def now(self) -> float:
        return self._now

    @property
    def over(self) -> bool:
        return self._now >= END

    @property
    def rising(self) -> float:
        """1 while the card is down, 0 when it is up."""
        return Tween(1.0, 0.0, RISE, out_cubic).at(self._now)

    @property
    def clock(self) -> float:
        """Kitchen time up to which the strips are drawn."""
        if self._now >= STRIPS_AT + STRIPS:
            return math.inf
        return Tween(0.0, self._longest, STRIPS, linear).at(self._now - STRIPS_AT)

    def finished(self, makespan: float) -> float:
        """Seconds since a kitchen's strip was drawn to its end; below 0: it is not."""
        share = makespan / self._longest if self._longest else 0.0
        return self._now - STRIPS_AT - STRIPS * share

    def counted(self, makespan: float) -> float:
        """How far its figures have been counted up: 0 to 1."""
        return Tween(0.0, 1.0, COUNT, in_out_cubic).at(self.finished(makespan))

    def flag(self, makespan: float) -> float:
        """How large its flag is: 0, a little above 1, then 1."""
        return _pop(self.finished(makespan), FLAG)

    def star(self, index: int) -> float:
        return _pop(self._now - STARS_AT - index * STAR_EACH, STAR)

    def pill(self, index: int) -> float:
        return _pop(self._now - PILLS_AT - index * PILL_EACH, PILL)

    @property
    def words(self) -> float:
        """How much of the sentence is there: 0 to 1."""
        return Tween(0.0, 1.0, WORDS, out_cubic).at(self._now - WORDS_AT)


def _pop(elapsed: float, seconds: float) -> float:
    return 0.0 if elapsed < 0.0 else Tween(0.0, 1.0, seconds, out_back).at(elapsed)
