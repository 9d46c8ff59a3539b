"""Watching: a thread that sees to it that calls of a user's code come to an end.

Such code (a recipe, a policy, a file that is imported, whatever they leave to be called later) runs
in the thread that called it, which therefore cannot notice that it never comes back. Another thread
can: it looks at that thread's frames now and then, and if they show the same call again and again,
it raises an exception there, which is the only way to stop a loop in another thread.

Some code swallows every exception, or is in a call of C that none can reach. A library can do no
more about it; a command can end the process: see `last_resort`.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FrameType, TracebackType
from typing import Any, NoReturn

import kitchen.stopping as stopping
from kitchen.errors import KitchenError
from kitchen.loop.stall import Stalled
from kitchen.loop.users_own import users_own

LIMIT = 3.0
"""Seconds of wall time that one call of a user's code may take: a step of a recipe, a choice of a
policy. An import may take a third longer from one module to the next."""

LOOKS = 4
"""At a call that lasts as long as its limit; and so many again before the `last_resort`."""

DEEPEST = 100_000
"""Frames that are looked at. Python has a thousand, unless somebody allows more; a recursion that
never ends has millions in a second."""

last_resort: Callable[[str], NoReturn] | None = None
"""What ends the process, with the line that it tells, when no exception ends the call. None: this
is not a command, and nobody may do that."""

latest: str | None = None
"""What went wrong last, in words."""

Judge = Callable[[FrameType | None, list[FrameType]], KitchenError]
"""Makes the error out of the frame that called the user's code, and all that is under way since the
watch began, innermost first."""


class Stuck(KeyboardInterrupt):
    """Raised in the thread of a call that does not end. asyncio lets a KeyboardInterrupt through,
    and so does a recipe's ``except Exception``."""


class Watch:
    """While this is entered, a call of a user's code that takes longer than ``limit`` seconds of
    wall time (default: `LIMIT`) has the error that ``judge`` makes raised in its place. From then
    on no call is waited for.

    ``callers`` are those functions of ours whose every call calls a user's code once. ``condemned``
    is called with the error, in the watching thread, as soon as there is one; ``mark`` stands for
    progress within a call: while it changes, the call goes on.
    """

    def __init__(
        self,
        judge: Judge,
        callers: Collection[CodeType] = (),
        limit: float | None = None,
        condemned: Callable[[KitchenError], object] | None = None,
        mark: Callable[[], object] | None = None,
    ) -> None:
        self.verdict: KitchenError | None = None
        """The error of a call that did not end."""
        self.told: BaseException | None = None
        """The error that counts, if there is one: the first."""
        self._judge = judge
        self._callers = callers
        self._limit = LIMIT if limit is None else limit
        self._condemned = condemned
        self._mark = mark
        self._thread = threading.get_ident()
        self._outer: list[FrameType] = []
        self._patience = LOOKS
        self._deadline: float | None = None
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def __enter__(self) -> Watch:
        self._outer = frames_of(sys._getframe(1))
        self._watcher.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self._end()
        self._outer.clear()
        if self.verdict is not None and self.told is self.verdict:
            raise self.verdict from None

    def _end(self) -> None:
        """Have the watcher end. What it may still raise here has no effect any more; Ctrl-C has."""
        stopped = None
        while True:
            try:
                self._over.set()
                self._watcher.join()
                if self.verdict is not None:
                    _forget_what_is_pending()
                break
            except KeyboardInterrupt as stop:
                stopped = stop
        if stopped is not None and self.verdict is None:
            raise stopped

    def failed(self, error: BaseException) -> None:
        """It has ended with that error, unless a call had to be ended before. What is still called
        to clean up has less time."""
        if self.told is None:
            self._tell(error)
            self._patience = 1

    def _tell(self, error: BaseException) -> None:
        global latest
        self.told = error
        latest = str(error) if isinstance(error, KitchenError | Stalled) else None

    def enough(self) -> bool:
        """Whether what is done at the end, piece by piece, has taken as long as one call may."""
        if self._deadline is None:
            self._deadline = time.monotonic() + self._limit
        return self.verdict is not None or time.monotonic() > self._deadline

    # -- in the watching thread ----------------------------------------------------------------

    def _watch(self) -> None:
        seen, looks, tries = None, 0, 0
        while not self._over.wait(self._limit / LOOKS):
            frames = frames_of(sys._current_frames()[self._thread], self._outer)
            call = call_in(frames, self._callers)
            now = None if call is None else (call, self._mark and self._mark())
            looks = looks + 1 if now is not None and now == seen else 0
            if len(frames) == DEEPEST:  # and soon there is no memory left
                looks = self._patience
            seen = now
            if call is not None and looks >= self._patience and self.verdict is None:
                self._condemn(self._judge(call[0], frames))
            if self.verdict is not None:
                tries += 1
                self._press(self.verdict, call is not None, tries)
            del frames, call, now  # what has ended is to be forgotten

    def _condemn(self, verdict: KitchenError) -> None:
        self.verdict = verdict
        if self.told is None:
            self._tell(verdict)
        if self._condemned is not None:
            self._condemned(verdict)

    def _press(self, verdict: KitchenError, calling: bool, tries: int) -> None:
        """See to it that it ends, for the first time or again."""
        if self._over.is_set():
            return
        if tries > LOOKS and last_resort is not None:
            last_resort(latest or str(verdict))
        # Who catches even this goes on. Two at once get through an `except` that goes on at once:
        # one raises what is caught there, and the other is raised on the way out.
        if calling and (not _interrupt(self._thread) or tries > 1):
            _raise_in(self._thread, Stuck)


