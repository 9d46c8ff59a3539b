"""Stopping: what Ctrl-C does to the command, and how the process is ended at once.

This is what the command imports first, so it imports next to nothing. An exception would have to
make its way out through a recipe, a finalizer or a callback, any of which may swallow it; so Ctrl-C
raises none, and the process ends where it is.
"""

from __future__ import annotations

import os
import sys

try:  # what `signal` makes enumerations of, for which it imports far more than all else here
    import _signal as signal  # type: ignore[import-not-found]
except ImportError:
    import signal

TYPE_CHECKING = False  # as `typing` has it, which is not needed for more
if TYPE_CHECKING:
    from typing import NoReturn

STOPPED = 130
"""The exit status after Ctrl-C."""

SAID = "\nkitchen: stopped\n"
"""On a line of its own, behind the ^C that a terminal shows."""

ending = False
"""It is us who end the process: a recipe may not (see `kitchen.usercode.tampering`)."""

summons: type[BaseException] | None = None
"""What the next signal raises instead: the watchdog's, which sends one to end a call that blocks
(see `kitchen.usercode.watching`)."""

summoned = 0
"""Signals that the watchdog has sent so far."""

unfinished: set[str] = set()
"""Files that are being written beside the one that they are to replace."""

catching = False
"""Ctrl-C is ours."""

_terminal: int | None = None
"""Standard error as it was at the start: a library's complaints are kept from it at times."""


def catch_ctrl_c() -> None:
    """From now on Ctrl-C ends the process with one line and status 130. Where Ctrl-C does nothing,
    as in a shell's background job, it stays so."""
    global _terminal, catching
    if sys.stderr is not None:
        try:  # noqa: SIM105
            _terminal = os.dup(2)
        except OSError:
            pass
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, stop)
        catching = True


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
    global ending
    for path in list(unfinished):
        try:  # noqa: SIM105
            os.unlink(path)  # noqa: PTH108 - no time for pathlib
        except OSError:
            pass
    try:  # noqa: SIM105
        os.write(2 if _terminal is None else _terminal, said.encode(errors="backslashreplace"))
    except OSError:
        pass
    ending = True
    os._exit(status)
