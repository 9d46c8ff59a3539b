"""Stopping: what Ctrl-C does to the command, and how the process is ended at once.

This is what the command imports first, so it imports next to nothing. An exception would have to
make its way out through a recipe, a finalizer or a callback, any of which may swallow it; so Ctrl-C
raises none, and the process ends where it is.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from typing import NoReturn

STOPPED = 130
"""The exit status after Ctrl-C."""

SAID = "\nkitchen: stopped\n"
"""On a line of its own, behind the ^C that a terminal shows."""

summons: type[BaseException] | None = None
"""What the next signal raises instead: the watchdog's, which sends one to end a call that blocks
(see `kitchen.watching`)."""

unfinished: set[str] = set()
"""Files that are being written beside the one that they are to replace."""

strangers = False
"""A user's code has run in this process. What it has left behind (a thread, a timer, an exit hook)
is nothing to wait for at the end."""

_terminal: int | None = None
"""Standard error as it was at the start: a library's complaints are kept from it at times."""


def catch_ctrl_c() -> None:
    """From now on Ctrl-C ends the process with one line and status 130. Where Ctrl-C does nothing,
    as in a shell's background job, it stays so."""
    global _terminal
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            _terminal = os.dup(2)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, stop)


@contextlib.contextmanager
def as_before() -> Iterator[None]:
    """Whatever becomes of Ctrl-C meanwhile, it does as before at the end. Signals belong to the
    main thread; in any other this does nothing."""
    was = signal.getsignal(signal.SIGINT)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is not was:
            with contextlib.suppress(ValueError):
                signal.signal(signal.SIGINT, was)


def stop(_signal: object = None, _frame: object = None) -> None:
    """The handler of SIGINT."""
    global summons
    if summons is not None:
        wanted, summons = summons, None
        raise wanted
    end(SAID, STOPPED)


def end(said: str, status: int) -> NoReturn:
    """End the process where it is, from any thread: no ``finally``, no exit hook and no other
    thread is waited for. Half a file that nobody has seen yet is removed."""
    for path in list(unfinished):
        with contextlib.suppress(OSError):
            os.unlink(path)  # noqa: PTH108 - no time for pathlib
    with contextlib.suppress(OSError):
        os.write(2 if _terminal is None else _terminal, said.encode(errors="backslashreplace"))
    os._exit(status)
