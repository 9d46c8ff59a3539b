"""The watchdog: tells of a recipe that holds its chef, and with it the whole program, for ever, or
of a policy that does.

This is about the wall clock, so it stands outside the rules. A recipe that loops without an await
never comes back to the event loop, which therefore cannot notice; a thread can.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType, FrameType

from kitchen.sim.errors import KitchenError, PolicyError, RecipeError
from kitchen.sim.kitchen import Kitchen
from kitchen.sim.part import Part
from kitchen.sim.policy import ByFunction

LIMIT = 3.0
"""Seconds of wall time that one step of a recipe, or one choice of a policy, may take."""


class _Stuck(KeyboardInterrupt):
    """Raised in the thread of a step that does not end. asyncio lets a KeyboardInterrupt through,
    and so does a recipe's ``except Exception``."""


@contextlib.contextmanager
def watched(kitchens: list[Kitchen], limit: float = LIMIT) -> Iterator[None]:
    """While this is entered, a step that takes longer than ``limit`` seconds of wall time, or calls
    `time.sleep`, raises `RecipeError` with the dish and the line; so does a policy, as a
    `PolicyError`."""
    dog = _Watchdog(kitchens, limit)
    real_sleep = time.sleep
    time.sleep = dog.sleep  # type: ignore[assignment]
    thread = threading.Thread(target=dog.watch, name="watchdog", daemon=True)
    thread.start()
    try:
        yield
    except _Stuck:
        assert dog.verdict is not None
        raise dog.verdict from None
    finally:
        time.sleep = real_sleep
        dog.over.set()
        thread.join()


@dataclass(frozen=True)
class _Suspect:
    """Whose code is being run: a dish's recipe or a policy."""

    label: str
    code: CodeType | None
    error: type[KitchenError]

    def line(self, frame: FrameType | None) -> str:
        """``file:line`` where its code has got to, looked for from the innermost ``frame`` on."""
        if self.code is None:
            return "?"
        file = self.code.co_filename
        while frame is not None and frame.f_code.co_filename != file:
            frame = frame.f_back
        return f"{file}:{frame.f_lineno if frame else self.code.co_firstlineno}"


class _Watchdog:
    def __init__(self, kitchens: list[Kitchen], limit: float) -> None:
        self.over = threading.Event()
        self.verdict: KitchenError | None = None
        self._kitchens = kitchens
        self._limit = limit
        self._thread = threading.get_ident()
        self._sleep = time.sleep

    def _suspect(self) -> _Suspect | None:
        for kitchen in self._kitchens:
            if kitchen.running is not None:
                dish = kitchen.running.dish
                return _Suspect(dish.label, dish.recipe.code, RecipeError)
            queue = kitchen.brigade.queue
            if isinstance(queue, ByFunction) and queue.deciding:
                return _Suspect(queue.label, queue.code, PolicyError)
        return None

    def watch(self) -> None:
        """Look every quarter of the limit. Whoever is at the same step five times is stopped."""
        seen, looks = None, 0
        while not self.over.wait(self._limit / 4):
            frame = sys._current_frames().get(self._thread)
            step = _step_in(frame)
            looks = looks + 1 if step is not None and step is seen else 0
            seen = step
            if looks >= 4:
                self._stop_it(frame)

    def _stop_it(self, frame: FrameType | None) -> None:
        suspect = self._suspect()
        if suspect is None:
            return
        without = "an await" if suspect.error is RecipeError else "an answer"
        self.verdict = suspect.error(
            f"{suspect.label} never ends: it has run for {self._limit:g} s without {without} "
            f"({suspect.line(frame)})"
        )
        # The only way to stop a loop in another thread; it works on every CPython.
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(self._thread), ctypes.py_object(_Stuck)
        )

    def sleep(self, seconds: float) -> None:
        """Stands in for `time.sleep`: refuses it to recipes and policies, and to nobody else."""
        suspect = self._suspect()
        if suspect is None or threading.get_ident() != self._thread:
            self._sleep(seconds)
            return
        instead = ": await cook.timer(...) or asyncio.sleep(...) instead"
        raise suspect.error(
            f"{suspect.label} calls time.sleep, which stops every dish"
            f"{instead if suspect.error is RecipeError else ''} ({suspect.line(sys._getframe(1))})"
        )


_STEPS = (Part.run.__code__, ByFunction.choice.__code__)
"""What calls a user's code."""


def _step_in(frame: FrameType | None) -> FrameType | None:
    """The innermost of the frames that call a user's code. As long as it is the same frame, it is
    the same step, whatever the kitchen clock says: a step's work may be over at once."""
    while frame is not None and frame.f_code not in _STEPS:
        frame = frame.f_back
    return frame