def frames_of(frame: FrameType | None, outer: Collection[FrameType] = ()) -> list[FrameType]:
    """A frame and those that it was called from, innermost first, up to ``outer``."""
    frames: list[FrameType] = []
    known = set(outer)
    while frame is not None and frame not in known and len(frames) < DEEPEST:
        frames.append(frame)
        frame = frame.f_back
    return frames


Call = tuple[FrameType | None, FrameType | None]


def call_in(frames: Iterable[FrameType], callers: Collection[CodeType] = ()) -> Call | None:
    """The call of a user's code that is under way in these frames: the frame that called it, where
    that is one of the ``callers``, else the frame that was called and its caller.

    As long as this is the same, it is the same call, whatever the kitchen clock says. A coroutine's
    frame lives on from step to step: it is the caller that is another one each time. None: there is
    no such call.
    """
    own: FrameType | None = None
    ours = False
    for frame in frames:
        code = frame.f_code
        if code in callers:
            return None if ours and own is None else (frame, None)
        if strange(code.co_filename):
            own = frame
        ours = ours or code.co_filename.startswith(_GAME)
    return None if own is None else (own.f_back, own)


_GAME = str(Path(__file__).parents[1] / "game") + os.sep


@cache
def strange(file: str) -> bool:
    """Whether it is neither ours, but for the menu, nor Python's own, nor installed beside us."""
    return users_own(file) and not file.startswith(("<frozen ", *_installed()))


@cache
def _installed() -> tuple[str, ...]:
    import sysconfig  # only when there is time to look

    paths = sysconfig.get_paths()
    return tuple(paths[name] + os.sep for name in ("stdlib", "platstdlib", "purelib", "platlib"))


def innermost(frames: Iterable[FrameType], file: str | None = None) -> FrameType | None:
    """The innermost frame of code in ``file``; None as a file: of a user's own."""
    for frame in frames:
        name = frame.f_code.co_filename
        if name == file or (file is None and strange(name)):
            return frame
    return None


def line_of(frame: FrameType | None) -> str:
    """``file:line`` where it has got to."""
    return f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame is not None else "?"


@contextlib.contextmanager
def ctrl_c_kept() -> Iterator[None]:
    """Whatever becomes of Ctrl-C meanwhile, it does as before at the end. Signals belong to the
    main thread; in any other this does nothing."""
    was = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is not was:
            with contextlib.suppress(ValueError):
                signal.signal(signal.SIGINT, was)


def _interrupt(thread: int) -> bool:
    """As Ctrl-C does, which ends a call that blocks as well. False: that is not possible."""
    if sys.platform == "win32" or thread != threading.main_thread().ident:
        return False
    handler = signal.getsignal(signal.SIGINT)
    if handler is stopping.stop:
        stopping.summons = Stuck
        stopping.summoned += 1
    elif handler is not signal.default_int_handler:
        return False
    signal.pthread_kill(thread, signal.SIGINT)
    return True


def _raise_in(thread: int, exception: type[BaseException]) -> None:
    """It works on every CPython."""
    import ctypes  # only when something is wrong

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(exception))


def _forget_what_is_pending() -> None:
    """One more exception takes the place of any that is yet to be raised, and is caught. To ask for
    none instead would leave Python 3.11 looking for it for ever, which is slow."""
    try:
        _raise_in(threading.get_ident(), Stuck)
        for _ in range(1000):
            pass
    except Stuck:
        pass
    stopping.summons = None


def abandon(things: Collection[Any]) -> None:
    """Have Python never run what they would do at their end, not even at its own: coroutines that
    cannot be closed would begin again whenever they are collected."""
    for thing in things:
        import ctypes  # only when something is wrong

        ctypes.pythonapi.Py_IncRef(ctypes.py_object(thing))
