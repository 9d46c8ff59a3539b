"""A loop that tells of the timers that a program sets on it by itself: with `call_later`, with
`asyncio.timeout`. That a task sleeps is told of the task."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable
from typing import NamedTuple, TypeVarTuple, Unpack

from kitchen.loop.loop import KitchenLoop

Ts = TypeVarTuple("Ts")

SLEEPS = "_set_result_unless_cancelled"
"""What `asyncio.sleep` has its timer call."""
NAMES = {"_on_timeout": "timeout"}


class Bell(NamedTuple):
    """A timer: what it calls, by name, and when, in seconds of kitchen time."""

    number: int
    name: str
    when: float


class BellLoop(KitchenLoop):
    """``sets`` is told of each, ``cuts`` of those that are cancelled."""

    __slots__ = ("_bells", "_cuts", "_sets")

    def __init__(self, sets: Callable[[Bell], object], cuts: Callable[[Bell], object]) -> None:
        super().__init__()
        self._sets, self._cuts = sets, cuts
        self._bells: dict[int, tuple[asyncio.TimerHandle, Bell]] = {}
        """With their handles, so that none of these is taken for another one."""

    def call_at(
        self,
        when: float,
        callback: Callable[[Unpack[Ts]], object],
        *args: Unpack[Ts],
        context: contextvars.Context | None = None,
    ) -> asyncio.TimerHandle:
        handle = super().call_at(when, callback, *args, context=context)
        name = getattr(callback, "__name__", type(callback).__name__)
        if name != SLEEPS:
            bell = Bell(len(self._bells) + 1, NAMES.get(name, name).removeprefix("_"), when)
            self._bells[id(handle)] = handle, bell
            self._sets(bell)
        return handle

    def _timer_handle_cancelled(self, handle: asyncio.TimerHandle) -> None:
        super()._timer_handle_cancelled(handle)
        if id(handle) in self._bells:
            self._cuts(self._bells[id(handle)][1])
