"""Bounded caches that forget what has not been used for longest."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

import pygame

T = TypeVar("T")
P = ParamSpec("P")


def _one(_: object) -> int:
    return 1


def weight(surface: pygame.Surface) -> int:
    """Bytes of its pixels."""
    return surface.get_pitch() * surface.get_height()


class Lru(Generic[T]):
    """Keeps the most recently used values by key, as long as they weigh ``limit`` at most.

    ``weigh`` says what a value weighs: by default one, so that ``limit`` is a number of values. It
    always keeps the value that was made last, however heavy.
    """

    def __init__(self, limit: int, weigh: Callable[[T], int] = _one) -> None:
        self.limit = limit
        self._weigh = weigh
        self.weight = 0
        """Of all that is kept."""
        self._values: OrderedDict[Hashable, T] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value kept for the key; made, and kept, the first time."""
        values = self._values
        try:  # there are hundreds of look-ups in a frame, and few of them miss
            values.move_to_end(key)
        except KeyError:
            pass
        else:
            return values[key]
        return self._keep(key, make())

    def _keep(self, key: Hashable, value: T) -> T:
        self._values[key] = value
        self.weight += self._weigh(value)
        while self.weight > self.limit and len(self._values) > 1:
            _, oldest = self._values.popitem(last=False)
            self.weight -= self._weigh(oldest)
        return value

    def clear(self) -> None:
        """Forget all of them."""
        self._values.clear()
        self.weight = 0

    def __contains__(self, key: Hashable) -> bool:
        return key in self._values

    def __len__(self) -> int:
        return len(self._values)


SURFACES_KEPT = 24 << 20  # bytes, at least
WINDOWS_KEPT = 4
"""In a large window, more is kept: so many times the bytes of the window itself."""

SURFACES_MOST = 4000
"""Small surfaces cost something, too: so many of them, at most, in a small window."""

SURFACES: Lru[pygame.Surface] = Lru(
    SURFACES_KEPT, lambda surface: max(SURFACES_KEPT // SURFACES_MOST, weight(surface))
)
"""What the functions that are `kept` made last, all together."""


class Kept(Generic[P]):
    """A function that makes surfaces, and does not make the same one twice while it is in use."""

    __wrapped__: Callable[P, pygame.Surface]

    def __init__(self, make: Callable[P, pygame.Surface]) -> None:
        update_wrapper(self, make)
        self._make: Callable[..., pygame.Surface] = make

    def __call__(self, *args: P.args, **more: P.kwargs) -> pygame.Surface:
        key: tuple[Any, ...] = (self, args, *more.items()) if more else (self, args)
        return SURFACES.get(key, lambda: self._make(*args, **more))


def kept(make: Callable[P, pygame.Surface]) -> Kept[P]:
    """What a function makes is shared by all who ask for the same: draw it, never draw on it.

    Its arguments are hashable. What is kept is bounded, whatever is asked for; `forget` drops it.
    """
    return Kept(make)


def forget(window: tuple[int, int]) -> None:
    """Drop all surfaces: a window of this size (px) asks for nearly none of them."""
    SURFACES.clear()
    SURFACES.limit = max(SURFACES_KEPT, WINDOWS_KEPT * 4 * window[0] * window[1])
