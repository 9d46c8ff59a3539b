"""What is over in each lane of the timeline, kept as a picture: only what goes on is drawn anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.timeline.lanes import Lane
from kitchen.game.timeline.timespan import TimeSpan
from kitchen.sim.views import Segment

AHEAD = 256  # device px beyond the window: for so long a picture lasts that does not change

Draw = Callable[[pygame.Surface, Segment, int, int, int, int], None]
"""Draw a segment: from one x to another, and the bars' top and height."""


@dataclass(slots=True)
class Past:
    """One lane's picture; ``origin`` is its left edge, in device px from the kitchen's opening."""

    shows: tuple[object, ...]
    origin: int
    picture: pygame.Surface


class LanePasts:
    """The pictures of all lanes, by the lanes' keys."""

    def __init__(self) -> None:
        self._kept: dict[int, Past] = {}

    def keep(self, lanes: list[Lane]) -> None:
        """Forget the lanes that are not among these."""
        keys = {lane.key for lane in lanes}
        self._kept = {key: past for key, past in self._kept.items() if key in keys}

    def draw(
        self,
        surface: pygame.Surface,
        lane: Lane,
        over: list[Segment],
        view: TimeSpan,
        top: int,
        height: int,
        draw: Draw,
    ) -> None:
        """Show the segments of a lane that are ``over``, lowest first."""
        start = round(view.start * view.scale)
        width = view.right - view.left
        past = self._kept.get(lane.key)
        shows = (view.scale, height, len(over), over[-1].end if over else None)
        if past is None or past.shows != shows or not 0 <= start - past.origin <= AHEAD:
            picture = paint.clear((width + AHEAD, height))
            for segment in over:
                assert segment.end is not None
                x, end = (view.x(t) - view.left for t in (segment.start, segment.end))
                draw(picture, segment, x, end, 0, height)
            past = self._kept[lane.key] = Past(shows, start, picture)
        surface.blit(past.picture, (view.left, top), (start - past.origin, 0, width, height))
