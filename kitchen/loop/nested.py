"""A loop that comes and goes within one step of another's task."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator


@contextlib.contextmanager
def no_loop_running() -> Iterator[None]:
    """While this is entered, no loop runs in this thread and no task is being stepped, as far as
    asyncio can tell: a notebook, or the game, has a loop running when it runs a kitchen."""
    outer = asyncio._get_running_loop()
    task = asyncio.current_task(outer) if outer is not None else None
    if outer is not None and task is not None:
        asyncio._leave_task(outer, task)  # from Python 3.14 on there is one for all loops
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(outer)
        if outer is not None and task is not None:
            asyncio._enter_task(outer, task)
