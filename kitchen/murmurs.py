"""Murmurs: what Python tells beside our own output, of what recipes leave behind.

Exceptions in finalizers and in threads, warnings, tasks that are forgotten: each is several lines,
and there may be a hundred thousand of them. Here the first is kept, in one line, and the rest are
counted.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
import warnings
from types import TracebackType
from typing import Any


class Murmurs:
    """Nothing here calls what is a user's own: not even the text of an exception."""

    def __init__(self) -> None:
        self._first = ""
        self._more = 0

    def listen(self) -> None:
        """From now on, and until the process ends, nothing of it reaches the terminal."""
        sys.unraisablehook = self._in_a_finalizer
        threading.excepthook = self._in_a_thread
        warnings.showwarning = self._warning
        logger = logging.getLogger("asyncio")
        logger.addHandler(_Log(self))
        logger.propagate = False

    def hear(self, said: str) -> None:
        if self._first:
            self._more += 1
        self._first = self._first or said

    def told(self) -> str:
        """All of it in one line; empty if there was nothing."""
        return f"{self._first} (and {self._more:,} more)" if self._more else self._first

    def _in_a_finalizer(self, what: Any) -> None:
        with contextlib.suppress(KeyboardInterrupt):  # of the watchdog's, which will come again
            self._ignored(what)

    def _ignored(self, what: Any) -> None:
        name = getattr(what.object, "__qualname__", None) if what.object is not None else None
        where = f"in {name if type(name) is str else type(what.object).__name__}"
        self.hear(f"{what.exc_type.__name__} {where}, where nobody hears it{_line(what)}")

    def _in_a_thread(self, what: Any) -> None:
        if what.exc_type is not SystemExit:
            self.hear(f"{what.exc_type.__name__} in a thread of a recipe{_line(what)}")

    def _warning(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: object = None,
        line: object = None,
    ) -> None:
        self.hear(f"{filename}:{lineno}: {category.__name__}: {message}")


class _Log(logging.Handler):
    """asyncio's, which a recipe's mistakes may fill."""

    def __init__(self, murmurs: Murmurs) -> None:
        super().__init__(logging.WARNING)
        self._murmurs = murmurs

    def emit(self, record: logging.LogRecord) -> None:
        self._murmurs.hear(record.getMessage().partition("\n")[0])


def _line(what: Any) -> str:
    """Where it was raised."""
    trace: TracebackType | None = what.exc_traceback
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace else ""
