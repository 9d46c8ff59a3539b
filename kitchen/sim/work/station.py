"""Stations: a counted number of places of one kind, handed out first come, first served.

Invariant: a place is either free or held by exactly one part of a dish, and while somebody waits
for one, none is free.
"""

from __future__ import annotations

import asyncio
import types
from collections import OrderedDict
from collections.abc import Callable, Generator
from heapq import heappop, heappush
from types import TracebackType
from typing import Any, ClassVar

from kitchen.sim import facts as f
from kitchen.sim.facts import StationFreed, StationTaken
from kitchen.sim.work.claim import Claim
from kitchen.sim.work.part import Part


class Station:
    """All the places of one kind: a semaphore whose permits are numbered."""

    def __init__(self, kind: str, places: int, log: Callable[[f.Fact], None]) -> None:
        self.kind = kind
        self.unused = list(range(places))
        """A heap."""
        self.holders: dict[int, Part] = {}
        self.line: OrderedDict[Part, None] = OrderedDict()
        """Who waits for a place, longest first."""
        self.log = log
        self._granted: dict[Part, int] = {}

    @property
    def taken(self) -> int:
        return len(self.holders)

    @property
    def places(self) -> int:
        return len(self.holders) + len(self.unused)

    def waiting(self) -> list[asyncio.Task[Any]]:
        """The tasks in line, longest first."""
        return [part.task for part in self.line]

    def take(self, part: Part) -> int | None:
        """A place, if one is free."""
        if not self.unused:
            return None
        place = heappop(self.unused)
        self._give(part, place)
        return place

    @types.coroutine
    def wait(self, part: Part) -> Generator[Any, Any, int]:
        """Stand in line for a place."""
        part.brigade.no_time_passes(part)
        loop, order, number = part.loop, part.order, part.number
        self.log(f.StationWanted(loop.clock, order, number, self.kind))
        self.line[part] = None
        part.in_line_at = self
        try:
            yield part.wait(f"the {self.kind}")
        except asyncio.CancelledError:
            place = self._granted.pop(part, None)
            if place is not None:
                self.free(part, place)  # granted and cancelled in one instant
            else:
                self.line.pop(part, None)
                self.log(f.StationUnwanted(loop.clock, order, number, self.kind))
            raise
        finally:
            part.in_line_at = None
        return self._granted.pop(part)

    def _give(self, part: Part, place: int) -> None:
        self.holders[place] = part
        log = self.log
        log(StationTaken(part.loop.clock, part.order, part.number, self.kind, place))

    def free(self, part: Part, place: int) -> None:
        """Give a place back; it goes to the first in line."""
        del self.holders[place]
        log = self.log
        log(StationFreed(part.loop.clock, part.order, part.number, self.kind, place))
        if not (self.line and self._hand_on(place)):
            heappush(self.unused, place)

    def _hand_on(self, place: int) -> bool:
        """Give the place to the first in line. False if nobody is there."""
        while self.line:
            waiting, _ = self.line.popitem(last=False)
            if waiting.waits:  # else it was cancelled in this instant
                self._granted[waiting] = place
                self._give(waiting, place)
                waiting.wake()
                return True
        return False


class Place(Claim, eq=False):
    """A claim on one place of a kind of station: an asynchronous context manager."""

    _station: Station
    _part: Part | None = None
    _place: int = -1

    verb: ClassVar[str] = "async with"

    def __repr__(self) -> str:
        return f"station({self._station.kind!r})"

    @types.coroutine
    def __aenter__(self) -> Generator[Any, Any, int]:
        """Wait for a free place; return its number, from 0."""
        self.awaited()
        dish, station = self._dish, self._station
        self._part = part = dish.brigade.running or dish.running_part("station")
        loop = part.loop
        if loop.clock != loop.now and part.unsettled():
            yield part.own_time()
        place = station.take(part)
        if place is None:
            place = yield from station.wait(part)
        self._place = place
        return place

    @types.coroutine
    def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> Generator[Any, Any, None]:
        part = self._part
        assert part is not None
        loop = part.loop
        try:
            if loop.clock != loop.now and part.unsettled():
                yield part.own_time()
        finally:
            self._station.free(part, self._place)
