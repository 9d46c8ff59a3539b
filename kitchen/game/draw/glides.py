"""Things that glide to where they belong, and start anew whenever that changes."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from kitchen.game.draw.box import Pos
from kitchen.game.draw.ease import Ease, Tween, out_cubic

K = TypeVar("K", bound=Hashable)


class Glides(Generic[K]):
    """The places of things, by their keys; each way takes ``seconds`` of wall time."""

    def __init__(self, seconds: float, ease: Ease = out_cubic) -> None:
        self._seconds, self._ease = seconds, ease
        self.clear()

    def clear(self) -> None:
        """Forget all of them: the next time they are where they belong at once."""
        self._ways: dict[K, tuple[Tween, Tween, float]] = {}

    def keep(self, keys: set[K]) -> None:
        """Forget all others."""
        self._ways = {key: way for key, way in self._ways.items() if key in keys}

    def at(self, key: K, goal: Pos, wall: float) -> Pos:
        """Where a thing is on its way to ``goal``; a new one is there."""
        way = self._ways.get(key)
        if way is None:
            way = self._way(goal, goal, wall)
        elif (way[0].end, way[1].end) != goal:
            way = self._way(_place(way, wall), goal, wall)
        self._ways[key] = way
        return _place(way, wall)

    def _way(self, start: Pos, goal: Pos, wall: float) -> tuple[Tween, Tween, float]:
        x, y = (Tween(a, b, self._seconds, self._ease) for a, b in zip(start, goal, strict=True))
        return x, y, wall


def _place(way: tuple[Tween, Tween, float], wall: float) -> Pos:
    x, y, since = way
    return x.at(wall - since), y.at(wall - since)
