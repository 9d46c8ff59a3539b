"""Hearsay: where tasks are, as far as facts tell that, which nobody has watched.

Facts know the line of hands and timers, within the recipe itself. Whatever else is waited for is
put down to the line that the task was at last.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Mapping
from functools import lru_cache
from types import CodeType

from kitchen.runs.spells import Awaited, Call, SpellKind, Stack
from kitchen.sim import facts as f
from kitchen.sim.shift.recipe import Recipe

_DEF = re.compile(r"\s*(async\s+)?def\s")
_HEAD = 100
"""Lines of decorators before a function's ``def``, at most."""


class Hearsay:
    """``recipes`` are those of the kitchen, by the names that facts use."""

    def __init__(self, recipes: Mapping[str, Recipe]) -> None:
        self._recipes = recipes
        self._dishes: dict[int, Recipe] = {}
        self._last: dict[tuple[int, int], Stack] = {}

    def ordered(self, fact: f.Ordered) -> None:
        self._dishes[fact.order] = self._recipes[fact.dish]

    def begins(self, order: int, part: int) -> Stack:
        self._last[order, part] = stack = (first_call(self._dishes[order]),)
        return stack

    def works(self, fact: f.Hands) -> Stack:
        return self._at(fact.order, fact.part, fact.line)

    def waits(self, order: int, part: int, awaited: Awaited) -> tuple[Stack, SpellKind, str]:
        line = awaited.line if isinstance(awaited, f.TimerSet) else 0
        kind, what = kind_of(awaited)
        return self._at(order, part, line), kind, what

    def _at(self, order: int, part: int, line: int) -> Stack:
        if line:
            self._last[order, part] = (call_at(self._dishes[order], line),)
        return self._last[order, part]


def kind_of(awaited: Awaited) -> tuple[SpellKind, str]:
    """Of what kind a wait for that is, and for what."""
    if isinstance(awaited, f.TimerSet):
        return "fire", awaited.what
    return "others", "something else" if awaited is None else f"a free {awaited.station}"


def call_at(recipe: Recipe, line: int) -> Call:
    """A recipe that is at that line of its source, counted from 1."""
    call, (_, first, last) = first_call(recipe), recipe.place
    return call._replace(line=first + line - 1) if last else call


def first_call(recipe: Recipe) -> Call:
    """A recipe that has not begun."""
    code = recipe.code
    if code is None:
        return Call(recipe.name, "", 0, 0)
    line = def_line(code)
    return Call(recipe.name, code.co_filename, line, line)


@lru_cache(maxsize=1024)
def def_line(code: CodeType) -> int:
    """The line of the file with a function's ``def``, below its decorators; its first line where
    it has none."""
    first = code.co_firstlineno
    lines = linecache.getlines(code.co_filename)[first - 1 : first - 1 + _HEAD]
    return next((first + i for i, line in enumerate(lines) if _DEF.match(line)), first)
