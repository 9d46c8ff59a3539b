"""The ready queue: the raised hands of one kitchen, and which of them gets the next chef.

A policy with a key that does not change while a hand is up keeps a heap; ``fifo``, asyncio's own,
needs only a deque. All ties go to the hand that was raised first.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable, Sized
from typing import Protocol

from kitchen.errors import PolicyError, nearest
from kitchen.sim.policy import KEYS, POLICIES, Key, Policy
from kitchen.sim.work.dish import DishPart
from kitchen.sim.work.userpolicy import ByFunction


class Queue(Protocol):
    """The raised hands of one kitchen."""

    @property
    def raised(self) -> Sized:
        """Empty if, and only if, no hand is up."""

    push: Callable[[DishPart], object]

    pop: Callable[[], DishPart | None]
    """Take out the hand that gets the chef; None if all must go on waiting. Only while a hand is
    up."""

    def discard(self, part: DishPart) -> None:
        """Take out a hand that is up."""

    def hands(self) -> list[DishPart]:
        """All hands that are up, longest up first."""


class RaisedHands:
    """Raised hands as they went up.

    A hand that was discarded stays among them until it comes to the front or such hands are most of
    all: to find its place would take long where many are up.
    """

    def __init__(self) -> None:
        self.raised: deque[DishPart] = deque()
        """The first of them is up."""
        self.push: Callable[[DishPart], object] = self.raised.append
        self._gone: dict[DishPart, int] = {}
        """How often, from the front on, a part stands among them that was discarded."""
        self._discarded = 0

    def discard(self, part: DishPart) -> None:
        self._gone[part] = self._gone.get(part, 0) + 1
        self._discarded += 1
        if 2 * self._discarded > len(self.raised) + 100:
            up = self.hands()
            self.raised.clear()
            self.raised.extend(up)
            self._gone.clear()
            self._discarded = 0
        self._clear_front()

    def _clear_front(self) -> None:
        raised, gone = self.raised, self._gone
        while raised and (times := gone.get(raised[0])):
            part = raised.popleft()
            self._discarded -= 1
            if times > 1:
                gone[part] = times - 1
            else:
                del gone[part]

    def hands(self) -> list[DishPart]:
        gone, up = dict(self._gone), []
        for part in self.raised:
            if times := gone.get(part):
                gone[part] = times - 1
            else:
                up.append(part)
        return up


class Fifo(RaisedHands):
    """First come, first served: asyncio's own ready queue."""

    def __init__(self) -> None:
        super().__init__()
        self.pop: Callable[[], DishPart | None] = self.raised.popleft

    def discard(self, part: DishPart) -> None:
        super().discard(part)
        self.pop = self._first

    def _first(self) -> DishPart:
        part = self.raised.popleft()
        self._clear_front()
        if not self._gone:
            self.pop = self.raised.popleft  # which is quicker
        return part


class ByKey:
    """The hand with the smallest key first. The key may not change while the hand is up."""

    def __init__(self, key: Key) -> None:
        self._key = key
        self._serial = 0
        self.raised: dict[DishPart, int] = {}
        """With their serials."""
        self._heap: list[tuple[float, int, DishPart]] = []
        """Hands that were discarded may still stand in it."""
        self.push: Callable[[DishPart], object] = self._push
        self.pop: Callable[[], DishPart | None] = self._pop

    def _push(self, part: DishPart) -> None:
        self._serial = self.raised[part] = serial = self._serial + 1
        heapq.heappush(self._heap, (self._key(part), serial, part))

    def _pop(self) -> DishPart:
        raised = self.raised
        while True:
            _, serial, part = heapq.heappop(self._heap)
            if raised.get(part) == serial:
                del raised[part]
                return part

    def discard(self, part: DishPart) -> None:
        del self.raised[part]
        if len(self._heap) > 100 + 2 * len(self.raised):
            self._heap = [entry for entry in self._heap if self.raised.get(entry[2]) == entry[1]]
            heapq.heapify(self._heap)

    def hands(self) -> list[DishPart]:
        return list(self.raised)


class ByPlayer(RaisedHands):
    """Nobody moves until the player says so."""

    def __init__(self) -> None:
        super().__init__()
        self.pop: Callable[[], DishPart | None] = self._nobody

    def _nobody(self) -> None:
        return None


def make_queue(policy: str | Policy, clock: Callable[[], float]) -> Queue:
    """The queue of that policy. Raises `PolicyError` for a name that there is not."""
    if callable(policy):
        return ByFunction(policy, clock)
    if not isinstance(policy, str) or policy not in POLICIES:
        raise PolicyError(nearest("policy", policy, POLICIES))
    if policy in KEYS:
        return ByKey(KEYS[policy])
    return ByPlayer() if policy == "player" else Fifo()
