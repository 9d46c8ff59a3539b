"""What all of Python stands on, kept as it was: a recipe that puts something else in its place
breaks the kitchen at some later line, which would say nothing of the recipe."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType
from typing import Any, NoReturn

import kitchen.stopping as stopping
from kitchen.errors import RecipeError
from kitchen.loop.stand_ins import standing_in

MODULES = (
    "builtins", "time", "sys", "asyncio", "contextvars", "heapq", "threading", "types", "inspect",
    "collections", "hashlib", "json",
)  # fmt: skip
"""Modules whose functions and classes are everybody's, those within a package among them."""

HOOKS = ("excepthook", "displayhook", "unraisablehook", "breakpointhook")
"""What anybody may replace."""

ANYTHING, CALLABLE = BaseException, callable
"""By names of our own: `builtins` may be what was changed."""


@contextlib.contextmanager
def no_tampering() -> Iterator[None]:
    """While a user's code runs: if it replaces a function or class of everybody's, put it back at
    the end and raise `RecipeError`, which names it; what else is wrong comes of that."""
    with standing_in(), _no_way_out():  # loops come and go meanwhile
        yield from _watch()


@contextlib.contextmanager
def _no_way_out() -> Iterator[None]:
    """`os._exit` is `sys.exit` meanwhile: it would end the game, or a command without a word. In a
    process that was forked it is as ever."""
    leave, home = os._exit, os.getpid()

    def raised(status: int) -> NoReturn:
        if stopping.ending or os.getpid() != home:
            leave(status)
        raise SystemExit(status)

    os._exit = raised
    try:
        yield
    finally:
        os._exit = leave


def _watch() -> Iterator[None]:
    before = [(space, space.copy()) for space in _everybodys(len(sys.modules))]
    try:
        yield
    except ANYTHING as error:
        changed = _put_back(before)
        if changed and isinstance(error, Exception):
            raise _refused(changed) from error
        raise
    if changed := _put_back(before):
        raise _refused(changed)


@lru_cache(maxsize=1)
def _everybodys(_: int) -> list[dict[str, Any]]:
    """Of the modules that are loaded; how many there are of all tells whether to look anew."""
    return [
        vars(module)
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] in MODULES and isinstance(module, ModuleType)
    ]


def _put_back(before: list[tuple[dict[str, Any], dict[str, Any]]]) -> str:
    """The first name that has changed; an empty text: none has. Values that cannot be called, like
    a count, may change."""
    found = ""
    for space, was in before:
        if space == was:
            continue
        for name, value in was.items():
            changed = name not in space or space[name] is not value
            if changed and CALLABLE(value) and name not in HOOKS:
                space[name] = value
                found = found or f"{was['__name__']}.{name}"
    return found


def _refused(changed: str) -> RecipeError:
    return RecipeError(
        f"a recipe or a policy has set {changed}, which belongs to everybody: leave it as it is"
    )
