"""The last resort: a command ends by itself, whatever a user's code does.

Where no exception ends a call (see `kitchen.usercode.watching`) the process is ended, with the
line that tells why. The same for code that runs where nobody watches it: in the name of a policy,
say, or in a finalizer. And what Python itself would tell of what recipes leave behind, line after
line, is told in one line, and only where there is nothing else to tell.
"""

from __future__ import annotations

import atexit
import os
import select
import signal
import sys
import threading
import time
from types import FrameType
from typing import NoReturn

import kitchen.stopping as stopping
import kitchen.usercode.watching as watching
from kitchen.cli.stray_warnings import StrayWarnings
from kitchen.loop.users_own import users_own
from kitchen.terminal import one_line
from kitchen.usercode.watching import Call, call_in, frames_of, innermost, line_of

STEPS_LONG = 2
"""How many times as long as a step of a recipe any call may take: long enough for whoever watches
it to have tried in vain to end it."""

AFTER_CTRL_C = 0.2
"""Seconds after Ctrl-C in which the main thread may end the process itself."""

STRAY = StrayWarnings()


def give_up(why: str) -> NoReturn:
    """End the process with that line and status 2."""
    stopping.end(f"kitchen: {one_line(why)}\n", 2)


def stand_by() -> None:
    """From now on, until the process ends."""
    STRAY.listen()
    watching.last_resort = give_up
    outer = frames_of(sys._getframe())
    arguments = (threading.get_ident(), outer, Signals())
    threading.Thread(target=_watch, args=arguments, daemon=True).start()
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.signal(signal.SIGALRM, _share)
    atexit.register(_ring_in, 0.0)


def last_words() -> str:
    """What recipes have left behind, for the terminal: a line, or nothing."""
    told = STRAY.told()
    return f"kitchen: {one_line(told)}\n" if told else ""


class Signals:
    """Ctrl-C while the main thread is in a call of C that does not look at signals, but lets other
    threads run: Python hears of it at once, and its handler waits for the main thread. Also where a
    recipe has put a handler of its own in the place of ours."""

    def __init__(self) -> None:
        self._heard = 0
        self._pipe: int | None = None
        if hasattr(signal, "setitimer"):  # on Windows nobody can wait for a pipe
            self._pipe, writing = os.pipe()
            os.set_blocking(writing, False)
            signal.set_wakeup_fd(writing, warn_on_full_buffer=False)

    def wait(self, seconds: float) -> None:
        """So long, with an ear for them."""
        if self._pipe is None:
            time.sleep(seconds)
            return
        until = time.monotonic() + seconds
        while select.select([self._pipe], [], [], max(0.0, until - time.monotonic()))[0]:
            self._heard += os.read(self._pipe, 4096).count(signal.SIGINT)
            if self._heard > stopping.summoned and stopping.catching:
                time.sleep(AFTER_CTRL_C)
                stopping.end(stopping.SAID, stopping.STOPPED)


def _watch(thread: int, outer: list[FrameType], signals: Signals) -> None:
    """Until the process ends. Looks are counted, not seconds: it may be stopped and go on."""
    seen: tuple[Call, int] | None = None
    looks = 0
    while True:
        _ring_in(2 * watching.LIMIT / watching.LOOKS)
        signals.wait(watching.LIMIT / watching.LOOKS)
        frames = frames_of(sys._current_frames()[thread], outer)
        call = call_in(frames)
        now = None if call is None else (call, len(sys.modules))
        looks = looks + 1 if now is not None and now == seen else 0
        seen = now
        if looks >= STEPS_LONG * watching.LOOKS:
            own = innermost(frames)
            name = own.f_code.co_qualname if own is not None else "?"
            limit = STEPS_LONG * watching.LIMIT
            said = f"{name} never ends: it has run for {limit:g} s ({line_of(own)})"
            give_up(watching.latest or said)
        del frames, call, now


def _ring_in(seconds: float) -> None:
    """An alarm goes off, again and again, unless it is set anew by then: no other thread runs any
    more. 0: none."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds, seconds / 2)


def _share(_signal: int, frame: FrameType | None) -> None:
    """Let the others run. Some calls of C let nobody, and look at nothing but signals: a search for
    a pattern that takes for ever, a power of millions of digits."""
    if frame is not None and users_own(frame.f_code.co_filename):
        threading.Event().wait(0.005)
