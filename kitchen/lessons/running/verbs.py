"""Verbs: what a program that stands in a kitchen can do there, beside all that asyncio has.

They work in programs of lessons, which run on the kitchen's loop with a chef for a thread. Each is
that of the `Cook` of the program, so that no dish has to hand one on.
"""

from __future__ import annotations

import contextvars
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager
from typing import Any

from kitchen.errors import RecipeError
from kitchen.sim.shift.recipe import Cook

COOK: contextvars.ContextVar[Cook] = contextvars.ContextVar("COOK")
"""That of the program whose step is under way."""


def _cook(verb: str) -> Cook:
    cook = COOK.get(None)
    if cook is None:
        raise RecipeError(f"{verb}() was called where no kitchen is: it is for programs of lessons")
    return cook


def hands(what: str, seconds: float) -> None:
    """Work for ``seconds`` of kitchen time (0 or more): the chef's hands are full meanwhile, as
    with any synchronous call. Raises `RecipeError` as `Cook.hands` does."""
    _cook("hands").hands(what, seconds)


def timer(
    what: str, seconds: float, hold: float | None = None, burn: float | None = None
) -> Coroutine[Any, Any, None]:
    """Let it cook for ``seconds`` of kitchen time: ``await`` it, nobody's hands are needed.
    ``hold`` and ``burn`` are as for `Cook.timer`, which also says what is raised."""
    return _cook("timer").timer(what, seconds, hold, burn)


def station(kind: str) -> AbstractAsyncContextManager[int, None]:
    """A place at that kind of station for the length of an ``async with``. Raises `RecipeError` if
    the kitchen has no such station."""
    return _cook("station").station(kind)
