"""Words: what a user's Python raised or made, as Python's own reports name it."""

from __future__ import annotations

import asyncio
from typing import Any

from kitchen.loop.users_own import users_own

HINTS = {
    "Place' object does not support the context manager protocol": "write async with",
    "object Place can't be used in 'await' expression": "write async with cook.station(...)",
    "Place' object can't be awaited": "write async with cook.station(...)",  # since Python 3.14
    "object NoneType can't be used in 'await' expression": "cook.hands() needs no await",
    "NoneType' object can't be awaited": "cook.hands() needs no await",
    "is bound to a different event loop": "make it anew for each shift",
}
"""What Python says of the mistakes that beginners make, and what to do instead."""


def in_words(error: BaseException) -> str:
    """An exception as Python's own reports name it, with a hint where we have one."""
    try:
        said = str(error)
    except KeyboardInterrupt:
        raise
    except BaseException:
        said = "what it is cannot be told"
    hint = next((hint for words, hint in HINTS.items() if words in said), None)
    told = type(error).__name__ + (f": {said}" if said else "")
    return f"{told}: {hint}" if hint else told


def line_in(file: str | None, error: BaseException) -> str | None:
    """``file:line`` of the innermost call in ``file`` that the error came through; None as a file:
    in whatever is the user's own. None if there is no such call."""
    found, trace = None, error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name == file or (file is None and users_own(name)):
            found = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def named(task: asyncio.Task[Any]) -> str:
    """What a task runs, as its recipe would write it."""
    coroutine = task.get_coro()
    name = getattr(coroutine, "__name__", None)
    return f"{name}()" if name else repr(coroutine)


def given_to(task: asyncio.Task[Any]) -> str:
    """The function of asyncio that a task was given to, if nobody awaits what that returned; else
    an empty text."""
    for callback in _callbacks(task):
        name = _maker(callback)
        if name in ("gather", "shield") and _nobody_awaits(_variable(callback, "outer")):
            return name
    return ""


def _nobody_awaits(future: Any) -> bool:
    if future is None or future.done():
        return False
    return all(_maker(callback) == "shield" for callback in _callbacks(future))


def _callbacks(future: Any) -> list[Any]:
    """What is called when the future is done."""
    return [callback for callback, _ in getattr(future, "_callbacks", None) or ()]


def _maker(callback: Any) -> str:
    """The function within which a callback is written."""
    return str(getattr(callback, "__qualname__", "")).partition(".")[0]


def _variable(function: Any, name: str) -> Any:
    """A variable of the function around it; None if it has none of that name."""
    cells = dict(zip(function.__code__.co_freevars, function.__closure__ or (), strict=True))
    return cells[name].cell_contents if name in cells else None
