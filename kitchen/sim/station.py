"""Stations: a counted number of places of one kind, handed out first come, first served.

Invariant: a place is either free or held by exactly one part of a dish, and while somebody waits
for one, none is free.
"""

from __future__ import annotations

import asyncio
import types
from collections import deque
from collections.abc import Callable, Generator
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any

from kitchen.sim import facts as f
from kitchen.sim.facts import StationFreed, StationTaken

if TYPE_CHECKING:
    from kitchen.sim.part import Part


class Station:
    """All the places of one kind: a semaphore whose permits are numbered."""

    def __init__(self, kind: str, places: int, log: Callable[[f.Fact], None]) -> None:
        self.kind = kind
        self.holders: dict[int, Part] = {}
        self._free = list(range(places))
        self._line: deque[Part] = deque()
        self._granted: dict[Part, int] = {}
        self._log = log

    def claim(self, part: Part) -> int:
        """The lowest free place; -1 if there is none."""
        if not self._free:
            return -1
        place = heappop(self._free)
        self.holders[place] = part
        log = self._log
        log(StationTaken(part.loop.now, part.order, part.number, self.kind, place))
        return place

    @types.coroutine
    def wait(self, part: Part) -> Generator[Any, Any, int]:
        """Stand in line for a place."""
        dish = part.dish
        self._log(f.StationWanted(dish.loop.clock, dish.number, part.number, self.kind))
        part.wants = self.kind
        part.holders = self._holding_tasks
        self._line.append(part)
        part.stare(f"the {self.kind}")
        try:
            yield from part.__await__()
        except asyncio.CancelledError:
            place = self._granted.pop(part, None)
            if place is not None:
                self.free(part, place)  # granted and cancelled in one instant
            else:
                self._line.remove(part)
                self._log(f.StationUnwanted(dish.loop.clock, dish.number, part.number, self.kind))
            raise
        finally:
            part.wants = None
            part.holders = None
        return self._granted.pop(part)

    def _hand(self, part: Part, place: int) -> None:
        self.holders[place] = part
        dish = part.dish
        self._log(f.StationTaken(dish.loop.clock, dish.number, part.number, self.kind, place))

    def free(self, part: Part, place: int) -> None:
        """Give a place back; it goes to the first in line."""
        del self.holders[place]
        log = self._log
        log(StationFreed(part.loop.clock, part.order, part.number, self.kind, place))
        if not (self._line and self._hand_on(place)):
            heappush(self._free, place)

    def _hand_on(self, place: int) -> bool:
        """Give the place to the first in line. False if nobody is there."""
        for waiting in self._line:
            if waiting.waits:  # else it was cancelled in this instant
                self._line.remove(waiting)
                self._granted[waiting] = place
                self._hand(waiting, place)
                waiting.wake()
                return True
        return False

    def _holding_tasks(self) -> list[asyncio.Task[Any]]:
        return [holder.task for holder in self.holders.values()]
