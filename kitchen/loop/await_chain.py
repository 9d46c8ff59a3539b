"""The awaits that a task is suspended in, read from its frames when somebody looks."""

from __future__ import annotations

import asyncio
import gc
import re
import types
from pathlib import Path
from typing import Any

from kitchen.loop.users_own import users_own

AnyTask = asyncio.Task[Any]

UNKNOWN = "?"
"""In place of a line that nobody knows."""

_WRAPPED = {
    "async_generator_asend",
    "async_generator_athrow",
    "anext_awaitable",
    "coroutine_wrapper",
}
"""What stands between an await and the frame that it leads to, and has no attribute for that."""


def await_chain(task: AnyTask) -> list[Any]:
    """The coroutines and awaitables that a task is suspended in, outermost first."""
    chain: list[Any] = []
    link: Any = task.get_coro()
    while link is not None:
        chain.append(link)
        link = _awaited(link)
    return chain


def _awaited(link: Any) -> Any:
    for attribute in ("cr_await", "gi_yieldfrom", "ag_await"):
        if (awaited := getattr(link, attribute, None)) is not None:
            return awaited
    if type(link).__name__ in _WRAPPED:
        return next((thing for thing in gc.get_referents(link) if _suspends(thing)), None)
    return None


def _suspends(thing: Any) -> bool:
    kinds = types.CoroutineType, types.AsyncGeneratorType, types.GeneratorType
    return isinstance(thing, kinds) or type(thing).__name__ in _WRAPPED


def frame_of(link: Any) -> types.FrameType | None:
    """The frame of a coroutine or generator; None: it has ended, or it is something else."""
    for attribute in ("cr_frame", "gi_frame", "ag_frame"):
        if isinstance(frame := getattr(link, attribute, None), types.FrameType):
            return frame
    return None


def frames(task: AnyTask) -> list[types.FrameType]:
    """Those that a task is suspended in, outermost first."""
    found = (frame_of(link) for link in await_chain(task))
    return [frame for frame in found if frame is not None]


def waiting_line(task: AnyTask) -> str:
    """``file:line`` of the innermost await that is the user's own."""
    for frame in reversed(frames(task)):
        if users_own(frame.f_code.co_filename):
            return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}"
    return UNKNOWN


def by_number(name: str) -> list[tuple[int, str]]:
    """To sort names by, numbers as numbers: the set of all tasks has no order of its own."""
    pieces = re.split("([0-9]+)", name)
    return [(int(piece), "") if i % 2 else (-1, piece) for i, piece in enumerate(pieces)]
