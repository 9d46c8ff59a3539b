"""The watchdog: tells of a recipe that holds its chef, and with it the whole program, for ever, or
of a policy that does, or of anything that they have left to be called.

This is about the wall clock, so it stands outside the rules. See `watching` for how.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType, FrameType
from typing import Any

import kitchen.loop.sleeping as sleeping
import kitchen.usercode.watching as watching
from kitchen.errors import KitchenError, PolicyError, RecipeError
from kitchen.loop.handles import Handle, ThreadSafeHandle, TimerHandle
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.worker import WORKER
from kitchen.sim.work.dish import Dish
from kitchen.sim.work.kitchen import Kitchen
from kitchen.sim.work.part import Part
from kitchen.sim.work.userpolicy import ByFunction
from kitchen.usercode.watching import Watch, frames_of, innermost, line_of

CALLERS = frozenset(
    function.__code__
    for function in (
        Part._run,
        ByFunction.choice,
        Handle.__call__,
        ThreadSafeHandle.__call__,
        TimerHandle.__call__,
    )
)
"""What calls a user's code."""


@contextlib.contextmanager
def watched(kitchens: list[Kitchen], limit: float | None = None) -> Iterator[Watch]:
    """While this is entered, a step that takes longer than ``limit`` seconds of wall time, or calls
    `time.sleep` or the loop's ``stop``, raises `RecipeError` with the dish and the line; so does a
    policy, as a `PolicyError`. The kitchens share their loop."""
    dog = _Watchdog(kitchens, watching.LIMIT if limit is None else limit)
    loop = kitchens[0].loop
    loop.stop = dog.stop  # type: ignore[method-assign]
    try:
        with sleeping.stood_in(_globals_of(kitchens)), sleeping.here(dog.sleep), dog.watch:
            yield dog.watch
    finally:
        del loop.stop


def _globals_of(kitchens: list[Kitchen]) -> list[dict[str, Any]]:
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

    def line(self, frames: list[FrameType]) -> str:
        """``file:line`` where its code has got to, looked for from the innermost frame on."""
        if self.code is None:
            return line_of(innermost(frames))
        found = innermost(frames, self.code.co_filename) or innermost(frames)
        return line_of(found) if found else f"{self.code.co_filename}:{self.code.co_firstlineno}"

    def refused(self, call: str, instead: str, frames: list[FrameType]) -> KitchenError:
        hint = f": {instead}" if self.error is RecipeError else ""
        return self.error(
            f"{self.label} calls {call}, which stops every dish{hint} ({self.line(frames)})"
        )


class _Watchdog:
    def __init__(self, kitchens: list[Kitchen], limit: float) -> None:
        self.watch = Watch(self._judge, CALLERS, limit, self._fail)
        self._kitchens = kitchens
        self._limit = limit

    def _suspect(self) -> _Suspect | None:
        for kitchen in self._kitchens:
            dish = kitchen.closing
            if kitchen.running is not None:
                dish = kitchen.running.dish
            if dish is not None:
                return _of_dish(dish)
            queue = kitchen.brigade.queue
            if isinstance(queue, ByFunction) and queue.deciding:
                return _Suspect(queue.label, queue.code, PolicyError)
        return None

    def _judge(self, caller: FrameType | None, frames: list[FrameType]) -> KitchenError:
        suspect = self._suspect() or _of_callback(caller) or _of_function(frames)
        if self._sleeps(frames[0]):
            return self._sleeper(suspect, frames)
        without = "an await" if suspect.error is RecipeError else "an answer"
        return suspect.error(
            f"{suspect.label} never ends: it has run for {self._limit:g} s without {without} "
            f"({suspect.line(frames)})"
        )

    def _fail(self, verdict: KitchenError) -> None:
        """The kitchens cannot go on, even if the step ends after all."""
        for kitchen in self._kitchens:
            with contextlib.suppress(RuntimeError):  # the loop has been closed by now
                kitchen.loop.call_soon_threadsafe(kitchen.fail, verdict)

    def _sleeps(self, frame: FrameType) -> bool:
        """Whether it can only be `time.sleep`, under some name, that does not come back."""
        known = [frame.f_globals.get(name) for name in frame.f_code.co_names]
        return any(value is sleeping.REAL for value in [*known, *frame.f_locals.values()])

    def _sleeper(self, suspect: _Suspect, frames: list[FrameType]) -> KitchenError:
        instead = "await cook.timer(...) or asyncio.sleep(...) instead"
        return suspect.refused("time.sleep", instead, frames)

    def sleep(self, seconds: float) -> None:
        """Stands in for `time.sleep` in the loop's thread: refuses it to recipes and policies."""
        suspect = self._suspect()
        if suspect is None:
            sleeping.REAL(seconds)
        else:
            raise self._sleeper(suspect, frames_of(sys._getframe(1)))

    def stop(self) -> None:
        """Stands in for the loop's own method, in the same way."""
        suspect = self._suspect()
        if suspect is None:
            KitchenLoop.stop(self._kitchens[0].loop)
        else:
            raise suspect.refused("loop.stop", "return instead", frames_of(sys._getframe(1)))


def _of_dish(dish: Dish) -> _Suspect:
    return _Suspect(dish.label, dish.recipe.code, RecipeError)


def _of_callback(caller: FrameType | None) -> _Suspect | None:
    """Of a callback that a dish had called later, or at the end of something."""
    handle = caller.f_locals.get("self") if caller is not None else None
    context = getattr(handle, "_context", None)
    worker = context.get(WORKER) if context is not None else None
    return _of_dish(worker) if isinstance(worker, Dish) else None


def _of_function(frames: list[FrameType]) -> _Suspect:
    """Nobody knows which dish it is of."""
    own = innermost(frames) or frames[0]
    return _Suspect(f"{own.f_code.co_qualname}()", None, RecipeError)
