"""What is over in each lane of the timeline, kept as a picture: only what goes on is drawn anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.service.timeline.lanes import Lane
from kitchen.game.service.timeline.timespan import TimeSpan
from kitchen.game.service.timeline.uppermost import Bar
from kitchen.game.signs.subjects import Subject
from kitchen.sim.view.segment import Segment

AHEAD = 256  # device px beyond the window: for so long a picture lasts that does not change

DrawSegment = Callable[[pygame.Surface, Segment, int, int, int, int], None]
"""Draw a segment: from one x to another, and the bars' top and height."""


@dataclass(slots=True)
class Past:
    """One lane's picture; ``origin`` is its left edge, in device px from the kitchen's opening."""

    shows: tuple[object, ...]
    origin: int
    picture: pygame.Surface


class LanePasts:
    """The pictures of all lanes, by what the lanes are of."""

    def __init__(self) -> None:
        self._kept: dict[Subject, Past] = {}

    def keep(self, lanes: list[Lane]) -> None:
        """Forget the lanes that are not among these."""
        keys = {lane.subject for lane in lanes}
        self._kept = {key: past for key, past in self._kept.items() if key in keys}

    def draw(
        self,
        surface: pygame.Surface,
        lane: Lane,
        over: list[Bar],
        view: TimeSpan,
        top: int,
        height: int,
        draw: DrawSegment,
    ) -> None:
        """Show the bars of a lane that are ``over``."""
        width = view.right - view.left
        past = self._kept.get(lane.subject)
        shows = (view.scale, height, len(over), over[-1].end if over else None)
        if past is None or past.shows != shows or not 0 <= view.origin - past.origin <= AHEAD:
            picture = paint.clear((width + AHEAD, height))
            for bar in over:
                assert bar.end is not None
                x, end = (view.x(t) - view.left for t in (bar.start, bar.end))
                draw(picture, bar.segment, x, end, 0, height)
            past = self._kept[lane.subject] = Past(shows, view.origin, picture)
        surface.blit(past.picture, (view.left, top), (view.origin - past.origin, 0, width, height))
