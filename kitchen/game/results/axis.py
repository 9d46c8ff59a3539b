"""The axis: which stretch of the one clock the strips show, and how it moves when zoomed."""

from __future__ import annotations

from kitchen.game.draw.ease import Tween, out_cubic

EASE_SECONDS = 0.22
STEP = 1.6
"""How much larger one press makes it."""

NEAREST = 1.0 / 60.0
"""The smallest stretch, as a share of the whole."""

MARGIN = 1.04
"""How much wider than what is to be seen the stretch is."""


class Axis:
    """``whole``: seconds of kitchen time that there are, all of which it shows at first.

    It never shows more than the whole, and never a stretch outside it.
    """

    def __init__(self, whole: float) -> None:
        self.whole = max(whole, 1e-6) * MARGIN
        self._start = Tween(0.0, 0.0, 0.0)
        self._span = Tween(self.whole, self.whole, 0.0)
        self._since = 0.0

    # -- reading -------------------------------------------------------------------------------

    def stretch(self, wall: float) -> tuple[float, float]:
        """First second shown, and how many there are."""
        elapsed = wall - self._since
        return self._start.at(elapsed), self._span.at(elapsed)

    def share(self, t: float, wall: float) -> float:
        """Where a time is: 0 at the left end of the stretch, 1 at its right end."""
        start, span = self.stretch(wall)
        return (t - start) / span

    def time(self, share: float, wall: float) -> float:
        start, span = self.stretch(wall)
        return start + share * span

    def moving(self, wall: float) -> bool:
        return not self._span.done(wall - self._since)

    @property
    def goal(self) -> tuple[float, float]:
        """The stretch that it shows, or is on its way to."""
        return self._start.end, self._span.end

    @property
    def zoomed(self) -> float:
        """How many times as large as at first."""
        return self.whole / self._span.end

    # -- moving --------------------------------------------------------------------------------

    def zoom(self, steps: float, around: float, wall: float) -> None:
        """Larger by so many steps (below 0: smaller); the time at the share ``around`` of the
        stretch stays where it is, as far as the ends allow."""
        start, span = self.goal
        wider = min(self.whole, max(self.whole * NEAREST, span * STEP**-steps))
        self._go(start + around * (span - wider), wider, wall)

    def show(self, seconds: float, wall: float) -> None:
        """From the start, so many seconds."""
        span = min(self.whole, max(self.whole * NEAREST, seconds * MARGIN))
        self._go(0.0, span, wall)

    def pan(self, share: float, wall: float) -> None:
        """Move the stretch by a share of itself, at once: a hand is on it."""
        start, span = self.goal
        self._go(start + share * span, span, wall, 0.0)

    def step(self, share: float, wall: float) -> None:
        """The same, eased: a key."""
        start, span = self.goal
        self._go(start + share * span, span, wall)

    def _go(self, start: float, span: float, wall: float, seconds: float = EASE_SECONDS) -> None:
        here, wide = self.stretch(wall)
        start = min(max(0.0, start), self.whole - span)
        self._start = Tween(here, start, seconds, out_cubic)
        self._span = Tween(wide, span, seconds, out_cubic)
        self._since = wall
