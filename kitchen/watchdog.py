"""The watchdog: tells of a recipe that holds its chef, and with it the whole program, for ever, or
of a policy that does.

This is about the wall clock, so it stands outside the rules. A recipe that loops without an await
never comes back to the event loop, which therefore cannot notice; a thread can.
"""

from __future__ import annotations

import contextlib
import ctypes
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType, FrameType
from typing import Any

from kitchen.loop import KitchenLoop
from kitchen.sim.errors import KitchenError, PolicyError, RecipeError
from kitchen.sim.kitchen import Kitchen
from kitchen.sim.part import Part
from kitchen.sim.policy import ByFunction
from kitchen.sleeping import stood_in_for

LIMIT = 3.0
"""Seconds of wall time that one step of a recipe, or one choice of a policy, may take."""


class _Stuck(KeyboardInterrupt):
    """Raised in the thread of a step that does not end. asyncio lets a KeyboardInterrupt through,
    and so does a recipe's ``except Exception``."""


@contextlib.contextmanager
def watched(kitchens: list[Kitchen], limit: float = LIMIT) -> Iterator[None]:
    """While this is entered, a step that takes longer than ``limit`` seconds of wall time, or calls
    `time.sleep` or the loop's ``stop``, raises `RecipeError` with the dish and the line; so does a
    policy, as a `PolicyError`. The kitchens share their loop."""
    dog = _Watchdog(kitchens, limit)
    loop = kitchens[0].loop
    loop.stop = dog.stop  # type: ignore[method-assign]
    thread = threading.Thread(target=dog.watch, name="watchdog", daemon=True)
    thread.start()
    try:
        with stood_in_for(dog.sleep, _namespaces(kitchens)):
            yield
    except KeyboardInterrupt:
        if dog.verdict is None:
            raise  # it was Ctrl-C
        raise dog.verdict from None
    finally:
        del loop.stop
        dog.over.set()
        thread.join()
        if dog.verdict is not None:
            _forget_what_is_pending()


def _forget_what_is_pending() -> None:
    """One more exception takes the place of any that is yet to be raised, and is caught. To ask for
    none instead would leave Python 3.11 looking for it for ever, which is slow."""
    with contextlib.suppress(_Stuck):
        _raise_in(threading.get_ident(), _Stuck)
        for _ in range(1000):
            pass


def _namespaces(kitchens: list[Kitchen]) -> list[dict[str, Any]]:
    """Those of the recipes, each once."""
    functions = [recipe.function for k in kitchens for recipe in k.shift.recipes().values()]
    spaces = [getattr(function, "__globals__", {}) for function in functions]
    return list({id(space): space for space in spaces}.values())


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

    def refused(self, call: str, instead: str, frame: FrameType) -> KitchenError:
        hint = f": {instead}" if self.error is RecipeError else ""
        return self.error(
            f"{self.label} calls {call}, which stops every dish{hint} ({self.line(frame)})"
        )


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
            if frame is not None and looks >= 4:
                self._stop_it(frame, again=looks > 4)

    def _stop_it(self, frame: FrameType, again: bool) -> None:
        suspect = self._suspect()
        if suspect is None:
            return
        judge = self._sleeper if self._sleeps(frame) else self._endless
        self.verdict = judge(suspect, frame)
        # Who catches even this goes on. Two at once get through an `except` that goes on at once:
        # one raises what is caught there, and the other is raised on the way out.
        if not self._interrupt() or again:
            _raise_in(self._thread, _Stuck)

    def _endless(self, suspect: _Suspect, frame: FrameType) -> KitchenError:
        without = "an await" if suspect.error is RecipeError else "an answer"
        return suspect.error(
            f"{suspect.label} never ends: it has run for {self._limit:g} s without {without} "
            f"({suspect.line(frame)})"
        )

    def _interrupt(self) -> bool:
        """As Ctrl-C does, which ends a call that blocks as well. False: that is not possible."""
        if (
            sys.platform == "win32"
            or self._thread != threading.main_thread().ident
            or signal.getsignal(signal.SIGINT) is not signal.default_int_handler
        ):
            return False
        signal.pthread_kill(self._thread, signal.SIGINT)
        return True

    def _sleeps(self, frame: FrameType) -> bool:
        """Whether it can only be `time.sleep`, under some name, that does not come back."""
        known = [frame.f_globals.get(name) for name in frame.f_code.co_names]
        return any(value is self._sleep for value in [*known, *frame.f_locals.values()])

    def _sleeper(self, suspect: _Suspect, frame: FrameType) -> KitchenError:
        instead = "await cook.timer(...) or asyncio.sleep(...) instead"
        return suspect.refused("time.sleep", instead, frame)

    def sleep(self, seconds: float) -> None:
        """Stands in for `time.sleep`: refuses it to recipes and policies, and to nobody else."""
        suspect = self._suspect()
        if suspect is None or threading.get_ident() != self._thread:
            self._sleep(seconds)
        else:
            raise self._sleeper(suspect, sys._getframe(1))

    def stop(self) -> None:
        """Stands in for the loop's own method, in the same way."""
        suspect = self._suspect()
        if suspect is None:
            KitchenLoop.stop(self._kitchens[0].loop)
        else:
            raise suspect.refused("loop.stop", "return instead", sys._getframe(1))


def _raise_in(thread: int, exception: type[BaseException]) -> None:
    """The only way to stop a loop in another thread; it works on every CPython."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(exception))


_STEPS = (Part.run.__code__, ByFunction.choice.__code__)
"""What calls a user's code."""


def _step_in(frame: FrameType | None) -> FrameType | None:
    """The innermost of the frames that call a user's code. As long as it is the same frame, it is
    the same step, whatever the kitchen clock says: a step's work may be over at once."""
    while frame is not None and frame.f_code not in _STEPS:
        frame = frame.f_back
    return frame
