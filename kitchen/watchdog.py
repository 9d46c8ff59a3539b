"""The watchdog: tells of a recipe or a policy that never comes to an end.

This is about the wall clock, so it stands outside the rules. Who loops without an await never comes
back to the event loop, which therefore cannot notice; a thread can.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from types import FrameType
from typing import Any

from kitchen.loop import KitchenLoop
from kitchen.sim.errors import KitchenError, PolicyError, RecipeError
from kitchen.sim.kitchen import Kitchen

LIMIT = 3.0
"""Seconds of wall time that one step of a recipe, or one choice of a policy, may take."""

MOST_FACTS, MOST_FACTS_AN_ORDER = 1_000_000, 1_000
"""A kitchen's log that is longer than this has a dish in it that goes on for ever, one timer after
the other: no customer's patience ends it, and the log would fill the machine."""


class _Stuck(KeyboardInterrupt):
    """Raised in the thread of a step that does not end. asyncio lets a KeyboardInterrupt through,
    and so does a recipe's ``except Exception``."""


@contextlib.contextmanager
def watched(loop: KitchenLoop, kitchens: list[Kitchen], limit: float = LIMIT) -> Iterator[None]:
    """While this is entered, a step that takes longer than ``limit`` seconds of wall time, or calls
    `time.sleep`, raises `RecipeError` with the dish and the line."""
    dog = _Watchdog(loop, kitchens, limit)
    real_sleep = time.sleep
    time.sleep = dog.sleep  # type: ignore[assignment]
    thread = threading.Thread(target=dog.watch, name="watchdog", daemon=True)
    thread.start()
    try:
        yield
    except _Stuck:
        raise dog.verdict from None
    finally:
        time.sleep = real_sleep
        dog.over.set()
        thread.join()


class _Watchdog:
    def __init__(self, loop: KitchenLoop, kitchens: list[Kitchen], limit: float) -> None:
        self.over = threading.Event()
        self.verdict: KitchenError = RecipeError("")
        self._loop = loop
        self._kitchens = kitchens
        self._limit = limit
        self._thread = threading.get_ident()
        self._sleep = time.sleep

    def _running(self) -> Any:
        return next((k.running.dish for k in self._kitchens if k.running is not None), None)

    def _deciding(self) -> Any:
        queues = (kitchen.brigade.queue for kitchen in self._kitchens)
        return next((queue for queue in queues if getattr(queue, "deciding", False)), None)

    def watch(self) -> None:
        """Look every quarter of the limit. Four looks at the same dish, or at the same choice, at
        the same moment of kitchen time are too many: that many steps would have been found endless
        by then."""
        seen: tuple[Any, float] = (None, -1.0)
        looks = 0
        while not self.over.wait(self._limit / 4):
            busy = self._deciding() or self._running()
            looks = looks + 1 if busy is not None and (busy, self._loop.now) == seen else 0
            seen = (busy, self._loop.now)
            if looks >= 4:
                self._stop_the_busy()
            for kitchen in self._kitchens:
                facts = kitchen.facts.decided
                if len(facts) > MOST_FACTS + MOST_FACTS_AN_ORDER * kitchen.orders:
                    self._stop(_goes_on(kitchen))

    def _stop_the_busy(self) -> None:
        queue, dish = self._deciding(), self._running()
        frame = sys._current_frames().get(self._thread)
        if frame is None or (queue is None and dish is None):
            return
        if queue is not None:
            where = f"{frame.f_code.co_filename}:{frame.f_lineno}"
            self._stop(
                PolicyError(
                    f"policy {queue.name} never ends: it has run for {self._limit:g} s ({where})"
                )
            )
            return
        line = _line_in(frame, dish.recipe.place[0]) or dish.recipe.where
        self._stop(
            RecipeError(
                f"{dish.label} never ends: it has run for {self._limit:g} s without an await "
                f"({line})"
            )
        )

    def _stop(self, verdict: KitchenError) -> None:
        self.verdict = verdict
        # The only way to stop a loop in another thread; it works on every CPython.
        ctypes.pythonapi.PyThreadState_SetAsyncExc(
            ctypes.c_ulong(self._thread), ctypes.py_object(_Stuck)
        )

    def sleep(self, seconds: float) -> None:
        """Stands in for `time.sleep`: refuses it to a recipe, and to nobody else."""
        dish = self._running()
        if dish is None or threading.get_ident() != self._thread:
            self._sleep(seconds)
            return
        line = _line_in(sys._getframe(1), dish.recipe.place[0]) or dish.recipe.where
        raise RecipeError(
            f"{dish.label} calls time.sleep, which stops every dish: "
            f"await cook.timer(...) or asyncio.sleep(...) instead ({line})"
        )


def _goes_on(kitchen: Kitchen) -> RecipeError:
    """Who has made most of the latest facts goes on for ever."""
    latest = Counter(getattr(fact, "order", 0) for fact in kitchen.facts.decided[-10_000:])
    order = latest.most_common(1)[0][0]
    dish = kitchen.dishes.get(order)
    label, where = (dish.label, dish.recipe.where) if dish else (f"order {order}", "?")
    return RecipeError(
        f"{label} never ends: it goes on and on, and no customer's patience ends it ({where})"
    )


def _line_in(frame: FrameType | None, file: str) -> str:
    while frame is not None:
        if frame.f_code.co_filename == file:
            return f"{file}:{frame.f_lineno}"
        frame = frame.f_back
    return ""
