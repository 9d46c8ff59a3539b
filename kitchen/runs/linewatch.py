"""A watch on lines: which lines of its recipes a kitchen has run, for each order, and when first.

It asks Python to tell of every line, but only of these functions, and only while that kitchen goes
on: through `sys.monitoring` or, before Python 3.12, a trace function. Where somebody else has taken
those, a debugger, say, nothing is known.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from types import CodeType, FrameType, FunctionType
from typing import Any

from kitchen.runs.linecosts import Line
from kitchen.sim.shift.recipe import Recipe
from kitchen.sim.work.kitchen import Kitchen

TOOLS = (3, 4)
"""Numbers that `sys.monitoring` has for whoever comes."""

Told = Callable[[CodeType, int], object]


class LineWatch:
    """Of one kitchen, before it opens."""

    def __init__(self, kitchen: Kitchen) -> None:
        self._kitchen = kitchen
        self._codes = codes_of(kitchen.shift.every_recipe())
        self.coded = {
            (code.co_filename, line)
            for code in self._codes
            for _, _, line in code.co_lines()
            if line is not None
        }
        """The lines at which there is anything to be run."""
        self.run: dict[int, dict[Line, float]] = {}
        """By order: the lines that have been run, and when that was first."""
        self.misses = False
        """It went on at some time while nobody could watch."""

    @contextlib.contextmanager
    def on(self) -> Iterator[None]:
        """While this is entered, the kitchen may go on."""
        with telling(self._codes, self._told) as tells:
            self.misses = self.misses or not tells
            yield

    def _told(self, code: CodeType, line: int) -> None:
        part = self._kitchen.running
        if part is not None:
            lines = self.run.setdefault(part.order, {})
            lines.setdefault((code.co_filename, line), self._kitchen.loop.clock)


if sys.version_info >= (3, 12):

    @contextlib.contextmanager
    def telling(codes: Iterable[CodeType], told: Told) -> Iterator[bool]:
        """Whether every line of that code is told of while this is entered."""
        watch = sys.monitoring
        tool = next((number for number in TOOLS if watch.get_tool(number) is None), None)
        if tool is None:
            yield False
            return
        watch.use_tool_id(tool, "kitchen")
        watch.register_callback(tool, watch.events.LINE, told)
        try:
            for code in codes:
                watch.set_local_events(tool, code, watch.events.LINE)
            yield True
        finally:
            for code in codes:
                watch.set_local_events(tool, code, watch.events.NO_EVENTS)
            watch.register_callback(tool, watch.events.LINE, None)
            watch.free_tool_id(tool)

else:

    @contextlib.contextmanager
    def telling(codes: Iterable[CodeType], told: Told) -> Iterator[bool]:
        """Whether every line of that code is told of while this is entered."""
        if sys.gettrace() is not None:
            yield False
            return
        known = frozenset(codes)

        def line(frame: FrameType, event: str, argument: object) -> Any:
            if event == "line":
                told(frame.f_code, frame.f_lineno)
            return line

        sys.settrace(lambda frame, event, argument: line if frame.f_code in known else None)
        try:
            yield True
        finally:
            sys.settrace(None)


def codes_of(recipes: Iterable[Recipe]) -> tuple[CodeType, ...]:
    """The code of recipes and of all functions that it can reach by their names."""
    found: dict[CodeType, None] = {}
    todo: list[object] = [recipe.function for recipe in recipes]
    while todo:
        thing = todo.pop()
        if isinstance(thing, FunctionType) and thing.__code__ not in found:
            for code in nested(thing.__code__):
                found[code] = None
                todo += [thing.__globals__.get(name) for name in code.co_names]
            todo += [*map(_content, thing.__closure__ or ()), *(thing.__defaults__ or ())]
        elif isinstance(thing, partial):
            todo.append(thing.func)
    return tuple(found)


def nested(code: CodeType) -> Iterator[CodeType]:
    """That code, and the code of functions that are made in it."""
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from nested(inner)


def _content(cell: Any) -> object:
    try:
        return cell.cell_contents
    except ValueError:  # it is empty still
        return None
