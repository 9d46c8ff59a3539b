"""What is over in a lane of the timeline, kept as a picture: a bar is added when it is over."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.service.timeline.lanetrack import LaneTrack
from kitchen.game.service.timeline.pastpicture import PastPicture
from kitchen.game.service.timeline.timespan import TimeSpan
from kitchen.sim.view.segment import Segment

DrawSegment = Callable[[pygame.Surface, Segment, int, int, int, int], None]
"""Draw a segment: from one x to another, and the bars' top and height."""


class LanePast:
    """The picture of a lane whose bars are so high (device px)."""

    def __init__(self, window: TimeSpan, height: int) -> None:
        self._height = height
        self._picture = PastPicture(window, height)
        self._until = float("-inf")

    def fits(self, window: TimeSpan, height: int) -> bool:
        return self._picture.fits(window, height)

    def draw(
        self, surface: pygame.Surface, track: LaneTrack, window: TimeSpan, top: int,
        draw: DrawSegment,
    ) -> None:  # fmt: skip
        """Show the bars that are over."""
        self._picture.scroll(window)
        bars, new = track.bars, track.over
        while new and (bars[new - 1].end or 0.0) > self._until:
            new -= 1
        for bar in bars[new : track.over]:
            assert bar.end is not None
            x, end = self._picture.span.x(bar.start), self._picture.span.x(bar.end)
            draw(self._picture.pixels, bar.segment, x, end, 0, self._height)
            self._picture.grow(x, end + 1)
            self._until = bar.end
        self._picture.show(surface, top)
