"""Stations: a counted number of places of one kind, handed out first come, first served.

Invariant: a place is either free or held by exactly one part of a dish, and while somebody waits
for one, none is free.
"""

from __future__ import annotations

import asyncio
import heapq
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kitchen.sim import facts as f

if TYPE_CHECKING:
    from kitchen.sim.dish import Part


class Station:
    """All the places of one kind: a semaphore whose permits are numbered."""

    def __init__(self, kind: str, places: int, log: Callable[[f.Fact], None]) -> None:
        self.kind = kind
        self.holders: dict[int, Part] = {}
        self._free = list(range(places))
        self._waiting: deque[tuple[Part, asyncio.Future[int]]] = deque()
        self._log = log

    @property
    def free_places(self) -> int:
        return len(self._free)

    async def take(self, part: Part) -> int:
        """The lowest free place; waits in line for one if there is none."""
        if self._free:
            place = heapq.heappop(self._free)
            self._hand(part, place)
            return place
        dish = part.dish
        self._log(f.StationWanted(dish.loop.time(), dish.number, part.number, self.kind))
        future = part.blocking_future(f"the {self.kind}")
        future.waits_for = f"a free {self.kind}"  # type: ignore[attr-defined]
        future.holders = self._holding_tasks  # type: ignore[attr-defined]
        entry = (part, future)
        self._waiting.append(entry)
        part.wants = self.kind
        try:
            return int(await future)
        except asyncio.CancelledError:
            if future.done() and not future.cancelled():
                self.free(part, future.result())  # granted and cancelled in one instant
            else:
                self._waiting.remove(entry)
                self._log(f.StationUnwanted(dish.loop.time(), dish.number, part.number, self.kind))
            raise
        finally:
            part.wants = None

    def _hand(self, part: Part, place: int) -> None:
        self.holders[place] = part
        dish = part.dish
        self._log(f.StationTaken(dish.loop.time(), dish.number, part.number, self.kind, place))

    def free(self, part: Part, place: int) -> None:
        """Give a place back; it goes to the first in line."""
        dish = part.dish
        del self.holders[place]
        self._log(f.StationFreed(dish.loop.time(), dish.number, part.number, self.kind, place))
        for waiting, future in self._waiting:
            if not future.done():
                self._waiting.remove((waiting, future))
                self._hand(waiting, place)
                future.set_result(place)
                return
        heapq.heappush(self._free, place)

    def _holding_tasks(self) -> list[asyncio.Task[Any]]:
        return [holder.task for holder in self.holders.values()]
