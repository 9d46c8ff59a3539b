"""Stray warnings: what Python tells beside our own output, of what recipes leave behind.

Exceptions in finalizers and in threads, warnings, tasks that are forgotten: each is several lines,
and there may be a hundred thousand of them. Here the first is kept, in one line.
"""

from __future__ import annotations

import logging
import sys
import threading
import warnings
from functools import partial
from types import TracebackType
from typing import Any

SAID, FINALIZER = "said", "finalizer"


class StrayWarnings:
    """Nothing here calls what is a user's own: not even the text of an exception."""

    def __init__(self) -> None:
        self._heard: dict[str, Any] = {}

    def listen(self) -> None:
        """From now on, and until the process ends, nothing of it reaches the terminal."""
        # No function of Python's: the watchdog's exceptions would come in it, to be told as well.
        sys.unraisablehook = partial(self._heard.setdefault, FINALIZER)
        threading.excepthook = self._in_a_thread
        warnings.showwarning = self._warning
        logger = logging.getLogger("asyncio")
        logger.addHandler(_Log(self))
        logger.propagate = False

    def hear(self, said: str) -> None:
        self._heard.setdefault(SAID, said)

    def told(self) -> str:
        """What came first, in one line; empty if there was nothing."""
        said: str = self._heard.get(SAID, "")
        return said or (_ignored(self._heard[FINALIZER]) if FINALIZER in self._heard else "")

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


def _ignored(what: Any) -> str:
    name = getattr(what.object, "__qualname__", None) if what.object is not None else None
    where = name if type(name) is str else type(what.object).__name__
    if what.object is None and (trace := _innermost(what)):  # so from Python 3.14 on
        where = trace.tb_frame.f_code.co_qualname
    return f"{what.exc_type.__name__} in {where}, where nobody hears it{_line(what)}"


class _Log(logging.Handler):
    """asyncio's, which a recipe's mistakes may fill."""

    def __init__(self, heard: StrayWarnings) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.hear(record.getMessage().partition("\n")[0])


def _innermost(what: Any) -> TracebackType | None:
    trace: TracebackType | None = what.exc_traceback
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace


def _line(what: Any) -> str:
    """Where it was raised."""
    trace = _innermost(what)
    return f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace else ""
